"""Which column of a table of the paper is which of the plan's, whatever its heading says now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cchc.document.returned.likeness import SURE, alike, compared
from cchc.document.returned.rows import RowLine, cell_name, row_lines
from cchc.intake.office_paper import Row, Table
from cchc.intake.tables.head import find_head
from cchc.intake.tables.heading_words import RECORDED, holds
from cchc.language.names import fold
from cchc.model.field_kinds import CUSTOM
from cchc.model.plan import Appendix, Column, Plan
from cchc.model.plan_kinds import KINDS
from cchc.model.task import PRINTED


@dataclass(slots=True)
class TableColumns:
    """The columns of one table."""

    fields: dict[int, str]
    """What the cells are (`cell_name`), by the grid column."""
    below: int
    """The index of the first row below the heading rows."""
    headings: dict[int, str] = field(default_factory=dict)
    """The headings of the paper, by the grid column."""
    new: dict[int, Column] = field(default_factory=dict)
    """Columns that the plan does not have, and that hold something."""

    def rows(self, table: Table, number: int) -> Iterator[RowLine]:
        """Yield the rows of the table, which is that of appendix `number`."""
        return row_lines(table, self.fields, self.below, number)


def printed_columns(plan: Plan, appendix: Appendix) -> Sequence[Column]:
    """Return the columns of an appendix: its own, or those of the plan's kind."""
    return appendix.columns or [
        Column(key=one[0], heading=one[1]) for one in KINDS[plan.kind].columns
    ]


def table_columns(
    table: Table, columns: Sequence[Column], own: Sequence[RowLine] = ()
) -> TableColumns | None:
    """Return the columns of a table; None where it is no table of tasks.

    By their headings, then by what stands in them, by the words of headings, by place.

    Args:
        table: the table of the paper.
        columns: those of the plan's table.
        own: the rows of its print.
    """
    found = _by_headings(table, columns, own)
    if found is None or not own:
        return found
    left = [one for one in columns if cell_name(one) not in found.fields.values()]
    for at, column in _pairs(table, found, left, own):
        found.fields[at] = cell_name(column)
    if "title" not in found.fields.values():
        return None
    _add_new(table, found, columns)
    return found


def _by_headings(
    table: Table, columns: Sequence[Column], own: Sequence[RowLine]
) -> TableColumns | None:
    wanted = [(fold(one.heading), cell_name(one)) for one in columns]
    for n, row in enumerate(table.rows[:6]):
        found = _known(row, wanted)
        below = n + 1
        if found and below < len(table.rows) and (more := _known(table.rows[below], wanted)):
            found, below = {**found, **more}, n + 2
        if len(found) * 2 >= len(wanted) and (own or "title" in found.values()):
            return TableColumns(found, below, _headings(table.rows[n:below]))
    titles = {compared(row.title) for row in own}
    first = next((n for n, row in enumerate(table.rows) if _shares(row, titles)), 0)
    head = find_head(table)
    if head is not None:
        below = head.first + head.rows
        below = min(below, first) if first > head.first else below
        keys = {name for _, name in wanted}
        named = _named(((one.at, one.heading) for one in head.columns), wanted)
        fields = {one.at: named.get(one.at, one.holds) for one in head.columns}
        known = {at: name for at, name in fields.items() if name in keys}
        return TableColumns(known, below, _headings(table.rows[head.first : below]))
    if not 1 <= first <= 3 or table.columns != len(columns):
        return None
    found = {at: name for row in table.rows[:first] for at, name in _known(row, wanted).items()}
    return TableColumns(found, first, _headings(table.rows[:first]))


def _known(row: Row, wanted: Sequence[tuple[str, str]]) -> dict[int, str]:
    return _named(((cell.column, cell.text) for cell in row.cells), wanted)


