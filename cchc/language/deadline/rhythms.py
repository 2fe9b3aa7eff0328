"""Grammar of rhythms: hàng quý, 6 tháng/lần, 02 lần/năm, mỗi quý một lần, cuối mỗi tháng."""

from __future__ import annotations

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import read_weekday
from cchc.language.deadline.nodes import Rhythm
from cchc.language.deadline.periods import checked_count, checked_year
from cchc.language.deadline.words import Sign

_UNITS: tuple[Sign, ...] = ("day", "week", "month", "quarter", "year", "term", "half")
_MONTHS: dict[Sign, int] = {"month": 1, "quarter": 3, "year": 12}
_LISTED = (1, 2, 3, 4, 6, 12)
"""Numbers of months that divide a year: their last days can be listed."""


def rhythm(c: Cursor) -> Rhythm | None:
    """Read one rhythm; a bare `quý`, `6 tháng` or `năm` is one too, marked as `bare`."""
    return _on_weekdays(c) or _counted(c) or _per_unit(c)


def _on_weekdays(c: Cursor) -> Rhythm | None:
    """`thứ Sáu hằng tuần`, `thứ Ba, thứ Năm hằng tuần`, `thứ Sáu cuối cùng của tháng`, `thứ Hai tuần
    đầu quý`.

    Without "tuần" it is bare: the rhythm before it must be weekly ("Hằng tuần (thứ Sáu)").
    """
    start = c.at
    always = c.take("every") is not None  # "mỗi thứ Sáu"
    c.take("day")
    days: list[int] = []
    while (day := read_weekday(c, short=bool(days))) is not None:
        days.append(day)
        start_of_link = c.at
        c.take_mark(",")
        c.take("and", "do", "in")
    if not days:
        c.at = start
        return None
    c.at = start_of_link
    c.take("of", "in")
    if c.sign() == "week" and c.sign(1) in ("first", "last"):
        c.at += 1
    edge = c.take("first", "last")
    c.take("of", "in")
    every = c.take("every", "each") is not None
    if always and not (edge or every):
        c.at = start_of_link
        if c.done() or c.is_mark(",;.()"):
            return Rhythm(None, weekly=True, weekdays=tuple(days))
        c.at = start
        return None
    unit = c.take("month", "quarter") if edge else c.take("week")
    if unit and c.sign() in ("first", "middle", "last", "ordinal", "numeral"):
        c.at = start  # "thứ Sáu tuần đầu của tháng"
        return None
    if edge and unit and not (c.is_small() or c.sign() in ("numeral", "roman")):
        return Rhythm(_MONTHS[unit.sign], weekdays=tuple(days), first=edge.sign == "first")
    if unit and unit.sign == "week" and not c.is_small():
        return Rhythm(None, weekly=True, weekdays=tuple(days))
    if edge or every or unit or not (c.done() or c.is_mark(",;.()")):
        c.at = start
        return None
    return Rhythm(None, weekdays=tuple(days), bare=True)


def _counted(c: Cursor) -> Rhythm | None:
    """`[ít nhất] 02 lần/năm`, `1 lần mỗi quý`, `02 tin, bài/tháng`."""
    start = c.at
    c.take("least")
    number = c.take("number", "numeral")
    if number is not None and (c.take("times") or _things(c)):
        if not c.take_mark("/"):
            c.take("in", "of")
        c.take("every")
        if found := _unit(c):
            return _once(found) if checked_count(number.value) == 1 else Rhythm(None)
    c.at = start
    return None


def _things(c: Cursor) -> bool:
    """Step over what is made so many times: `tin, bài` in `02 tin, bài/tháng`."""
    start = c.at
    while c.sign() == "word" or (c.at > start and c.is_mark(",") and c.sign(1) == "word"):
        c.at += 1
    if c.at > start and c.is_mark("/") and c.sign(1) in _UNITS:
        return True
    c.at = start
    return False


def _per_unit(c: Cursor) -> Rhythm | None:
    """`hàng quý`, `6 tháng/lần`, `6 tháng một lần`, `mỗi năm 02 lần`, `quý`."""
    start = c.at
    edge = c.take("last")
    c.take("least")
    every = _every(c)
    found = _unit(c, every=every)
    if found is None or (edge and not every and c.sign() in ("number", "numeral", "roman")):
        c.at = start
        return None
    after = c.at
    c.take_mark("/,") if every else c.take_mark("/")
    while every and c.take("do"):
        pass  # "mỗi quý tổ chức 01 lần"
    c.take("least")
    number = c.take("number", "numeral")
    counted = number is not None and (c.take("term") or (every and _products(c)))
    if c.take("times") or counted:
        once = number is None or checked_count(number.value) == 1
        return _once(found) if once else Rhythm(None)
    c.at = after
    if found.months is None and not every and not (found.bare and c.is_mark("(")):
        c.at = start  # "ngày" and "tuần" alone say nothing, "08 tháng (từ ... đến ...)" does
        return None
    return found._replace(bare=not every)


def _products(c: Cursor) -> bool:
    """Step over what is made in each period: `tin` in `mỗi quý 01 tin`."""
    start = c.at
    while c.sign() == "word":
        c.at += 1
    if c.at > start and (c.done() or c.is_mark(",;.()")):
        return True
    c.at = start
    return False


def _every(c: Cursor) -> bool:
    if c.take("every"):
        c.take("each")
        return True
    if c.sign() in ("each", "follow") and (c.sign(1) in _UNITS or c.is_small(1)):
        c.at += 1
        return True
    return False


def _once(found: Rhythm) -> Rhythm:
    listed = found.months in _LISTED
    return found._replace(bare=False) if listed else Rhythm(None, weekly=found.weekly)


def _unit(c: Cursor, *, every: bool = False) -> Rhythm | None:
    """`quý`, `6 tháng`, `01 năm`, `nửa năm`, `tuần`, `ngày`, `kỳ`; bare until told otherwise."""
    start = c.at
    number = c.take("number", "numeral")
    count = 1 if number is None else number.value
    unit = c.take(*_UNITS)
    if unit is None or (unit.sign == "half" and not c.take("year")):
        c.at = start
        return None
    numbered = c.is_small() or c.sign() in ("numeral", "roman")
    each = every and c.sign(1) == "word"  # "mỗi quý 01 tin"
    if number is None and numbered and not each and c.sign(1) not in ("times", "term"):
        c.at = start  # "quý 2", "ngày 15" are dates
        return None
    if unit.sign == "half":
        return Rhythm(6, bare=True)
    if unit.sign not in _MONTHS:
        return Rhythm(None, bare=False, weekly=unit.sign == "week")
    months = checked_count(count) * _MONTHS[unit.sign]
    known = months in _LISTED or (months == 9 and unit.sign == "month")
    return Rhythm(months if known else None, bare=True)


def rhythm_year(c: Cursor) -> int | None:
    """Read the year of a rhythm: `hàng quý năm 2026`, `hàng quý trong năm`, `hàng quý/2026`."""
    start = c.at
    if not c.take_mark("/,("):
        c.take("in", "of")
    led = c.at > start
    bracket = led and c.tokens[start].fold == "("
    named = c.take("year") is not None
    if (year := c.take_year()) is not None and not (bracket and not c.take_mark(")")):
        return checked_year(year)
    if not (led and named and c.tokens[start].sign in ("in", "of") and not c.is_small()):
        c.at = start
    return None
