"""Paragraphs and tables in the order in which they are seen, and the grid of a table: what each cell covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.word.markup import CHOICE, Element, child, chosen, flag, hexadecimal, number, value, w
from cchc.word.measures import twips
from cchc.word.tracked_changes import ADDED, TAKEN, row_deleted

WRAPPERS = ADDED | {w(n) for n in ("sdt", "sdtContent", "customXml", "smartTag")}
"""What may stand around blocks, rows, cells and runs without being seen."""
P, TBL = w("p"), w("tbl")
_ALT = w("altChunk")


def blocks_of(container: Element, left_out: Counter[str] | None = None) -> Iterator[Element]:
    """Yield the w:p and w:tbl of a body, a cell, a text box or a page header.

    Args:
        container: what holds them.
        left_out: counts what is not handed on: `deleted`, `embedded`.
    """
    for node in container:
        if node.tag in (P, TBL):
            yield node
        elif node.tag in WRAPPERS:
            yield from blocks_of(node, left_out)
        elif node.tag == CHOICE:
            if (branch := chosen(node)) is not None:
                yield from blocks_of(branch, left_out)
        elif left_out is not None:
            left_out["deleted"] += node.tag in TAKEN
            left_out["embedded"] += node.tag == _ALT


def inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows (`tr`) of a table or the cells (`tc`) of a row, whatever they are wrapped in."""
    tag = w(name)
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag in WRAPPERS:
            yield from inside(node, name)
        elif node.tag == CHOICE and (branch := chosen(node)) is not None:
            yield from inside(branch, name)


MAX_COLUMNS = 63
"""Word has no more; a file that says so is damaged."""
_ON = ("1", "true", "on")
_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80}
_PARTS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol"}


@dataclass(eq=False, slots=True)
class GridCell:
    """One w:tc in its row."""

    node: Element
    number: int
    """Counted from 1 as it is seen in the row, cells merged away from above counted too."""
    column: int
    columns: int
    goes_on: bool
    """It only goes on with a cell above."""


class Grid:
    """Lays out the rows of one table from top to bottom."""

    def __init__(self) -> None:
        self.width = 0
        self._open: dict[int, GridCell] = {}
        self._rows: dict[GridCell, int] = {}

    def row(self, tr: Element) -> list[GridCell]:
        """Return the cells of the next row."""
        properties = child(tr, "trPr")
        column = column_count(properties, "gridBefore", 0)
        cells: list[GridCell] = []
        goes_on: dict[int, GridCell] = {}
        for node in inside(tr, "tc"):
            look = child(node, "tcPr")
            columns = column_count(look, "gridSpan", 1) or 1
            merged = child(look, "vMerge") is not None
            aside = child(look, "hMerge") is not None and value(look, "hMerge") != "restart"
            if aside and cells:
                cells[-1].columns += columns
                column += columns
                continue
            below = merged and value(look, "vMerge") != "restart" and column in self._open
            cell = GridCell(node, len(cells) + 1, column, columns, below)
            cells.append(cell)
            if below:
                self._rows[self._open[column]] += 1
                goes_on[column] = self._open[column]
            else:
                self._rows[cell] = 1
                if merged:
                    goes_on[column] = cell
            column += columns
        self._open = goes_on
        self.width = max(self.width, column + column_count(properties, "gridAfter", 0))
        return cells

    def rows_of(self, cell: GridCell) -> int:
        """Return how many rows `cell` covers, once all rows are laid out."""
        return self._rows.get(cell, 1)

    @staticmethod
    def is_header(tr: Element) -> bool:
        """Return whether Word repeats the row on each page."""
        return bool(flag(child(tr, "trPr"), "tblHeader"))


def table_rows(table: Element) -> Iterator[Element]:
    """Return the w:tr of a table, without rows whose deletion was tracked."""
    return (row for row in inside(table, "tr") if not row_deleted(row))


def grid_of(table: Element) -> list[int]:
    """Return the widths of the columns of a table, in twips; 0 for one that says none."""
    columns = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    return [max(0, twips(column.get(w("w"))) or 0) for column in columns]


def column_count(look: Element | None, name: str, default: int) -> int:
    """Return a number of columns (gridSpan, gridBefore, gridAfter), at most `MAX_COLUMNS`."""
    found = number(look, name)
    return default if found is None else min(max(found, 0), MAX_COLUMNS)


class TableStyle:
    """The style of one table: which of its parts apply to which cell (17.7.6, 17.4.56)."""

    def __init__(self, table: Element, rows: int) -> None:
        """Read the properties of the w:tbl `table`, which has so many `rows`."""
        look = child(table, "tblPr")
        self._style, self._rows = value(look, "tblStyle"), rows
        shown = child(look, "tblLook")
        self._on = {
            name for name, bit in _BITS.items() if shown is not None and _on(shown, name, bit)
        }

    def parts(self, row: int, cell: int) -> tuple[str, ...]:
        """Return the id of the style and its parts for a cell; row and cell counted from 1."""
        applies = (
            ("firstRow", row == 1),
            ("lastRow", row == self._rows > 1),
            ("firstColumn", cell == 1),
        )
        return (self._style, *(_PARTS[name] for name, here in applies if here and name in self._on))


def _on(shown: Element, name: str, bit: int) -> bool:
    said = shown.get(w(name))
    return said in _ON if said is not None else bool(hexadecimal(shown.get(w("val"))) & bit)
