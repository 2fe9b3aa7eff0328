"""The days that the period options of a request mean together."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from cchc.errors import UserError
from cchc.messages import say

DAYS_AHEAD = 30
"""How far `cchc due` looks when it is asked for no period."""


class OfYear(Protocol):
    """What has a year: a plan, or its agenda."""

    @property
    def year(self) -> int:
        """The year it is for."""


class PeriodOptions(NamedTuple):
    """The period options as given."""

    quarter: int | None
    month: int | None
    year: int | None
    first: date | None
    last: date | None
    within: int | None
    everything: bool
    """Whether another option means all dates unless a period is given."""


def date_range(
    options: PeriodOptions, today: date, plans: Iterable[tuple[str, OfYear]]
) -> tuple[date | None, date | None]:
    """Return the first and last day that the options mean; None is without limit.

    Raises:
        UserError: two ways to give the period at once, or the last day lies before the first.
    """
    ways = {
        "--quarter": options.quarter, "--month": options.month, "--within": options.within,
        "--from/--to": options.first or options.last,
    }  # fmt: skip
    given = [name for name, value in ways.items() if value is not None]
    if len(given) > 1:
        raise UserError(
            say("{one} and {two} cannot be used together", one=given[0], two=given[1]),
            say("choose one way to give the period"),
        )
    if options.year and not given:
        return date(options.year, 1, 1), date(options.year, 12, 31)
    if options.quarter or options.month:
        return _months(year_of(options.year, today, plans), options.quarter, options.month)
    if options.first or options.last:
        if options.first and options.last and options.first > options.last:
            raise UserError(say("--from lies after --to"), say("exchange the two dates"))
        return options.first, options.last
    if options.within is None and options.everything:
        return None, None
    return today, today + timedelta(days=DAYS_AHEAD if options.within is None else options.within)


def year_of(asked: int | None, today: date, plans: Iterable[tuple[str, OfYear]]) -> int:
    """Return the year meant: the one asked for, else this year if a plan has it, else the last."""
    years = {plan.year for _, plan in plans}
    return asked or (today.year if today.year in years else max(years))


def _months(year: int, quarter: int | None, month: int | None) -> tuple[date, date]:
    first = month or 3 * (quarter or 1) - 2
    last = month or first + 2
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
