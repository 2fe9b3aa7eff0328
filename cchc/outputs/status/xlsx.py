"""The answer of `cchc status` as a workbook: a sheet for each table, numbers and shares as numbers."""

from __future__ import annotations

from decimal import Decimal

from cchc.outputs import xlsx as workbooks
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import StatusAnswer, StatusHistory, StatusTable
from cchc.outputs.table import CellValue

FILE_ONLY = True


def write(answer: StatusAnswer, _layout: Layout) -> bytes:
    """Return the workbook."""
    today = answer.today if isinstance(answer, StatusHistory) else answer.status.today
    return workbooks.workbook([_sheet(one) for one in answer.tables()], today)


def _sheet(one: StatusTable) -> workbooks.WorkbookSheet:
    rows = [[_cell(value) for value in row] for row in one.cells]
    return workbooks.WorkbookSheet(one.name, one.title, one.about, one.headings, one.widths, rows)


def _cell(value: CellValue) -> CellValue:
    return value / 100 if isinstance(value, Decimal) else value
