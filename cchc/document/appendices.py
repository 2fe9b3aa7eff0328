"""The appendices of a plan as they are printed: label, title, columns and rows."""

from __future__ import annotations

from cchc.document.paper import AppendixPaper, AreaRow, ColumnHead, TaskRow, printed_fields
from cchc.language.numbering import roman, rows
from cchc.model.plan import Appendix, Area, Kind, Plan

LABEL = "Phụ lục"
"""Small letters, one appendix or several: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III."""

_NUMBER = ColumnHead("number", "TT")
_LEAD = ColumnHead("lead", "Cơ quan, đơn vị chủ trì")
_SUPPORT = ColumnHead("support", "Cơ quan, đơn vị phối hợp")
_DEADLINE = ColumnHead("deadline", "Thời gian hoàn thành")
_SHARED = "Phân công nhiệm vụ"

DEFAULT_COLUMNS: dict[Kind, tuple[ColumnHead, ...]] = {
    "cchc": (
        _NUMBER,
        ColumnHead("title", "Nhiệm vụ"),
        _LEAD,
        _SUPPORT,
        ColumnHead("product", "Sản phẩm"),
        _DEADLINE,
    ),
    "kstthc": (
        _NUMBER,
        ColumnHead("title", "Nội dung công việc"),
        _LEAD,
        _SUPPORT,
        _DEADLINE,
    ),
    "par-index": (
        _NUMBER,
        ColumnHead("title", "Lĩnh vực, tiêu chí"),
        ColumnHead("requirement", "Yêu cầu"),
        _DEADLINE,
        ColumnHead("lead", "Chủ trì", _SHARED),
        ColumnHead("support", "Phối hợp", _SHARED),
    ),
}
"""The columns of an appendix that names none, by kind of plan."""


def printed_appendices(plan: Plan, names: dict[str, str], attached: str) -> list[AppendixPaper]:
    """Return the appendices that have something to print.

    An appendix without rows (kept in the plan to say why it is missing) is left out, but keeps
    its number. `attached` is the line "(Kèm theo ...)"; `names` are unit names by id.
    """
    several = len(plan.appendices) > 1
    return [
        AppendixPaper(
            label=f"{LABEL} {roman(index + 1)}" if several else LABEL,
            title=appendix.title.upper(),
            attached=attached,
            columns=_columns(plan, appendix),
            rows=_rows(appendix, index, names),
        )
        for index, appendix in enumerate(plan.appendices)
        if appendix.areas or appendix.tasks
    ]


def _columns(plan: Plan, appendix: Appendix) -> tuple[ColumnHead, ...]:
    own = tuple(ColumnHead(c.key, c.heading, c.spanner or "") for c in appendix.columns)
    return own or DEFAULT_COLUMNS[plan.kind]


def _rows(appendix: Appendix, index: int, names: dict[str, str]) -> tuple[AreaRow | TaskRow, ...]:
    printed: list[AreaRow | TaskRow] = []
    for numbered in rows(appendix, index):
        row = numbered.row
        if isinstance(row, Area):
            printed.append(AreaRow(numbered.number, row.title, numbered.depth))
            continue
        printed.append(TaskRow(**printed_fields(row, numbered.number, names)))
    return tuple(printed)
