"""Grammar of conditions and of days counted from an event."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import day
from cchc.language.deadline.nodes import (
    Condition,
    DayCount,
    Limit,
    NamedDay,
    Node,
    Qualifier,
    Rhythm,
    Rhythms,
)
from cchc.language.deadline.periods import CalendarPeriod
from cchc.language.deadline.rhythms import rhythm
from cchc.language.deadline.stretches import stretch
from cchc.language.deadline.words import Sign
from cchc.messages import say

_BREAKS = ",;()"
_TO_EVENT = ("đến khi", "cho đến khi", "tới khi", "đến khi kết thúc", "cho đến khi kết thúc")
_LIMITS = ("before", "by", "end", "in")
_TIMES: tuple[Sign, ...] = ("month", "quarter", "year", "term", "regular", "always")
_UNIT_WORDS: dict[str, Literal["day", "workday", "week", "month"]] = {
    "day": "day",
    "workday": "workday",
    "week": "week",
    "month": "month",
}
_ISSUED = re.compile(
    r"(?:(?:ngày|thời điểm|khi|được|ký) ?)*"
    r"(?:(?:kế hoạch|quyết định|văn bản) này |(?:kế hoạch|quyết định) )?"
    r"(?:được )?(?:ký|ban hành|ký ban hành|phê duyệt|có hiệu lực|hiệu lực)"
    r"(?: (?:kế hoạch|quyết định|văn bản) này| kế hoạch| quyết định)?"
    r"(?: có hiệu lực| được ban hành)?"
)


def rest(c: Cursor, listing: Callable[[Cursor], Node | None]) -> str:
    """Step over the free words of a condition and return them.

    They end at a comma, semicolon or bracket, and where a limit stands that reaches to such an
    end: in "theo kế hoạch của tỉnh trước ngày 15/12" the date counts.
    """
    start = c.at
    timed = False
    while not c.done() and not c.is_mark(_BREAKS):
        if c.at > start and c.sign() in _LIMITS:
            here = c.at
            found = listing(c)
            ends = c.done() or c.is_mark(_BREAKS + ".")
            c.at = here
            if found is not None and ends:
                break
        if c.at > start and c.sign() in ("and", "or") and not timed and _dated_ahead(c, listing):
            break
        timed = timed or c.sign() in _TIMES
        c.at += 1
    return c.between(start, c.at)


def _dated_ahead(c: Cursor, listing: Callable[[Cursor], Node | None]) -> bool:
    """Whether what stands behind "và" is dated of its own: "khi có yêu cầu và [ngày 20 hằng tháng]"."""
    here, report = c.at, c.report
    c.at += 1
    found = listing(c)
    ends = c.done() or c.is_mark(_BREAKS + ".")
    c.at, c.report = here, report
    bare = isinstance(found, Rhythms) and any(one.bare for one in found.items)
    return ends and isinstance(found, Limit | NamedDay | Rhythms) and not bare


def condition(c: Cursor, listing: Callable[[Cursor], Node | None]) -> Condition | Qualifier | None:
    """Read `khi có hướng dẫn ...`, `theo kế hoạch của tỉnh`, `theo chế độ báo cáo ...`."""
    start = c.at
    c.take("do")
    if token := c.take("scheme"):
        more = rest(c, listing)
        return Qualifier("scheme", f"{token.fold} {more}".strip())
    if c.sign() == "if" or (c.sign() == "follow" and not _is_rhythm(c)):
        first = c.at
        rest(c, listing)
        vague = c.folded(first, c.at).startswith(
            (
                "theo quy định",
                "theo đúng quy định",
                "kịp thời",
                "năm học",
                "trong năm học",
                "cả năm học",
            )
        )
        return Condition(c.between(first, c.at), vague=vague)
    c.at = start
    return None


def of_school(condition: Condition) -> bool:
    """Whether a school year or half of one is meant, whose months lie in two years."""
    return "năm học" in condition.text.casefold() or "học kỳ" in condition.text.casefold()


def _is_rhythm(c: Cursor) -> bool:
    """Tell "theo quý" from "theo năm học", "theo tháng hành động"."""
    return c.sign(1) in ("month", "quarter", "year", "week") and c.sign(2) in ("mark", "and")


def counted_days(
    c: Cursor, listing: Callable[[Cursor], Node | None]
) -> DayCount | Condition | None:
    """Read `trong 05 ngày làm việc kể từ ngày ...`, `20 ngày sau khi ...`, `30 ngày`."""
    start = c.at
    while c.take("do", "in", "after", "by", "to", "about"):
        pass
    ahead = c.take("before") is not None  # "trước 10 ngày diễn ra kỳ họp"
    number = c.take("number")
    unit = c.take("day", "workday", "week", "month", "year", "hour")
    if number is None or unit is None or c.sign() in ("first", "last"):
        c.at = start
        return None
    if ahead or c.sign() == "before" or c.peek().fold.startswith("trước "):
        return _back(c, start)
    comma = c.take_mark(",")
    if not (c.sign() in ("from", "after") or c.peek().fold.startswith(("sau ", "ngay sau"))):
        if unit.sign in ("month", "year") or comma or not (c.done() or c.is_mark(_BREAKS)):
            c.at = start
            return None
        text = c.between(start, c.at)
        return Condition(text, doubt=say("“{text}” does not say from when", text=text))
    c.at += 1
    here = c.at
    period = _ended(c)
    since = period if isinstance(period, CalendarPeriod) else day(c)
    if isinstance(period, Rhythm):
        text = c.between(start, c.at)
        if unit.sign in ("day", "workday", "week", "month"):
            return DayCount(number.value, _UNIT_WORDS[unit.sign], None, text, period)
        return Condition(text)
    if since is None or since.first == 0:
        since = None
        c.at = here
        rest(c, listing)
    event = c.folded(here, c.at)
    text = c.between(start, c.at)
    months = unit.sign in ("month", "year")
    number_of = number.value * (12 if unit.sign == "year" else 1)
    if unit.sign != "hour" and (since is not None or _ISSUED.fullmatch(event)):
        kind = "month" if months else _UNIT_WORDS[unit.sign]
        return DayCount(number_of, kind, since, text)
    return Condition(text)


def _ended(c: Cursor) -> CalendarPeriod | Rhythm | None:
    """Read `[ngày] kết thúc quý`, `hết năm`, `kết thúc 6 tháng đầu năm`."""
    start = c.at
    c.take("day")
    if c.peek().fold == "kết thúc" or c.sign() == "end":
        c.at += 1
        c.take("of", "every", "each")
        found = stretch(c) or rhythm(c)
        ends = c.done() or c.is_mark(_BREAKS + ".")
        if ends and (isinstance(found, CalendarPeriod) or (found and found.months)):
            return found
    c.at = start
    return None


def _back(c: Cursor, start: int) -> Condition | None:
    """Read what a count goes back from: `15 ngày [trước khi họp]`; a date there is not counted."""
    here = c.at
    while not c.done() and not c.is_mark(_BREAKS) and c.sign() not in ("number", "roman"):
        c.at += 1
    if c.at == here or c.sign() in ("number", "roman"):
        c.at = start
        return None
    return Condition(c.between(start, c.at))


def since_event(c: Cursor, listing: Callable[[Cursor], Node | None]) -> Limit | Condition | None:
    """Read `từ ngày ký ban hành đến hết ngày 30/11`, `từ khi ... đến khi ...`."""
    start = c.at
    while c.take("do"):
        pass
    if not c.take("from") or c.sign() == "now" or stretch(c):
        c.at = start
        return None
    if c.sign() in ("day", "if") and any(
        token.sign == "always" for token in c.tokens
    ):  # "kể từ ngày ký, thường xuyên"
        here = c.at
        while c.sign() in ("word", "day", "do", "if", "plan", "this", "of") and not c.done():
            c.at += 1
        if c.at > here and (c.done() or c.is_mark(",;")):
            return Condition(c.between(start, c.at))
        c.at = here
    while not c.done() and not c.is_mark(";()") and c.sign() not in ("to", "number", "roman"):
        if c.at > start + 1 and c.peek().fold in _TO_EVENT:
            break
        c.at += 1
    if c.peek().fold in _TO_EVENT:
        rest(c, listing)
        return Condition(c.between(start, c.at))
    found = listing(c) if c.sign() == "to" else None
    if isinstance(found, Limit) and len(found.pieces) == 1:
        return found._replace(since_event=True)
    c.at = start
    return None


def until_event(c: Cursor) -> bool:
    """Step over `đến khi hoàn thành`; False when no event without numbers follows."""
    start = c.at
    if c.peek().fold not in _TO_EVENT:
        return False
    c.at += 1
    while not c.done() and not c.is_mark(_BREAKS):
        if c.sign() == "number":
            c.at = start
            return False
        c.at += 1
    return True
