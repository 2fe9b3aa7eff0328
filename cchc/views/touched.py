"""Which tasks of other plans a change of a plan above touches: those that carry out what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cchc.model.above import seen_keys
from cchc.views.agencies import Agencies
from cchc.views.agenda import Agenda
from cchc.views.changes import Change


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
    reached: tuple[Reached, ...]

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies whose plans carry it out."""
        return tuple(dict.fromkeys(one.agency for one in self.reached))


def counting_changes(changes: Iterable[Change]) -> list[Change]:
    """Return one change for each task of which something changed that counts for others."""
    found: dict[str, Change] = {}
    for one in changes:
        gone = one.kind in ("removed", "renamed")
        key = one.difference.field.partition(".")[0]
        if one.subject.part == "task" and (gone or (one.kind == "changed" and key in seen_keys())):
            old = one.difference.old if one.kind == "renamed" else one.subject.id
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
            task = (change.difference.old if change.kind == "renamed" else None) or subject.id
            if there := reached.get(f"{plan_id}#{task}"):
                found.append(Touched(plan_id, task, subject.number, subject.title, tuple(there)))
    return found
