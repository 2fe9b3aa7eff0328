"""The answer of `cchc due` as CSV, Markdown and workbook: the same rows in each."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.messages import say
from cchc.outputs import csv as csv_rows
from cchc.outputs import due as words
from cchc.outputs import markdown as markdown_rows
from cchc.outputs import xlsx as workbooks
from cchc.outputs.due_fields import DATA, READING, SHEET, cells, headings
from cchc.outputs.due_text import parts
from cchc.views.due import Due
from cchc.views.grouping import By, grouped
from cchc.views.occurrences import Item, State

_FILLS: dict[State, str] = {
    "overdue": "FFC7CE", "due": "FFEB9C", "done": "C6EFCE", "done-late": "E2EFDA",
}  # fmt: skip


def csv(answer: Due) -> str:
    """Return every row as CSV."""
    return csv_rows.dumps(headings(DATA), (cells(item, answer, DATA) for item in answer.items))


def markdown(answer: Due, by: By | None = None) -> str:
    """Return the answer as Markdown with a table under each heading."""
    out = [f"**{markdown_rows.escape(str(words.period(answer)))}**\n"]
    for heading, items in parts(answer, by):
        rows = markdown_rows.table(
            headings(READING), (cells(item, answer, READING) for item in items)
        )
        out.append(f"### {markdown_rows.escape(heading)}: {len(items)}\n\n{rows}")
    if not answer.items:
        nothing = say("nothing is due")
        out.append(f"{nothing}\n")
    out.append(f"{words.counts(answer.items)}\n")
    return "\n".join(out)


def xlsx(answer: Due, *, per_unit: bool = False) -> bytes:
    """Return the answer as a workbook: one sheet with every row, on request one for each unit."""
    sheets = [_sheet(str(say("Due list")), str(say("DUE LIST")), answer.items, answer)]
    if per_unit:
        for part in grouped(answer.items, "unit", answer.communes):
            name = str(part.key or say("Nobody leads"))
            sheets.append(_sheet(name, name, part.items, answer))
    return workbooks.workbook(sheets, answer.today)


def _sheet(name: str, title: str, items: Sequence[Item], answer: Due) -> workbooks.Sheet:
    return workbooks.Sheet(
        name, title, f"{words.period(answer)}. {words.counts(items)}.", headings(SHEET),
        [field.width for field in SHEET], [cells(item, answer, SHEET) for item in items],
        [_FILLS.get(item.state, "") for item in items],
    )  # fmt: skip
