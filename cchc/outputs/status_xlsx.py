"""The answer of `cchc status` as a workbook: a sheet for each table, numbers and shares as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from cchc.messages import say
from cchc.outputs import xlsx as workbooks
from cchc.outputs.due import day
from cchc.outputs.status import Sheet

_NAME, _NUMBER = 44, 12
"""Widths of columns in letters."""


def xlsx(sheets: Sequence[Sheet], today: date) -> bytes:
    """Return the workbook of `sheets`, as of `today`."""
    return workbooks.workbook([_sheet(sheet, today) for sheet in sheets], today)


def _sheet(sheet: Sheet, today: date) -> workbooks.Sheet:
    title = str(say("Standing by {what}", what=sheet.headings[0].lower()))
    rows = [[_cell(value) for value in row] for row in sheet.numbers()]
    widths = [_NAME, *(_NUMBER for _ in sheet.headings[1:])]
    return workbooks.Sheet(
        sheet.headings[0], title.upper(), str(say("As of {today}", today=day(today))),
        sheet.headings, widths, rows, ["" for _ in rows],
    )  # fmt: skip


def _cell(value: str | int | Decimal | None) -> str | int | Decimal | None:
    return value / 100 if isinstance(value, Decimal) else value
