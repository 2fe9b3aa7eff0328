"""The standing of plans at the end of each month of a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from cchc.messages import Message, say
from cchc.model.plan import Plan
from cchc.views.counting import Count
from cchc.views.status import Tally, status

NamedPlans = Sequence[tuple[str, Plan]]


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """One month's end."""

    day: date
    commit: str | None
    plans: int
    unreadable: Mapping[str, Message]
    """Ids of plans that could not be read as they were at that time, and why."""
    tally: Tally | None
    """None where nothing is known; then `why` says why."""
    why: Message | None = None
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """The plans of one moment: in which commit, which ones, and which could not be read."""

    commit: str | None
    plans: NamedPlans = ()
    unreadable: Mapping[str, Message] = field(default_factory=dict)
    why: Message | None = None
    """Why nothing is known of that moment."""


def month_ends(year: int, today: date) -> list[date]:
    """Return the last days of the months of `year` that are over, or end today."""
    firsts = [date(year + n // 12, n % 12 + 1, 1) for n in range(1, 13)]
    return [day for first in firsts if (day := first - timedelta(days=1)) <= today]


def trend(year: int, today: date, past: Callable[[date], Past]) -> list[MonthEnd]:
    """Return the standing at each month's end of `year` up to `today`; `past` finds the plans."""
    months = []
    for day in month_ends(year, today):
        then = past(day)
        found = status(then.plans, day, by=()) if then.plans else None
        tally, counted = (found.total, found.count) if found else (None, None)
        why = None if then.plans else then.why or _nothing(then)
        months.append(
            MonthEnd(
                day, then.commit, len(then.plans), then.unreadable, tally, why, counted,
            )
        )  # fmt: skip
    return months


def _nothing(then: Past) -> Message:
    if then.unreadable:
        return say("none of the plans could be read")
    return say("none of these plans was there yet")
