"""Grammar of one stretch of time: a day, a unit, or part of one (cuối quý III, đầu tháng 6)."""

from __future__ import annotations

from cchc.language.deadline import time_units
from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import day
from cchc.language.deadline.periods import CalendarPeriod
from cchc.messages import Message, say

_DEKADS = {"thượng tuần": (1, 10), "trung tuần": (11, 20), "hạ tuần": (21, 0)}


def stretch(c: Cursor) -> CalendarPeriod | None:
    """Read one stretch of time, or leave the cursor where it is.

    Raises:
        DeadlineError: it names a month, quarter or year that does not exist.
    """
    start = c.at
    if c.take("each") and c.sign() == "year" and not c.is_year(1):
        c.at = start  # "các năm tiếp theo"
        return None
    for rule in _RULES:
        if found := rule(c):
            return found
    c.at = start
    return None


def _edge(c: Cursor) -> CalendarPeriod | None:
    """`cuối quý II`, `cuối năm`, `đầu tháng 6`, `giữa năm`: an end is clear, the others are not."""
    start = c.at
    edge = c.take("first", "middle", "last")
    if edge is None:
        return None
    c.take("of")
    each = c.take("each") is not None  # "đầu các quý II, III"
    found = time_units.month(c) or time_units.quarter(c) or time_units.year(c)
    if found is None and c.sign() == "year":
        found = time_units.of_year(c, CalendarPeriod("year", 1, 12))
    if found is None:
        c.at = start
        return None
    if edge.sign == "last":
        return found._replace(close=True)
    part = _part(found, edge.sign == "first", c.between(start, c.at))
    return part._replace(place=1) if each and found.size == "quarter" else part


def _part(found: CalendarPeriod, early: bool, text: str) -> CalendarPeriod:
    """Return the beginning or the middle of a period, with the doubt that goes with it."""
    first = found.first
    match found.size, early:
        case "month", True:
            part = found._replace(to_day=10)
        case "month", False:
            part = found._replace(to_day=15)
        case "quarter", True:
            part = found._replace(size="month", last=first)
        case "quarter", False:
            part = found._replace(last=first + 1, to_day=15)
        case _, True:
            part = found._replace(size="quarter", last=3)
        case _, False:
            part = found._replace(size="half", last=6)
    return part._replace(doubt=early_doubt(text))


def early_doubt(text: str) -> Message:
    """Return why "đầu" or "giữa" of a period is not a deadline that people agree on."""
    return say("“{text}” names no exact day: write the date that is meant", text=text)


def _half(c: Cursor) -> CalendarPeriod | None:
    """`nửa đầu năm 2026`, `nửa cuối tháng 6`, `nửa năm đầu`."""
    start = c.at
    if c.take("half"):
        swapped = c.take("year") is not None
        edge = c.take("first", "last")
        if edge is not None and (swapped or c.sign() == "year" or c.is_year()):
            return time_units.of_year(c, time_units.first_months(6, edge))
        if edge is not None and (found := time_units.month(c)):
            early = edge.sign == "first"
            return found._replace(to_day=15) if early else found._replace(from_day=16)
    c.at = start
    return None


def _dekad(c: Cursor) -> CalendarPeriod | None:
    start = c.at
    if token := c.take("dekad"):
        c.take("of")
        if found := time_units.month(c):
            first, last = _DEKADS[token.fold]
            return found._replace(from_day=first, to_day=last)
    c.at = start
    return None


def _week(c: Cursor) -> CalendarPeriod | None:
    """`tuần đầu tháng 3`, `tuần 2 tháng 3`: counted from the first of the month."""
    start = c.at
    if c.take("week"):
        edge = c.take("first", "last")
        number = 1 if edge else time_units.ordinal(c)
        c.take("of")
        if number in (1, 2, 3, 4) and (found := time_units.month(c)):
            if edge is not None and edge.sign == "last":
                return found._replace(from_day=22)
            doubt = early_doubt(c.between(start, c.at))
            return found._replace(from_day=7 * number - 6, to_day=7 * number, doubt=doubt)
    c.at = start
    return None


_RULES = (
    day,
    _edge,
    time_units.month,
    time_units.quarter,
    time_units.part_of_year,
    _half,
    _dekad,
    _week,
    time_units.year,
    time_units.numeric,
)
"""In this order: "6 tháng 3" is a day before "6 tháng" is a length of time."""
