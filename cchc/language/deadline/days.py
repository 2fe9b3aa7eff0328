"""Grammar of single days: 15/3/2026, 15-3-2026, 2026-03-15, ngày 15 tháng 3 năm 2026."""

from __future__ import annotations

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.outcome import DeadlineError
from cchc.language.deadline.periods import CalendarPeriod, checked_day, checked_year, one_day
from cchc.messages import say

FIVE = "năm"
WHOLE_MONTH = 32
"""The "day" that stands for the last one of a month."""


def day(c: Cursor) -> CalendarPeriod | None:
    """Read one day: `[thứ Sáu,] [ngày] date`; with "ngày" the month may come later in the list."""
    start = c.at
    if c.sign() in ("first", "middle", "last") and c.sign(1) == "day" and c.is_small(2):
        c.at += 1  # "cuối ngày 15/6"
    begins = c.at
    c.take("day")  # "ngày thứ Sáu, 24/4/2026"
    named_day = read_weekday(c)
    if named_day is None:
        c.at = begins
    else:
        c.take_mark(",")
    if c.take("workday"):
        found = _edge(c)
        if found is None:
            c.at = start
        return found and found._replace(working=True)
    named = c.take("day") is not None
    found = _numeric(c) or _spoken(c, named)
    if found is None and named:
        found = _edge(c) or _bare(c)
    if found is None:
        c.at = start
        return None
    if found.first and found.year is None and _year_ahead(c):
        found = found._replace(
            year=checked_year(year_suffix(c, comma=not c.by_period))
        )  # "15/6 năm 2026"
    if found.first and found.year is None:
        found = found._replace(shift=relative_year(c))
    after = c.at
    if named_day is None:
        bracket = c.take_mark("(")
        named_day = read_weekday(c)
        if named_day is None or (bracket and not c.take_mark(")")):
            c.at = after
    return found if named_day is None else found._replace(weekday=named_day)


def _numeric(c: Cursor) -> CalendarPeriod | None:
    """`15/3/2026`, `2026-03-15`, `15/3`; also with dots or hyphens, but not mixed."""
    first = c.peek()
    mark = c.peek(1).fold
    if first.sign != "number" or mark not in ("/", "-", ".") or c.sign(2) != "number":
        return None
    second, third = c.peek(2), c.peek(4)
    three = c.is_mark(mark, 3) and third.sign == "number"
    if c.is_year() and three and c.is_small(2) and c.is_small(4):
        c.at += 5
        return one_day(third.value, second.value, first.value)
    if not (c.is_small() and c.is_small(2)):
        return None
    if three and c.is_year(4):
        c.at += 5
        return one_day(first.value, second.value, third.value)
    if three and not c.is_mark("/", 5):
        raise short_year(third.fold, _with_century(c))
    if mark != "/" and (c.is_mark("/-", 3) or c.sign(3) in ("month", "every") or second.value > 12):
        return None  # "15-16/3", "15-16 tháng 3": days, of which the month comes later
    c.at += 3
    found = one_day(first.value, second.value, None)
    if (first.fold, mark, second.fold) == ("24", "/", "7"):
        return found._replace(doubt=say("“24/7” is read as the 24th of July"))
    return found


def short_year(year: str, example: str) -> DeadlineError:
    """Return the error for a year of two digits: 26 may be a slip, and 1926 is no plan's year."""
    return DeadlineError(
        say("the year “{year}” is not written with four digits", year=year),
        say("write for example {example}", example=example),
    )


def _with_century(c: Cursor) -> str:
    year = c.peek(4).fold
    if len(year) != 2:
        return "15/3/2026"  # 202, 20266: which year is meant cannot be told
    return f"{c.peek().fold}/{c.peek(2).fold}/20{year}"


def _spoken(c: Cursor, named: bool) -> CalendarPeriod | None:
    """`15 tháng 3 [năm 2026]`; without "ngày" in front, "6 tháng ..." is a length of time."""
    each = 1 if named and c.sign(1) == "each" else 0  # "ngày 15 các tháng 3, 6, 9, 12"
    if not (c.is_small() and c.sign(1 + each) == "month"):
        return None
    start, number = c.at, c.take("number")
    c.at += 1 + each
    month = month_number(c, after_day=named)
    if month is None or number is None or (not named and c.sign() == "times"):
        c.at = start
        return None
    return one_day(number.value, month, year_suffix(c))._replace(spoken=True)


