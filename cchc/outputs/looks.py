"""The looks of the cells of one workbook, each put together once.

openpyxl compares every font, border and fill that a cell is given with all it knows; for a thousand
rows that takes longer than everything else. A cell that looks like an earlier one gets its style.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import copy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.cell import Cell


class Looks:
    """The looks known so far in one workbook."""

    def __init__(self) -> None:
        self._known: dict[tuple[Hashable, bytes], Any] = {}

    def dress(self, cell: Cell, look: Hashable, paint: Callable[[Cell], None]) -> None:
        """Give `cell` the look of that name, on top of what is set already; `paint` does so for the
        first such cell."""
        key = look, cell._style.tobytes() if cell._style is not None else b""
        if key in self._known:
            cell._style = copy(self._known[key])
        else:
            paint(cell)
            self._known[key] = copy(cell._style)
