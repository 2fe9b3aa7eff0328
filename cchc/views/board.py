"""What the board shows: every task of the plans with its dates, and what it counts for.

The figures of a choice of tasks are sums over its tasks: each says for which figures of
`cchc.views.counting` it counts, and how often, so that the board, `status` and the report agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cchc.views.agencies import Agencies
from cchc.views.counting import FIGURES, Count, count, is_done, part_of, tasks
from cchc.views.coverage import Coverage, coverage
from cchc.views.occurrences import Item, occurrences

if TYPE_CHECKING:
    from cchc.model.above import PlanAbove
    from cchc.model.plan import Plan

SOON = 30
"""Days from today within which something is "due soon" on the board."""


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """A plan with the agency it is of."""

    id: str
    agency: str
    title: str


@dataclass(frozen=True, slots=True)
class BoardTask:
    """A task, report or dated duty: all its items, in what states it is, what it counts for."""

    items: Sequence[Item]
    states: tuple[str, ...]
    figures: dict[str, int]

    @property
    def first(self) -> Item:
        """The item that stands for the whole."""
        return self.items[0]


@dataclass(frozen=True, slots=True)
class Board:
    """The answer for one day."""

    today: date
    plans: Sequence[BoardPlan]
    tasks: Sequence[BoardTask]
    whole: Count
    """The figures of all tasks."""
    coverage: Sequence[Coverage] = ()
    """Who has taken up the tasks of each plan above."""


def board(plans: Iterable[tuple[str, Plan]], today: date, above: Iterable[PlanAbove] = ()) -> Board:
    """Return the tasks of `plans` as they stand on `today`, in printed order.

    `above`: the plans whose tasks they carry out.
    """
    held = list(plans)
    agencies = Agencies({plan_id: plan.owner for plan_id, plan in held})
    shown = [
        BoardPlan(plan_id, agencies.name(plan_id), plan.document.title) for plan_id, plan in held
    ]
    items = [item for plan_id, plan in held for item in occurrences(plan_id, plan, today)]
    found = [_task(whole, today) for whole in tasks(items)]
    covered = [coverage(one, held, today) for one in above]
    return Board(today, shown, found, count(items, today), covered)


def _task(whole: Sequence[Item], today: date) -> BoardTask:
    counted = count(whole, today)
    figures = Counter({name: counted[name] for name in FIGURES if counted[name]})
    return BoardTask(tuple(whole), tuple(_states(whole, today)), dict(figures))


def _states(whole: Sequence[Item], today: date) -> Iterable[str]:
    """Yield the states by which a task is found; one in several periods has several."""
    if any(item.state == "overdue" for item in whole):
        yield "overdue"
    last = today + timedelta(days=SOON)
    if any(
        item.due and today <= item.due <= last and item.state not in ("done", "done-late")
        for item in whole
    ):
        yield "soon"
    part = part_of(whole)
    if is_done(whole):
        yield "done"
    elif part != "overdue":
        yield part
