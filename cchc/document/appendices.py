"""The appendices of a plan as they are printed: label, title, columns and rows."""

from __future__ import annotations

from cchc.document.marks import Marks
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
            rows=_rows(appendix, index, names, marks),
        )
        for index, appendix in enumerate(plan.appendices)
        if appendix.areas or appendix.tasks
    ]


def _columns(plan: Plan, appendix: Appendix) -> tuple[ColumnHead, ...]:
    own = tuple(ColumnHead(c.name, c.heading, c.spanner or "") for c in appendix.columns)
    return own or tuple(ColumnHead(*heading) for heading in KINDS[plan.kind].columns)


def _title(appendix: Appendix, index: int, marks: Marks) -> str:
    title = appendix.title.upper()
    mark = marks.of("appendix", None, title)
    return Traced.of(title, Origin(mark, ("appendices", index), "title", title))


def _rows(
    appendix: Appendix, index: int, names: dict[str, str], marks: Marks
) -> tuple[AreaRow | TaskRow, ...]:
    printed: list[AreaRow | TaskRow] = []
    for numbered in rows(appendix, index):
        row, number, place = numbered.row, numbered.number, numbered.place
        if isinstance(row, Area):
            origin = Origin(marks.of("area", None, row.title), place, "title", row.title, number)
            printed.append(AreaRow(number, row.title, numbered.depth, origin))
            continue
        origin = Origin(marks.of("task", row.id), place, number=number)
        printed.append(TaskRow(**printed_fields(row, number, names), origin=origin))
    return tuple(printed)
