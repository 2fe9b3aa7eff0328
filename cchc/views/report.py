"""What a periodic report says of one plan: how far it is on a day, and what comes next.

The numbers are those of `cchc status` on the same day, so each can be worked out again from there;
they count from the beginning of the year, as the report of a period does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cchc.model.plan import Plan
from cchc.views.occurrences import Item, occurrences
from cchc.views.status import Status, Tally, status

Period = Literal["Q1", "H1", "Q3", "9M", "Y"]


class _Months(NamedTuple):
    first: int
    last: int
    next_first: int
    """The first month of the period that the report looks ahead to; 13 is January after."""
    next_last: int


_MONTHS: dict[Period, _Months] = {
    "Q1": _Months(1, 3, 4, 6),
    "H1": _Months(1, 6, 7, 9),
    "Q3": _Months(7, 9, 10, 12),
    "9M": _Months(1, 9, 10, 12),
    "Y": _Months(1, 12, 13, 24),
}
PERIODS: tuple[Period, ...] = tuple(_MONTHS)
"""The periods that reports are made for (quý I, 6 tháng, quý III, 9 tháng, năm)."""
_DONE = ("done", "done-late")


@dataclass(frozen=True, slots=True)
class Report:
    """The answer for one plan, period and day."""

    plan: str
    year: int
    period: Period
    first: date
    last: date
    as_of: date
    status: Status
    """The plan's numbers on the day `as_of`, by field."""
    overdue: tuple[Item, ...]
    done: tuple[Item, ...]
    """Done by then, in printed order."""
    coming: tuple[Item, ...]
    """Not done and due from that day to the end of the next period, by date."""
    coming_until: date

    @property
    def total(self) -> Tally:
        """The numbers of the whole plan."""
        return self.status.total

    @property
    def nothing_recorded(self) -> bool:
        """Whether no result of any kind was recorded by that day."""
        return not recorded(self.total)


def recorded(tally: Tally) -> int:
    """Return how many of the items have a record: done, running or suspended."""
    return sum(tally[one] for one in ("done", "done-late", "running", "suspended"))


def bounds(period: Period, year: int) -> tuple[date, date]:
    """Return the first and the last day of a period."""
    months = _MONTHS[period]
    return date(year, months.first, 1), _end(year, months.last)


def next_bounds(period: Period, year: int) -> tuple[date, date]:
    """Return the first and the last day of the period after it."""
    months = _MONTHS[period]
    return _start(year, months.next_first), _end(year, months.next_last)


def report(plan_id: str, plan: Plan, period: Period, as_of: date) -> Report:
    """Return the report of `plan` for a period of its year, as things stand on `as_of`."""
    first, last = bounds(period, plan.year)
    until = next_bounds(period, plan.year)[1]
    items = list(occurrences(plan_id, plan, as_of))
    coming = [
        item for item in items
        if item.state not in _DONE and item.due is not None and as_of <= item.due <= until
    ]  # fmt: skip
    return Report(
        plan_id, plan.year, period, first, last, as_of,
        status([(plan_id, plan)], as_of, by=("area",)),
        tuple(item for item in items if item.state == "overdue"),
        tuple(item for item in items if item.state in _DONE),
        tuple(sorted(coming, key=lambda item: (item.due or date.max, item.order))),
        until,
    )  # fmt: skip


def _start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _end(year: int, month: int) -> date:
    return date.fromordinal(_start(year, month + 1).toordinal() - 1)
