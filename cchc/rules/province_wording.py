"""Wording of a province plan stands in a commune plan.

Why: a commune cannot do what only the province decides; nobody carries the task out, and whoever
checks the plan sees that it was copied.

Source: Luật Tổ chức chính quyền địa phương on the tasks of each level; the list in
`cchc/language/data/level.tsv`. Titles of cited documents are left alone.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: doi-thoai
            title: Tổ chức đối thoại giữa lãnh đạo tỉnh với người dân
            product: Biên bản đối thoại
            deadline: Quý I
            lead: [vh-xh]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: doi-thoai
            title: Tổ chức đối thoại giữa lãnh đạo xã với người dân
            product: Biên bản đối thoại
            deadline: Quý I
            lead: [vh-xh]
"""

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from cchc.language.hygiene import data_rows
from cchc.rules._districts import after_districts
from cchc.rules._rule import MOST, Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of

CODE = "L001"
SEVERITY = Severity.WARNING
WHOLE = True

_SPELLED = {
    "ubnd": "(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)",
    "hđnd": "(?:hđnd|hội đồng nhân dân)",
    "tthc": "(?:tthc|thủ tục hành chính)",
    "qppl": "(?:qppl|quy phạm pháp luật)",
}
_CONTRIBUTES = re.compile(r"góp phần[^.;]{0,80}\Z", re.IGNORECASE)
"""Before an index of the province that a commune helps to raise."""
_VARIABLE = re.compile(rf"\b(?:{'|'.join(_SPELLED)})\b|,")


class _Wording(NamedTuple):
    """A row of the list; `parts` are the stretches that every way to write the phrase has."""

    phrase: str
    parts: tuple[str, ...]
    why: str
    instead: str


@cache
def _wordings() -> tuple[_Wording, ...]:
    """Return the list, longest phrase first."""
    return tuple(
        _Wording(
            phrase,
            tuple(filter(None, map(_squeezed, _VARIABLE.split(phrase.casefold())))),
            why,
            instead,
        )
        for phrase, why, instead in sorted(data_rows("level"), key=lambda row: -len(row[0]))
    )


@cache
def _parts() -> tuple[str, ...]:
    return tuple({part: None for one in _wordings() for part in one.parts})


def _squeezed(text: str) -> str:
    return " ".join(text.casefold().split())


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.findall(r"[^\s,]+|,", phrase.casefold())
    parts = (_SPELLED.get(word, re.escape(word)) for word in words)
    text = "".join(rf"\s*{part}" if part == "," else rf"\s+{part}" for part in parts)
    return re.compile(rf"(?<!\w){text.removeprefix(chr(92) + 's+')}(?!\w)", re.IGNORECASE)


def check(facts: Facts) -> Hits:
    """Find the phrases of the list in titles, duties and tasks."""
    owner = facts.plan.owner
    if owner.of_level.at == "province":
        return
    held = {*facts.vocabulary.those_held(_parts())}
    wordings = [one for one in _wordings() if held.issuperset(one.parts)] if held else []
    if wordings and not after_districts(facts.plan):
        wordings = [one for one in wordings if "huyện" not in one.phrase]
    if not wordings:
        return
    telling = {max(" ".join(one.parts).split(), key=len) for one in wordings}
    for place, text in facts.texts_holding(*any_of(*sorted(telling)), lowercase=True):
        if place[0] not in ("body", "appendices"):
            continue
        taken: list[tuple[int, int]] = []
        squeezed = _squeezed(text)
        for phrase, parts, why, instead in wordings:
            if not all(part in squeezed for part in parts):
                continue
            for found in islice(_pattern(phrase).finditer(text), MOST):
                start, stop = found.span()
                if facts.is_cited(place, start, stop) or any(
                    start < end and begin < stop for begin, end in taken
                ):
                    continue
                if _CONTRIBUTES.search(text[:start]):
                    continue
                taken.append((start, stop))
                yield hit_in(
                    place, text, start, stop,
                    say("“{words}” is the wording of a province: {why}",
                        words=found[0], why=owner.worded(why)),
                    say("at this level rather: {instead}", instead=owner.worded(instead)),
                )  # fmt: skip
