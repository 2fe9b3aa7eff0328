"""The days on which nobody works, kept: the library of holidays takes longer to load than a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

from cchc.store.database import DamagedError, Store
from cchc.store.findings import dumps, loads
from cchc.views.calendar import Calendar, Rest, RestKind

QUESTION = "rests"
_TABLES = ("CREATE TABLE rest (day INTEGER PRIMARY KEY, found TEXT)",)


class DaysOffRows:
    """A calendar as far as it was asked about before."""

    def __init__(self, cache: Store, stamp: str, calendar: Callable[[], Calendar]) -> None:
        """`stamp` says what the calendar depends on; a new one has it made, and checked, at once."""
        self._db = cache.db
        self._make = calendar
        self._calendar = None if cache.is_about(QUESTION, stamp) else calendar()
        cache.about(QUESTION, stamp, _TABLES)

    def rests(self, days: Iterable[date | None]) -> dict[date, Rest]:
        """Return those of `days` that are no working days, each with its reason."""
        wanted = {day for day in days if day is not None}
        known = dict(self._db.execute("SELECT day, found FROM rest"))
        new = sorted(day for day in wanted if day.toordinal() not in known)
        if new:
            self._calendar = self._calendar or self._make()
            for day in new:
                known[day.toordinal()] = dumps(_written(self._calendar.rest(day)))
            with self._db:
                self._db.executemany(
                    "INSERT OR REPLACE INTO rest VALUES (?, ?)",
                    ((day.toordinal(), known[day.toordinal()]) for day in new),
                )
        found = {day: _read(loads(known[day.toordinal()], list)) for day in wanted}
        return {day: rest for day, rest in found.items() if rest}


def _written(rest: Rest | None) -> list[str | int]:
    return [rest.kind, rest.name, rest.working_day_before.toordinal()] if rest else []


def _read(data: list[object]) -> Rest | None:
    if not data:
        return None
    try:
        kind, name, before = data
        return Rest(cast("RestKind", kind), str(name), date.fromordinal(cast("int", before)))
    except (TypeError, ValueError, OverflowError) as error:
        raise DamagedError from error
