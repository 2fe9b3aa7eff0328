"""Columns "Quý I" to "Quý IV", or "Tháng 1" to "Tháng 12", with a cross where a task is due."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from cchc.intake.lines import clean

if TYPE_CHECKING:
    from cchc.intake.office_paper import Cell, Table
    from cchc.intake.tables.head_column import HeadColumn

_YEAR = r"(?:năm )?20\d\d$"
PERIOD = rf"(?:q(?:uý)? ?(?:[1-4]|i{{1,3}}|iv)|(?:tháng |t ?)(?:0?[1-9]|1[0-2]))(?: (?:năm )?20\d\d)?$|{_YEAR}"
_CROSS = re.compile(r"[xX×✓✔✗✘☑☒●]")
_NOTHING = re.compile(r"[\s.…_-]*")
_PARTS = re.compile(
    r"(?P<noun>q(?:uý)?|tháng|t)[\s.]*(?P<number>[IV]+|\d{1,2})(?:\D*(?P<year>20\d\d))?",
    re.IGNORECASE,
)


def join_periods(columns: list[HeadColumn], table: Table, start: int) -> None:
    """Make one column of deadlines of the columns of periods, where their cells are crosses.

    `start` is the first row below the header. Periods with figures in them stay what they are.
    """
    periods = [column for column in columns if column.holds == "period"]
    if len(periods) > 1 and not any(column.holds == "deadline" for column in columns):
        first = columns.index(periods[0])
        run = columns[first : first + len(periods)]
        if run == periods and _are_crosses(table, start, range(run[0].at, run[-1].at + 1)):
            joined = run[0]
            joined.periods = tuple((one.at, _spelt(one.heading)) for one in run)
            joined.holds, joined.heading, joined.spanner = "deadline", run[0].spanner, ""
            joined.heading = joined.heading or "Thời gian thực hiện"
            del columns[first + 1 : first + len(run)]
    for column in columns:
        if column.holds == "period":
            column.holds = "other"


def years_are_crossed(table: Table, n: int) -> bool:
    """Tell whether row `n` of a table heads several years, with nothing but crosses below them."""
    years = [
        cell.column
        for cell in table.rows[n].cells
        if re.fullmatch(_YEAR, clean(cell.text).strip().lower())
    ]
    return len(years) > 1 and _are_crosses(table, n + 1, years)


def _are_crosses(table: Table, start: int, within: Container[int]) -> bool:
    texts = [clean(cell.text).strip() for row in table.rows[start:]
             for cell in row.cells if cell.column in within]  # fmt: skip
    filled = [text for text in texts if not _NOTHING.fullmatch(text)]
    return bool(filled) and all(map(_CROSS.fullmatch, filled))


def _spelt(heading: str) -> str:
    """Return "QUÝ II 2026" as "Quý II/2026"."""
    if re.fullmatch(r"20\d\d", heading):
        return f"Năm {heading}"
    found = _PARTS.search(heading)
    if found is None:
        return heading
    noun = "Tháng" if found["noun"].lower() in ("tháng", "t") else "Quý"
    return f"{noun} {found['number'].upper()}" + (f"/{found['year']}" if found["year"] else "")


def crossed(cell: Cell, column: HeadColumn, text: str) -> str:
    """Return the periods in which `cell` has its cross; `text` itself, where it is none."""
    if not _CROSS.fullmatch(text.strip()):
        return text
    covered = range(cell.column, cell.column + cell.columns)
    return ", ".join(name for at, name in column.periods if at in covered) or text
