"""Points of the score book that the office changed in the table of tasks."""

from __future__ import annotations

import re

from cchc.document.returned.comparison import PaperComparison
from cchc.document.returned.rows import RowLine
from cchc.messages import Message, say
from cchc.model.criteria import POINTS, walked
from cchc.model.field_kinds import extra_heading
from cchc.model.plan import Area, Column
from cchc.model.section import Section

_POINTS = re.compile(r"\d+(?:[.,]\d+)?")


def take_points(
    found: PaperComparison, appendix: int, row: RowLine, name: str, now: str, text: str,
    marks: tuple[str, ...],
) -> None:  # fmt: skip
    """Note new points of a row's criterion; those that are no single value are told.

    Args:
        found: where they are noted.
        appendix: the index of the appendix.
        row: the row of the paper.
        name: the name of the column.
        now: what the plan prints there.
        text: what the paper has there.
        marks: the marks of the row.
    """
    column = next(one for one in found.plan.appendices[appendix].columns if one.name == name)
    value = found.value(marks)
    entry = found.entries[value.place] if value else None
    if entry is None or isinstance(entry, Section):
        codes: list[str] = []
    elif isinstance(entry, Area):
        codes = [entry.criterion] if entry.criterion else []
    else:
        codes = list(entry.criteria)
    held = [one for one in walked(found.plan.criteria) if one.criterion.code in codes]
    if (
        len(held) != 1
        or not _fits(column, text)
        or (held[0].criterion.parts and column.key in POINTS)
    ):
        found.out.unsure.append(points_not_taken(row, name, text))
    elif found.decided(row.subject, name, now, text, *marks, shown=column.heading):
        found.out.values[held[0].place, column.key] = text or None


def points_not_taken(row: RowLine, name: str, text: str) -> Message:
    """Say that points on paper are not taken."""
    return say("{place}: “{text}” under “{heading}” is not taken: correct it in “criteria”",
               place=row.place.words, text=text, heading=extra_heading(name))  # fmt: skip


def _fits(column: Column, text: str) -> bool:
    return column.key not in POINTS or not text or bool(_POINTS.fullmatch(text))
