"""The standing of plans at the end of each month of a year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cchc.model.plan import Plan
from cchc.views.status import Tally, status

Plans = Sequence[tuple[str, Plan]]


@dataclass(frozen=True, slots=True)
class Month:
    """One month's end; without a `commit` nothing was recorded by then."""

    day: date
    commit: str | None
    plans: int
    unreadable: tuple[str, ...]
    """Ids of plans whose file had errors at that time."""
    tally: Tally


@dataclass(frozen=True, slots=True)
class Past:
    """The plans of one moment: in which commit, which ones, and which could not be read."""

    commit: str | None
    plans: Plans = ()
    unreadable: tuple[str, ...] = ()


def month_ends(year: int, today: date) -> list[date]:
    """Return the last days of the months of `year` that are over, or end today."""
    firsts = [date(year + n // 12, n % 12 + 1, 1) for n in range(1, 13)]
    return [day for first in firsts if (day := first - timedelta(days=1)) <= today]


def trend(year: int, today: date, past: Callable[[date], Past]) -> list[Month]:
    """Return the standing at each month's end of `year` up to `today`; `past` finds the plans."""
    months = []
    for day in month_ends(year, today):
        then = past(day)
        tally = status(then.plans, day, by=()).total
        months.append(Month(day, then.commit, len(then.plans), then.unreadable, tally))
    return months
