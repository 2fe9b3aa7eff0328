"""Grammar of the month that a named day stands in: hàng tháng, tháng cuối quý, kỳ báo cáo.

And of the first days, the beginning and the middle of any month or quarter.
"""

from __future__ import annotations

from typing import NamedTuple

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import WHOLE_MONTH
from cchc.language.deadline.nodes import Anchor, NamedDay
from cchc.language.deadline.stretches import early_doubt
from cchc.language.deadline.time_units import month_place
from cchc.language.deadline.words import Sign


class FoundDay(NamedTuple):
    """Where a named day stands; the fields are those of `NamedDay`."""

    anchor: Anchor = "given"
    place: int = 3
    later: bool = False
    doubtful: bool = False


def anchor(c: Cursor) -> FoundDay:
    """Read what follows a named day; when nothing fits, the rhythm beside it decides."""
    start = c.at
    c.take("of", "in")
    found = _in_month_of_period(c) or _in_period(c)
    if found is None:
        c.at = start
    return found or FoundDay()


def _period(c: Cursor) -> Anchor | None:
    """`quý`, `mỗi quý`, `kỳ báo cáo`, `kỳ`, `6 tháng`."""
    start = c.at
    c.take("of", "in")
    c.take("every") or c.take("each")
    if c.take("quarter"):
        c.take("report")
        return "quarter"
    if c.take("term"):
        c.take("report")
        return "term"
    c.at = start
    return None


def _in_month_of_period(c: Cursor) -> FoundDay | None:
    start = c.at
    c.take("each")  # "ngày 20 các tháng cuối quý"
    if c.take("month"):
        place = month_place(c)
        if place is not None and (period := _period(c)):
            return FoundDay(period, place, later=_later(c))
        if place is None and c.take("after", "next"):  # the month after the period
            c.take("of")
            if period := _period(c):
                return FoundDay(period, 1, later=True)
            return FoundDay("month", later=True)
        if place is None and c.peek(-2).sign != "each":
            c.take("report")
            return FoundDay("month")
    c.at = start
    return None


def _in_period(c: Cursor) -> FoundDay | None:
    start = c.at
    if c.take("every", "each") and c.take("month"):
        return FoundDay("month", later=_later(c))
    c.at = start
    if period := _period(c):
        # Which month of the period is not said: by custom the last, the month of reporting.
        return FoundDay(period, later=_later(c), doubtful=True)
    return None


def _later(c: Cursor) -> bool:
    return c.take("after", "next") is not None


_ANCHORS: dict[Sign, Anchor] = {"month": "month", "quarter": "quarter"}


def first_days(c: Cursor) -> NamedDay | None:
    """`[trong] 05 ngày đầu tháng`, `10 ngày đầu của quý`, `tuần cuối của mỗi quý`."""
    start = c.at
    if c.take("week") and (edge := c.take("first", "last")):
        c.take("of")
        c.take("every", "each")
        unit = c.take("month", "quarter")
        if unit and c.sign() not in ("number", "numeral", "roman", "ordinal", "first", "last"):
            first = edge.sign == "first"
            return NamedDay(
                (7 if first else WHOLE_MONTH,), anchor=_ANCHORS[unit.sign], place=1 if first else 3
            )
    c.at = start
    number = c.take("number")
    if number and 1 <= number.value <= 28 and c.take("day") and c.take("first"):
        c.take("of")
        c.take("every", "each")
        unit = c.take("month", "quarter")
        if unit and c.sign() not in ("number", "numeral", "roman", "ordinal"):
            return NamedDay((number.value,), anchor=_ANCHORS[unit.sign], place=1)
    c.at = start
    return None


def bare_edge(c: Cursor) -> NamedDay | None:
    """`đầu tháng`, `giữa quý` of no month or quarter in particular."""
    start = c.at
    edge = c.take("first", "middle")
    c.take("every")
    unit = c.take("month", "quarter")
    if edge is None or unit is None or c.sign() in ("number", "numeral", "roman", "ordinal"):
        c.at = start
        return None
    doubt = early_doubt(c.between(start, c.at))
    if unit.sign == "month":
        return NamedDay((10 if edge.sign == "first" else 15,), anchor="month", doubt=doubt)
    if edge.sign == "first":
        return NamedDay((WHOLE_MONTH,), anchor="quarter", place=1, doubt=doubt)
    return NamedDay((15,), anchor="quarter", place=2, doubt=doubt)
