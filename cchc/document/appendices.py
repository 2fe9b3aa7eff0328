"""The appendices of a plan as they are printed: label, title, columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from cchc.document.bookmarks import Marks
from cchc.document.paper import (
    AppendixPaper,
    AreaRow,
    ColumnHead,
    Origin,
    TaskRow,
    Traced,
    printed_fields,
)
from cchc.language.numbering import roman, rows
from cchc.model.criteria import (
    POINTS,
    PRINTED_OF_CRITERIA,
    Criterion,
    printed_points,
    total,
    walked,
)
from cchc.model.field_kinds import extra_heading
from cchc.model.plan import Appendix, Area, Plan
from cchc.model.plan_kinds import KINDS

LABEL = "Phụ lục"
"""Small letters, one appendix or several: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III."""


def printed_appendices(
    plan: Plan, names: dict[str, str], attached: str, marks: Marks
) -> list[AppendixPaper]:
    """Return the appendices that have something to print.

    An appendix without rows (kept in the plan to say why it is missing) is left out, but keeps
    its number. `attached` is the line "(Kèm theo ...)"; `names` are unit names by id.
    """
    several = len(plan.appendices) > 1
    return [
        AppendixPaper(
            label=f"{LABEL} {roman(index + 1)}" if several else LABEL,
            title=_title(appendix, index, marks),
            attached=attached,
            columns=_columns(plan, appendix),
            rows=_rows(appendix, index, names, marks, _Points(plan, appendix)),
        )
        for index, appendix in enumerate(plan.appendices)
        if appendix.areas or appendix.tasks
    ]


class _Points:
    """What the columns of points print, by their headings as tasks keep custom columns."""

    def __init__(self, plan: Plan, appendix: Appendix) -> None:
        self._columns = [one for one in appendix.columns if one.key in PRINTED_OF_CRITERIA]
        self._by_code = {one.code: one for one, _, _ in walked(plan.criteria)}

    def of(self, codes: Sequence[str]) -> dict[str, str]:
        """Return the points of the criteria with these codes, added up; words one after another."""
        held = [self._by_code[code] for code in codes if code in self._by_code]
        if not self._columns or not held:
            return {}
        return {
            extra_heading(column.name) or "": self._printed(column.key, held)
            for column in self._columns
        }

    def _printed(self, key: str, held: Sequence[Criterion]) -> str:
        if key not in POINTS:
            return "; ".join(text for one in held if (text := getattr(one, key)))
        known = [points for one in held if (points := total(one, key)) is not None]
        return printed_points(sum(known, Decimal(0))) if known else ""


def _columns(plan: Plan, appendix: Appendix) -> tuple[ColumnHead, ...]:
    own = tuple(ColumnHead(c.name, c.heading, c.spanner or "") for c in appendix.columns)
    return own or tuple(ColumnHead(*heading) for heading in KINDS[plan.kind].columns)


def _title(appendix: Appendix, index: int, marks: Marks) -> str:
    title = appendix.title.upper()
    mark = marks.of("appendix", None, title)
    return Traced.of(title, Origin(mark, ("appendices", index), "title", title))


def _rows(
    appendix: Appendix, index: int, names: dict[str, str], marks: Marks, points: _Points
) -> tuple[AreaRow | TaskRow, ...]:
    printed: list[AreaRow | TaskRow] = []
    for numbered in rows(appendix, index):
        row, number, place = numbered.row, numbered.number, numbered.place
        if isinstance(row, Area):
            origin = Origin(marks.of("area", None, row.title), place, "title", row.title, number)
            extra = points.of([row.criterion] if row.criterion else [])
            printed.append(AreaRow(number, row.title, numbered.depth, origin, extra))
            continue
        origin = Origin(marks.of("task", row.id), place, number=number)
        fields = printed_fields(row, number, names)
        fields["extra"].update(points.of(row.criteria))
        printed.append(TaskRow(**fields, origin=origin))
    return tuple(printed)
