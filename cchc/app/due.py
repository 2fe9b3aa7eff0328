"""What falls due in a period, asked of the plans through the store.

The library of holidays takes longer to load than a run: days off are kept as far as they were asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.app.agendas import CACHE_ERRORS, Agendas, ask_store
from cchc.app.bulkhead import ask_apart
from cchc.app.cores import Steps, unseen
from cchc.app.date_range import PeriodOptions, date_range
from cchc.app.known_names import refuse_unknown_area, refuse_unknown_leader, units_of
from cchc.app.load_plans import amendments_of
from cchc.read.folders import find_root
from cchc.read.unread import Unread
from cchc.read.workspace import choose
from cchc.store.database import Store
from cchc.store.results import Results, encode
from cchc.views.calendar import Calendar, DayOff
from cchc.views.due import Due, DueOrder, Wanted, due
from cchc.views.occurrences import State

_ALL = 0
"""One row holds every day that was asked about."""

DaysOff = Callable[[Iterable[date | None]], dict[date, DayOff]]
"""Gives those of some days that are no working days, each with its reason."""


def days_off(store: Store, root: Path) -> DaysOff:
    """Return how days are asked about in the workspace `root`.

    Raises:
        UserError: its file of days off has a fault.
    """

    def calendar() -> Calendar:
        from cchc.read.holidays import load_holidays
        from cchc.views.calendar import Calendar

        return Calendar(load_holidays(root))

    announced = store.contents([root / "plans" / "holidays.yaml"], unseen=True)
    kept: Results[dict[date, DayOff | None]] = Results(
        store, "days off", dict[date, DayOff | None], announced
    )
    checked = calendar() if kept.is_new else None  # a fault in the file is told at once

    def ask(days: Iterable[date | None]) -> dict[date, DayOff]:
        known = kept.find(_ALL) or {}
        wanted = {day for day in days if day is not None}
        if new := wanted - known.keys():
            made = checked or calendar()
            known |= {day: made.day_off(day) for day in sorted(new)}
            with store.db:
                kept.put([(_ALL, encode(known))])
        return {day: rest for day in wanted if (rest := known[day])}

    return ask


class DueRequest(NamedTuple):
    """What is asked for."""

    plans: Sequence[str]
    """Names of plans; none: all of the workspace."""
    period: PeriodOptions
    unit: str | None = None
    lead_only: bool = False
    area: str | None = None
    kinds: Sequence[str] = ()
    states: Sequence[State] = ()
    leader: str | None = None
    order: DueOrder = "date"


class DueAnswer(NamedTuple):
    """What falls due, and the plans that could not be asked."""

    due: Due
    unread: list[Unread]
    several: bool
    """Whether more than one plan has answered."""


def ask_due(
    request: DueRequest, now: date, cwd: Path, *, lasting: bool = True, steps: Steps = unseen
) -> DueAnswer:
    """Return what falls due on the day `now`; `lasting`: results are kept for the next run.

    Raises:
        UserError: a plan, a unit, a leader, an area or a period does not exist, or no plan can be read.
    """
    root = find_root(cwd)

    def answer(cache: Store) -> DueAnswer:
        kept_days = days_off(cache, root)
        paths = choose(request.plans, cwd)
        if request.plans:
            paths = [*paths, *(one.path for one in amendments_of(paths, cwd))]
        plans = Agendas(cache, root, paths, whole=not request.plans, steps=steps)
        start, end = date_range(request.period, now, plans)
        wanted = Wanted(
            start, end, units_of(request.unit, plans) if request.unit else None, request.lead_only,
            request.area or "", frozenset(request.kinds), frozenset(request.states),
            request.leader or "",
        )  # fmt: skip
        found, failed = ask_apart(
            lambda chosen: due(
                plans.with_jobs(chosen), now, wanted, order=request.order, days_off=kept_days
            ),
            plans.ids(), through=CACHE_ERRORS,
        )  # fmt: skip
        if not found.items and (request.leader or request.area):
            _refuse_unknown(request, plans)
        return DueAnswer(found, plans.unread + failed, len(plans) - len(failed) > 1)

    return ask_store(root, answer, lasting=lasting)


def _refuse_unknown(request: DueRequest, plans: Agendas) -> None:
    """Refuse a leader or an area that none of the plans has.

    Raises:
        UserError: with those that there are.
    """
    jobs = [job for _, plan in plans.with_jobs(plans.ids().keys()) for job in plan.jobs]
    if request.leader:
        refuse_unknown_leader(request.leader, (job.leader for job in jobs))
    if request.area:
        refuse_unknown_area(request.area, jobs)
