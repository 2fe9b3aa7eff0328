"""The answer of `cchc status` as a workbook: a sheet for each table, numbers and shares as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from cchc.messages import say
from cchc.outputs import status_explained as explained
from cchc.outputs import status_words as words
from cchc.outputs import xlsx as workbooks
from cchc.outputs.due_fields import EXPLAINED
from cchc.outputs.due_words import day
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import StatusTable
from cchc.views.status import Status
from cchc.views.trend import Month

FILE_ONLY = True
_NAME, _NUMBER = 44, 12
"""Widths of columns in letters."""


def write(answer: Status, layout: Layout) -> bytes:
    """Return a workbook with a sheet for each way to count."""
    return _workbook([words.table(answer, way) for way in answer.groups], answer.today)


def write_history(months: Sequence[Month], today: date, layout: Layout) -> bytes:
    """Return a workbook with the standing at the end of each month."""
    return _workbook([words.months(months)], today)


def write_explained(answer: Status, figure: str, layout: Layout) -> bytes:
    """Return a workbook of what stands behind a figure."""
    heads, rows = explained.table(answer, figure)
    sheet = workbooks.Sheet(
        figure, figure.upper(), explained.heading(answer, figure), heads,
        [field.width for field in EXPLAINED], rows,
    )  # fmt: skip
    return workbooks.workbook([sheet], answer.today)


def _workbook(sheets: Sequence[StatusTable], today: date) -> bytes:
    return workbooks.workbook([_sheet(sheet, today) for sheet in sheets], today)


def _sheet(sheet: StatusTable, today: date) -> workbooks.Sheet:
    title = str(say("Standing by {what}", what=sheet.headings[0].lower()))
    rows = [[_cell(value) for value in row] for row in sheet.numbers()]
    widths = [_NAME, *(_NUMBER for _ in sheet.headings[1:])]
    return workbooks.Sheet(
        sheet.headings[0], title.upper(), str(say("As of {today}", today=day(today))),
        sheet.headings, widths, rows,
    )  # fmt: skip


def _cell(value: str | int | Decimal | None) -> str | int | Decimal | None:
    return value / 100 if isinstance(value, Decimal) else value
