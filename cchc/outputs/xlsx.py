"""Rows as a workbook that can be sent on as it is: header, widths, filter, colours, print setup.

Workbooks are the same bytes whenever they say the same.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from textwrap import wrap
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc.messages import visible
from cchc.outputs.table import TitledTable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Border
    from openpyxl.worksheet.worksheet import Worksheet

_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_MAX_NAME = 31
_HEADER_FILL = "1F4E78"
_DATE = "dd/mm/yyyy"
_SHARE = "0.00%"
_WORDS, _NUMBER = 40, 12
"""Widths of columns in letters."""
_A4 = 9
HEADER_ROW = 4
FONT = "Times New Roman"
LINE = 15
"""Points that one line of text takes."""


class WorkbookSheet(NamedTuple):
    """One sheet: its name, what stands above the table, and the table."""

    name: str
    title: str
    subtitle: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[object]]
    fills: Sequence[str] = ()
    """For each row a colour such as `FFC7CE`, or "" for none; of no row where there are none."""


def sheet_of(table: TitledTable, subtitle: str, wide: Iterable[bool]) -> WorkbookSheet:
    """Return the sheet of a table; `wide` tells of each column whether it holds words."""
    return WorkbookSheet(
        str(table.title), str(table.title).upper(), subtitle,
        [str(column.heading) for column in table.columns],
        [_WORDS if one else _NUMBER for one in wide], table.rows,
    )  # fmt: skip


def workbook(sheets: Iterable[WorkbookSheet], made: date) -> bytes:
    """Return the workbook; `made` is the date its properties give."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    used: set[str] = set()
    for sheet in sheets:
        _fill(book.create_sheet(_unique(sheet.name, used)), sheet)
    return saved(book, made)


def _unique(name: str, used: set[str]) -> str:
    """Return a name Excel accepts: no special characters, at most 31 letters, used only once."""
    clean = " ".join(_ILLEGAL.sub(" ", visible(name)).split()).strip("'")[:_MAX_NAME].strip() or "1"
    found, n = clean, 1
    while found.casefold() in used or found.casefold() == "history":
        n += 1
        end = f" ({n})"
        found = clean[: _MAX_NAME - len(end)].rstrip() + end
    used.add(found.casefold())
    return found


def _fill(page: Worksheet, sheet: WorkbookSheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    border = thin_border()
    top = Alignment(vertical="top", wrap_text=True)
    put(page.cell(1, 1), sheet.title).font = Font(FONT, 14, bold=True)
    put(page.cell(2, 1), sheet.subtitle).font = Font(FONT, 11, italic=True)
    plain = Font(FONT, 11)
    for n, (heading, width) in enumerate(zip(sheet.headings, sheet.widths, strict=True), start=1):
        paint_heading(put(page.cell(HEADER_ROW, n), heading))
        page.column_dimensions[get_column_letter(n)].width = width
    for down, (row, colour) in enumerate(zip_longest(sheet.rows, sheet.fills), start=1):
        fill = PatternFill("solid", start_color=colour) if colour else None
        for n, value in enumerate(row, start=1):
            cell = put(page.cell(HEADER_ROW + down, n), value)
            cell.alignment, cell.border, cell.font = top, border, plain
            if fill:
                cell.fill = fill
    for down, row in enumerate((sheet.headings, *sheet.rows)):
        page.row_dimensions[HEADER_ROW + down].height = LINE * lines_needed(row, sheet.widths) + 3
    page_setup(page, len(sheet.headings), len(sheet.rows))


def thin_border() -> Border:
    """Return the border of every cell of a table."""
    from openpyxl.styles import Border, Side

    thin = Side(style="thin", color="BFBFBF")
    return Border(left=thin, right=thin, top=thin, bottom=thin)


def paint_heading(cell: Cell) -> None:
    """Give a cell the look of a heading."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(FONT, 11, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color=_HEADER_FILL)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = thin_border()


def page_setup(page: Worksheet, columns: int, rows: int) -> None:
    """Set filter, frozen headings and how the page is printed, for a table of that size."""
    from openpyxl.utils import get_column_letter

    last = f"{get_column_letter(columns)}{HEADER_ROW + max(rows, 1)}"
    page.auto_filter.ref = f"A{HEADER_ROW}:{last}"
    page.freeze_panes = f"A{HEADER_ROW + 1}"
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = "&P/&N"


def lines_needed(row: Sequence[object], widths: Sequence[int]) -> int:
    """Return the lines the longest cell wraps to: not every program works this out by itself."""
    cells = zip(row, widths, strict=True)
    return max(
        (_lines(cell, width + width // 8) for cell, width in cells if isinstance(cell, str)),
        default=1,
    )


def _lines(text: str, width: int) -> int:
    if len(text) <= width and "\t" not in text:  # most cells: wrapping them would be slow
        return int(bool(text.strip()))
    return len(wrap(text, width))


def put(cell: Cell, value: object) -> Any:
    """Set a value: a date stays a date, a Decimal is a share of 1 and shown in percent, and text
    stays text even when it starts with "=".
    """
    if value == "":
        return cell
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DATE
        elif isinstance(value, Decimal):
            cell.number_format = _SHARE
    return cell


def put_text(cell: Cell, text: str) -> None:
    """Set a text that stays text even when it starts with "="."""
    cell.value = visible(text)
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@")):
        cell.quotePrefix = True


_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file knows."""
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def saved(book: Workbook, made: date, title: str | None = None) -> bytes:
    """Return the bytes of `book`, said to be made by cchc at that date."""
    out = BytesIO()
    save(book, BytesIO(), out, made, title)
    return out.getvalue()


def save(
    book: Workbook, file: IO[bytes], out: IO[bytes], made: date, title: str | None = None
) -> None:
    """Write to `out` what `saved` returns; `file` is a place for it in between, however large."""
    book.properties.creator = "cchc"
    book.properties.title = title
    book.properties.created = book.properties.modified = datetime(made.year, made.month, made.day)
    book.save(file)
    _copy(file, out, made)


def _copy(workbook: IO[bytes], out: IO[bytes], made: date) -> None:
    """Copy without the moment of saving, one part of the workbook in pieces at a time."""
    moment = f"{made:%Y-%m-%d}T00:00:00Z".encode()
    with ZipFile(workbook) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            part.create_system = 0  # else it tells Windows from Linux
            if name == _CORE:
                new.writestr(part, _MODIFIED.sub(rb"\g<1>" + moment + rb"\g<2>", old.read(name)))
                continue
            part.file_size = old.getinfo(name).file_size  # it may be too large for a short header
            with old.open(name) as content, new.open(part, "w") as copy:
                shutil.copyfileobj(content, copy)
