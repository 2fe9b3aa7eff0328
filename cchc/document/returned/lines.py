"""A paper as the lines and rows that may come back: texts with their numbers, marks and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cchc.document.marks import AREA_MARK, PREFIX
from cchc.intake.lines import clean, is_capitals
from cchc.intake.marks import read_label, read_mark
from cchc.intake.paper import Block, Cell, Paper, Paragraph, Place, Row, Table
from cchc.intake.table_head import find_head
from cchc.language.names import fold
from cchc.model.criteria import PRINTED_OF_CRITERIA
from cchc.model.plan import Appendix, Column

POINTS_OF = "points of "
"""Before the heading of a column of points: these stand in the criteria of the plan."""


@dataclass(slots=True)
class Line:
    """A paragraph outside the tables of tasks."""

    words: str
    """Without its number or dash; single spaces."""
    number: str
    """The number or dash as printed, typed or automatic: "1.", "a)", "-"."""
    kind: str
    """What sort of number that is; empty without one."""
    heading: bool
    marks: tuple[str, ...]
    place: Place
    style: str = ""

    @property
    def whole(self) -> str:
        """The line with its number."""
        return f"{self.number} {self.words}".strip()


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


@dataclass(slots=True)
class Lines:
    """What a paper holds, in reading order."""

    lines: list[Line] = field(default_factory=list)
    rows: list[RowLine] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Headings of columns that the plan does not have."""
    missing: list[str] = field(default_factory=list)
    """Headings of the plan's columns that a table lacks."""
    comments: int = 0


def lines_of(paper: Paper, appendices: Sequence[tuple[Appendix, Sequence[Column]]]) -> Lines:
    """Return the lines and rows of `paper`; `appendices` tell of the columns of its tables."""
    made = Lines()
    tables = 0
    for block in paper.blocks:
        if isinstance(block, Table) and tables < len(appendices):
            columns = appendices[tables][1]
            found = _columns_of(block, columns)
            if found is not None:
                made.rows += _rows(block, *found, tables)
                _note_columns(made, block, found[0], columns)
                tables += 1
                continue
        made.lines += _lines(block)
    return made


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield from _line(block)
        return
    for row in block.rows:
        for cell in row.cells:
            for inner in cell.blocks:
                yield from _lines(inner)


def _line(paragraph: Paragraph) -> Iterator[Line]:
    text = " ".join(clean(paragraph.text).split())
    if not text.strip(" _-–—=.*"):
        return
    mark, rest = read_mark(text)
    label = read_label(paragraph.label) if paragraph.label else None
    if label is not None and (mark is None or label.kind not in ("dash", "plus")):
        mark, rest = label, text
    rest = rest.strip() if mark else text
    heading = paragraph.level is not None or paragraph.bold or is_capitals(rest)
    yield Line(
        rest, mark.text if mark else "", mark.kind if mark else "", heading,
        _ours(paragraph), paragraph.place, paragraph.style,
    )  # fmt: skip


def _ours(paragraph: Paragraph) -> tuple[str, ...]:
    return tuple(mark for mark in paragraph.marks if mark.startswith(PREFIX))


def _name(column: Column) -> str:
    """Return what the cells of a column are: a field of a task, or the points of its criterion."""
    return f"{POINTS_OF}{column.heading}" if column.key in PRINTED_OF_CRITERIA else column.name


def _columns_of(table: Table, columns: Sequence[Column]) -> tuple[dict[int, str], int] | None:
    """Return the field of each column and the index of the first row below the heading rows."""
    wanted = {fold(one.heading): _name(one) for one in columns}
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
    keys = {_name(one) for one in columns}
    return {
        one.at: wanted.get(fold(one.heading), one.holds)
        for one in head.columns
        if wanted.get(fold(one.heading), one.holds) in keys
    }, head.first + head.rows


def _headings(row: Row, wanted: Mapping[str, str]) -> dict[int, str]:
    return {cell.column: wanted[fold(cell.text)] for cell in row.cells if fold(cell.text) in wanted}


def _note_columns(
    made: Lines, table: Table, found: Mapping[int, str], columns: Sequence[Column]
) -> None:
    made.missing += [one.heading for one in columns if _name(one) not in found.values()]
    seen = {fold(one.heading) for one in columns} | {fold(one.spanner or "") for one in columns}
    for cell in table.rows[0].cells if table.rows else ():
        text = " ".join(cell.text.split())
        if text and cell.columns == 1 and cell.column not in found and fold(text) not in seen:
            made.unknown.append(text)


def _rows(table: Table, columns: Mapping[int, str], below: int, number: int) -> Iterator[RowLine]:
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
            yield from _ours(block)
