"""Grammar of one stretch of time: a day, a unit, or part of one (cuối quý III, đầu tháng 6)."""

from __future__ import annotations

from cchc.language.deadline import time_units
from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.days import day
from cchc.language.deadline.parts import only_part
from cchc.language.deadline.periods import CalendarPeriod


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


_RULES = (
    day,
    time_units.month,
    time_units.quarter,
    time_units.part_of_year,
    only_part,
    time_units.year,
    time_units.numeric,
)
"""In this order: "6 tháng 3" is a day before "6 tháng" is a length of time."""
