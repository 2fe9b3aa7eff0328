"""What a periodic report says of one plan: how far it is on a day, and what comes next.

The figures are those of `cchc.views.counting` on the same day, so `cchc status` opens each of them;
they count from the beginning of the year, as the report of a period does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cchc.model.plan import Plan
from cchc.views.counting import Count, is_done, tasks
from cchc.views.occurrences import Item, occurrences
from cchc.views.status import Status, status

ReportPeriod = Literal["Q1", "H1", "Q3", "9M", "Y"]


class _Months(NamedTuple):
    first: int
    last: int
    next_first: int
    """The first month of the period that the report looks ahead to; 13 is January after."""
    next_last: int


_MONTHS: dict[ReportPeriod, _Months] = {
    "Q1": _Months(1, 3, 4, 6),
    "H1": _Months(1, 6, 7, 9),
    "Q3": _Months(7, 9, 10, 12),
    "9M": _Months(1, 9, 10, 12),
    "Y": _Months(1, 12, 13, 24),
}
PERIODS: tuple[ReportPeriod, ...] = tuple(_MONTHS)
"""The periods that reports are made for (quý I, 6 tháng, quý III, 9 tháng, năm)."""
ReportRow = tuple[Item, ...]
"""What one row of a list is about: a task with those of its periods that belong there."""


@dataclass(frozen=True, slots=True)
class ReportNumbers:
    """The answer for one plan, period and day."""

    plan: str
    year: int
    period: ReportPeriod
    first: date
    last: date
    as_of: date
    status: Status
    """The plan's numbers on the day `as_of`, by field."""
    overdue: tuple[ReportRow, ...]
    """Due by that day and not recorded done, in printed order."""
    done: tuple[ReportRow, ...]
    """Done by then, in printed order."""
    coming: tuple[ReportRow, ...]
    """Not done and due from the next day to the end of the next period, by date."""
    coming_until: date

    @property
    def count(self) -> Count:
        """The figures of the whole plan."""
        return self.status.count

    @property
    def nothing_recorded(self) -> bool:
        """Whether no result of any kind was recorded by that day."""
        return not self.count.recorded


def period_bounds(period: ReportPeriod, year: int) -> tuple[date, date]:
    """Return the first and the last day of a period."""
    months = _MONTHS[period]
    return date(year, months.first, 1), _end(year, months.last)


def next_bounds(period: ReportPeriod, year: int) -> tuple[date, date]:
    """Return the first and the last day of the period after it."""
    months = _MONTHS[period]
    return _start(year, months.next_first), _end(year, months.next_last)


def report(
    plan_id: str, plan: Plan, period: ReportPeriod, as_of: date, *,
    amending: Sequence[tuple[str, Plan]] = (),
) -> ReportNumbers:  # fmt: skip
    """Return the report of `plan` for a period of its year, as things stand on `as_of`.

    `amending`: the plans that amend it, whose work is reported with its own.
    """
    first, last = period_bounds(period, plan.year)
    until = next_bounds(period, plan.year)[1]
    plans = [(plan_id, plan), *amending]
    items = [item for one in plans for item in occurrences(*one, as_of)]
    finished = [item for item in items if is_done([item])]
    still = [item for item in items if item.due is not None and not is_done([item])]
    coming = _rows(item for item in still if item.due and as_of < item.due <= until)
    return ReportNumbers(
        plan_id, plan.year, period, first, last, as_of,
        status(plans, as_of, by=("area",)),
        _rows(item for item in still if item.due and item.due <= as_of),
        _rows(finished),
        tuple(sorted(coming, key=lambda row: (row[0].due or date.max, row[0].order))),
        until,
    )  # fmt: skip


def _rows(items: Iterable[Item]) -> tuple[ReportRow, ...]:
    return tuple(tuple(whole) for whole in tasks(items))


def _start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _end(year: int, month: int) -> date:
    return date.fromordinal(_start(year, month + 1).toordinal() - 1)
