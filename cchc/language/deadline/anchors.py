"""Grammar of the month that a named day stands in: hàng tháng, tháng cuối quý, kỳ báo cáo."""

from __future__ import annotations

from typing import NamedTuple

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.nodes import Anchor
from cchc.language.deadline.time_units import month_place


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
