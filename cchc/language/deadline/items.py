"""Grammar of lists: what stands between commas, "và", dashes and "đến", and its short forms."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import year_suffix
from cchc.language.deadline.nodes import Rhythm
from cchc.language.deadline.parts import parts, within
from cchc.language.deadline.periods import CalendarPeriod, Part, checked_day, one_day
from cchc.language.deadline.rhythms import rhythm
from cchc.language.deadline.stretches import stretch
from cchc.language.deadline.time_units import month_of, quarter_of, with_year
from cchc.language.deadline.words import Sign

Joint = Literal["", "list", "or", "range"]

_AS_STRETCH: dict[int | None, CalendarPeriod] = {
    6: CalendarPeriod("half", 1, 6),
    9: CalendarPeriod("nine", 1, 9),
    12: CalendarPeriod("year", 1, 12, close=True),
}
_NOT_SHORT: tuple[Sign, ...] = (
    "day", "workday", "week", "month", "quarter", "times", "hour", "half",
)  # fmt: skip


class ListedItem(NamedTuple):
    """One item of a list, and how it hangs on the one before."""

    item: CalendarPeriod | Rhythm
    link: Joint = ""
    before: bool = False
    """The range ends before it: "đến trước ngày 30/6"."""


def items(c: Cursor) -> list[ListedItem]:
    """Read a list of stretches, or of rhythms; empty when none stands here."""
    found: list[ListedItem] = []
    c.by_period = False
    while True:
        start = c.at
        link = _link(c, found) if found else ""
        before = close = False
        if link == "range":
            close = c.take("end") is not None
            before = c.take("before") is not None
            c.take("in")
        several: list[CalendarPeriod] = []
        item: CalendarPeriod | Rhythm | None = None
        if link is not None:
            item = _short(c, found) or stretch(c)
        if item is None and link is not None:
            several = parts(c)
            item = several.pop() if several else rhythm(c)
        if item is None or link is None or not _fits(found, item) or _begins(c, found, item):
            c.at = start
            break
        for one in several:
            found.append(ListedItem(one, link))
            link = "list"
        if close and isinstance(item, CalendarPeriod):
            item = item._replace(close=True)
        if found and link == "list" and isinstance(item, CalendarPeriod):
            item = _day_in(found[-1].item, item)
        found.append(ListedItem(item, link, before))
        c.by_period = (
            c.by_period or c.report or isinstance(item, Rhythm) or item.size in ("half", "nine")
        )
    c.by_period = False
    return _alike(found)


def _day_in(last: CalendarPeriod | Rhythm, item: CalendarPeriod) -> CalendarPeriod:
    """Give a month the day of the one before it, if they share it: `ngày 20 tháng 3, [tháng 6]`."""
    if not isinstance(last, CalendarPeriod):
        return item
    plain = item.size == "month" and not (item.close or item.to_day or item.doubt)
    if last.spoken and plain and item.first == item.last:
        return one_day(last.to_day, item.first, item.year)._replace(spoken=True, shift=item.shift)
    return (last.place and filled_from(last, item)) or item


def filled_from(first: CalendarPeriod, item: CalendarPeriod) -> CalendarPeriod | None:
    """Return `item` as far as it goes on with `first`: a month, or the same month of a quarter."""
    if item.size == first.size == "month" and not (item.close or item.to_day):
        return item
    if first.place and item.size == "quarter" and not item.close:
        month = item.first + first.place - 1
        return item._replace(size="month", first=month, last=month, place=first.place)
    return None


def _link(c: Cursor, found: list[ListedItem]) -> Joint | None:
    if c.take("and") or c.take_mark("&+"):
        return "list"
    if c.take("or"):
        return "or"
    ranged = found[-1].link != "range"
    if ranged and (c.take_mark("-") or c.take("to")):
        return "range"
    if c.take_mark(","):
        if c.take("or"):
            return "or"
        c.take("and")
        return "list"
    if isinstance(found[-1].item, Rhythm) and c.take_mark("/"):
        return "list"
    return None


def _short(c: Cursor, found: list[ListedItem]) -> CalendarPeriod | None:
    """Read a number that goes on in the unit before it (`Quý I, II`) or after it (`ngày 01-15/3`)."""
    if not found:
        days = c.is_small() and (_day_list_ahead(c) or _in_every_month(c))
        return _short_day(c) if days else None
    last = found[-1].item
    if not isinstance(last, CalendarPeriod):
        return None
    if last.size == "day" and last.first == 0 and c.is_small() and _in_every_month(c):
        return _short_day(c)
    if c.sign(1) in _NOT_SHORT:
        return None
    if c.is_small() and c.is_mark("/.", 1) and not c.is_year(2) and c.sign(2) == "number":
        return None  # "tháng 3, 15/6" goes on with a date
    if last.part and (c.is_small() or c.sign() in ("roman", "numeral")):
        return _same_part(c, last, last.part)
    if last.place and c.sign() == "roman":
        value = c.peek().value
        c.at += 1
        return with_year(c, quarter_of(value))
    if c.is_small() or (last.size == "quarter" and c.sign() in ("roman", "numeral")):
        value = c.peek().value
        if last.size == "quarter" and not last.close:
            c.at += 1
            return with_year(c, quarter_of(value))
        if last.size == "month" and not last.close:
            c.at += 1
            return with_year(c, month_of(value))
        if last.size == "day" and last.first == 0:
            return _short_day(c)
        if last.spoken:
            c.at += 1
            return one_day(last.to_day, value, year_suffix(c))._replace(spoken=True)
    return None


def _same_part(c: Cursor, last: CalendarPeriod, part: Part) -> CalendarPeriod | None:
    """Read a number that goes on with a part: `Đầu tháng 6, [12]`, `Cuối quý II, [IV]`."""
    unit = {"month": month_of, "quarter": quarter_of}.get(last.part_of)
    if unit is None or last.each:
        return None
    value = c.peek().value
    c.at += 1
    return within(part, with_year(c, unit(value)), last.doubt)


def _short_day(c: Cursor) -> CalendarPeriod:
    number = checked_day(c.peek().value)
    c.at += 1
    return CalendarPeriod("day", 0, 0, from_day=number, to_day=number)


def _in_every_month(c: Cursor) -> bool:
    """Whether a day without "ngày" stands here: `15 hằng tháng`, `25 [của] tháng cuối quý`."""
    ahead = 2 if c.sign(1) == "of" else 1
    if c.sign(ahead) == "every":
        return c.sign(ahead + 1) == "month"
    if not (c.sign(ahead) == "month" and c.sign(ahead + 1) in ("first", "middle", "last")):
        return False
    ahead += 2
    while c.sign(ahead) in ("of", "every", "each"):
        ahead += 1
    return c.sign(ahead) in ("quarter", "term")


def _day_list_ahead(c: Cursor) -> bool:
    """Whether days without "ngày" follow whose month comes last: `01-15/3`, `5, 6 tháng 3`."""
    ahead = 1
    while c.is_mark("-,&", ahead) or c.sign(ahead) in ("to", "and"):
        ahead += 1
        while c.sign(ahead) in ("end", "day", "before", "in"):
            ahead += 1
        if not c.is_small(ahead):
            return False
        ahead += 1
        if c.is_mark("/.", ahead):
            return c.is_small(ahead + 1)
        if c.sign(ahead) == "month":
            return c.is_small(ahead + 1) or c.sign(ahead + 1) == "numeral"
    return False


def _fits(found: list[ListedItem], item: CalendarPeriod | Rhythm) -> bool:
    """Whether `item` can stand in one list with `found`."""
    if isinstance(item, CalendarPeriod):
        before = [one.item for one in found if isinstance(one.item, CalendarPeriod)]
        if not all(_of_one_kind(one, item) for one in before):
            return False
        return item.size == "year" or not any(_is_rhythm(one.item) for one in found)
    stretches = [one.item for one in found if isinstance(one.item, CalendarPeriod)]
    if any(one.each for one in stretches):
        return False
    return not stretches or not (_is_rhythm(item) or stretches[-1].size == "day")


def _of_one_kind(first: CalendarPeriod, item: CalendarPeriod) -> bool:
    """Whether both are dates, or both parts of any month or quarter: "ngày 5 và cuối tháng"."""
    if not (first.each or item.each):
        return True
    bare = first.first == 0 or item.first == 0
    return first.each == item.each or (bare and "month" in (first.each, item.each))


def _begins(c: Cursor, found: list[ListedItem], item: CalendarPeriod | Rhythm) -> bool:
    """Whether what stands behind a day does not go on with it.

    It has a limit of its own ("15/6, [cả năm trước ngày 15/12]"), or is the same day of another
    year ("31/3 năm 2026 và [2027]").
    """
    last = found[-1].item if found else None
    if not (isinstance(last, CalendarPeriod) and last.size == "day"):
        return False
    another_year = isinstance(item, CalendarPeriod) and item.size == "year" and item.year
    own_limit = getattr(item, "size", "") != "day" and c.sign() in ("before", "by")
    return bool(another_year) or own_limit


def _is_rhythm(item: CalendarPeriod | Rhythm) -> bool:
    """Whether an item can only be a rhythm, not "6 tháng" for the first half of the year."""
    return isinstance(item, Rhythm) and not (item.bare and item.months in _AS_STRETCH)


def _alike(found: list[ListedItem]) -> list[ListedItem]:
    """Make a mixed list ("quý I, 6 tháng, năm") one of stretches, or one of rhythms."""
    stretches = any(isinstance(one.item, CalendarPeriod) for one in found)
    if not stretches:
        return found
    to_rhythm = any(_is_rhythm(one.item) for one in found)
    alike: list[ListedItem] = []
    for one in found:
        item = one.item
        if isinstance(item, CalendarPeriod) and to_rhythm:
            item = Rhythm(12, item.year)
        elif isinstance(item, Rhythm) and not to_rhythm:
            item = _AS_STRETCH[item.months]
        elif (
            isinstance(item, CalendarPeriod)
            and len(found) > 1
            and item.size == "half"
            and not item.part
        ):
            item = item._replace(doubt=None)
        alike.append(one._replace(item=item))
    return alike
