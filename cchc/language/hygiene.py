"""Slips of the keyboard and the encoding in Vietnamese text, each at its exact stretch.

Every check is a function from a text to its slips; none judges meaning. A `replacement` is given
where one correction is certain. Known slips are data: `data/slips.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from cchc.language.vocabulary import Vocabulary

DATA = Path(__file__).parent / "data"

ToneStyle = Literal["first", "last"]
"""Which vowel of oa, oe, uy carries the tone mark: the first (hóa, ủy) or the last (hoá, uỷ)."""


class Slip(NamedTuple):
    """One slip: offsets in code points of the text given, and what should stand there."""

    code: str
    start: int
    stop: int
    replacement: str | None = None


def not_nfc(text: str) -> list[Slip]:
    """Return the words whose letters are not in Unicode form NFC (letter and mark apart)."""
    if unicodedata.is_normalized("NFC", text):
        return []
    return [
        Slip("not-nfc", word.start(), word.end(), unicodedata.normalize("NFC", word[0]))
        for word in re.finditer(r"\S+", text)
        if not unicodedata.is_normalized("NFC", word[0])
    ]


# Letters that TCVN3 and VNI files show when read as Latin-1 and that Vietnamese never has.
_FOREIGN = "¡-©«-¯¶-¹»¼½¾¸µ×ÖØÜÞßäåæçëïîñö÷øûüþ®ÄÅÆÇËÏÎÑÛ"
_LEGACY = re.compile(
    rf"(?<!\S)(?=[^\s]*[A-Za-z])[A-Za-z{_FOREIGN}À-ÿªº]*[{_FOREIGN}][A-Za-zÀ-ÿ{_FOREIGN}ªº]*"
)
_FOREIGN_LETTER = re.compile(f"[{_FOREIGN}]")
_LEGACY_WORDS = 3
"""So many different words before a text is called legacy: one may be a foreign name."""


def legacy_encoding(text: str) -> list[Slip]:
    """Return the words that look like TCVN3 (ABC) or VNI text read with the wrong encoding."""
    if not _FOREIGN_LETTER.search(text):
        return []
    found = [word for word in _LEGACY.finditer(text) if len(word[0]) > 1]
    if len({word[0] for word in found}) < _LEGACY_WORDS:
        return []
    return [Slip("legacy-encoding", word.start(), word.end()) for word in found]


_FIRST = {"o": "óòỏõọ", "u": "úùủũụ", "O": "ÓÒỎÕỌ", "U": "ÚÙỦŨỤ"}
_LAST = {"a": "áàảãạ", "e": "éèẻẽẹ", "y": "ýỳỷỹỵ", "A": "ÁÀẢÃẠ", "E": "ÉÈẺẼẸ", "Y": "ÝỲỶỸỴ"}
_TO_LAST = {
    first[i] + vowel: base + last[i]
    for base, first in _FIRST.items()
    for vowel, last in _LAST.items()
    for i in range(5)
    if (base in "oO") != (vowel in "yY")
}
_TO_FIRST = {late: early for early, late in _TO_LAST.items()}
# The two letters of `_TO_LAST` and `_TO_FIRST`, first letter first: the search runs from those.
MARKED = re.compile(
    r"[oOuUóòỏõọÓÒỎÕỌúùủũụÚÙỦŨỤ]"
    r"(?:(?<=[oO])[áàảãạéèẻẽẹÁÀẢÃẠÉÈẺẼẸ]|(?<=[uU])[ýỳỷỹỵÝỲỶỸỴ]"
    r"|(?<=[óòỏõọÓÒỎÕỌ])[aeAE]|(?<=[úùủũụÚÙỦŨỤ])[yY])"
    r"(?<![qQ]..)(?!\w)"
)


def tone_words(text: str) -> dict[ToneStyle, list[Slip]]:
    """Return the words of each style of tone mark, with the same word in the other style."""
    words: dict[ToneStyle, list[Slip]] = {"first": [], "last": []}
    for found in MARKED.finditer(text):
        start = found.start()
        while start and text[start - 1].isalpha():
            start -= 1
        style: ToneStyle = "first" if found[0] in _TO_LAST else "last"
        other = (_TO_LAST if style == "first" else _TO_FIRST)[found[0]]
        slip = Slip("tone-mark", start, found.end(), text[start : found.start()] + other)
        words[style].append(slip)
    return words


# Code, stretches of which one must stand in a text before it is searched, and the search.
_SPACING = (
    # The blanks of a draft are meant.
    ("double-space", ("  ",), re.compile(r"(?<=[^\s.…_])(?<!ngày) {2,}(?=[^\s.…_/])")),
    ("space-before", (" ;", " ,", " !", " ?", " )", " ]", " .", " :"),
     re.compile(r"(?<=[^\s.…,;:]) +(?=[;,!?)\]](?![.…])|[.:](?=\s|$))")),
    ("space-before", ("( ",), re.compile(r"(?<=\() +(?=\w)")),
    ("space-missing", (";", ","),
     re.compile(r"[;,](?:(?<=[^\W\d_].)(?=[^\W\d_])|(?<=[^\W_];)(?=[^\W_]))")),
)  # fmt: skip
SPACED = (
    re.compile("  "),
    re.compile(r"[;,!?)\].:(](?:(?<= [^(])|(?<=\() |(?<=[;,])(?=\w))"),
)
"""What stands in every text that `spacing` finds something in, one of the two. A search runs from
sign to sign where a pattern begins with them, so none of these begins with a lookbehind."""
_DASH = re.compile(r"(?<=[^\W\d_])(?:[-–] +| +[-–])(?=[^\W\d_])")
DASHED = tuple(re.compile(rf"{dash}(?:(?<=\w.) |(?<= .)(?=\w))") for dash in "-–")
"""What stands in every text that `dashes` finds something in, one of the two."""
_ADDRESS = re.compile(r"://|www\.|@")
_TOKEN = re.compile(r"[^\s]*$")


def spacing(text: str) -> list[Slip]:
    """Return double spaces, spaces before ; , . : ) and missing ones after ; and comma."""
    found = []
    for code, signs, pattern in _SPACING:
        if any(sign in text for sign in signs):
            for m in pattern.finditer(text):
                proper = {"double-space": " ", "space-before": "", "space-missing": f"{m[0]} "}
                found.append(Slip(code, m.start(), m.end(), proper[code]))
    if not found:
        return found
    kept = [word.span() for word in re.finditer(r"\S+", text) if _ADDRESS.search(word[0])]
    free = [s for s in found if not any(start <= s.start < stop for start, stop in kept)]
    return sorted(free, key=lambda slip: slip.start)


def dashes(text: str) -> list[Slip]:
    """Return dashes between words with a space on one side only: `Văn hóa- Xã hội`.

    Symbols (`57- NQ/TW`) are left to the citation checks.
    """
    slips: list[Slip] = []
    if not any(mark in text for mark in ("- ", "– ", " -", " –")):
        return slips
    for found in _DASH.finditer(text):
        word = _TOKEN.search(text, max(0, found.start() - 40), found.start())
        after = text[found.end() : found.end() + 24].split(None, 1)[:1]
        symbol = (word and re.search(r"[0-9/]", word[0])) or (after and "/" in after[0])
        if not symbol:
            dash = found[0].strip()
            slips.append(Slip("dash-space", found.start(), found.end(), f" {dash} "))
    return slips


@cache
def data_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `data/<name>.tsv`; blank lines and # lines are passed over."""
    text = (DATA / f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(map(str.strip, line.split("\t"))) for line in lines)


