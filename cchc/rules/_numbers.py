"""Numbers written by hand among the computed ones: siblings, and what their marks mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cchc.language.numbering import LETTERS, letter, roman
from cchc.model.finding import KeyPath
from cchc.model.plan import Area
from cchc.rules._facts import Facts

Style = Literal["roman", "arabic", "letter"]

NEVER = "fjwz"
"""Letters that the Vietnamese alphabet does not have."""

_MARK = re.compile(
    r"\s*(?P<above>(?:[IVX]+\.|[0-9]+\.)*?)(?P<own>[IVX]+|[0-9]+|[a-zđ]{1,2})(?P<end>[.):]*)\s*"
)


_CODES = re.compile(r"(?:mã|tiêu chí|số hiệu)\b", re.IGNORECASE)
"""Heading of a column of codes, which are no row of numbers: "Tiêu chí" with 1.2, 1.4, 3.1."""


class NumberMark(NamedTuple):
    """A mark taken apart: `2.1.` is value 1 in style arabic above `2.` with the end `.`."""

    style: Style
    value: int
    above: str
    end: str
    own: str

    def put(self, value: int, end: str | None = None) -> str:
        """Return the mark of the same style for another value."""
        own = str(value)
        if self.style != "arabic":
            own = roman(value) if self.style == "roman" else letter(value)
        return f"{self.above}{own}{self.end if end is None else end}"


class Numbered(NamedTuple):
    """One of several siblings: where it is, its mark, and whether somebody wrote the mark."""

    place: KeyPath
    text: str
    mark: NumberMark | None
    by_hand: bool


def read_typed_mark(text: str) -> NumberMark | None:
    """Read a mark, or return None when it is neither a number nor letters."""
    found = _MARK.fullmatch(text)
    if found is None:
        return None
    own = found["own"]
    style: Style
    if own.isdigit():
        style, value = "arabic", int(own)
    elif own.isupper():
        style, value = "roman", _from_roman(own)
    else:
        style, value = "letter", _from_letters(own)
    return NumberMark(style, value, found["above"], found["end"], own)


def _from_roman(text: str) -> int:
    return next((n for n in range(1, 40) if roman(n) == text), 0)


def _from_letters(text: str) -> int:
    value = 0
    for char in text:
        value = value * len(LETTERS) + LETTERS.find(char) + 1
    return 0 if any(char in NEVER for char in text) else value


def _unread(_: str) -> None:
    return None


def siblings(facts: Facts) -> Iterator[list[Numbered]]:
    """Yield the numbered siblings of the plan, group by group, where any number is by hand.

    Sections under one parent belong together; so do the areas and the tasks of one list of an
    appendix, and all its tasks where they are numbered through. Capital letters of areas have no mark:
    "C" and "I" are Roman numbers too.
    """
    if not facts.numbered_by_hand:
        return
    groups: dict[object, list[tuple[KeyPath, str, str | None]]] = {}
    lettered = {
        n for n, one in enumerate(facts.plan.appendices)
        if one.area_numbering in ("letter", "latin")
    }  # fmt: skip
    marked: dict[object, bool] = {}
    for found in facts.sections:
        in_brackets = found.section.role == "appendix" and (found.section.text or "").startswith(
            "("
        )
        if (
            found.mark.strip("-") and not in_brackets
        ):  # a pointer to an appendix is printed without a number
            groups.setdefault(found.place[:-1], []).append(
                (found.place, found.mark, found.section.number)
            )
    codes = {
        n for n, one in enumerate(facts.plan.appendices)
        if any(column.key == "number" and _CODES.match(column.heading) for column in one.columns)
    }  # fmt: skip
    for row in facts.rows:
        area = isinstance(row.row, Area)
        if row.appendix in codes and not area:
            continue
        running = facts.plan.appendices[row.appendix].numbering == "running" and not area
        key = (row.appendix, "tasks") if running else (*row.place[:-1], area)
        groups.setdefault(key, []).append((row.place, row.number, row.row.number))
        marked[key] = not (area and row.depth == 1 and row.appendix in lettered)
    for key in [key for key in groups if isinstance(key, tuple) and key[-1] is True]:
        tasks = (*key[:-1], False)
        both = [*groups[key], *groups.get(tasks, ())]
        if tasks in groups and all(number.isdigit() for _, number, _ in both):
            del groups[key]  # group "1" with 1.1, 1.2 and task "2" beside it are one row of numbers
            groups[tasks] = sorted(both, key=lambda one: int(one[0][-1]))
    for which, group in groups.items():
        if any(written is not None for *_, written in group):
            read = read_typed_mark if marked.get(which, True) else _unread
            yield [
                Numbered((*place, "number"), text, read(text), written is not None)
                for place, text, written in group
            ]
