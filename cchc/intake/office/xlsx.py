"""An Excel workbook (.xlsx, .xlsm) as an `OfficePaper`: the rows of each visible sheet are a table.

Its parts are read here, not by openpyxl: a workbook of a few KB may name merged ranges and cells
for which a full model of the sheet would take all memory there is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from cchc.intake.office import refusal
from cchc.intake.office.left_out import sheet_notes
from cchc.intake.office.sheet_cells import SheetCell, SheetReader, TooManyCellsError, s
from cchc.intake.office_paper import Block, Cell, OfficePaper, Paragraph, Place, Row, Table
from cchc.word.markup import Element
from cchc.word.package import Package
from cchc.word.refusal import damaged, too_large

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read(path: Path) -> OfficePaper:
    """Return what stands in the workbook at `path`.

    Raises:
        UserError: it cannot be read; the message names the file and the remedy.
    """
    package = Package(path)
    main = package.main_part()
    main = main if main in package.names else "xl/workbook.xml"
    book = package.xml(main)
    if book is None:
        raise damaged(path)
    parts, related = package.related_by_id(main), package.related(main)
    reader = SheetReader(
        package.xml(related.get("sharedStrings", "xl/sharedStrings.xml")),
        package.xml(related.get("styles", "xl/styles.xml")),
        _from_1904(book),
    )
    blocks: list[Block] = []
    hidden: list[str] = []
    for node in book.iter(s("sheet")):
        name = node.get("name") or ""
        if node.get("state", "visible") != "visible":
            hidden.append(name)
            continue
        sheet = package.xml(parts.get(node.get(_RELATION_ID) or "", ""))
        if sheet is None:
            continue
        try:
            cells = reader.read(sheet)
        except TooManyCellsError as error:
            raise too_large(path) from error
        reader.seen.comments += _comments(package, parts.get(node.get(_RELATION_ID) or "", ""))
        blocks += sheet_blocks(cells, name, sum(isinstance(one, Table) for one in blocks))
    if not blocks:
        raise refusal.no_text(path)
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.names)
    notes = sheet_notes(hidden, reader.hidden_rows, reader.formulas, reader.old_fonts, macros,
                        seen=reader.seen)  # fmt: skip
    return OfficePaper(path, tuple(blocks), notes)


def _comments(package: Package, sheet: str) -> list[str]:
    """Return the comments on the cells of a sheet, each with the cell it hangs on."""
    root = package.xml(package.related(sheet).get("comments", ""))
    found = []
    for one in () if root is None else root.iter(s("comment")):
        text = " ".join("".join(t.text or "" for t in one.iter(s("t"))).split())
        if text:
            found.append(f"{one.get('ref') or ''}: {text}")
    return found


def _from_1904(book: Element) -> bool:
    settings = book.find(s("workbookPr"))
    return settings is not None and settings.get("date1904") in ("1", "true")


MAX_COLUMNS = 63
"""Up to this width, empty cells are handed on too; a lone cell far to the right makes none."""
_TABLE_CELLS = 3
"""A row with as many cells belongs to the table; letterheads and signatures have one or two."""

_RECIPIENTS = re.compile(r"N[Ơơ][Ii] [Nn][Hh][Ậậ][Nn]\s*:")
_BELOW = re.compile(
    rf"[IVX]{{1,5}}\s*[.)]\s*\w|Trên đây là\b|{_RECIPIENTS.pattern}|[\s\S]{{20,}}\./\.\s*\Z"
)
"""What begins the text below a table: the next part of the plan, its closing words, or its end."""


def sheet_blocks(cells: list[SheetCell], sheet: str, tables: int) -> Iterator[Block]:
    """Yield the blocks of a sheet; `tables` is the number of tables in the sheets before."""
    rows = [list(group) for _, group in groupby(cells, lambda cell: cell.row)]
    first, end = _table(rows)
    groups = [rows[:first], rows[first:end], rows[end:]]
    for n, group in enumerate(groups):
        if n == 1 and group:
            tables += 1
            yield _as_table(group, sheet, tables)
            continue
        ending = next((n for n, row in enumerate(group) if _begins_ending(row)), len(group))
        for alone, same in groupby(group[:ending], lambda row: len(row) == 1):
            if alone:
                for (cell,) in same:
                    place = Place(sheet=sheet, row=cell.row, cell=cell.column)
                    yield Paragraph(cell.text, place, bold=cell.bold, italic=cell.italic)
            else:
                tables += 1
                yield _as_table(list(same), sheet, tables)
        if group[ending:]:
            tables += 1
            yield _as_table(group[ending:], sheet, tables)


def _begins_ending(row: list[SheetCell]) -> bool:
    """Whether recipients and signature begin here, side by side: they are one table to the end."""
    return len(row) > 1 and _RECIPIENTS.match(row[0].text) is not None


def _table(rows: list[list[SheetCell]]) -> tuple[int, int]:
    """Return where the table begins and ends: an empty row, a part or "Nơi nhận" follows it."""
    most = max((len(row) for row in rows), default=0)
    if most < 2:
        return len(rows), len(rows)
    wide = [n for n, row in enumerate(rows) if len(row) >= min(most, _TABLE_CELLS)]
    end = wide[-1] + 1
    while (
        end < len(rows)
        and rows[end][0].row == (rows[end - 1][0].row + 1)
        and not any(_BELOW.match(cell.text) for cell in rows[end][:2])
    ):
        end += 1
    return wide[0], end


def _as_table(rows: list[list[SheetCell]], sheet: str, number: int) -> Table:
    left = min(row[0].column for row in rows)
    width = max(row[-1].column for row in rows) - left + 1
    numbers = [row[0].row for row in rows]
    covered: dict[int, int] = {}
    """The last row that a merged cell covers in a column, counted in the table."""
    made = []
    for n, row in enumerate(rows):
        cells: list[Cell] = []
        texts = {cell.column - left: cell for cell in row}
        columns = range(width) if width <= MAX_COLUMNS else sorted(texts)
        for column in columns:
            if covered.get(column, -1) >= n:
                continue
            place = Place(table=number, sheet=sheet, row=numbers[n], cell=column + left)
            cell = texts.get(column)
            if cell is None:
                cells.append(Cell("", place, column))
                continue
            wide = min(cell.columns, width - column)
            tall = bisect_right(numbers, cell.row + cell.rows - 1) - n
            for under in range(column, column + wide):
                covered[under] = n + tall - 1
            cells.append(Cell(cell.text, place, column, wide, tall, cell.bold, cell.italic))
        made.append(Row(tuple(cells), Place(table=number, sheet=sheet, row=numbers[n])))
    return Table(tuple(made), Place(table=number, sheet=sheet, row=numbers[0]), width)