@cache
def known_slips() -> dict[str, str]:
    """Return what is right for each known slip, by its wrong form in lower case."""
    return {wrong.casefold(): right for wrong, right, *_ in data_rows("slips")}


def possible_slips(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the wrong forms that may stand in a text with these words."""
    return tuple(vocabulary.those_held(_wrong_forms()))


@cache
def _wrong_forms() -> tuple[str, ...]:
    return tuple(known_slips())


@lru_cache
def _slip_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    wrong = sorted(forms, key=len, reverse=True)
    either = "|".join(re.escape(form).replace(r"\ ", r"\s") for form in wrong)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def slips(text: str, forms: tuple[str, ...] | None = None) -> Iterator[Slip]:
    """Yield the known slips in `text`; the replacement keeps the capitals of what stands there.

    `forms` are the `possible_slips` of a larger text that `text` is part of.
    """
    forms = possible_slips(Vocabulary(text)) if forms is None else forms
    if not forms:
        return
    for found in _slip_pattern(forms).finditer(text):
        right = known_slips().get(" ".join(found[0].split()).casefold())
        if right:
            yield Slip("known-slip", found.start(), found.end(), _recase(found[0], right))


def _recase(written: str, right: str) -> str:
    if written.isupper():
        return right.upper()
    words, corrected = written.split(), right.split()
    if len(words) != len(corrected):
        return right[:1].upper() + right[1:] if written[:1].isupper() else right
    return " ".join(
        new[:1].upper() + new[1:]
        if old[:1].isupper()
        else new[:1].lower() + new[1:]
        if old[:1].islower()
        else new
        for old, new in zip(words, corrected, strict=True)
    )
