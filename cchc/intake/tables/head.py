"""The header of a table of tasks: which column holds what, told from its words.

One or two rows, merged cells or blanks where cells were merged, capitals or not, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from cchc.intake.lines import clean
from cchc.intake.office_paper import Cell, Row, Table
from cchc.intake.tables.block_table import is_block_table
from cchc.intake.tables.column_guess import (
    doubt_deadline,
    guess_columns,
    holds_numbers,
    names_persons,
    only_counts,
)
from cchc.intake.tables.crossed_periods import join_periods, years_are_crossed
from cchc.intake.tables.head_column import HeadColumn
from cchc.intake.tables.heading_words import LONGEST_HEADING, holds
from cchc.intake.tables.kind import other_kind
from cchc.intake.tables.points import OF_POINTS
from cchc.language.names import fold


@dataclass(slots=True)
class TableHead:
    """The header: its columns in order, and how many rows it takes."""

    columns: list[HeadColumn]
    rows: int
    first: int = 0
    """Index of its first row: a title may stand in the table above it."""
    texts: list[dict[int, str]] = field(default_factory=list)
    """Of each of its rows, the folded text at each column."""


def find_head(table: Table) -> TableHead | None:
    """Return the header of a table of tasks, or None when the table is of another sort."""
    if is_block_table(table):
        return None
    for n, row in enumerate(table.rows[:6]):
        head = _head_at(table, n, row)
        if head is not None:
            return head
        if _heads_another(row) and not years_are_crossed(table, n):
            return (
                None  # its rows may have the words of a heading: "2 | Số nhiệm vụ hoàn thành | 25"
            )
    return None


def _heads_another(row: Row) -> bool:
    """Tell whether a row that begins with "STT" is the header of a table of another kind."""
    headings = [_flat(cell) for cell in row.cells if _flat(cell)]
    return len(headings) > 2 and holds(headings[0]) == "number" and other_kind(headings) is not None


def _head_at(table: Table, n: int, row: Row) -> TableHead | None:
    cells = [cell for cell in row.cells if clean(cell.text)]
    known = [holds(_flat(cell)) for cell in cells]
    sure = {key for key in known if key}
    if len(cells) < 2 or len(sure) < 2:
        return None
    if other_kind([_flat(cell) for cell in cells]) and not years_are_crossed(table, n):
        return None
    work = sure & {"title", "area", "requirement", "product", "weakness"}
    beside = (sure - work) & {"number", "lead", "support", "deadline", "product", "done"}
    if not work or not beside:
        return None
    # A wide tracker has many columns of its own; its tasks, who does them and when are enough.
    wide = "title" in sure and len(sure) >= 4 and beside & {"lead", "deadline"}
    if None in known and len(sure) * 2 < len(cells) and not wide:
        return None
    if any(len(_flat(cell)) > LONGEST_HEADING for cell in cells):
        return None
    if only_counts(
        table, n + 1, {cell.column: key for cell, key in zip(cells, known, strict=True)}
    ):
        return None
    second = _second_row(table, n, row)
    columns = _columns(table, row, second)
    rows = 2 if second is not None else 1
    if columns[0].at == 1 and _counts(table, n + rows):
        columns.insert(0, HeadColumn(0, "number", "STT"))
    for one, after in pairwise([*columns, HeadColumn(table.columns, "other", "")]):
        one.end = after.at
    texts = [{cell.column: fold(_flat(cell)) for cell in one.cells if _flat(cell)}
             for one in table.rows[n : n + rows]]  # fmt: skip
    return TableHead(columns, rows, n, texts)


def _counts(table: Table, start: int) -> bool:
    """Tell whether the first column holds nothing but the numbers of the rows."""
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
    if not filled or any(len(_flat(cell)) > LONGEST_HEADING for cell in filled):
        return None
    known = [holds(_flat(cell)) for cell in filled]
    tall = {
        at
        for cell in row.cells
        if cell.rows > 1
        for at in range(cell.column, cell.column + cell.columns)
    }
    if tall:
        # Cells that reach down over this row make it a row of the header, whatever it says: "Từ", "Đến".
        return None if any(cell.column in tall for cell in filled) else below
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


def _columns(table: Table, row: Row, second: Row | None) -> list[HeadColumn]:
    upper = _spread(row, table.columns)
    lower = {cell.column: _flat(cell) for cell in second.cells if _flat(cell)} if second else {}
    columns: list[HeadColumn] = []
    above = ""
    for at in range(table.columns):
        text = upper.get(at, "")
        above = text or above
        if at in lower:
            points = fold(above) in OF_POINTS  # over "Mục tiêu 2026"
            key = None if points else holds(lower[at]) or holds(f"{above} {lower[at]}")
            columns.append(HeadColumn(at, key or "other", lower[at], above))
        elif text and (at == 0 or upper.get(at - 1) is not text or not second):
            if columns and upper.get(at - 1) is text:
                continue
            columns.append(HeadColumn(at, holds(text) or "other", text))
    start = table.rows.index(second or row) + 1
    join_periods(columns, table, start)
    doubt_deadline(columns, table, start)
    guess_columns(columns, table, start)
    first = columns[0]
    if first.at == 0 and first.holds == "title" and _counts(table, start):
        first.holds = "number"  # "Tiêu chí | Nội dung tiêu chí": 1.2 and what it is
    goals = [column for column in columns if column.holds == "requirement"]
    named = any(column.holds in ("title", "area") for column in columns)
    for column in goals if named and len(goals) > 1 else ():
        if holds_numbers(table, start, column.at):
            column.holds, column.numbers = (
                "other",
                True,
            )  # "Mục tiêu 2026", beside "Yêu cầu" in words
    return _settled(columns, lambda at: names_persons(table, start, at))


def _spread(row: Row, width: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for cell in row.cells:
        text = _flat(cell)
        for at in range(cell.column, min(cell.column + cell.columns, width)):
            found[at] = text
    return found


_FORMER = re.compile(
    r"\b(?:cũ|ban đầu|hiện hành|hiện tại|trước (?:đây|khi|điều chỉnh|sửa đổi)|đã (?:giao|ban hành|phê duyệt))\b"
)


def _settle_changes(columns: list[HeadColumn]) -> None:
    """Of "Thời hạn cũ" and "Thời hạn mới" take the new one, in a table of what a paper changes."""
    for column in columns:
        same = [one for one in columns if one.holds == column.holds and one is not column]
        if (
            same
            and column.holds != "other"
            and _FORMER.search(fold(f"{column.spanner} {column.heading}"))
        ):
            column.holds = "other"


def _settled(
    columns: list[HeadColumn], names_persons_at: Callable[[int], bool]
) -> list[HeadColumn]:
    """Give each meaning to one column only, and see that some column holds the tasks."""
    _settle_changes(columns)
    _settle_times(columns)
    seen: dict[str, HeadColumn] = {}
    initials = {fold(column.heading): column for column in columns}
    if "ct" in initials and "ph" in initials:
        initials["ct"].holds = "lead"
    goals = [column for column in columns if column.holds == "requirement"]
    if len(goals) > 1 and not any(column.holds in ("title", "area") for column in columns):
        goals[0].holds = "title"  # "Chỉ tiêu | Mục tiêu năm 2026": what is counted, and how much
    _settle_records(columns)
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
        for key in ("area", "requirement", "weakness", "product"):
            if key in seen:
                seen[key].holds = "title"
                break
    for column in columns:
        if column.holds == "weakness":
            column.holds = "other"
    if "lead" not in seen and "officer" in seen:
        if not names_persons_at(seen["officer"].at):
            seen["officer"].holds = "lead"
    elif (
        "lead" not in seen and (other := seen.get("support")) and "phối" not in fold(other.heading)
    ):
        other.holds = "lead"  # "Đơn vị theo dõi", and nobody else
    return columns


_LAST_DAY = re.compile(r"\b(?:hạn|hoàn thành|kết thúc|chậm nhất)\b")


def _settle_times(columns: list[HeadColumn]) -> None:
    """Of "Thời gian thực hiện" and "Thời hạn hoàn thành" take the one that names the last day."""
    times = [column for column in columns if column.holds == "deadline"]
    ends = [column for column in times if _LAST_DAY.search(fold(column.heading))]
    for column in times if ends else ():
        if column not in ends and not column.periods:
            column.holds = "other"


def _settle_records(columns: list[HeadColumn]) -> None:
    """Take "Ngày hoàn thành" for the deadline where no other column is one."""
    held = {column.holds for column in columns}
    for column in columns:
        if column.holds == "done" and "deadline" not in held:
            column.holds = "deadline"
        elif column.holds == "percent" and fold(column.heading) in ("tỷ lệ", "tỉ lệ"):
            column.holds = "percent" if held & {"state", "done"} else "other"
        elif column.holds == "evidence" and not held & {"state", "percent", "done"}:
            column.holds = "other"  # what a criterion asks for, not what was handed in
