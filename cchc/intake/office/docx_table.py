"""The grid of a Word table: which columns and rows each cell covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.intake.office.package import Element
from cchc.intake.office.wordml import CHOICE, child, chosen, flag, number, value, w

MAX_COLUMNS = 63
"""Word has no more; a file that says so is damaged."""

_TR, _TC = w("tr"), w("tc")
_THROUGH = frozenset(w(n) for n in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))


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
        column = _count(properties, "gridBefore", 0)
        cells: list[GridCell] = []
        goes_on: dict[int, GridCell] = {}
        for node in _cells(tr):
            look = child(node, "tcPr")
            columns = _count(look, "gridSpan", 1) or 1
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
        self.width = max(self.width, column + _count(properties, "gridAfter", 0))
        return cells

    def rows_of(self, cell: GridCell) -> int:
        """Return how many rows `cell` covers, once all rows are laid out."""
        return self._rows.get(cell, 1)

    @staticmethod
    def is_header(tr: Element) -> bool:
        """Return whether Word repeats the row on each page."""
        return bool(flag(child(tr, "trPr"), "tblHeader"))


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the w:tr of a table, without rows whose deletion was tracked."""
    for node in _through(table, _TR):
        if child(node, "trPr", "del") is None:
            yield node


def _cells(tr: Element) -> Iterator[Element]:
    return _through(tr, _TC)


def _through(parent: Element, tag: str) -> Iterator[Element]:
    for node in parent:
        if node.tag == tag:
            yield node
        elif node.tag in _THROUGH:
            yield from _through(node, tag)
        elif node.tag == CHOICE and (branch := chosen(node)) is not None:
            yield from _through(branch, tag)


def _count(look: Element | None, name: str, default: int) -> int:
    found = number(look, name)
    return default if found is None else min(max(found, 0), MAX_COLUMNS)
