"""Grammar of parts of a period: đầu quý II, nửa cuối tháng 6, 10 ngày đầu tháng, tuần cuối mỗi quý."""

from __future__ import annotations

from cchc.language.deadline import time_units
from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.periods import CalendarPeriod, Part
from cchc.language.deadline.words import Sign
from cchc.messages import Message, say

_EDGES: dict[Sign, int] = {"first": 1, "middle": 2, "last": 3}
_DEKADS = {"thượng tuần": 1, "trung tuần": 2, "hạ tuần": 3}
_NUMBERS: tuple[Sign, ...] = ("number", "roman", "numeral", "ordinal")


def parts(c: Cursor) -> list[CalendarPeriod]:
    """Read parts of one period: `đầu, giữa và cuối quý II`, `tuần đầu hằng tháng`.

    Of no period in particular they are those of the first, with `each`; empty when none stands here.

    Raises:
        DeadlineError: it names a month, quarter or year that does not exist.
    """
    start = c.at
    named: list[Part] = []
    ahead = True
    while ahead and (part := _part(c)):
        named.append(part)
        behind = c.at
        ahead = c.take_mark(",") | (c.take("and") is not None)
        if not ahead or not _part_ahead(c):
            c.at = behind
            break
    whole = _whole(c) if named else None
    if whole is None:
        c.at = start
        return []
    doubt = early_doubt(c.between(start, c.at))
    found = [within(part, whole, doubt) for part in named]
    if None in found:
        c.at = start
        return []
    return [one for one in found if one is not None]


def only_part(c: Cursor) -> CalendarPeriod | None:
    """Read one part of one named period: `cuối quý II`, `đầu tháng 6`."""
    start = c.at
    found = parts(c)
    if len(found) == 1 and found[0].each in ("", "year"):
        return found[0]
    c.at = start
    return None


def early_doubt(text: str) -> Message:
    """Return why "đầu" or "giữa" of a period is not a deadline that people agree on."""
    return say("“{text}” names no exact day: write the date that is meant", text=text)


def _part_ahead(c: Cursor) -> bool:
    start = c.at
    found = _part(c) is not None
    c.at = start
    return found


def _part(c: Cursor) -> Part | None:
    """Read a part without its period."""
    start = c.at
    several = c.take("each", "every") is not None  # "các tháng cuối quý"
    if several and c.sign() != "month":
        c.at = start
        return None
    if token := c.take("dekad"):
        return Part("dekad", _DEKADS[token.fold])
    if edge := c.take("first", "middle", "last"):
        return Part("edge", _EDGES[edge.sign])
    if c.take("half"):
        c.take("month", "year")  # "nửa tháng cuối", "nửa năm đầu"
        if edge := c.take("first", "last", "after"):
            return Part("half", 1 if edge.sign == "first" else 2)
    elif c.take("week"):
        if edge := c.take("first", "last"):
            return Part("week", 1 if edge.sign == "first" else 0)
        if (number := time_units.ordinal(c)) in (1, 2, 3, 4):
            return Part("week", number)
    elif (unit := c.take("month", "quarter")) and (place := time_units.month_place(c)):
        ends = c.sign() in ("of", "quarter", "every", "each")
        if not several or (ends and not (c.sign() == "of" and c.sign(1) == "year")):
            return Part("month" if unit.sign == "month" else "quarter", place)
    elif (count := c.take("number", "numeral")) and c.take("day"):
        edge = c.take("first", "last")
        if edge and 1 <= count.value <= 28:
            return Part("days", count.value if edge.sign == "first" else -count.value)
    c.at = start
    return None


