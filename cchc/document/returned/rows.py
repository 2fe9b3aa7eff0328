"""A row of a table of tasks as it may come back: its cells by the fields they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc.document.bookmarks import AREA_MARK, PREFIX
from cchc.intake.lines import clean
from cchc.intake.paper import Cell, Paragraph, Place, Row, Table
from cchc.intake.table_head import find_head
from cchc.language.names import fold
from cchc.messages import Message, say
from cchc.model.criteria import PRINTED_OF_CRITERIA
from cchc.model.plan import Column

POINTS_OF = "points of "
"""Before the heading of a column of points: these stand in the criteria of the plan."""


@dataclass(slots=True)
class RowLine:
    """A row of a table of tasks: a heading in it, or work."""

    cells: Mapping[str, str]
    """By the name of the column (`Column.name`); of a heading `number` and `title`."""
    area: bool
    marks: tuple[str, ...]
    place: Place
    table: int

    @property
    def title(self) -> str:
        """The work, or the heading."""
        return " ".join(self.cells.get("title", "").split())

    @property
    def subject(self) -> Message:
        """What it is called in messages."""
        if self.area:
            return say("heading “{title}”", title=self.title)
        return say("task {number} “{title}”", number=self.cells.get("number", ""), title=self.title)

    @property
    def number(self) -> str:
        """The number, without full stops at its ends."""
        return self.cells.get("number", "").strip(". ")


def our_marks(paragraph: Paragraph) -> tuple[str, ...]:
    """Return the bookmarks of cchc in a paragraph."""
    return tuple(mark for mark in paragraph.marks if mark.startswith(PREFIX))


def name_of(column: Column) -> str:
    """Return what the cells of a column are: a field of a task, or the points of its criterion."""
    return f"{POINTS_OF}{column.heading}" if column.key in PRINTED_OF_CRITERIA else column.name


def columns_of(table: Table, columns: Sequence[Column]) -> tuple[dict[int, str], int] | None:
    """Return the field of each column and the index of the first row below the heading rows."""
    wanted = {fold(one.heading): name_of(one) for one in columns}
    for n, row in enumerate(table.rows[:6]):
        found = _headings(row, wanted)
        below = n + 1
        if found and n + 1 < len(table.rows) and (more := _headings(table.rows[n + 1], wanted)):
            found, below = {**found, **more}, n + 2
        if len(found) * 2 >= len(wanted) and "title" in found.values():
            return found, below
    head = find_head(table)
    if head is None:
        return None
    keys = {name_of(one) for one in columns}
    return {
        one.at: wanted.get(fold(one.heading), one.holds)
        for one in head.columns
        if wanted.get(fold(one.heading), one.holds) in keys
    }, head.first + head.rows


def _headings(row: Row, wanted: Mapping[str, str]) -> dict[int, str]:
    return {cell.column: wanted[fold(cell.text)] for cell in row.cells if fold(cell.text) in wanted}


def rows_of(table: Table, columns: Mapping[int, str], below: int, number: int) -> Iterator[RowLine]:
    """Yield the rows of table `number` from the row `below` on."""
    reach: dict[int, tuple[Cell, int]] = {}
    for n, row in enumerate(table.rows[below:]):
        cells = {cell.column: cell for cell in row.cells}
        for at, (cell, last) in reach.items():
            if n <= last:
                cells.setdefault(at, cell)  # a merged cell speaks for all rows it reaches over
        for cell in row.cells:
            if cell.rows > 1:
                reach[cell.column] = (cell, n + cell.rows - 1)
        marks = tuple(mark for cell in row.cells for mark in _cell_marks(cell))
        texts = {columns[at]: _text(cell) for at, cell in sorted(cells.items()) if at in columns}
        wide = next((cell for cell in row.cells if cell.columns > 1), None)
        if any(mark.startswith(AREA_MARK) for mark in marks) and (wide is None or wide.columns < 3):
            named = {key: texts.get(key, "") for key in ("number", "title")}
            yield RowLine(named, True, marks, row.place, number)
        elif wide is not None and wide.columns + 1 >= table.columns:
            first = next((cell for cell in row.cells if cell is not wide), None)
            cells_ = {"number": _text(first) if first else "", "title": _text(wide)}
            if cells_["title"]:
                yield RowLine(cells_, True, marks, row.place, number)
        elif any(texts.values()):
            yield RowLine(texts, False, marks, row.place, number)


def _text(cell: Cell) -> str:
    return "\n".join(" ".join(line.split()) for line in clean(cell.text).splitlines()).strip()


def _cell_marks(cell: Cell) -> Iterator[str]:
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            yield from our_marks(block)
