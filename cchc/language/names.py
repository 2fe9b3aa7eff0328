"""Comparing names of units as people write them: `Phòng VH-XH` is `Phòng Văn hóa - Xã hội`.

Only spelling is forgiven (case, place of the tone mark, dashes, spaces, "và", abbreviations, a
trailing "xã"). Two different words never become one: "Trung tâm Dịch vụ ..." and
"Trung tâm Phục vụ ..." are two bodies.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

_EARLY = str.maketrans("áàảãạéèẻẽẹýỳỷỹỵ", "aaaaaeeeeeyyyyy")
_MARKS = {
    **dict(zip("áàảãạ", "óòỏõọ", strict=True)),
    **dict(zip("éèẻẽẹ", "óòỏõọ", strict=True)),
    **dict(zip("ýỳỷỹỵ", "úùủũụ", strict=True)),
}
_LATE_TONE = re.compile(r"(?:o([áàảãạéèẻẽẹ])|u(?<!qu)([ýỳỷỹỵ]))(?<![\d_]..)(?!\w)")
_SEPARATORS = re.compile(r"[\s\-‐-―−,&/+.;:()\"'“”]+")
_SPACE = re.compile(r"\s+")
_PHRASES = {
    "gd&đt": "giáo dục và đào tạo",
    "gdđt": "giáo dục và đào tạo",
    "kh&cn": "khoa học và công nghệ",
    "khcn": "khoa học và công nghệ",
    "nn&mt": "nông nghiệp và môi trường",
    "kt-ht": "kinh tế hạ tầng",
    "ktht&đt": "kinh tế hạ tầng đô thị",
    "ktht-đt": "kinh tế hạ tầng đô thị",
    "kthtđt": "kinh tế hạ tầng đô thị",
    "kt,ht&đt": "kinh tế hạ tầng đô thị",
}
_WORDS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "pvhcc": "phục vụ hành chính công",
    "ttpvhcc": "trung tâm phục vụ hành chính công",
    "hcc": "hành chính công",
    "vhxh": "văn hóa xã hội",
    "vh": "văn hóa",
    "xh": "xã hội",
    "tthc": "thủ tục hành chính",
    "cchc": "cải cách hành chính",
    "tdp": "tổ dân phố",
    "bchqs": "ban chỉ huy quân sự",
    "dvth": "dịch vụ tổng hợp",
    "vn": "việt nam",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
}
_FIRST_WORDS = {"vp": "văn phòng", "tt": "trung tâm", "p": "phòng"}
_LEVELS = frozenset({"xã", "phường"})
_CHANGED = frozenset({*_WORDS, "và"})
"""The words that `fold` writes otherwise; most names have none of them."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` in the one spelling under which equal names are equal.

    The result is for comparing, never for printing. "và", dashes and commas between words fall
    away, so `HĐND và UBND`, `HĐND - UBND` and `HĐND-UBND` are one.
    """
    text = unicodedata.normalize("NFC", text).casefold()
    text = _LATE_TONE.sub(_early_tone, text)
    for short, full in _PHRASES.items():
        if short in text:
            text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full, text)
    words = [word for word in _SEPARATORS.split(text) if word]
    if len(words) > 1 and words[0] in _FIRST_WORDS:
        words[0] = _FIRST_WORDS[words[0]]
    if not _CHANGED.isdisjoint(words):
        words = [_WORDS.get(word, word) for word in words if word != "và"]
    while len(words) > 1 and words[-1] in _LEVELS and words[-2:] != ["thị", "xã"]:
        words.pop()
    return " ".join(words)


def _early_tone(found: re.Match[str]) -> str:
    vowel = found[1] or found[2]
    return _MARKS[vowel] + vowel.translate(_EARLY)


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Return `text` without diacritics, in lower case, with single spaces: `phong kinh te`."""
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return _SPACE.sub(" ", "".join(c for c in text if not unicodedata.combining(c))).strip()


def nearest(name: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """Return the candidates most like `name`, best first; empty when none is close.

    Letters and shared words both count, so that a lost word and a mistyped letter are near.
    """
    from difflib import SequenceMatcher

    wanted = fold(name)
    plain = bare(wanted)
    scored: list[tuple[float, str]] = []
    for candidate in dict.fromkeys(candidates):
        other = fold(candidate)
        letters = SequenceMatcher(None, wanted, other, autojunk=False).ratio()
        letters = max(
            letters, 0.98 * SequenceMatcher(None, plain, bare(other), autojunk=False).ratio()
        )
        ours, theirs = set(wanted.split()), set(other.split())
        shared = len(ours & theirs) / max(len(ours | theirs), 1)
        score = max(letters, 0.5 * letters + 0.5 * shared)
        if score >= 0.65:
            scored.append((score, candidate))
    scored.sort(key=lambda pair: -pair[0])
    return [candidate for _, candidate in scored[:limit]]


def find_unit(query: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids of the units that `query` means; `names` maps an id to its names.

    Tried in turn, stopping at the first that matches: the exact id or name; the same under
    `fold`; the same without diacritics; the beginning of an id or name; any part of a name. More
    than one id means that the query is ambiguous.
    """
    if not query.strip():
        return []
    wanted, plain = fold(query), bare(query)
    loose = bare(wanted)
    # Typed without diacritics "hdnd" is not an abbreviation fold knows, so both readings count.
    typed = {plain, loose, bare(fold(plain.replace("hdnd", "hđnd")))} - {""}
    keys = {key: (key, *known) for key, known in names.items()}
    plains = {
        key: {form for name in known for form in (bare(name), bare(fold(name))) if form}
        for key, known in keys.items()
    }
    levels = (
        [key for key, known in keys.items() if query in known],
        [key for key, known in keys.items() if any(fold(name) == wanted for name in known)],
        [key for key, known in plains.items() if typed & known],
        [key for key, known in plains.items() if _any(typed, known, str.startswith)],
        [key for key, known in plains.items() if _any(typed, known, str.__contains__)],
    )
    return next((level for level in levels if level), [])


def _any(typed: set[str], known: set[str], test: Callable[[str, str], bool]) -> bool:
    return any(test(name, word) for name in known for word in typed)


_DEGREE = (
    r"(?:PGS|GS|TSKH|TS|Th\.?\s?S|CN|KS|BS|DS|LS|CK\s?I{1,2}|Phó giáo sư|Giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân"
    r"|Kỹ sư|Bác sĩ)"
)
_DEGREES = re.compile(rf"(?:{_DEGREE}(?!\w)\s*[.,]?\s*[-–]?\s*)+(?=\S)", re.IGNORECASE)


def degrees_before(name: str) -> str:
    """Return the degrees that stand before a person's name, with what follows them: "PGS. TS. "."""
    found = _DEGREES.match(name)
    return found[0] if found else ""
