"""The days off of a workspace: the library of holidays takes longer to load than a run, so they are
kept as far as they were asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.store.results import Results, encode
from cchc.views.calendar import DayOff

if TYPE_CHECKING:
    from cchc.store.database import Store
    from cchc.views.calendar import Calendar

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
