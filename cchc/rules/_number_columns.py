"""Columns of numbers: those of the appendices and of the tables that import could not place, with their sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from cchc.language.names import fold
from cchc.model.finding import KeyPath
from cchc.model.task import Task
from cchc.rules._facts import Facts

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")
_SCALED = re.compile(
    r"(?P<number>[\d.,]+) ?(?P<scale>nghìn|ngàn|triệu|tr|tỷ|tỉ)?\.? ?(?:đồng|đ)?\.?", re.IGNORECASE
)
_SCALES = {
    "nghìn": 1_000,
    "ngàn": 1_000,
    "triệu": 1_000_000,
    "tr": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}
_NO_SUM = re.compile(
    r"(?:tỷ|tỉ) lệ|%|năm\b|thời|ngày|tháng|hạn|đơn giá|mức|định mức|mã|stt|số tt|tt$|điện thoại|ghi chú|trọng số|hệ số"
)
"""Headings over numbers that nobody adds up."""
_TOTAL = re.compile(
    r"(?:tổng|cộng)(?: (?:cộng|số|toàn|chung|điểm|kinh phí|i|ii|iii))*", re.IGNORECASE
)
_HEAD = re.compile(r"s?tt\.?|số tt|số thứ tự|stt", re.IGNORECASE)
_LEAST_ROWS = 3


class NumberColumn(NamedTuple):
    """One column of numbers: its heading, its sum, the sum of each area by its place, and where it stands."""

    heading: str
    total: Decimal
    areas: Mapping[KeyPath, Decimal]
    appendix: int | None
    """The number of the appendix; None: a table that is not placed."""

    @property
    def parts(self) -> frozenset[Decimal]:
        """The sums of the areas."""
        return frozenset(self.areas.values())


class TotalCell(NamedTuple):
    """One number of a row of totals, and the column it sums up."""

    place: KeyPath
    text: str
    written: Decimal
    column: NumberColumn


def number_of(text: str) -> Decimal | None:
    """Read "1.200", "80,5" or "07"; None: the text is no number."""
    plain = text.strip()
    if not _NUMBER.fullmatch(plain):
        return None
    return Decimal(plain.replace(".", "").replace(",", "."))


def money_of(text: str) -> Decimal | None:
    """Read "120 triệu đồng" or "120.000.000 đồng" as đồng; None: it is no sum."""
    found = _SCALED.fullmatch(text.strip())
    number = number_of(found["number"]) if found else None
    if found is None or number is None:
        return None
    return number * _SCALES.get((found["scale"] or "").lower(), 1)


def columns_of(facts: Facts) -> list[NumberColumn]:
    """Return the columns of numbers of all appendices, in printed order."""
    found: list[NumberColumn] = []
    for n, appendix in enumerate(facts.plan.appendices):
        rows = [(place, task) for place, task, _ in facts.tasks if place[1] == n]
        if len(rows) < _LEAST_ROWS or appendix.incomplete:
            continue
        for column in appendix.columns:
            if _NO_SUM.search(fold(column.heading)):
                continue
            cells = [(place[:-2], _cell(task, column.key, column.heading)) for place, task in rows]
            values = [(area, number_of(text)) for area, text in cells if text]
            if len(values) < len(rows) - 1 or any(value is None for _, value in values):
                continue
            found.append(
                _column(column.heading, [(area, value or Decimal(0)) for area, value in values], n)
            )
    return found


def _cell(task: Task, key: str, heading: str) -> str:
    text = task.extra.get(heading) if key == "custom" else getattr(task, key, None)
    return text.strip() if isinstance(text, str) else ""


def _column(
    heading: str, values: Sequence[tuple[KeyPath, Decimal]], appendix: int | None
) -> NumberColumn:
    areas: dict[KeyPath, Decimal] = {}
    for area, value in values:
        areas[area] = areas.get(area, Decimal(0)) + value
    return NumberColumn(heading, sum(areas.values(), Decimal(0)), areas, appendix)


def totals_of(facts: Facts, columns: Sequence[NumberColumn]) -> Iterator[TotalCell]:
    """Yield the numbers of the rows of totals that import kept, each with the column it sums up.

    A row of a table that stands there whole is read by its columns. One that was cut from a table of tasks is
    read in the order of the columns of the one appendix with as many, where one of several numbers fits.
    """
    head: list[str] = []
    rows: list[list[str]] = []
    for n, text in enumerate(facts.plan.unplaced):
        cells = [cell.strip() for cell in f" {text} ".split(" | ")]
        place: KeyPath = ("unplaced", n)
        if len(cells) == 1:
            head, rows = [], []
        elif _HEAD.fullmatch(cells[0]):
            head, rows = cells, []
        elif not any(_TOTAL.fullmatch(cell) for cell in cells):
            rows.append(cells)
        elif head and len(cells) == len(head):
            yield from _aligned(place, head, rows, cells)
        elif not head and _TOTAL.fullmatch(cells[0]):
            yield from _in_order(place, cells[1:], columns)


def _aligned(
    place: KeyPath, head: list[str], rows: list[list[str]], total: list[str]
) -> Iterator[TotalCell]:
    if len(rows) < _LEAST_ROWS or any(len(row) != len(head) for row in rows):
        return
    for at in range(1, len(head)):
        written = number_of(total[at])
        values = [number_of(row[at]) for row in rows]
        if written is None or _NO_SUM.search(fold(head[at])):
            continue
        numbers = [value for value in values if value is not None]
        if len(numbers) == len(values):
            column = _column(head[at], [((), value) for value in numbers], None)
            yield TotalCell(place, total[at], written, column)


def _in_order(
    place: KeyPath, cells: list[str], columns: Sequence[NumberColumn]
) -> Iterator[TotalCell]:
    texts = [cell for cell in cells if cell]
    written = [number for text in texts if (number := number_of(text)) is not None]
    by_appendix = {
        one.appendix: [c for c in columns if c.appendix == one.appendix] for one in columns
    }
    fitting = [held for held in by_appendix.values() if len(held) == len(written)]
    if len(written) != len(texts) or len(fitting) != 1:
        return
    pairs = list(zip(texts, written, fitting[0], strict=True))
    if len(pairs) == 1 or any(number == column.total for _, number, column in pairs):
        for text, number, column in pairs:
            yield TotalCell(place, text, number, column)