def _whole(c: Cursor) -> CalendarPeriod | None:
    """Read the period whose part is meant: `[của] quý II`, `mỗi tháng`, `tháng cuối quý`, `năm`."""
    start = c.at
    c.take("of", "in")
    each = c.take("each") is not None  # "đầu các quý II, III"
    if (
        found := time_units.month(c)
        or time_units.quarter(c)
        or time_units.part_of_year(c)
        or time_units.year(c)
    ):
        return found._replace(place=1 if each and found.size == "quarter" else found.place)
    every = each or c.take("every") is not None
    c.take("each")
    year = CalendarPeriod("year", 1, 12)
    if c.is_year() or (c.sign() == "year" and not (every and c.is_year(1))):
        return time_units.of_year(c, year._replace(each="year") if every else year)
    if c.sign() in ("month", "quarter"):
        if inner := _inner(c):
            return inner
        month = c.peek().sign == "month"
        c.at += 1
        numbered = c.sign() in _NUMBERS or c.is_mark(".")
        if not numbered and c.sign() not in ("first", "middle", "last", "after", "next"):
            if c.sign() == "every" and c.sign(1) == c.sign(-1):
                c.at += 2  # "đầu tháng hằng tháng"
            return (
                CalendarPeriod("month", 1, 1, each="month")
                if month
                else CalendarPeriod("quarter", 1, 3, each="quarter")
            )
    c.at = start
    return None


def _inner(c: Cursor) -> CalendarPeriod | None:
    """Read a part that is the whole of a smaller one: `tuần đầu [tháng cuối quý]`."""
    start = c.at
    if (
        (part := _part(c))
        and (whole := _whole(c))
        and (found := within(part, whole, early_doubt("")))
    ):
        return found
    c.at = start
    return None


def within(part: Part, whole: CalendarPeriod, doubt: Message | None) -> CalendarPeriod | None:
    """Return that part of a period; None when a period of its size has none.

    `doubt` is what to say of a part that names no exact day.
    """
    found = _within(part, whole, doubt)
    return found and found._replace(part=part, part_of=whole.size)


def _within(part: Part, whole: CalendarPeriod, doubt: Message | None) -> CalendarPeriod | None:
    size, first, number = whole.size, whole.first, part.number
    month, quarter = size == "month", size == "quarter"
    beginning = whole._replace(size="month", last=first)
    end = whole._replace(size="month", first=whole.last)
    match part.what:
        case "edge" if number == 3:
            return whole._replace(close=True)
        case "edge":
            return _early(whole, number == 1)._replace(doubt=doubt)
        case "dekad" if month:
            days = {1: (1, 10), 2: (11, 20), 3: (21, 0)}[number]
            return whole._replace(from_day=days[0], to_day=days[1])
        case "half" if month:
            return whole._replace(to_day=15) if number == 1 else whole._replace(from_day=16)
        case "half" if quarter and number == 1:
            return whole._replace(size="months", last=first + 1, to_day=15)
        case "half" if quarter:
            return whole._replace(size="months", first=first + 1, from_day=16)
        case "half" if size == "year":
            half = (1, 6) if number == 1 else (7, 12)
            return whole._replace(size="half", first=half[0], last=half[1])
        case "days":
            return (
                beginning._replace(to_day=number) if number > 0 else end._replace(from_day=number)
            )
        case "week" if number == 0:
            return end._replace(from_day=22 if month else -7)
        case "week" if month or number == 1:
            return beginning._replace(from_day=7 * number - 6, to_day=7 * number, doubt=doubt)
        case "month" if quarter:
            return whole._replace(size="month", first=first + number - 1, last=first + number - 1)
        case "month" if size == "year" and number != 2:
            return beginning if number == 1 else end
        case "quarter" if size == "year" and number != 2:
            place = 1 if number == 1 else 10
            return whole._replace(size="quarter", first=place, last=place + 2)
    return None


def _early(whole: CalendarPeriod, early: bool) -> CalendarPeriod:
    """Return the beginning or the middle of a period."""
    first = whole.first
    match whole.size, early:
        case "month", True:
            return whole._replace(to_day=10)
        case "month", False:
            return whole._replace(to_day=15)
        case "quarter", True:
            return whole._replace(size="month", last=first)
        case "quarter", False:
            return whole._replace(last=first + 1, to_day=15)
        case _, True:
            return whole._replace(size="quarter", last=3)
        case _, False:
            return whole._replace(size="half", last=6)
