"""Grammar of limits: limit words, then a list of dates, periods, rhythms or named days."""

from __future__ import annotations

from typing import Literal

from cchc.language.deadline.anchors import anchor
from cchc.language.deadline.conditions import until_event
from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import WHOLE_MONTH
from cchc.language.deadline.items import ListedItem, filled_from, items
from cchc.language.deadline.nodes import (
    Condition,
    DayMark,
    Limit,
    NamedDay,
    Rhythm,
    Rhythms,
    StretchItem,
)
from cchc.language.deadline.outcome import NotUnderstoodError
from cchc.language.deadline.periods import CalendarPeriod
from cchc.language.deadline.prefixes import Prefix, prefix_of
from cchc.language.deadline.rhythms import rhythm_year
from cchc.language.deadline.stretches import stretch
from cchc.language.deadline.time_units import month_of, quarter_of, with_year
from cchc.messages import Message, say


def listing(c: Cursor) -> Limit | Rhythms | NamedDay | Condition | None:
    """Read limit words and the list behind them, or leave the cursor where it is.

    Raises:
        DeadlineError: a date or period in it does not exist.
    """
    start = c.at
    prefix = prefix_of(c)
    if c.take("report"):  # "định kỳ báo cáo quý"
        c.report = True
        second = prefix_of(c)
        prefix = prefix if second == Prefix() else second
    first = c.at
    listed = items(c)
    if not listed:
        c.at = start
        return None
    doubt = prefix.about
    if any(one.link == "or" for one in listed):
        doubt = say("“hoặc” leaves open which of the dates counts")
    whats = [one.item for one in listed]
    rhythms = [what for what in whats if isinstance(what, Rhythm)]
    stretches = [what for what in whats if isinstance(what, CalendarPeriod)]
    if rhythms:
        return _rhythms(c, prefix, rhythms, c.between(first, c.at), doubt)
    if all(what.first == 0 or what.each in ("month", "quarter") for what in stretches):
        ends = [one for n, one in enumerate(stretches) if not _goes_on(listed, n)]
        if any(what.each for what in stretches):
            return _in_each(c, prefix, ends, first)
        return _named_day(c, prefix, ends)
    return _limit(c, start, prefix, listed, stretches, doubt)


def _goes_on(listed: list[ListedItem], at: int) -> bool:
    """Whether an item is the first end of a range: of "ngày 01 - 05" day 5 is the last."""
    return at + 1 < len(listed) and listed[at + 1].link == "range"


def _limit(
    c: Cursor,
    start: int,
    prefix: Prefix,
    listed: list[ListedItem],
    stretches: list[CalendarPeriod],
    doubt: Message | None,
) -> Limit | Condition:
    if prefix.close:
        stretches[0] = stretches[0]._replace(close=True)
    pieces: list[StretchItem] = []
    for one, what in zip(listed, _with_months(stretches), strict=True):
        if one.link == "range":
            pieces[-1] = pieces[-1]._replace(last=what, before=one.before or prefix.before)
        else:
            # "Trước 20/5 và quý III" does not leave out the quarter.
            before = prefix.before and what.size == stretches[0].size
            pieces.append(StretchItem(what, before=before))
    ranged = pieces[0].last is not None
    if prefix.opening and not ranged and until_event(c):
        return Condition(c.between(start, c.at))
    return Limit(
        tuple(pieces),
        pointed=prefix.pointed or (ranged and listed[1].before),
        until=prefix.until,
        opening=prefix.opening and not ranged,
        after=prefix.after,
        yearly=_yearly(c) or stretches[0].each == "year",
        open_end=_open_end(c),
        doubt=doubt,
    )


def _with_months(stretches: list[CalendarPeriod]) -> list[CalendarPeriod]:
    """Give the days whose month comes later in the list ("ngày 15 và 16/3") that month."""
    filled: list[CalendarPeriod] = []
    below: CalendarPeriod | None = None
    for one in reversed(stretches):
        if one.size == "day" and one.first:
            below = one
        elif one.size == "day":
            if below is None:
                raise no_month(one.to_day)
            one = one._replace(first=below.first, last=below.last, year=below.year)
        filled.append(one)
    return filled[::-1]


def no_month(day: int) -> NotUnderstoodError:
    """Return the error for a day with neither a month nor a rhythm."""
    if day == WHOLE_MONTH:
        return NotUnderstoodError(
            say("the last day of what is meant is not said"),
            say("write for example {example}", example="ngày cuối cùng của tháng"),
        )
    return NotUnderstoodError(
        say("of which month day {day} is meant is not said", day=day),
        say("write for example {example}", example=f"{day:02}/6/2026, ngày {day:02} hằng tháng"),
    )


def _yearly(c: Cursor) -> bool:
    if c.sign() == "every" and c.sign(1) == "year":
        c.at += 2
        return True
    return False


def _open_end(c: Cursor) -> bool:
    """Step over `và các năm tiếp theo`, `trở đi`."""
    start = c.at
    if c.take("onward"):
        return True
    c.take_mark(",")
    c.take("and")
    if c.take("each") and c.take("year") and c.take("next", "after"):
        return True
    c.at = start
    return False


