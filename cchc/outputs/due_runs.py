"""Weekly work in the answer of `cchc due`: one row for its weeks, not fifty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cchc.views.occurrences import Item, State

FEW = 2
"""So many weeks of one task are shown each for itself."""
_DAY_ID = len("2026-01-17")
"""An occurrence that is told by its day is one of weekly work."""

Key = tuple[str, str, State]


class Further(NamedTuple):
    """How many more weeks of a task stand for the row shown, and the last of them."""

    weeks: int
    last: date


def runs(items: Sequence[Item]) -> tuple[list[Item], dict[Key, Further]]:
    """Return the rows to show, the first week of each run, and what follows it.

    Weeks of one task in one state are one run.
    """
    held: dict[Key, list[date]] = {}
    for item in items:
        if key := _weekly(item):
            held.setdefault(key, []).append(item.due or date.max)
    further = {
        key: Further(len(days) - 1, max(days)) for key, days in held.items() if len(days) > FEW
    }
    if not further:
        return [*items], {}
    shown: list[Item] = []
    seen: set[Key] = set()
    for item in items:
        key = _weekly(item)
        if key is None or key not in further or key not in seen:
            shown.append(item)
        if key is not None:
            seen.add(key)
    return shown, further


def further_weeks(item: Item, further: dict[Key, Further]) -> Further | None:
    """Return what the row of `item` also stands for."""
    key = _weekly(item)
    return further.get(key) if key else None


def _weekly(item: Item) -> Key | None:
    weekly = item.due is not None and len(item.occurrence) == _DAY_ID
    return (item.plan, item.task, item.state) if weekly else None
