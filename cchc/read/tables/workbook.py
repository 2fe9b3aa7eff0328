"""Excel workbooks: the rows of a table that people keep, and sheets that came back, with what their
plain values do not tell."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from cchc.errors import UserError
from cchc.messages import say
from cchc.read.tables.spreadsheet import MAX_ROWS, CellContent, Sheet, SheetRow, read_raw, too_large

MAX_UNPACKED = 12_000_000
"""Bytes of all parts of a workbook; a follow-up sheet of 200 tasks has a quarter of a million."""
_MAX_PARTS = 1_000
_MAX_COLUMNS = 500
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How .xls files begin, and .xlsx files that are locked with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SERIALS = (36526, 73051)
"""2000-01-01 up to 2100-01-01 as the numbers by which Excel keeps days."""

_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z]+[0-9]+:[A-Z]+[0-9]+)["']""")

_DECIMALS = re.compile(r"0\.(0+)")

Oddity = Literal["formula", "error"]


class MergedArea(NamedTuple):
    """Merged cells: rows from 1, columns from 0, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int
    name: str
    """As Excel writes it: `K5:K7`."""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One sheet with what its plain values do not tell."""

    sheet: Sheet
    odd: Mapping[tuple[int, int], Oddity]
    """Cells, by row from 1 and column from 0, that hold a formula or show an error."""
    merged: tuple[MergedArea, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook; `epoch` is the day from which its numbers count days."""

    path: Path
    pages: tuple[SheetPage, ...]
    epoch: datetime

    def day(self, serial: str) -> date | None:
        """Return the day that a plain number means where a date is expected; None: no such day."""
        from openpyxl.utils.datetime import from_excel

        if not serial.isdecimal() or not _SERIALS[0] <= int(serial) < _SERIALS[1]:
            return None
        found = from_excel(int(serial), self.epoch)
        return found.date() if isinstance(found, datetime) else None


def read_xlsx(path: Path) -> list[Sheet]:
    """Return the sheets of a workbook that people keep, with the values that formulas had.

    Raises:
        UserError: there is no such file, it is not an Excel workbook, is damaged or far too large.
    """
    raw = read_raw(path)
    if not raw.startswith(b"PK"):
        raise _not_a_workbook(path)
    from cchc.word.package import Package

    Package(path).refuse_bombs()
    with _opened(raw, _not_a_workbook(path), data_only=True) as book:
        sheets = [Sheet(path.name, page.title, _rows(path, page)[0]) for page in book.worksheets]
    if not sheets:
        raise _not_a_workbook(path)
    return sheets


def read_workbook(path: Path) -> Workbook:
    """Read a sheet that came back: at most `MAX_UNPACKED` bytes, no macros, no password.

    Raises:
        UserError: it cannot be read, is something else, is locked or damaged, has macros, or is
            far too large.
    """
    raw = read_raw(path)
    _check(path, raw)
    with _opened(raw, _damaged(path), data_only=False) as book:
        pages = tuple(_page(path, page, raw) for page in book.worksheets)
        return Workbook(path, pages, book.epoch)


@contextmanager
def _opened(raw: bytes, refusal: UserError, *, data_only: bool) -> Iterator[Any]:
    """Give the workbook as openpyxl has it; whatever openpyxl fails on is the `refusal`."""
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about formats that reading does not need
            # Not read_only, openpyxl makes a cell for each one of a merged area, millions if asked.
            book = openpyxl.load_workbook(
                io.BytesIO(raw), read_only=True, keep_links=False, data_only=data_only
            )
            try:
                yield book
            finally:
                book.close()
    except UserError:
        raise
    except Exception:  # a file that is no workbook fails in as many ways as it has parts
        raise refusal from None


def _check(path: Path, raw: bytes) -> None:
    """Refuse what must not be unpacked, or is no workbook at all, by the list of its parts."""
    if raw.startswith(_OLD_OFFICE):
        if _LOCKED in raw:
            raise UserError(
                say("{path} is protected by a password", path=path),
                say("open it in Excel, take the password off and save it again"),
            )
        raise _not_a_workbook(path)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise too_large(path)
            names = {part.filename.casefold() for part in parts}
            if any(name.endswith("vbaproject.bin") for name in names):
                raise UserError(
                    say("{path} has macros; it was not read", path=path),
                    say("save it as Excel Workbook (.xlsx), which keeps the table and no macros"),
                )
            if "xl/workbook.xml" not in names and "[content_types].xml" not in names:
                raise _not_a_workbook(path)
            if any(b"<!DOCTYPE" in archive.read(part) for part in parts):
                raise _damaged(path)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError):
        raise (_damaged(path) if raw.startswith(b"PK") else _not_a_workbook(path)) from None


def _page(path: Path, page: Any, raw: bytes) -> SheetPage:
    rows, odd = _rows(path, page)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        merged = _merged(path, archive.read(page._worksheet_path))
    return SheetPage(Sheet(path.as_posix(), page.title, rows), odd, merged)


def _rows(path: Path, page: Any) -> tuple[tuple[SheetRow, ...], dict[tuple[int, int], Oddity]]:
    """Return the rows of a sheet that are not blank, and the cells whose values tell less than all."""
    rows: list[SheetRow] = []
    odd: dict[tuple[int, int], Oddity] = {}
    page.reset_dimensions()  # what a file says about its own size is often wrong
    for number, cells in enumerate(page.iter_rows(), start=1):
        values: list[CellContent] = []
        for column, cell in enumerate(cells):
            if cell.data_type in ("f", "e"):
                odd[number, column] = "formula" if cell.data_type == "f" else "error"
            values.append(_value(cell))
        while values and values[-1] == "":
            values.pop()
        if values:
            rows.append(SheetRow(number, tuple(values)))
        if len(values) > _MAX_COLUMNS or len(rows) > MAX_ROWS:
            raise too_large(path)
    return tuple(rows), odd


def _value(cell: Any) -> CellContent:
    """Return what a cell holds, as a person sees it; of a formula its text."""
    value = getattr(cell.value, "text", cell.value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        # The task 2.10 typed as a number is 2.1 shown with two decimals.
        shown = _DECIMALS.fullmatch(cell.number_format or "")
        return f"{value:.{len(shown[1])}f}" if shown else f"{value:.15g}"
    return "" if value is None else str(value).strip()


def _merged(path: Path, part: bytes) -> tuple[MergedArea, ...]:
    """Return the merged areas that the XML of a sheet names."""
    from openpyxl.utils import range_boundaries

    found: list[MergedArea] = []
    for match in _MERGED.finditer(part):
        if len(found) == MAX_ROWS:
            raise too_large(path)
        name = match[1].decode()
        left, top, right, bottom = range_boundaries(name)
        found.append(MergedArea(top, left - 1, bottom, right - 1, name))
    return tuple(sorted(found))


def _not_a_workbook(path: Path) -> UserError:
    return UserError(
        say("{path} is not an Excel workbook", path=path),
        say("save it as .xlsx; older .xls files are not read"),
    )


def _damaged(path: Path) -> UserError:
    return UserError(
        say("{path}: the file is damaged", path=path),
        say("open it in Excel and save it again, or have it sent again"),
    )
