"""The table of tasks as one sheet for Excel and Power BI: headings in the first row, no decoration.

Written row by row; text stays text even when it starts with "=".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import IO, TYPE_CHECKING, Any

from cchc.errors import UserError
from cchc.messages import say
from cchc.model.task import TASK_FIELDS
from cchc.outputs.export.csv import flat_cell
from cchc.outputs.xlsx import put_text, save
from cchc.temporary_files import temporary_file
from cchc.views.export import COLUMNS, ExportRow, ExportValue

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MAX_ROWS = 1_048_576
"""What a sheet of Excel holds, headings included."""
_NARROW, _WIDE = 14, 40
_LONG = {"appendix", "area", "subarea"} | {
    name for name, field in TASK_FIELDS.items() if field.kind == "text" and field.printed
}


def write(rows: Iterable[ExportRow], made: date, out: IO[bytes]) -> None:
    """Write the table as a workbook to `out`; `made` is the date its properties give.

    The same rows and date give the same bytes.

    Raises:
        UserError: there are more rows than a sheet holds, or no place for a temporary file.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page: Any = book.create_sheet("tasks")
    _prepare(page)
    page.append([column.name for column in COLUMNS])
    try:
        count = _fill(page, rows)
    except BaseException:
        page.close()  # else openpyxl complains on standard error of what it did not finish
        raise
    page.auto_filter.ref = f"A1:{_letter(len(COLUMNS))}{count}"
    with temporary_file() as file:
        save(book, file, out, made)


def _fill(page: Any, rows: Iterable[ExportRow]) -> int:
    """Write the rows, and return the number of the last row of the sheet."""
    last = 1
    for last, row in enumerate(rows, start=2):
        if last > MAX_ROWS:
            raise UserError(
                say("the table has more rows than a sheet of Excel holds ({count})",
                    count=MAX_ROWS),
                say("write --format csv or parquet, or name fewer plans"),
            )  # fmt: skip
        page.append([_cell(page, value) for value in row])
    return last


def _prepare(page: WriteOnlyWorksheet) -> None:
    page.freeze_panes = "A2"
    for n, column in enumerate(COLUMNS, start=1):
        page.column_dimensions[_letter(n)].width = (
            _WIDE if column.type == "texts" or column.name in _LONG else _NARROW
        )


def _letter(n: int) -> str:
    from openpyxl.utils import get_column_letter

    letter: str = get_column_letter(n)
    return letter


def _cell(page: Any, value: ExportValue) -> object:
    from openpyxl.cell import WriteOnlyCell

    shown = flat_cell(value)
    if isinstance(shown, date):
        cell = WriteOnlyCell(page, shown)
        cell.number_format = "yyyy-mm-dd"
        return cell
    if not isinstance(shown, str):
        return shown
    cell = WriteOnlyCell(page)
    put_text(cell, shown)
    return cell
