"""What each unit is asked about when an office follows up its plan: one row, one answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cchc.model.plan import Plan
from cchc.views.due import Wanted, due
from cchc.views.membership import expanded, groups_of
from cchc.views.occurrences import Item, State, occurrences

OPEN: frozenset[State] = frozenset(
    {"overdue", "due", "upcoming", "recurring", "continuous", "conditional"}
)
"""The states in which somebody still has to answer."""

RowKey = tuple[str, str]
"""What an answer belongs to: the id of the task and the key of its period, which may be empty."""


class Period(NamedTuple):
    """The first and the last day asked about; None is without limit."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One occurrence of a task, report or duty that somebody answers for."""

    item: Item
    result: str
    """The product and the requirement, a line for each; empty for reports and duties."""
    partners: tuple[str, ...] = ()
    """Names of whoever else leads it, or of its leaders where the unit only supports."""

    @property
    def key(self) -> RowKey:
        """What an answer to this row belongs to."""
        return self.item.task, self.item.occurrence

    @property
    def permanent(self) -> bool:
        """Whether its id stays when the plan is put in another order; a bare label does not."""
        return self.item.source == "task" or (
            self.item.task != self.item.number and "." not in self.item.task
        )


@dataclass(frozen=True, slots=True)
class UnitFollowUp:
    """What one unit of one plan is asked about, and what it supports."""

    plan: str
    unit: str
    name: str
    rows: tuple[FollowUpRow, ...]
    """What it leads, itself or as a member of a group; these it answers."""
    support: tuple[FollowUpRow, ...]
    """What others lead with its support: for information."""


def follow_up(plan_id: str, plan: Plan, today: date, period: Period) -> list[UnitFollowUp]:
    """Return every unit of `plan` that has something open in `period`, in declared order.

    What is overdue from before the period and what has no date at all is open too.
    """
    wanted = Wanted(period.first, period.last, states=OPEN)
    items = due([(plan_id, plan)], today, wanted).items
    results = _results(plan)
    found = []
    for unit in plan.units:
        names = groups_of(plan, [unit.id])
        led = [item for item in items if not names.isdisjoint(item.lead_ids)]
        helped = [
            item for item in items
            if names.isdisjoint(item.lead_ids) and not names.isdisjoint(item.support_ids)
        ]  # fmt: skip
        if led or helped:
            rows = (_row(item, results, (*_others(item, unit.name), *item.support)) for item in led)
            support = (_row(item, results, item.lead) for item in helped)
            found.append(UnitFollowUp(plan_id, unit.id, unit.name, tuple(rows), tuple(support)))
    return found


def asked_of_nobody(plan_id: str, plan: Plan, today: date, period: Period) -> Iterator[Item]:
    """Yield what is open in `period` and led by no declared unit, so that no sheet has it."""
    wanted = Wanted(period.first, period.last, states=OPEN)
    for item in due([(plan_id, plan)], today, wanted).items:
        if not expanded(plan, item.lead_ids):
            yield item


def every_row(plan_id: str, plan: Plan, today: date) -> dict[RowKey, FollowUpRow]:
    """Return everything of `plan` that can be answered, open or not, as it stands now."""
    results = _results(plan)
    rows = (_row(item, results) for item in occurrences(plan_id, plan, today))
    return {row.key: row for row in rows}


def _row(item: Item, results: dict[str, str], partners: Iterable[str] = ()) -> FollowUpRow:
    result = results.get(item.task, "") if item.source == "task" else ""
    return FollowUpRow(item, result, tuple(dict.fromkeys(partners)))


def _others(item: Item, name: str) -> tuple[str, ...]:
    return tuple(other for other in item.units if other != name)


def _results(plan: Plan) -> dict[str, str]:
    return {
        task.id: "\n".join(text for text in (task.product, task.requirement) if text)
        for task in plan.tasks
    }
