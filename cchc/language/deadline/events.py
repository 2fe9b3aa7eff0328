"""Grammar of events whose day stands beside them: "trước ngày bầu cử (15/3/2026)", "02 ngày, 16 và 17/4"."""

from __future__ import annotations

from collections.abc import Callable

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.nodes import Limit, Node
from cchc.language.deadline.prefixes import prefix_of
from cchc.language.deadline.words import Sign

_NAMED: tuple[Sign, ...] = (
    "word", "if", "day", "week", "month", "year", "times", "do", "first", "middle", "last", "of",
    "plan", "and", "numeral", "report", "whole", "ordinal",
)  # fmt: skip
"""What the name of an event may consist of."""
_UNITS: tuple[Sign, ...] = ("day", "week", "month")
_BEFORE = ("trước tết", "trước kỳ họp", "trước hội nghị", "trước đại hội", "trước cuộc họp")


def dated_event(c: Cursor, listing: Callable[[Cursor], Node | None]) -> Limit | None:
    """Read an event with its day or month in brackets, which is the deadline.

    `Trước ngày bầu cử (15/3/2026)` ends the day before; before an event of which only the month is
    named, no day can be told.
    """
    start, report, of_report = c.at, c.report, c.of_report
    found = _dated_event(c, listing)
    if found is None:
        c.at, c.report, c.of_report = start, report, of_report
    return found


def _dated_event(c: Cursor, listing: Callable[[Cursor], Node | None]) -> Limit | None:
    prefix = prefix_of(c)
    first = c.at
    before = prefix.before or c.peek().fold in _BEFORE
    limited = before or prefix.pointed or prefix.inside
    if prefix.opening or prefix.regular or not (limited or c.sign() in _UNITS):
        return None
    if not _name(c, comma=not before) or not c.take_mark("("):
        return None
    words = c.between(first, c.at - 1)
    found = listing(c)
    if not isinstance(found, Limit) or found.pointed or found.opening or not c.take_mark(")"):
        return None
    day = len(found.pieces) == 1 and found.pieces[0].last is None
    day = day and found.pieces[0].first.size == "day"
    if (before or prefix.close) and not day:
        return None
    c.remarks.append(words)
    pieces = tuple(one._replace(before=before) for one in found.pieces)
    return found._replace(pieces=pieces, pointed=prefix.pointed or before, until=prefix.until)


def _name(c: Cursor, *, comma: bool) -> bool:
    """Step over the name of an event: words, and the years of a school year or feast; with `comma`
    one between words too ("phòng, chống ma túy")."""
    named = False
    while (
        c.sign() in _NAMED
        or c.is_year()
        or (c.is_small() and c.sign(-1) == "ordinal")
        or (c.is_mark("-") and c.is_year(1))
        or (comma and named and c.is_mark(",") and c.sign(-1) == c.sign(1) == "word")
    ):
        named = named or c.sign() == "word" or c.peek().fold in _BEFORE
        c.at += 1
    return named


def is_an_event(c: Cursor) -> bool:
    """Whether only an event is named, without a date: `(trước năm học mới)`, `(sau bầu cử)`."""
    signs = [token.sign for token in c.tokens]
    named = "word" in signs and all(one in ("word", "if", "day", "do") for one in signs[1:])
    return named and signs[0] in ("before", "after", "in")


def length_in_days(c: Cursor, listing: Callable[[Cursor], Node | None]) -> bool:
    """Step over how many days the dates behind it are: `02 ngày, [16 và 17/4/2026]`."""
    start, report = c.at, c.report
    c.take("in")
    number = c.take("number")
    if number is None or not c.take("day"):
        c.at = start
        return False
    c.take_mark(",:")
    behind = c.at
    c.take_mark("(")
    found = listing(c)
    c.at, c.report = behind, report
    if isinstance(found, Limit) and _days(found) == number.value:
        return True
    c.at = start
    return False


def _days(limit: Limit) -> int | None:
    """Return how many days a limit names; None where it ends before one, or runs over a month's end."""
    count = 0
    for first, last, before in limit.pieces:
        if before or first.size != "day" or limit.opening:
            return None
        end = last or first
        if end.size != "day" or (first.first and first.first != end.first):
            return None
        count += end.to_day - first.to_day + 1
    return count


def for_others(c: Cursor, last: Node, listing: Callable[[Cursor], Node | None]) -> Limit | None:
    """Read the day of some: "trước 30/9/2026, [riêng các thôn vùng cao trước 31/10/2026]"."""
    start = c.at
    if not isinstance(last, Limit) or c.peek().fold != "riêng":
        return None
    c.at += 1
    while c.sign() in ("word", "each", "times") and not c.done():
        c.at += 1
    words = c.between(start, c.at)
    found = listing(c) if c.at > start + 1 else None
    if isinstance(found, Limit) and (c.done() or c.is_mark(",;.")):
        c.remarks.append(words)
        return found._replace(link="and")
    c.at = start
    return None
