"""Days, weeks and months counted from a date."""

from __future__ import annotations

from datetime import date, timedelta

from cchc.language.deadline.nodes import Count
from cchc.language.deadline.periods import YEARS, month_end, settle
from cchc.language.deadline.results import DeadlineError, Note, Occurrence
from cchc.messages import say

_MOST_DAYS = 3660


def counted(
    count: Count, year: int, issued: date | None
) -> tuple[Occurrence | None, tuple[Note, ...]]:
    """Return the last day of a count, or None while the plan's date is not known.

    The first day counted is the one after the event; a count of months ends on the same day of
    the month, or on the last of a shorter one (Bộ luật Dân sự 2015, Điều 147, 148).

    Raises:
        DeadlineError: the count is out of all proportion.
    """
    start = issued if count.since is None else settle(count.since, count.since.year or year).end
    if start is None:
        text = say("“{text}” is counted from the plan's date, which is not known", text=count.text)
        return None, (Note("needs-issue-date", text),)
    days = count.number * {"day": 1, "workday": 2, "week": 7, "month": 31}[count.unit]
    if count.number < 1 or days > _MOST_DAYS or start.year not in YEARS:
        raise DeadlineError(
            say("“{text}” cannot be counted", text=count.text),
            say("write for example {example}", example="30 ngày kể từ ngày ban hành Kế hoạch này"),
        )
    notes: tuple[Note, ...] = ()
    if count.unit == "month":
        end = month_end(start.year, start.month + count.number)
        due = end.replace(day=min(start.day, end.day))
    elif count.unit == "workday":
        due = _after_workdays(start, count.number)
        text = say("Saturdays and Sundays are left out, public holidays are not")
        notes = (Note("working-days", text),)
    else:
        due = start + timedelta(days=count.number * (7 if count.unit == "week" else 1))
    return Occurrence(due.isoformat(), due), notes


def _after_workdays(start: date, number: int) -> date:
    day = start
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day
