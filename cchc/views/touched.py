"""Which tasks of other plans a change of a plan above touches: those that carry out what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cchc.model.above import PlanAbove, seen_keys
from cchc.views.agencies import Agencies
from cchc.views.agenda import Agenda
from cchc.views.changes import Change
from cchc.views.coverage import coverage


class Reached(NamedTuple):
    """A task that carries out a changed one."""

    plan: str
    agency: str
    task: str
    number: str


class Touched(NamedTuple):
    """A task above that changed, and what carries it out."""

    plan: str
    task: str
    number: str
    title: str
    reached: tuple[Reached, ...] = ()
    asked: tuple[str, ...] = ()
    """The communes that have to take up a new one."""

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies whose plans carry it out, or have to."""
        return tuple(dict.fromkeys((*(one.agency for one in self.reached), *self.asked)))


def counting_changes(changes: Iterable[Change]) -> list[Change]:
    """Return one change for each task of which something changed that counts for others."""
    found: dict[str, Change] = {}
    for one in changes:
        gone = one.kind in ("removed", "renamed")
        key = one.difference.field.partition(".")[0]
        if one.subject.part == "task" and (gone or (one.kind == "changed" and key in seen_keys())):
            old = str(one.difference.old) if one.kind == "renamed" else one.subject.id
            found.setdefault(old or one.subject.id, one)
    return list(found.values())


def touched(
    changes: Mapping[str, Sequence[Change]], plans: Iterable[tuple[str, Agenda]]
) -> list[Touched]:
    """Return what each change of a task reaches in `plans`; `changes` are by the plan they are of."""
    held = dict(plans)
    names = Agencies({name: plan.owner for name, plan in held.items()})
    reached: dict[str, list[Reached]] = {}
    for name, plan in held.items():
        for job in plan.jobs:
            for link, _ in job.links:
                one = Reached(name, names.name(name), job.id, job.number)
                reached.setdefault(link, []).append(one)
    found = []
    for plan_id, every in changes.items():
        for change in counting_changes(every):
            subject = change.subject
            task = (str(change.difference.old) if change.kind == "renamed" else None) or subject.id
            if there := reached.get(f"{plan_id}#{task}"):
                found.append(Touched(plan_id, task, subject.number, subject.title, tuple(there)))
    return found


def asked_anew(
    changes: Mapping[str, Sequence[Change]], above: Iterable[PlanAbove],
    plans: Sequence[tuple[str, Agenda]],
) -> list[Touched]:  # fmt: skip
    """Return the tasks that came to plans `above`, each with the communes that have to take it up."""
    found = []
    for plan in above:
        new = {
            one.subject.id
            for one in changes.get(plan.id, ())
            if one.kind == "added" and one.subject.part == "task"
        }
        for covered in coverage(plan, plans, date(plan.year, 1, 1)).tasks if new else ():
            task = covered.task
            if task.id in new and covered.lacking:
                found.append(
                    Touched(plan.id, task.id, task.number, task.title, (), covered.lacking)
                )
    return found
