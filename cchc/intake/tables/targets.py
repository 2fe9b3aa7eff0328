"""Tables of targets: one row a measure, one column a year, or one for the year of the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cchc.intake.lines import clean
from cchc.intake.office_paper import Cell, Place, Row, Table
from cchc.intake.tables.kind import LEVEL, YEAR
from cchc.language.names import fold

_VALUE = re.compile(
    r"(?P<sign>≥|>=|≤|<=|trên|tối thiểu|ít nhất|đạt(?: từ)?|từ|không quá|tối đa|dưới)?\s*"
    r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>%|[^\W\d][^\d]{0,30}?)?\s*(?P<up>trở lên|trở xuống)?",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"(?:tên )?(?:các )?(?:chỉ tiêu|mục tiêu|tiêu chí|nội dung|chỉ số)")
_UNIT = re.compile(r"(?:đơn vị tính|đvt|đv tính)$")
_WHOLE_YEAR = re.compile(r"(?:cả|toàn)? ?năm(?: 20\d\d)?|tổng(?: cộng| số)?")
_LAST_QUARTER = re.compile(r"(?:đến )?(?:hết )?quý (?:iv|4)(?:/20\d\d| năm 20\d\d)?")


@dataclass(slots=True)
class Targets:
    """What a table of targets says."""

    items: list[dict[str, object]] = field(default_factory=list)
    """Targets of the year of the plan, under the keys of the model."""
    places: list[Place] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    """Of each target, what else its row says: other years, who follows it."""
    left: list[Row] = field(default_factory=list)
    """Rows that are no target of that year: to be told."""


def targets_of(table: Table, year: int) -> Targets:
    """Return the targets of `year` in `table`."""
    found = Targets()
    head = next((n for n, row in enumerate(table.rows[:4]) if _years(row, year)), None)
    if head is None:
        found.left += table.rows
        return found
    found.left += table.rows[:head]
    headings = {cell.column: _flat(cell) for cell in table.rows[head].cells}
    years = _years(table.rows[head], year)
    parts = _parts(table, head, years.get(year, -1))
    headings.update(parts)
    column = _of_year(parts, years.get(year, -1))
    measure = next((at for at, text in headings.items() if _MEASURE.match(fold(text))), None)
    for row in table.rows[head + (2 if parts else 1) :]:
        cells = {cell.column: _flat(cell) for cell in row.cells if _flat(cell)}
        value = _VALUE.fullmatch(cells.get(column, ""))
        if not cells:
            continue
        unit = next(
            (text for at, text in cells.items() if _UNIT.match(fold(headings.get(at, "")))), ""
        )
        by_quarter = _LAST_QUARTER.fullmatch(fold(headings.get(column, "")))
        if (
            measure not in cells
            or value is None
            or (by_quarter and "%" not in (value["unit"] or unit))
        ):
            found.left.append(row)  # counts by quarter are added up, or not: the paper does not say
            continue
        found.items.append(_target(cells[measure], value, unit))
        found.places.append(row.place)
        found.besides.append("; ".join(
            f"{headings.get(at, '')}: {text}" for at, text in cells.items()
            if at not in (measure, column) and not _is_number(headings.get(at, ""))
        ))  # fmt: skip
    return found


def _target(measure: str, value: re.Match[str], unit: str) -> dict[str, object]:
    sign, up = (value["sign"] or "").lower(), (value["up"] or "").lower()
    key = "exactly"
    if (
        up == "trở lên"
        or sign in ("≥", ">=", "tối thiểu", "ít nhất", "trên")
        or sign.endswith("từ")
    ):
        key = "at_least"
    if up == "trở xuống" or sign in ("≤", "<=", "không quá", "tối đa", "dưới"):
        key = "at_most"
    made: dict[str, object] = {"measure": measure, key: value["number"]}
    if unit := (value["unit"] or unit).strip():
        made["unit"] = unit
    return made


def _parts(table: Table, head: int, at: int) -> dict[int, str]:
    """Return the headings under a wide heading over column `at`: "Quý I", ..., "Cả năm"."""
    over = next((cell for cell in table.rows[head].cells if cell.column == at), None)
    if over is None or over.columns < 2 or head + 1 >= len(table.rows):
        return {}
    inside = range(at, at + over.columns)
    below = {cell.column: _flat(cell) for cell in table.rows[head + 1].cells if _flat(cell)}
    return below if below and all(column in inside for column in below) else {}


def _of_year(parts: dict[int, str], at: int) -> int:
    """Return the column of the whole year among the parts of it, or that of the last quarter."""
    for wanted in (_WHOLE_YEAR, _LAST_QUARTER):
        for column, text in parts.items():
            if wanted.fullmatch(fold(text)):
                return column
    return -1 if parts else at


def _years(row: Row, year: int) -> dict[int, int]:
    """Return the column of each year; a heading that only says "Mức giao" is over those of `year`."""
    found = [(cell.column, fold(_flat(cell))) for cell in row.cells]
    named = {int(match[1]): at for at, text in found if (match := YEAR.fullmatch(text))}
    level = next((at for at, text in found if LEVEL.fullmatch(text)), None)
    quarters = {at: text for at, text in found if re.match(r"quý (?:i|[1-4])", text)}
    if year not in named and len(quarters) > 1:
        level = next((at for at, text in found if _WHOLE_YEAR.fullmatch(text)), None)
        level = _of_year(quarters, -1) if level is None else level
        return named if level < 0 else {**named, year: level}
    return named if named or level is None else {year: level}


def _is_number(heading: str) -> bool:
    return fold(heading) in ("stt", "tt", "số tt", "")


def _flat(cell: Cell) -> str:
    return " ".join(clean(cell.text).split())
