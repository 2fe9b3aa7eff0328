"""From the cells of one row to what it says: each cell to its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from cchc.intake.lines import clean, is_capitals, words_of
from cchc.intake.marks import read_mark
from cchc.intake.office_paper import Cell, Row
from cchc.intake.tables.crossed_periods import crossed
from cchc.intake.tables.head import TableHead
from cchc.intake.tables.head_column import HeadColumn, Holds
from cchc.intake.tables.work_row import WorkRow, cell_text, part_roles
from cchc.language.names import fold


def columns_of(
    cells: Sequence[Cell], carried: Sequence[Cell], head: TableHead
) -> dict[int, HeadColumn | None]:
    """Return the column of each cell, by `id`: in order where the counts agree, else by overlap.

    A column drawn a little aside in some rows has grid columns of its own there.
    """
    every = sorted([*cells, *carried], key=lambda cell: cell.column)
    if len(every) == len(head.columns):
        return dict(zip(map(id, every), head.columns, strict=True))
    found: dict[int, HeadColumn | None] = {}
    for cell in every:
        best = max(head.columns, key=lambda one: (_overlap(cell, one), one.at == cell.column))
        found[id(cell)] = best if _overlap(cell, best) else None
    return found


def _overlap(cell: Cell, column: HeadColumn) -> int:
    return max(0, min(cell.column + cell.columns, column.end) - max(cell.column, column.at))


def work_row(row: Row, head: TableHead, covered: dict[int, Cell]) -> WorkRow:
    """Return what `row` says; `covered` are the merged cells from above, by the columns they cover."""
    filled = [cell for cell in row.cells if clean(words_of(cell))]
    work = WorkRow("", {}, row.place)
    shared: set[Holds] = set()
    carried = list({id(cell): cell for cell in covered.values()}.values())
    columns = columns_of(row.cells, carried, head)
    for cell in carried:
        column = columns[id(cell)]
        if column and column.holds != "other" and clean(cell.text):
            shared.add(column.holds)
            old = work.values.get(column.holds, "") if column.periods else ""
            text = _as_time(work, cell, column, crossed(cell, column, cell_text(words_of(cell))))
            work.values[column.holds] = f"{old}, {text}" if old else text
            work.cells[column.holds] = cell.place
    for cell in filled:
        column = columns[id(cell)]
        spans = [one for one in head.columns if _overlap(cell, one) == one.end - one.at]
        wide = len(spans) > 1 and len(spans) >= len(head.columns) // 2
        if wide and any(one.holds == "title" for one in spans):
            column = next(one for one in spans if one.holds == "title")
            work.merged = True
        units = column is not None and column.holds in ("lead", "support")
        text = cell_text(words_of(cell), units=units)
        if column is not None and column.holds == "internal":
            work.internal.append((column.heading, " ".join(text.split())))
        elif column is None or column.holds == "other":
            work.others.append((column.heading if column else "", text))
        else:
            old = "" if column.holds in shared else work.values.get(column.holds, "")
            shared.discard(column.holds)
            text, sign = (
                _as_time(work, cell, column, crossed(cell, column, text)),
                ", " if column.periods else " " if column.holds == "deadline" else "\n",
            )
            work.values[column.holds] = f"{old}{sign}{text}" if old else text
            work.cells[column.holds] = cell.place
    if work.merged and "number" not in work.values:
        _number_beside(work)
    if "number" in work.values:
        number = work.values.pop("number")
        work.number = "" if "number" in shared else " ".join(number.split())
    work.shared = frozenset(shared)
    part_roles(work)
    if not work.title and filled and _is_group(filled):
        # A group name that stands in the number column, or under another heading.
        only = filled[0]
        work.values = {"title": cell_text(words_of(only))}
        work.cells = {"title": only.place}
        work.others, work.number, work.merged = [], "", True
    if not work.number:
        _typed_number(work, head)
    work.bold = bool(filled) and all(
        cell.bold or re.fullmatch(r"\s*<b>.*</b>\s*", cell.text, re.S) for cell in filled
        if cell.column != 0 or len(filled) == 1
    )  # fmt: skip
    return work


_NUMBERS = re.compile(
    r"(?:0?[1-9]|1[0-2]|I{1,3}|IV)(?:\s*(?:[,;–-]|và|đến)\s*(?:0?[1-9]|1[0-2]|I{1,3}|IV))*(?:\s*/\s*20\d\d)?"
)


_SERIAL = re.compile(r"4[3-9]\d{3}|5[0-4]\d{3}")
"""Days from 2017 to 2049 as Excel counts them, in a cell that nobody formatted as a date."""
_FIRST_DAY = date(1899, 12, 30)


def _as_time(work: WorkRow, cell: Cell, column: HeadColumn, text: str) -> str:
    """Return what a cell says, a time as text: "Tháng 4 - 5/2026" for "4 - 5/2026" under "Tháng", 01/02/2026 for
    46054 in a sheet."""
    heading, only = column.heading.strip(), text.strip()
    if (
        column.holds in ("deadline", "start", "done")
        and cell.place.sheet
        and _SERIAL.fullmatch(only)
    ):
        work.serial |= {column.holds}
        return f"{_FIRST_DAY + timedelta(days=int(only)):%d/%m/%Y}"
    if (
        column.holds == "deadline"
        and fold(heading) in ("tháng", "quý")
        and _NUMBERS.fullmatch(only)
    ):
        return f"{heading.capitalize()} {only}"
    return text


def _number_beside(work: WorkRow) -> None:
    """Take the number of a group that stands left of its name, under whatever heading that is."""
    for key, text in work.values.items():
        if key != "title" and re.fullmatch(r"(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\.?", text):
            work.values["number"] = work.values.pop(key)
            work.cells["number"] = work.cells.pop(key, work.place)
            return


def _is_group(filled: list[Cell]) -> bool:
    """Tell whether a row with one filled cell, which is not that of the title, is a heading."""
    if len(filled) != 1:
        return False
    text = clean(filled[0].text)
    if len(text) <= 6 or not re.search(r"[^\W\d_]{2}", text):
        return False
    if filled[0].column == 0:
        mark, rest = read_mark(text)
        return bool(mark and rest) or filled[0].bold or is_capitals(text) or len(text) <= 200
    return filled[0].columns > 1


def _typed_number(work: WorkRow, head: TableHead) -> None:
    """Take a number typed before the title for the row's own, where its cell has none."""
    mark, rest = read_mark(work.title)
    has_column = any(column.holds == "number" for column in head.columns)
    if mark is None or mark.kind in ("dash", "plus") or not rest:
        return
    if mark.kind == "letter" and not (work.merged and not has_column):
        return
    if has_column and not work.merged and not is_capitals(rest):
        return
    work.number, work.typed = (mark.text if mark.kind == "letter" else mark.bare), True
    work.values["title"] = rest.strip()