def _rhythms(
    c: Cursor, prefix: Prefix, found: list[Rhythm], text: str, doubt: Message | None
) -> Limit | Rhythms | Condition:
    only = found[0]
    if len(found) == 1 and only.bare:
        if only.months == 12 and (prefix.inside or prefix.pointed or prefix.close):
            whole = CalendarPeriod("year", 1, 12, close=prefix.close)
            return Limit((StretchItem(whole, before=prefix.before),), pointed=prefix.pointed)
        if text[0].isdigit() and (prefix.inside or prefix.pointed):
            return Condition(text, doubt=say("“{text}” does not say from when", text=text))
    year = rhythm_year(c)
    if year is not None:
        found = [one._replace(year=year) for one in found]
    if prefix.regular:
        found = [one._replace(bare=False) for one in found]
    return Rhythms(tuple(found), text, doubt)


def _named_day(
    c: Cursor, prefix: Prefix, stretches: list[CalendarPeriod]
) -> Limit | NamedDay | Rhythms:
    days = tuple(dict.fromkeys(one.to_day for one in stretches))
    start = c.at
    c.take("of", "in")
    if c.sign() == "each" and c.sign(1) == "month":
        c.at += 1  # "ngày 20 của các tháng 3, 6, 9"
    working = stretches[0].working
    if found := stretch(c):
        places = _places(c, found)
        pieces = tuple(
            StretchItem(_day_of(day, place, working=working), before=prefix.before)
            for place in places
            for day in days
        )
        return Limit(pieces, pointed=prefix.pointed, yearly=_yearly(c))
    c.at = start
    if working:
        c.take("of", "in")
        c.take("every", "each")
        if c.take("week"):
            return Rhythms((Rhythm(None, weekly=True),), c.between(start, c.at))
        c.at = start
    where = anchor(c)
    if where.doubtful and where.anchor == "quarter" and (working or days == (1,)):
        where = where._replace(place=1 if days == (1,) else 3, doubtful=False)
    doubt = doubtful_month(days[0]) if where.doubtful else None
    marks = tuple(DayMark(day, where.place) for day in days)
    return NamedDay(marks, prefix.before, where.anchor, where.later, working, doubt=doubt)


def _in_each(c: Cursor, prefix: Prefix, ends: list[CalendarPeriod], start: int) -> NamedDay:
    """Return the last days of parts of any month or quarter: `đầu và cuối tháng`, `tuần đầu quý`."""
    each: Literal["month", "quarter"] = (
        "month" if any(one.each == "month" for one in ends) else "quarter"
    )
    text = c.between(start, c.at)
    every = any(token.sign in ("every", "each") for token in c.tokens[start : c.at])
    here = c.at
    if c.take("every", "in") and c.take(each):
        every = True  # "đầu tháng và ngày 20 hằng tháng"
    else:
        c.at = here
    closed = any(one.close for one in ends)
    marks: list[DayMark] = []
    for one in ends:
        named = one.each == "" or not prefix.before or closed
        # "Trước tháng cuối quý" ends where that month begins.
        day = (one.to_day or WHOLE_MONTH) if named else max(one.from_day, 1)
        marks.append(DayMark(day, (one.last if named else one.first) or 3))
    doubt = next((one.doubt for one in ends if one.doubt), None)
    if closed and prefix.before:
        doubt = say("“trước cuối ...” is read as up to the end of the period")
    lone = None
    if len(ends) == 1 and closed and not every:
        lone = say("“{text}” alone is read in more than one way", text=text)
    return NamedDay(
        tuple(dict.fromkeys(marks)),
        prefix.before and not closed,
        each,
        year=rhythm_year(c),
        lone=lone,
        doubt=doubt or prefix.about,
    )


def _places(c: Cursor, first: CalendarPeriod) -> list[CalendarPeriod]:
    """Read the months or quarters that share a named day: `[ngày 05 của tháng 4], tháng 7`."""
    found = [first]
    while True:
        start = c.at
        comma = c.take_mark(",")
        if not (c.take("and") or comma):
            return found
        item = _number_alone(c, first) or (c.sign() in ("month", "quarter") and stretch(c))
        shared = item and filled_from(first, item)
        if not shared:
            c.at = start
            return found
        found.append(shared)


def _number_alone(c: Cursor, first: CalendarPeriod) -> CalendarPeriod | None:
    """Read a month or quarter by its number alone: `[tháng 3], 6, 9`, `[tháng cuối quý I], II`."""
    if first.place and (token := c.take("roman")):
        return with_year(c, quarter_of(token.value))
    if (
        not first.place
        and c.is_small()
        and (c.at + 1 >= len(c.tokens) or c.sign(1) in ("mark", "and"))
    ):
        token = c.take("number")
        return token and with_year(c, month_of(token.value))
    return None


def doubtful_month(day: int) -> Message:
    """Return the doubt about a day of a period whose month is not said."""
    if day == WHOLE_MONTH:
        return say("the last day of each period is taken")
    return say("day {day} is taken in the last month of each period", day=day)


def _day_of(day: int, found: CalendarPeriod, *, working: bool) -> CalendarPeriod:
    """Return a day of a named month, or the last day (`WHOLE_MONTH`) of any period."""
    if day == WHOLE_MONTH:
        return found._replace(size="day", first=found.last, from_day=1, working=working)
    if working:
        return found._replace(size="day", last=found.first, from_day=1, to_day=1, working=True)
    if found.first != found.last:
        raise no_month(day)
    return found._replace(size="day", from_day=day, to_day=day)
