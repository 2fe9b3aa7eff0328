"""Which table of a paper is the table of which appendix, and which one is new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.document.returned.columns import TableColumns, table_columns
from cchc.document.returned.rows import RowLine, row_lines
from cchc.document.returned.values import UnitNames, new_task
from cchc.intake.office_paper import OfficePaper, Table
from cchc.intake.tables.head import find_head
from cchc.model.plan import Column
from cchc.model.task import PRINTED

LABEL = re.compile(r"phụ lục(\s+([IVXLC]+|\d+))?[.:]?", re.IGNORECASE)
"""The line above an appendix: "Phụ lục", "Phụ lục II"."""


@dataclass(slots=True)
class NewTable:
    """A table of tasks that the plan does not have."""

    title: str
    columns: list[dict[str, str]]
    rows: list[RowLine]


def tables_of(
    paper: OfficePaper, appendices: Sequence[Sequence[Column]], own: Sequence[RowLine]
) -> dict[int, tuple[int, TableColumns]]:
    """Return, by the index of its block, the appendix of each table, and how its columns are read.

    Args:
        paper: the paper.
        appendices: the columns of each table of the plan.
        own: the rows of the plan's own print; none: the tables are taken in order.
    """
    found: dict[int, tuple[int, TableColumns]] = {}
    free = set(range(len(appendices)))
    fits = list(_fits(paper, appendices, own))
    for shared, at, n, fields in sorted(fits, key=lambda one: (-one[0], one[1], one[2])):
        if shared and n in free and at not in found:
            found[at] = n, fields
            free.discard(n)
    for _, at, n, fields in fits:  # retyped, or nothing to tell by: in order
        ahead = [other for place, (other, _) in found.items() if place < at]
        behind = [other for place, (other, _) in found.items() if place > at]
        if (
            n in free
            and at not in found
            and n > max(ahead, default=-1)
            and n < min(behind, default=n + 1)
        ):
            found[at] = n, fields
            free.discard(n)
    return found


def _fits(
    paper: OfficePaper, appendices: Sequence[Sequence[Column]], own: Sequence[RowLine]
) -> Iterator[tuple[int, int, int, TableColumns]]:
    """Yield which table may be which: how many rows they share, the block and the appendix."""
    marks: list[set[str]] = [set() for _ in appendices]
    titles: list[set[str]] = [set() for _ in appendices]
    for row in own:
        marks[row.table].update(row.marks)
        titles[row.table].add(row.title)
    for at, block in enumerate(paper.blocks):
        if not isinstance(block, Table):
            continue
        for n, columns in enumerate(appendices):
            fields = table_columns(block, columns, [row for row in own if row.table == n])
            if fields is not None:
                rows = list(fields.rows(block, n))
                shared = sum(
                    bool(marks[n].intersection(row.marks)) or row.title in titles[n] for row in rows
                )
                yield shared, at, n, fields


def new_table(table: Table, above: Sequence[str]) -> NewTable | None:
    """Return a table of tasks below a line "Phụ lục"; None when it is none.

    Args:
        table: the table.
        above: the lines between it and what stands before, from the label on.
    """
    head = find_head(table)
    title = " ".join(line for line in above[1:] if not line.startswith("("))
    if head is None or not title or not LABEL.fullmatch(above[0]):
        return None
    known = [one for one in head.columns if one.holds in PRINTED]
    if "title" not in [one.holds for one in known]:
        return None
    columns = [{"key": str(one.holds), "heading": " ".join(one.heading.split())} for one in known]
    fields = {one.at: str(one.holds) for one in known}
    return NewTable(title, columns, list(row_lines(table, fields, head.first + head.rows, -1)))


def appendix_data(table: NewTable, units: UnitNames, taken: set[str]) -> dict[str, object]:
    """Return the data of an appendix made from a new table; see `new_task`."""
    tasks: list[dict[str, object]] = []
    areas: list[dict[str, object]] = []
    inner, numbers = tasks, []
    for row in table.rows:
        if row.area:
            inner = []
            areas.append({"title": row.title, "tasks": inner})
        elif row.title:
            inner.append(new_task(row.cells, units, taken))
            numbers.append(row.cells.get("number", "").strip(". "))
    data: dict[str, object] = {"title": table.title, "columns": table.columns}
    if numbers == [str(n) for n in range(1, len(numbers) + 1)]:
        data["numbering"] = "running"
    return data | ({"areas": areas} if areas else {}) | ({"tasks": tasks} if tasks else {})
