"""What a meeting on Monday or at a month's end looks at: how far a plan is, who is late, what is
due this month, who has recorded nothing, and whether it is better than last month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from cchc.model.dates import PartialDate
from cchc.model.plan import Plan
from cchc.views.counting import Count, count, is_done, tasks
from cchc.views.occurrences import Item, occurrences


class Late(NamedTuple):
    """What is overdue for one unit or one leader."""

    name: str
    tasks: int
    periods: int
    """Periods of recurring work, reports and dated duties."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The answer for one plan and day."""

    plan: str
    today: date
    count: Count
    before_day: date
    """The last day of the month before."""
    before: Count | None
    """The figures of that day; None when nothing is known of it."""
    by_unit: tuple[Late, ...]
    """The most overdue first."""
    by_leader: tuple[Late, ...]
    has_leaders: bool
    """Whether the plan names a leader of any task."""
    coming: tuple[Item, ...]
    """Not done and due from today to the end of the month, by date."""
    until: date
    silent: tuple[str, ...]
    """Units of which something was due and nothing of that is recorded."""


def brief(plan_id: str, plan: Plan, today: date, before: Plan | None = None) -> Brief:
    """Return the brief of `plan` on `today`; `before` is the plan as last month ended."""
    items = list(occurrences(plan_id, plan, today))
    late = [item for item in items if item.state == "overdue"]
    until = PartialDate(today.year, today.month).last
    coming = [
        item for item in items
        if item.due is not None and today <= item.due <= until and not is_done([item])
    ]  # fmt: skip
    last = today.replace(day=1) - timedelta(days=1)
    return Brief(
        plan_id, today, count(items, today), last,
        None if before is None else count(occurrences(plan_id, before, last), last),
        _late(late, lambda item: item.units),
        _late(late, lambda item: (" ".join(item.leader.split()),) if item.leader else ()),
        any(item.leader for item in items),
        tuple(sorted(coming, key=lambda item: (item.due or date.max, item.order))),
        until, _silent(items, today),
    )  # fmt: skip


def _late(items: Sequence[Item], names: Callable[[Item], Iterable[str]]) -> tuple[Late, ...]:
    whole: Counter[str] = Counter()
    periods: Counter[str] = Counter()
    for found in tasks(items):
        item = found[0]
        one_off = item.source == "task" and item.timing == "one-off"
        for name in names(item):
            (whole if one_off else periods)[name] += len(found)
    late = [Late(name, whole[name], periods[name]) for name in {**whole, **periods}]
    return tuple(sorted(late, key=lambda one: (-one.tasks, -one.periods, one.name)))


def _silent(items: Iterable[Item], today: date) -> tuple[str, ...]:
    recorded: dict[str, bool] = {}
    for item in items:
        if item.due is not None and item.due <= today:
            for name in item.units:
                recorded[name] = recorded.get(name, False) or item.record is not None
    return tuple(name for name, some in recorded.items() if not some)
