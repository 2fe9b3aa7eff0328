"""The answer of `cchc due` as a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.messages import say
from cchc.outputs import due_words as words
from cchc.outputs import xlsx as workbooks
from cchc.outputs.due_words import SHEET, cells, headings
from cchc.outputs.layout import DueLayout
from cchc.views.due import Due, grouped
from cchc.views.occurrences import Item, State

OPTIONS = frozenset({"--sheet-per-unit"})
FILE_ONLY = True
_FILLS: dict[State, str] = {
    "overdue": "FFC7CE", "due": "FFEB9C", "done": "C6EFCE", "done-late": "E2EFDA",
}  # fmt: skip


def write(answer: Due, layout: DueLayout) -> bytes:
    """Return the answer as a workbook: one sheet with every row, on request one for each unit."""
    sheets = [_sheet(str(say("Due list")), str(say("DUE LIST")), answer.items, answer)]
    if layout.sheet_per_unit:
        for part in grouped(answer.items, "unit", answer.agencies):
            name = str(part.key or say("Nobody leads"))
            sheets.append(_sheet(name, name, part.items, answer))
    return workbooks.workbook(sheets, answer.today)


def _sheet(name: str, title: str, items: Sequence[Item], answer: Due) -> workbooks.WorkbookSheet:
    return workbooks.WorkbookSheet(
        name, title, f"{words.period(answer)}. {words.counts(items)}.", headings(SHEET),
        [field.width for field in SHEET], [cells(item, answer, SHEET) for item in items],
        [_FILLS.get(item.state, "") for item in items],
    )  # fmt: skip
