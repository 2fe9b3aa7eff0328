"""A table that people keep: rows of a CSV file or of the sheets of an Excel file, with places."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cchc.errors import UserError, reason
from cchc.messages import say

MAX_BYTES = 10_000_000
MAX_ROWS = 20_000
"""A table of progress has some hundred rows; past this it is another file by mistake."""

Value = str | date
"""Text without spaces around it, empty for an empty cell; or a date that Excel holds as one."""
_DECIMALS = re.compile(r"0\.(0+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` is its line in the file or sheet, from 1."""

    number: int
    cells: tuple[Value, ...]

    def cell(self, column: int) -> Value:
        """Return the cell in a column from 0; empty where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet, or of a CSV file, which has no name."""

    file: str
    name: str
    rows: tuple[Row, ...]

    def where(self, row: Row, column: int) -> str:
        """Return the place of a cell for people: `x.xlsx: Tháng 6!D5`, or `x.csv:5:4`."""
        if not self.name:
            return f"{self.file}:{row.number}:{column + 1}"
        return f"{self.file}: {self.name}!{letters(column)}{row.number}"


def letters(column: int) -> str:
    """Return the name of a column from 0: A, B, AA."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(ord("A") + rest) + out
    return out


def read_csv(path: Path) -> list[Sheet]:
    """Return the one sheet of a UTF-8 CSV file; commas, semicolons or tabs part the columns.

    Raises:
        UserError: there is no such file, it is not UTF-8, or its quotes are not closed.
    """
    try:
        text = _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            say("{path} is not UTF-8", path=path),
            say("in Excel choose “CSV UTF-8” when saving, or use --from-xlsx"),
        ) from None
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            rows.append(Row(line, tuple(cell.strip() for cell in cells)))
            line = reader.line_num + 1
    except csv.Error:
        raise UserError(
            say("{path}:{line}: a quotation mark is not closed, or text follows it",
                path=path, line=line),
            say("double a quotation mark that belongs to the text"),
        ) from None  # fmt: skip
    return [Sheet(path.name, "", _bounded(path, rows))]


def read_xlsx(path: Path) -> list[Sheet]:
    """Return the sheets of an Excel workbook (.xlsx), with the values that formulas had.

    Raises:
        UserError: there is no such file, it is not an Excel workbook, is damaged or far too large.
    """
    import warnings

    import openpyxl

    raw = _bytes(path)
    if raw.startswith(b"PK"):
        from cchc.word.package import Package

        Package(path).refuse_bombs()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about formats that reading does not need
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
            try:
                sheets = [
                    Sheet(path.name, sheet.title, _bounded(path, _excel_rows(sheet)))
                    for sheet in book.worksheets
                ]
            finally:
                book.close()
        if not sheets:
            raise ValueError("no sheet")
        return sheets
    except UserError:
        raise
    except Exception:  # a file that is no workbook fails in as many ways as it has parts
        raise UserError(
            say("{path} is not an Excel workbook", path=path),
            say("save it as .xlsx; older .xls files are not read"),
        ) from None


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:  # a device has no size and no end
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(
            say("{path} cannot be read: {reason}", path=path, reason=reason(error))
        ) from None
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    return data


def _bounded(path: Path, rows: list[Row] | Iterator[Row]) -> tuple[Row, ...]:
    kept: list[Row] = []
    for row in rows:
        if any(row.cells):
            kept.append(row)
        if row.number > MAX_ROWS:
            raise _too_large(path)
    return tuple(kept)


def _too_large(path: Path) -> UserError:
    return UserError(
        say("{path} is too large for a table of progress", path=path),
        say("check that it is the right file; at most {rows} rows are read", rows=MAX_ROWS),
    )


def _excel_rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a file says about its own size is often wrong
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield Row(number, tuple(excel_value(cell) for cell in cells))


def excel_value(cell: Any) -> Value:
    """Return what an openpyxl cell holds, as a person sees it."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        # The task 2.10 typed as a number is 2.1 shown with two decimals.
        shown = _DECIMALS.fullmatch(cell.number_format or "")
        return f"{value:.{len(shown[1])}f}" if shown else f"{value:.15g}"
    return "" if value is None else str(value).strip()
