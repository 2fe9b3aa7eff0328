"""The name of a declared unit is written in another spelling.

Why: one unit under four spellings cannot be found, filtered or reminded; the reader wonders whether
two units are meant.

Source: docs/decisions/0001-plan-format.md, units are declared once; Nghị định 30/2020/NĐ-CP, Phụ lục II.

Bad:
    opening: UBND xã giao Phòng Văn hóa – Xã hội làm đầu mối; chi tiết tại Phụ lục kèm theo
Good:
    opening: UBND xã giao Phòng Văn hóa - Xã hội làm đầu mối; chi tiết tại Phụ lục kèm theo
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from cchc.language.names import bare
from cchc.rules._rule import Facts, Hit, Hits, Severity, hit_in, say
from cchc.rules._words import TextAt

CODE = "U007"
SEVERITY = Severity.WARNING
WHOLE = True

_DASHES = "-–—"
_JOINED = rf"(?:[{_DASHES}]\s*|\bvà\s+)"
_HALF_SPACED = re.compile(rf"\w[{_DASHES}]\s|\s[{_DASHES}]\w|\w[{_DASHES}]\w")
_LEVEL = re.compile(r"(?<=\w) (?:xã|phường|đặc khu)$")
_SHORT = 2
"""A name of no more words, such as "Công an", says nothing without its level."""
_MOVABLE = re.compile(
    "(o|u)([\u0323\u0300\u0301\u0303\u0309]?)(a|e|y)([\u0323\u0300\u0301\u0303\u0309]?)"
)

_FULL_NAMES = (
    "Trung tâm Phục vụ hành chính công", "Văn phòng HĐND và UBND",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    "Hội Liên hiệp Phụ nữ Việt Nam", "Hội Cựu chiến binh Việt Nam", "Hội Nông dân Việt Nam",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
)  # fmt: skip
"""Names of which a plan may declare the first part only."""
_ALL_OF = re.compile(
    r"\b(?:các|những|mọi|mỗi|từng|một số|toàn bộ|hệ thống|mạng lưới)\b(?P<rest>.*)\Z", re.IGNORECASE
)
_KIND = (
    r"(?:trường học|nhà trường|trường|nhà văn hóa|chợ|bưu điện|thôn|bản|ấp|buôn|làng|khóm|khu phố|tổ dân phố|phòng|phòng ban"
    r"|đơn vị|cơ quan|trạm|ban|ngành|đoàn thể|hội|doanh nghiệp|hợp tác xã|công an|quân sự|nhà thuốc|bệnh viện)"
)
_KIND_BEFORE = re.compile(rf"(?<!\w){_KIND}(?:\s*,|\s*/|\s+và|\s+hoặc|\s*, và)\s*\Z")
_KIND_BEHIND = re.compile(rf"(?:\s*,|\s*/|\s+và|\s+hoặc)\s*{_KIND}(?!\w)")


def check(facts: Facts) -> Hits:
    """Find a declared name with another dash, "và" for it or other capitals than it is declared with.

    Spaces around a dash and the place of tone marks are left to the rules of text (H003, H006).
    """
    yield from _recorded(facts)
    known = {
        _core(unit.name): {unit.name, *unit.aliases}
        for unit in facts.plan.units
        if " " in unit.name
    }
    longer = {*_FULL_NAMES, *(name for names in known.values() for name in names)}
    named: dict[TextAt, list[str]] = {}
    for name in known:
        begun = _begun(name)
        for one in facts.texts_holding(*begun, lowercase=True):
            # Where all that begins like the name is the name, there is nothing to look for.
            small = one.text.casefold()
            if sum(len(form.findall(small)) for form in begun) != one.text.count(name):
                named.setdefault(one, []).append(name)
    for place, text in facts.texts if named else ():
        for name in named.get(TextAt(place, text), ()):
            for found in _any_spelling(name).finditer(text):
                written = " ".join(found.group().split())
                if (
                    written == name
                    or written in known[name]
                    or facts.is_cited(place, found.start())
                    or written.isupper()
                    or written[1:] == name[1:]  # "Trưởng phòng Kinh tế" is no other spelling
                    or _any_tones(name).fullmatch(written)
                    or _HALF_SPACED.search(written)
                    or _of_a_longer(name, text, found, longer - known[name])
                    or (written.islower() and _among_kinds(text, *found.span()))
                ):
                    continue
                yield hit_in(
                    place, text, found.start(), found.end(),
                    say("“{written}” is {name} in another spelling", written=written, name=name),
                    say("write the name as it is declared"), name,
                )  # fmt: skip


def _of_a_longer(name: str, text: str, found: re.Match[str], names: Iterable[str]) -> bool:
    """Tell whether what is found is only a part of a longer name: "Trung tâm Phục vụ hành chính" of "... công"."""
    short = name.casefold()
    return any(
        one.start() <= found.start() and found.end() <= one.end() and len(one[0]) > len(found[0])
        for longer in names
        if short != longer.casefold() and short in longer.casefold()
        for one in _any_spelling(longer).finditer(text)
    )


def _among_kinds(text: str, start: int, stop: int) -> bool:
    """Tell whether a name in small letters is one kind of body in a list of kinds: "trường học, trạm y tế"."""
    before, behind = re.split(r"[.;:\n]", text[:start])[-1], text[stop:]
    listed = _ALL_OF.search(before)
    return bool(
        (listed and listed["rest"] == listed["rest"].lower())
        or _KIND_BEFORE.search(before) or _KIND_BEHIND.match(behind)
    )  # fmt: skip


def _recorded(facts: Facts) -> Hits:
    """Find units whose name and aliases are one name in several spellings that the text uses: once for
    each unit."""
    for n, unit in enumerate(facts.plan.units):
        others = {
            alias: len(re.findall(rf"(?<!\w){re.escape(alias)}(?!\w)", facts.whole))
            for alias in unit.aliases
            if alias != unit.name
            and _letters(alias) == _letters(unit.name)
            # H003 and H006 tell of tone marks and of blanks at a dash
            and not (_any_tones(unit.name).fullmatch(alias) or _HALF_SPACED.search(alias))
        }
        written = [f"“{alias}” ({count})" for alias, count in others.items() if count]
        if written:
            yield Hit(
                ("units", n, "name"),
                say("the text also writes {others}", others=", ".join(written)),
                say("write the name as it is declared"),
                severity=Severity.INFO,
            )


def _letters(name: str) -> list[str]:
    """Return the words of a name without marks, dashes and "và": an abbreviation has others."""
    return [word for word in re.findall(r"\w+", bare(name)) if word != "va"]


def _core(name: str) -> str:
    """Return a name without the level behind it, which a text may leave out."""
    core = _LEVEL.sub("", name)
    return core if len(core.split()) > _SHORT else name


@lru_cache(maxsize=1024)
def _any_spelling(name: str) -> re.Pattern[str]:
    """Return a pattern for `name` with any dash, or "và" for it, any capitals and tone marks."""
    loose = ""
    for index, word in enumerate(name.split()):
        joins = word in _DASHES or word == "và"
        gap = r"\s*" if joins or loose.endswith(_JOINED) else r"\s+"
        loose += (gap if index else "") + (_JOINED if joins else _tones(word))
    return re.compile(rf"(?<!\w){loose}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _any_tones(name: str) -> re.Pattern[str]:
    """Return a pattern for `name` with any place of tone marks."""
    words = (re.escape(word) if word in _DASHES else _tones(word) for word in name.split())
    return re.compile(r"\s+".join(words))


@lru_cache(maxsize=1024)
def _begun(name: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns for how any spelling of `name` begins in lower case: its first two words
    where they have no tone that may stand elsewhere and no dash between them, or the first."""
    words = name.casefold().split()[:2]
    first, *second = map(_forms, words)
    if second and len(first) == len(second[0]) == 1 and words[1] not in _DASHES:
        return (re.compile(rf"{first[0]}\s+{second[0][0]}"),)
    return tuple(re.compile(form) for form in first)


def _tones(word: str) -> str:
    """Return a pattern for `word` with its tone on either vowel of oa, oe, uy."""
    forms = _forms(word)
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})"


def _forms(word: str) -> list[str]:
    """Return patterns for `word` with its tone on the first and on the last vowel of oa, oe, uy."""
    apart = unicodedata.normalize("NFD", word)
    found = _MOVABLE.search(apart)
    tone = found and (found[2] or found[4])
    if not found or not tone:
        return [re.escape(word)]
    return [
        re.escape(
            unicodedata.normalize("NFC", apart[: found.start()] + vowels + apart[found.end() :])
        )
        for vowels in (found[1] + tone + found[3], found[1] + found[3] + tone)
    ]
