"""A table that people keep: rows with their places, and how they are read from a CSV file."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.errors import UserError, reason
from cchc.messages import say
from cchc.word.refusal import empty

MAX_BYTES = 10_000_000
MAX_ROWS = 20_000
"""A table of progress has some hundred rows; past this it is another file by mistake."""

CellContent = str | date
"""Text without spaces around it, empty for an empty cell; or a date that Excel holds as one."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; `number` is its line in the file or sheet, from 1."""

    number: int
    cells: tuple[CellContent, ...]

    def cell(self, column: int) -> CellContent:
        """Return the cell in a column from 0; empty where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet, or of a CSV file, which has no name."""

    file: str
    name: str
    rows: tuple[SheetRow, ...]

    def where(self, row: SheetRow, column: int) -> str:
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
        text = read_raw(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            say("{path} is not UTF-8", path=path),
            say("in Excel choose “CSV UTF-8” when saving, or use --from-xlsx"),
        ) from None
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[SheetRow] = []
    line = 1
    try:
        for cells in reader:
            rows.append(SheetRow(line, tuple(cell.strip() for cell in cells)))
            line = reader.line_num + 1
    except csv.Error:
        raise UserError(
            say("{path}:{line}: a quotation mark is not closed, or text follows it",
                path=path, line=line),
            say("double a quotation mark that belongs to the text"),
        ) from None  # fmt: skip
    return [Sheet(path.name, "", _bounded(path, rows))]


def read_raw(path: Path) -> bytes:
    """Return the bytes of a table, at most `MAX_BYTES`.

    Raises:
        UserError: it cannot be read, is empty, or is far too large.
    """
    try:
        with path.open("rb") as file:  # a device has no size and no end
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(
            say("{path} cannot be read: {reason}", path=path, reason=reason(error))
        ) from None
    if not data:
        raise empty(path)
    if len(data) > MAX_BYTES:
        raise too_large(path)
    return data


def _bounded(path: Path, rows: list[SheetRow]) -> tuple[SheetRow, ...]:
    kept: list[SheetRow] = []
    for row in rows:
        if any(row.cells):
            kept.append(row)
        if row.number > MAX_ROWS:
            raise too_large(path)
    return tuple(kept)


def too_large(path: Path) -> UserError:
    """Refuse what is more than any table of progress."""
    return UserError(
        say("{path} is too large for a table of progress", path=path),
        say("check that it is the right file; at most {rows} rows are read", rows=MAX_ROWS),
    )
