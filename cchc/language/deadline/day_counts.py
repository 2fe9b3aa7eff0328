"""Days, weeks and months counted from a date."""

from __future__ import annotations

from datetime import date, timedelta

from cchc.language.deadline.nodes import DayCount
from cchc.language.deadline.outcome import DeadlineError, Note, Occurrence
from cchc.language.deadline.periods import YEARS, date_span, month_end
from cchc.language.working_days import after_working_days
from cchc.messages import say

_MOST_DAYS = 3660


def counted(
    count: DayCount, year: int, issued: date | None
) -> tuple[Occurrence | None, tuple[Note, ...]]:
    """Return the last day of a count, or None while the plan's date is not known.

    The first day counted is the one after the event; a count of months ends on the same day of
    the month, or on the last of a shorter one (Bộ luật Dân sự 2015, Điều 147, 148).

    Raises:
        DeadlineError: the count is out of all proportion.
    """
    start = issued if count.since is None else date_span(count.since, count.since.year or year).end
    if start is None:
        text = say("“{text}” is counted from the plan's date, which is not known", text=count.text)
        return None, (Note("needs-issue-date", text),)
    if start.year not in YEARS:
        raise _uncountable(count)
    due = later(start, count)
    return Occurrence(due.isoformat(), due), working_note(count)


def later(start: date, count: DayCount) -> date:
    """Return the last day of `count` from `start`.

    Raises:
        DeadlineError: the count is out of all proportion.
    """
    days = count.number * {"day": 1, "workday": 2, "week": 7, "month": 31}[count.unit]
    if count.number < 1 or days > _MOST_DAYS:
        raise _uncountable(count)
    if count.unit == "month":
        end = month_end(start.year, start.month + count.number)
        return end.replace(day=min(start.day, end.day))
    if count.unit == "workday":
        return after_working_days(start, count.number)
    return start + timedelta(days=count.number * (7 if count.unit == "week" else 1))


def working_note(count: DayCount) -> tuple[Note, ...]:
    """Return the note on working days, when `count` is one of them."""
    if count.unit != "workday":
        return ()
    return (Note("working-days", WORKING_DAYS),)


WORKING_DAYS = say(
    "Saturdays, Sundays, public holidays and days swapped for them are left out, "
    "as far as they are announced"
)


def _uncountable(count: DayCount) -> DeadlineError:
    return DeadlineError(
        say("“{text}” cannot be counted", text=count.text),
        say("write for example {example}", example="30 ngày kể từ ngày ban hành Kế hoạch này"),
    )