def _bare(c: Cursor) -> CalendarPeriod | None:
    """Read a day whose month is named later, or by a rhythm; month 0 says so."""
    if c.is_small():
        number = checked_day(c.peek().value)
        c.at += 1
        return CalendarPeriod("day", 0, 0, from_day=number, to_day=number)
    return None


def _edge(c: Cursor) -> CalendarPeriod | None:
    """Read `cuối cùng`, `đầu tiên`: the last or first day of something named behind it."""
    if c.take("last"):
        return CalendarPeriod("day", 0, 0, from_day=WHOLE_MONTH, to_day=WHOLE_MONTH)
    if c.take("first"):
        return CalendarPeriod("day", 0, 0, from_day=1, to_day=1)
    return None


def month_number(c: Cursor, *, after_day: bool = False) -> int | None:
    """Read the number of a month: 3, 03, Ba, Giêng, Năm. Not checked against 1 to 12."""
    if c.is_small():
        c.at += 1
        return c.tokens[c.at - 1].value
    if token := c.take("numeral", "roman"):
        return token.value
    # "tháng Năm" is May, but "6 tháng năm 2026" is not.
    if c.peek().fold == FIVE and (after_day or c.sign(1) == "year"):
        c.at += 1
        return 5
    return None


def year_suffix(c: Cursor, *, comma: bool = True) -> int | None:
    """Read the year after a date or period: `/2026`, `-2026`, `năm 2026`, `của năm 2026`."""
    start = c.at
    if not c.take_mark("/-.,(" if comma else "/-.("):
        c.take("of", "in")
    bracket = c.at > start and c.tokens[start].fold == "("
    named = c.take("year") is not None
    number = c.take_year()
    slash = c.at > start and c.tokens[start].fold == "/"
    if number is None and (named or slash) and c.is_small() and c.sign(1) in ("mark", "and"):
        raise short_year(c.peek().fold, f"Quý I/20{c.peek().fold:0>2}")
    if number is None or (bracket and not c.take_mark(")")):
        c.at = start
        return None
    return number


def _year_ahead(c: Cursor) -> bool:
    """Whether `năm 2026` or `, năm 2026` follows."""
    comma = 1 if c.is_mark(",") else 0
    return c.sign(comma) == "year" and c.is_year(comma + 1)


def relative_year(c: Cursor) -> int | None:
    """Read the year after a date as offices say it: `năm sau`, `của năm báo cáo`, `của kỳ báo cáo`."""
    start = c.at
    c.take_mark(",")
    inside = c.take("of", "in") is not None
    if c.take("year") and (shift := year_shift(c)) is not None:
        return shift
    if inside and c.sign() == "term" and "báo cáo" in c.peek().fold:
        c.at += 1
        c.of_report = True
        return 0
    c.at = start
    return None


def year_shift(c: Cursor) -> int | None:
    """Read which year, counted from the plan's: `nay`, `sau`, `trước liền kề`, `báo cáo`."""
    if c.take("now", "this"):
        return 0
    if c.take("next", "after"):
        c.take("next")
        return 1
    if c.peek().fold == "tới":
        c.at += 1
        return 1
    ends = c.at + 1 >= len(c.tokens) or c.sign(1) in ("mark", "to", "next", "and")
    if c.sign() == "before" and ends:  # "năm trước ngày 15/12" is not last year
        c.at += 1
        c.take("next")
        return -1
    if c.sign() == "report" and ends:
        c.at += 1
        c.of_report = True
        return 0
    return 0 if c.take("plan") else None


def read_weekday(c: Cursor, *, short: bool = False) -> int | None:
    """Read `thứ Hai` ... `thứ 7`, `Chủ nhật`; Monday is 0. `short`: also `5` of "thứ 2 và 5"."""
    if short and c.is_small() and 2 <= c.peek().value <= 7:
        if c.sign(1) in ("every", "each", "and", "week") or c.is_mark(",", 1):
            c.at += 1
            return c.tokens[c.at - 1].value - 2
        return None
    if c.take("sunday"):
        return 6
    if c.sign() == "ordinal" and 2 <= c.peek(1).value <= 7 and c.sign(1) in ("number", "numeral"):
        c.at += 2
        return c.tokens[c.at - 1].value - 2
    if c.sign() == "ordinal" and c.peek(1).fold == FIVE:
        c.at += 2
        return 3
    return None
