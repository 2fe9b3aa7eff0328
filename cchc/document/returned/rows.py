"""A row of a table of tasks as it may come back: its cells by the fields they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc.document.bookmarks import AREA_MARK, PREFIX
from cchc.intake.lines import clean
from cchc.intake.office_paper import Cell, Paragraph, Place, Table
from cchc.messages import Message, say
from cchc.model.criteria import PRINTED_OF_CRITERIA
from cchc.model.plan import Column


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


_POINTS = "points of "


def cell_name(column: Column) -> str:
    """Return what the cells of a column are: a field of a task, or the points of its criterion."""
    return f"{_POINTS}{column.name}" if column.key in PRINTED_OF_CRITERIA else column.name


def points_of(name: str) -> str | None:
    """Return the column (`Column.name`) of the points that cells of this name hold; None: of none.

    Points stand in the criteria of the plan.
    """
    return name.removeprefix(_POINTS) if name.startswith(_POINTS) else None


def row_lines(
    table: Table, columns: Mapping[int, str], below: int, number: int
) -> Iterator[RowLine]:
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
        marks = tuple(mark for cell in row.cells for mark in cell_marks(cell))
        texts = {columns[at]: _text(cell) for at, cell in sorted(cells.items()) if at in columns}
        wide = next((cell for cell in row.cells if cell.columns > 1), None)
        if any(mark.startswith(AREA_MARK) for mark in marks) and (wide is None or wide.columns < 3):
            named = {key: text for key, text in texts.items() if points_of(key)}
            named |= {key: texts.get(key, "") for key in ("number", "title")}
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


def cell_marks(cell: Cell) -> Iterator[str]:
    """Yield the bookmarks of cchc in a cell."""
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            yield from our_marks(block)
