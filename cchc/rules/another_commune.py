"""Where the plan speaks of its own commune, it names another one.

Why: the plan was made from the one of a neighbour; whoever reads it does not know for whom it holds.

Source: practice of office papers; one paper has one issuer: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, mục I.2.

Bad:
    closing: Trên đây là Kế hoạch cải cách hành chính năm 2026 của xã Bình Minh
Good:
    closing: Trên đây là Kế hoạch cải cách hành chính năm 2026 của xã An Bình
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc.language.names import bare, fold
from cchc.language.places import find_communes
from cchc.rules._rule import Facts, Hits, KeyPath, Severity, hit_in, say
from cchc.rules._words import any_of, sentence_around
from cchc.rules.misspelt_commune_name import is_misspelt

CODE = "L005"
SEVERITY = Severity.WARNING
WHOLE = True

_LEVELS = ("xã", "phường", "đặc khu")
_LEVEL = re.compile(r"(?<!\w)(?P<level>xã|phường|đặc khu) (?=[^\W\d_])", re.IGNORECASE)
_WORD = re.compile(r" ?(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)")
_NUMBER = re.compile(r" \d{1,2}(?![\w/]|[.,]\d)")
"""The last part of a name such as "Móng Cái 1"."""
_MOST = 4
"""Words of the longest name."""
_OF_ITSELF = {
    "opening": re.compile(
        r"(?:UBND|[ỦU][ỷyỶY]? ban nhân dân|Chủ tịch|của|địa bàn) $|Ủy ban nhân dân $"
    ),
    "closing": re.compile(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|của|địa bàn|toàn) $"),
    "body": re.compile(r"(?:trên địa bàn|toàn) $"),
    "appendices": re.compile(r"(?:trên địa bàn|toàn) $"),
}
_OTHERS = re.compile(
    r"\bcũ\b|sáp nhập|sắp xếp|hợp nhất|thành lập|trên cơ sở|lân cận|giáp ranh|kinh nghiệm|học tập|các xã|các phường|liên xã"
    r"|liên phường|mô hình|trước đây|bàn giao|tuyến đường|khu vực",
    re.IGNORECASE,
)
"""Words of a sentence about other communes, or former ones."""
_NO_NAME = frozenset(("hội", "đội", "viên", "ủy", "đảng", "đoàn", "nông", "đặc", "đạt", "không"))
_ENDS = frozenset(("NĂM", "GIAI", "TRÊN", "THỰC", "VỀ", "VÀ", "THEO", "TRONG", "QUÝ"))
"""What stands behind a name in capitals."""


def check(facts: Facts) -> Hits:
    """Find another name, or the own name with another level, in the titles, in the sentence that issues the plan,
    in the one that ends it, behind "trên địa bàn", and among the recipients."""
    commune = facts.plan.commune
    if commune is None or not commune.name:
        return
    for place, text in facts.holding(*any_of(*_LEVELS), lowercase=True):
        found = list(_communes(text, commune.name))
        if len({fold(one.name) for one in found}) != 1:
            continue  # two communes: neither need be the own one
        for one in found:
            name, level = one.name, one.level
            own = fold(name) == fold(commune.name)
            other_level = own and level != commune.level
            if (own and not other_level) or facts.is_cited(place, one.start):
                continue
            if not own and (fold(name).startswith(fold(commune.name)) or bare(name) == bare(commune.name)
                            or is_misspelt(name, commune.name, named=True)):  # fmt: skip
                continue  # more words follow the name, or H010 tells it
            if not _of_itself(place, text, one, other_level=other_level):
                continue
            yield hit_in(
                place, text, one.start, one.stop,
                say("“{other}” in a plan of {own}", other=text[one.start : one.stop], own=facts.plan.owner.full_name),
                say("name the own commune, or say what the other one has to do with it"),
            )  # fmt: skip
            break


class _Named(NamedTuple):
    """A commune that a text names: where its level and its name stand."""

    start: int
    stop: int
    level: str
    name: str


def _communes(text: str, own: str) -> Iterator[_Named]:
    for found in _LEVEL.finditer(text):
        words: list[str] = []
        stop = found.end()
        while len(words) < _MOST and (word := _WORD.match(text, stop)):
            if not word["word"][0].isupper() or word["word"] in _ENDS:
                break
            words.append(word["word"])
            stop = word.end()
        if words and words[0].lower() not in _NO_NAME:
            level, name = found["level"].lower(), " ".join(words)
            number = _NUMBER.match(text, stop)
            if number and (
                fold(f"{name}{number[0]}") == fold(own)
                or find_communes(level, f"{name}{number[0]}", None)
            ):
                name, stop = f"{name}{number[0]}", number.end()  # the longest name is meant
            yield _Named(found.start(), stop, level, name)


def _of_itself(place: KeyPath, text: str, one: _Named, *, other_level: bool) -> bool:
    first, last = sentence_around(text, one.start, one.stop)
    if _OTHERS.search(text[first:last]):
        return False
    title = place == ("document", "title") or (place[0] == "appendices" and len(place) == 3)
    if title:
        return other_level or bool(find_communes(one.level, one.name, None))
    if place[:2] == ("document", "recipients"):
        return other_level
    form = _OF_ITSELF.get(str(place[0]))
    return form is not None and bool(form.search(text[: one.start]))