def _named(
    headings: Iterable[tuple[int, str]], wanted: Sequence[tuple[str, str]]
) -> dict[int, str]:
    """Return what the columns of these headings hold; of equal headings each one of its own."""
    left = list(wanted)
    found: dict[int, str] = {}
    for at, heading in headings:
        pair = next((one for one in left if one[0] == fold(heading)), None)
        if pair is not None:
            left.remove(pair)
            found[at] = pair[1]
    return found


def _shares(row: Row, titles: set[str]) -> bool:
    return any(compared(cell.text) in titles for cell in row.cells if cell.text.strip())


def _headings(rows: Iterable[Row]) -> dict[int, str]:
    """Return the lowest heading of each column."""
    return {
        cell.column: " ".join(cell.text.split())
        for row in rows
        for cell in row.cells
        if cell.columns == 1 and cell.text.strip()
    }


def _pairs(
    table: Table, found: TableColumns, left: list[Column], own: Sequence[RowLine]
) -> Iterator[tuple[int, Column]]:
    """Yield the columns whose headings were reworded, with those of the plan that they are."""
    free = [at for at in range(table.columns) if at not in found.fields]
    if not free or not left:
        return
    cells = list(_cells(table, found, free, own))
    scores = sorted(
        (
            (-score, at, n)
            for at in free
            for n, column in enumerate(left)
            if (score := _likeness(at, column, found, cells)) >= 0.5
        ),
    )
    taken: set[int] = set()
    for _, at, n in scores:
        if at in free and n not in taken:
            taken.add(n)
            free.remove(at)
            yield at, left[n]
    empty = [
        column
        for n, column in enumerate(left)
        if n not in taken and not any(row.cells.get(cell_name(column)) for row, _ in cells)
    ]
    if len(free) == len(empty):  # nothing to tell by: in order
        yield from zip(free, empty, strict=True)


def _cells(
    table: Table, found: TableColumns, free: Sequence[int], own: Sequence[RowLine]
) -> Iterator[tuple[RowLine, Mapping[str, str]]]:
    """Yield the rows that are surely one, of the print and of the paper by grid columns."""
    by_mark = {mark: row for row in own for mark in row.marks}
    by_title = {compared(row.title): row for row in own if not row.area}
    names = {**{at: f"{at}" for at in free}, **found.fields}
    for row in row_lines(table, names, found.below, 0):
        same = next((by_mark[mark] for mark in row.marks if mark in by_mark), None)
        texts = [row.title, *(row.cells.get(f"{at}", "") for at in free)]
        same = same or next(
            (by_title[compared(one)] for one in texts if compared(one) in by_title), None
        )
        if same is not None and not same.area:
            yield same, row.cells


def _likeness(
    at: int, column: Column, found: TableColumns, cells: Sequence[tuple[RowLine, Mapping[str, str]]]
) -> float:
    """Return how surely a column is one of the plan's, 0 to 1: by its cells, else by its heading."""
    name, heading = cell_name(column), found.headings.get(at, "")
    filled = [
        (row.cells[name], other.get(f"{at}", "")) for row, other in cells if row.cells.get(name)
    ]
    if filled:
        same = sum(compared(one) == compared(other) for one, other in filled) / len(filled)
        if same >= 0.5:
            return 1 + same
    if holds(heading) == column.key:
        return 1
    like = alike(heading, column.heading)
    return like if like >= SURE else 0


def _add_new(table: Table, found: TableColumns, columns: Sequence[Column]) -> None:
    """Note the columns that the plan does not have; those that hold nothing, or records, are left."""
    taken = {cell_name(one) for one in columns}
    for at, heading in sorted(found.headings.items()):
        field_ = holds(heading)
        if at in found.fields or field_ in (*RECORDED, "internal"):
            continue
        if not any(
            cell.column == at and cell.columns == 1 and cell.text.strip()
            for row in table.rows[found.below :]
            for cell in row.cells
        ):
            continue
        key = field_ if field_ in PRINTED and field_ not in taken else CUSTOM
        column = Column.model_validate({"key": key, "heading": heading})
        if column.name in taken:
            continue
        taken.add(column.name)
        found.new[at] = column
        found.fields[at] = column.name
