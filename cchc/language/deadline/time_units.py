"""Grammar of whole units: Quý II/2026, tháng Tư, 6 tháng đầu năm, năm 2026, 3/2026."""

from __future__ import annotations

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import month_number, year_shift, year_suffix
from cchc.language.deadline.periods import (
    CalendarPeriod,
    Size,
    checked_month,
    checked_quarter,
    checked_year,
)
from cchc.language.deadline.tokens import Token
from cchc.language.deadline.words import Sign
from cchc.messages import say

_SMALLER: tuple[Sign, ...] = ("quarter", "term", "every")
"""What stands behind "tháng cuối" where it is not the year's."""

_SIZES: dict[int, Size] = {1: "month", 3: "quarter", 6: "half", 12: "year"}


def with_year(c: Cursor, found: CalendarPeriod) -> CalendarPeriod:
    """Return `found` in the year written behind it, "năm nay" and "trong năm" included."""
    year = year_suffix(c, comma=not c.by_period)
    if year is not None:
        return found._replace(year=checked_year(year))
    start = c.at
    inside = c.take("of", "in") is not None
    if c.take("year"):
        if (shift := year_shift(c)) is not None:
            return found._replace(shift=shift)
        if inside:
            return found
    c.at = start
    return found


def ordinal(c: Cursor) -> int | None:
    """`I`, `1`, `01`, `một`, `thứ nhất`."""
    start = c.at
    c.take("ordinal")
    if token := c.take("roman", "numeral"):
        return token.value
    if c.is_small() and c.sign(1) not in ("day", "workday"):  # "kết thúc quý 05 ngày"
        c.at += 1
        return c.tokens[c.at - 1].value
    c.at = start
    return None


def month_of(number: int) -> CalendarPeriod:
    """Return a month of a year not named yet."""
    return CalendarPeriod("month", checked_month(number), number)


def quarter_of(number: int) -> CalendarPeriod:
    """Return a quarter of a year not named yet."""
    last = 3 * checked_quarter(number)
    return CalendarPeriod("quarter", last - 2, last)


def quarter(c: Cursor) -> CalendarPeriod | None:
    start = c.at
    if c.take("quarter"):
        c.take_mark(".")
        if (number := ordinal(c)) is not None and c.sign() != "times":  # "quý một lần"
            return with_year(c, quarter_of(number))
        if c.sign() in ("first", "last") and c.sign(1) == "year":
            number = 1 if c.take("first") else 4
            c.take("last")
            return of_year(c, quarter_of(number))
    c.at = start
    return None


def month(c: Cursor) -> CalendarPeriod | None:
    start = c.at
    if c.take("month"):
        c.take_mark(".")
        if (number := month_number(c, after_day=True)) is not None:
            return with_year(c, month_of(number))
        if found := _month_of_quarter(c):
            return found
        edge = c.take("first", "last")
        if edge and c.sign() == "year":
            return of_year(c, month_of(1 if edge.sign == "first" else 12))
    c.at = start
    return None


def _month_of_quarter(c: Cursor) -> CalendarPeriod | None:
    """`tháng [cuối của quý II/2026]`: the month itself, not the quarter."""
    start = c.at
    place = month_place(c)
    if place is not None:
        c.take("of", "in")
        if found := quarter(c):
            month = found.first + place - 1
            return found._replace(size="month", first=month, last=month, place=place)
    c.at = start
    return None


def month_place(c: Cursor) -> int | None:
    """Read which month of a quarter: `đầu`, `giữa`, `thứ hai`, `cuối`."""
    if edge := c.take("first", "middle", "last"):
        return ("first", "middle", "last").index(edge.sign) + 1
    start = c.at
    if c.take("ordinal"):
        token = c.peek()
        if 1 <= token.value <= 3 and token.sign in ("number", "numeral", "roman"):
            c.at += 1
            return token.value
    c.at = start
    return None


def of_year(c: Cursor, found: CalendarPeriod) -> CalendarPeriod:
    """Read `năm [2026]` after `đầu`, `cuối`; the year may also be written alone."""
    c.take("of", "in")
    c.take("year")
    year = c.take_year()
    if year is not None:
        return found._replace(year=checked_year(year))
    if (shift := year_shift(c)) is not None:
        return found._replace(shift=shift)
    return with_year(c, found)


def part_of_year(c: Cursor) -> CalendarPeriod | None:
    """`6 tháng đầu năm 2026`, `02 quý cuối năm`, `9 tháng năm 2026`, `9 tháng`."""
    start = c.at
    number, unit = c.peek(), c.peek(1)
    small = c.is_small() or number.sign == "numeral"
    if not (small and unit.sign in ("month", "quarter")):
        return None
    c.at += 2
    months = number.value * (3 if unit.sign == "quarter" else 1)
    edge = c.take("first", "last")
    if edge and not (c.sign() in _SMALLER or (c.sign() == "of" and c.sign(1) in _SMALLER)):
        return of_year(c, first_months(months, edge))
    if edge:
        c.at = start  # "25 tháng cuối quý" is a day
        return None
    year = year_suffix(c, comma=False) if months in (6, 9) and unit.sign == "month" else None
    if year is None:
        c.at = start
        return None
    doubt = say("“{text}” is read as the first six months", text=c.between(start, c.at))
    found = first_months(months, None)
    return found._replace(year=checked_year(year), doubt=doubt if months == 6 else None)


def first_months(count: int, edge: Token | None) -> CalendarPeriod:
    """Return the first months of a year, or its last ones when `edge` is "cuối"."""
    checked_month(count)
    if edge is not None and edge.sign == "last":
        return CalendarPeriod(_SIZES.get(count, "months"), 13 - count, 12)
    size = "nine" if count == 9 else _SIZES.get(count, "months")
    return CalendarPeriod(size, 1, count)


def year(c: Cursor) -> CalendarPeriod | None:
    """`năm 2026`, `cả năm`, `năm nay`, `năm sau`."""
    start = c.at
    whole = c.take("whole") is not None
    if c.take("year"):
        year = c.take_year()
        if year is not None:
            return CalendarPeriod("year", 1, 12, checked_year(year))
        shift = year_shift(c)
        if shift is not None or whole:
            return CalendarPeriod("year", 1, 12, shift=shift)
    c.at = start
    return None


def numeric(c: Cursor) -> CalendarPeriod | None:
    """`3/2026`, `2026-03`, `2026`."""
    start = c.at
    mark = c.is_mark("/-.", 1)
    if mark and c.is_small() and c.is_year(2):
        month = month_of(c.peek().value)
        c.at += 3
        return month._replace(year=checked_year(c.peek(-1).value))
    if mark and c.is_year() and c.is_small(2) and not c.is_mark("/-.", 3):
        month = month_of(c.peek(2).value)
        c.at += 3
        return month._replace(year=checked_year(c.peek(-3).value))
    year = c.take_year()
    if year is None:
        c.at = start
        return None
    return CalendarPeriod("year", 1, 12, checked_year(year))
