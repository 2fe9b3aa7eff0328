"""Stretches of the calendar as a phrase names them, and as dates once the year is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from cchc.language.deadline.outcome import DeadlineError
from cchc.language.working_days import working_day
from cchc.messages import Message, say

Size = Literal["day", "month", "months", "quarter", "half", "nine", "year"]

YEARS = range(2000, 2101)
"""Years that a phrase may name; anything else is a slip of the keyboard."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Part(NamedTuple):
    """A part of a period: its beginning, half, week or month, by number."""

    what: Literal["edge", "half", "days", "dekad", "week", "month", "quarter"]
    number: int
    """Of an edge 1, 2, 3: beginning, middle, end; of days below 0, and of a week 0: the last ones."""


class CalendarPeriod(NamedTuple):
    """Months `first` to `last` of a year that may not be named; or part of them, or one day.

    A day whose month is named elsewhere has month 0.
    """

    size: Size
    first: int
    last: int
    year: int | None = None
    shift: int | None = None
    """Years after the plan's own ("năm sau": 1), where the phrase says so."""
    from_day: int = 1
    """Below 0: counted from the last day of month `first`."""
    to_day: int = 0
    """0: the last day of month `last`."""
    close: bool = False
    """The end is named ("cuối năm"), so a whole year is not vague."""
    spoken: bool = False
    """A day written with "tháng", after which further months may stand."""
    place: int = 0
    """Of a month named by its place in a quarter ("tháng cuối quý II"): 1, 2 or 3."""
    working: bool = False
    """The last working day of it, or the first from `to_day` 1 on."""
    weekday: int | None = None
    """The day of the week written beside a date, Monday is 0."""
    each: Literal["", "month", "quarter", "year"] = ""
    """Of which period it is a part where any is meant, counted in the first ("đầu quý": month 1)."""
    part: Part | None = None
    part_of: Size = "day"
    """The part of which period it is: "đầu tháng 6, 12" goes on with it."""
    doubt: Message | None = None
    """Why people may read it otherwise, and how it is read here."""


class DateSpan(NamedTuple):
    """A stretch as dates."""

    start: date
    end: date
    key: str
    size: Size


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def month_end(year: int, month: int) -> date:
    """Return the last day of a month; `month` may run on past 12 into later years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, month_length(year, month))


def show(day: date) -> str:
    """Return a date as official papers print it: 05/3/2026, 20/01/2026 (NĐ 30/2020/NĐ-CP)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def one_day(day: int, month: int, year: int | None) -> CalendarPeriod:
    """Return one day. Whether its month has that day is seen in `date_span`, where the year is known.

    Raises:
        DeadlineError: there is no such month or year, or no month has such a day.
    """
    checked_year(year)
    checked_month(month)
    return CalendarPeriod("day", month, month, year, from_day=checked_day(day), to_day=day)


def checked_day(day: int) -> int:
    """Return `day`.

    Raises:
        DeadlineError: no month has such a day.
    """
    if not 1 <= day <= 31:
        raise DeadlineError(
            say("there is no day {day}: no month has one", day=day),
            say("write for example {example}", example="05/3/2026"),
        )
    return day


def no_such_day(day: int, month: int, year: int) -> DeadlineError:
    """Return the error for a day that its month does not have in `year`."""
    length = month_length(year, month)
    printed = f"{month:02}" if month < 3 else str(month)
    return DeadlineError(
        say(
            "there is no day {day}/{month}/{year}: month {month} has only {length} days",
            day=day,
            month=printed,
            year=year,
            length=length,
        ),
        # "Trước 31/11" means the end of the month, which "Trước 30/11" would not reach.
        say(
            "write for example {example}",
            example=f"{length}/{printed}/{year}; tháng {printed}/{year}",
        ),
    )


def checked_month(month: int) -> int:
    """Return `month`.

    Raises:
        DeadlineError: it is not 1 to 12.
    """
    if not 1 <= month <= 12:
        raise DeadlineError(
            say("there is no month {month}: months run from 1 to 12", month=month),
            say("write for example {example}", example="tháng 6/2026"),
        )
    return month


def checked_quarter(number: int) -> int:
    """Return `number`.

    Raises:
        DeadlineError: it is not 1 to 4.
    """
    if not 1 <= number <= 4:
        raise DeadlineError(
            say("there is no quarter {number}: a year has four quarters", number=number),
            say("write for example {example}", example="Quý IV/2026"),
        )
    return number


def checked_count(number: int) -> int:
    """Return `number`, of times or of months.

    Raises:
        DeadlineError: it is 0, which is no rhythm.
    """
    if number == 0:
        raise DeadlineError(
            say("0 times, or every 0 months, is no rhythm"),
            say("write for example {example}", example="02 lần/năm"),
        )
    return number


def checked_year(year: int | None) -> int | None:
    """Return `year`.

    Raises:
        DeadlineError: it is outside `YEARS`.
    """
    if year is not None and year not in YEARS:
        raise DeadlineError(
            say("the year {year} is not between 2000 and 2100", year=year),
            say("write the year with four digits, for example {example}", example="15/3/2026"),
        )
    return year


def date_span(stretch: CalendarPeriod, year: int) -> DateSpan:
    """Return `stretch` as dates in `year`.

    Raises:
        DeadlineError: the year does not have that day (29/02).
    """
    checked_year(year)
    if stretch.to_day > month_length(year, stretch.last):
        raise no_such_day(stretch.to_day, stretch.last, year)
    last = stretch.to_day or month_length(year, stretch.last)
    end = date(year, stretch.last, last)
    if stretch.working:
        end = working_day(end, 1 if stretch.to_day == 1 else -1)
    first = stretch.from_day
    if first < 0:
        first += month_length(year, stretch.first) + 1
    start = end if stretch.size == "day" else date(year, stretch.first, first)
    return DateSpan(start, end, _key(stretch, start), stretch.size)


def _key(stretch: CalendarPeriod, start: date) -> str:
    match stretch.size:
        case "day":
            return start.isoformat()
        case "month":
            return month_key(start.year, stretch.first)
        case "quarter":
            return f"{start.year}-Q{(stretch.first + 2) // 3}"
        case "half":
            return f"{start.year}-H{1 if stretch.first == 1 else 2}"
        case "nine":
            return f"{start.year}-9M"
        case "year":
            return str(start.year)
        case "months":
            first, last = stretch.first, stretch.last
            return f"{month_key(start.year, first)}/{month_key(start.year, last)}"


def month_key(year: int, month: int) -> str:
    """Return the key of a month: `2026-06`."""
    return f"{year}-{month:02}"


def join(first: DateSpan, last: DateSpan) -> DateSpan:
    """Return the span from the start of one to the end of the other."""
    key = first.key if first.key == last.key else f"{first.key}/{last.key}"
    return DateSpan(first.start, last.end, key, last.size)


def adjacent(spans: Sequence[DateSpan]) -> bool:
    """Whether `spans` are of one size and follow each other without a gap."""
    return all(
        one.size == two.size and one.end + timedelta(days=1) == two.start
        for one, two in pairwise(spans)
    )
