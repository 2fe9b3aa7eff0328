"""The header of a table of tasks: which column holds what, told from its words.

One or two rows, merged cells or blanks where cells were merged, capitals or not, in any order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from cchc.intake.lines import clean
from cchc.intake.paper import Cell, Row, Table
from cchc.language.names import fold
from cchc.model.plan import TASK_FIELDS

Holds = str
"""What a column holds: a field of a task, `area`, or `other`."""

_FORMS: tuple[tuple[Holds, str], ...] = (
    *sorted(
        ((name, one.columns) for name, one in TASK_FIELDS.items() if one.columns),
        key=lambda form: TASK_FIELDS[form[0]].rank,
    ),
    ("area", r"(?:nhóm )?lĩnh vực|nhóm nhiệm vụ|nhóm"),
)
_LONGEST_HEADING = 90


@dataclass(slots=True)
class Column:
    """One column of the table as its header describes it."""

    at: int
    holds: Holds
    heading: str
    spanner: str = ""


@dataclass(slots=True)
class Head:
    """The header: its columns in order, and how many rows it takes."""

    columns: list[Column]
    rows: int
    first: int = 0
    """Index of its first row: a title may stand in the table above it."""
    texts: list[dict[int, str]] = field(default_factory=list)
    """Of each of its rows, the folded text at each column."""


@lru_cache(maxsize=2048)
def holds(heading: str) -> Holds | None:
    """Return what a column with this heading holds, or None when its words do not tell."""
    folded = fold(heading)
    if not folded or len(heading) > _LONGEST_HEADING:
        return None
    return next((key for key, form in _FORMS if re.match(form, folded)), None)


def find_head(table: Table) -> Head | None:
    """Return the header of a table of tasks, or None when the table is of another sort."""
    for n, row in enumerate(table.rows[:6]):
        head = _head_at(table, n, row)
        if head is not None:
            return head
    return None


def _head_at(table: Table, n: int, row: Row) -> Head | None:
    cells = [cell for cell in row.cells if clean(cell.text)]
    known = [holds(_flat(cell)) for cell in cells]
    sure = {key for key in known if key}
    if len(cells) < 2 or len(sure) < 2 or (None in known and len(sure) * 2 < len(cells)):
        return None
    work = sure & {"title", "area", "requirement", "product"}
    if not work or not (sure - work) & {"number", "lead", "support", "deadline", "product"}:
        return None
    if any(len(_flat(cell)) > _LONGEST_HEADING for cell in cells):
        return None
    second = _second_row(table, n, row)
    columns = _columns(table, row, second)
    rows = 2 if second is not None else 1
    if columns[0].at == 1 and _counts(table, n + rows):
        columns.insert(0, Column(0, "number", "STT"))
    texts = [{cell.column: fold(_flat(cell)) for cell in one.cells if _flat(cell)}
             for one in table.rows[n : n + rows]]  # fmt: skip
    return Head(columns, rows, n, texts)


def _counts(table: Table, start: int) -> bool:
    """Tell whether the first column, which has no heading, holds the numbers of the rows."""
    firsts = [_flat(cell) for row in table.rows[start:] for cell in row.cells if cell.column == 0]
    filled = [text for text in firsts if text]
    return bool(filled) and all(re.fullmatch(r"(?:\d[\d.]*|[IVX]+)[.)]?", text) for text in filled)


def _flat(cell: Cell) -> str:
    return " ".join(clean(cell.text).split())


def _second_row(table: Table, n: int, row: Row) -> Row | None:
    """Return the second row of the header: what stands below merged cells of the first."""
    if n + 1 >= len(table.rows):
        return None
    below = table.rows[n + 1]
    filled = [cell for cell in below.cells if _flat(cell)]
    if not filled or any(len(_flat(cell)) > _LONGEST_HEADING for cell in filled):
        return None
    known = [holds(_flat(cell)) for cell in filled]
    tall = {
        at
        for cell in row.cells
        if cell.rows > 1
        for at in range(cell.column, cell.column + cell.columns)
    }
    if tall:
        below_tall = any(cell.column in tall for cell in filled)
        return below if not below_tall and any(known) else None
    above = {cell.column: _flat(cell) for cell in row.cells}
    first = filled[0].column
    blank_before = all(
        not _flat(cell) for cell in below.cells if cell.column < first
    ) and first > 0  # fmt: skip
    spans = any(cell.columns > 1 for cell in row.cells) or any(
        not above.get(cell.column, "") for cell in filled[1:]
    )
    numbered = all(re.fullmatch(r"\(?\d{1,2}\)?|[A-ZĐ]", _flat(cell)) for cell in filled)
    if blank_before and spans and all(known) and not numbered:
        return below
    return None


def _columns(table: Table, row: Row, second: Row | None) -> list[Column]:
    upper = _spread(row, table.columns)
    lower = {cell.column: _flat(cell) for cell in second.cells if _flat(cell)} if second else {}
    columns: list[Column] = []
    above = ""
    for at in range(table.columns):
        text = upper.get(at, "")
        above = text or above
        if at in lower:
            key = holds(f"{lower[at]}") or holds(f"{above} {lower[at]}")
            columns.append(Column(at, key or "other", lower[at], above))
        elif text and (at == 0 or upper.get(at - 1) is not text or not second):
            if columns and upper.get(at - 1) is text:
                continue
            columns.append(Column(at, holds(text) or "other", text))
    return _settled(columns)


def _spread(row: Row, width: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for cell in row.cells:
        text = _flat(cell)
        for at in range(cell.column, min(cell.column + cell.columns, width)):
            found[at] = text
    return found


def _settled(columns: list[Column]) -> list[Column]:
    """Give each meaning to one column only, and see that some column holds the tasks."""
    seen: dict[str, Column] = {}
    goals = [column for column in columns if column.holds == "requirement"]
    if len(goals) > 1 and not any(column.holds in ("title", "area") for column in columns):
        goals[0].holds = "title"  # "Chỉ tiêu | Mục tiêu năm 2026": what is counted, and how much
    for column in columns:
        other = seen.get(column.holds)
        if other is None or column.holds == "other":
            seen[column.holds] = column
        elif column.holds == "title":
            column.holds = "requirement" if "requirement" not in seen else "other"
            seen.setdefault(column.holds, column)
        else:
            column.holds = "other"
    if "title" not in seen:
        for key in ("area", "requirement", "product"):
            if key in seen:
                seen[key].holds = "title"
                break
    if "lead" not in seen and "officer" in seen:
        seen["officer"].holds = "lead"
    elif (
        "lead" not in seen and (other := seen.get("support")) and "phối" not in fold(other.heading)
    ):
        other.holds = "lead"  # "Đơn vị theo dõi", and nobody else
    return columns
