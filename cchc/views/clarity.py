"""Sáu rõ: for each task, which of person, work, time, responsibility, authority and result are clear.

Source: the principle of sáu rõ ("rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ thẩm quyền, rõ
kết quả"), read off the fields of a task:

- person: somebody in particular leads, no collective name;
- work: there is a title, and it is not only a noun for the whole field (a requirement, product or
  target says what is to be done);
- time: the deadline gives a day, and is not the whole year;
- responsibility: one lead, so that one answers for it;
- authority: `approver` says who decides;
- result: a product that is not just "văn bản", or a target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cchc.language.numbering import numbered_tasks
from cchc.model.plan import Plan
from cchc.model.task import Task
from cchc.views.deadlines import read_plan_deadline

Aspect = Literal["person", "work", "time", "responsibility", "authority", "result"]
ASPECTS: tuple[Aspect, ...] = (
    "person", "work", "time", "responsibility", "authority", "result",
)  # fmt: skip

_ANY_PAPER = re.compile(r"(?:các\s+)?(?:loại\s+)?văn bản(?:\s+\w+)*\.?", re.IGNORECASE)


class Clarity(NamedTuple):
    """One task and what is clear about it."""

    task: str
    number: str
    clear: frozenset[Aspect]


def clarity(plan: Plan) -> Iterator[Clarity]:
    """Yield what is clear about each task of `plan`, in printed order; incomplete ones are left out."""
    groups = {group.id for group in plan.groups}
    for _, task, number in numbered_tasks(plan):
        if not task.incomplete:
            clear = {aspect for aspect in ASPECTS if _is_clear(aspect, task, plan, groups)}
            yield Clarity(task.id, number, frozenset(clear))


def mean_clarity(found: list[Clarity]) -> float | None:
    """Return the mean number of clear aspects, 0 to 6; None without tasks."""
    return sum(len(one.clear) for one in found) / len(found) if found else None


def _is_clear(aspect: Aspect, task: Task, plan: Plan, groups: set[str]) -> bool:
    match aspect:
        case "person":
            return bool(task.lead) and groups.isdisjoint(task.lead)
        case "work":
            return bool(task.requirement or task.product or task.targets)
        case "time":
            reading = read_plan_deadline(plan, task.deadline)
            return bool(reading and reading.due and not reading.vague)
        case "responsibility":
            return len(task.lead) == 1 and groups.isdisjoint(task.lead)
        case "authority":
            return task.approver is not None
        case "result":
            named = bool(task.product) and not _ANY_PAPER.fullmatch(task.product or "")
            return named or bool(task.targets)
