"""Who has taken up which task of a plan above, what nobody has, and where it stands.

A commune has taken up a task when a task of one of its plans of that year carries it out. The communes
asked are those of the province that have a plan here and fit the key `for` of the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cchc.language.names import fold
from cchc.model.above import PlanAbove, TaskAbove, changed_keys
from cchc.model.levels import COMMUNES
from cchc.views.agencies import Agencies
from cchc.views.agenda import Agenda
from cchc.views.counting import tasks
from cchc.views.jobs import agenda
from cchc.views.occurrences import Item, State, occurrences, worst

if TYPE_CHECKING:
    from cchc.model.plan import Plan

ALL = "all"
DONE: tuple[State, ...] = ("done", "done-late")


class Taken(NamedTuple):
    """A task that carries out a task above."""

    plan: str
    agency: str
    task: str
    number: str
    title: str
    link: str
    state: State
    changed: tuple[str, ...]
    """The keys of the task above that say something else than when it was looked at."""

    @property
    def is_suspect(self) -> bool:
        """Whether somebody has to look at it again."""
        return bool(self.changed)


class Covered(NamedTuple):
    """A task above, and who has taken it up."""

    task: TaskAbove
    asked: tuple[str, ...]
    """The communes that have to."""
    taken: tuple[Taken, ...]
    missing: tuple[str, ...]
    """Those of them that have not."""
    without_plan: tuple[str, ...]
    """Communes that the task names and that have no plan here."""

    @property
    def by(self) -> tuple[str, ...]:
        """The agencies that have taken it up."""
        return tuple(dict.fromkeys(one.agency for one in self.taken))

    @property
    def lacking(self) -> tuple[str, ...]:
        """Those that have still to take it up, with a plan here or without."""
        return (*self.missing, *self.without_plan)

    @property
    def lacks(self) -> bool:
        """Whether somebody has still to take it up, or nobody at all has."""
        return bool(self.lacking or not self.taken)


class OfAgency(NamedTuple):
    """A commune, and what it has taken up."""

    agency: str
    plans: tuple[str, ...]
    asked: int
    taken: tuple[Taken, ...]
    missing: tuple[TaskAbove, ...]


class Coverage(NamedTuple):
    """The answer for one day."""

    above: PlanAbove
    today: date
    tasks: tuple[Covered, ...]
    agencies: tuple[OfAgency, ...]
    astray: tuple[Taken, ...]
    """What carries out tasks that the plan above does not have."""


def coverage(above: PlanAbove, plans: Iterable[tuple[str, Plan | Agenda]], today: date) -> Coverage:
    """Return who of the agencies of `plans` has taken up what of `above`, as of `today`."""
    held = {
        name: plan if isinstance(plan, Agenda) else agenda(plan)
        for name, plan in plans if name != above.id
    }  # fmt: skip
    held = {name: one for name, one in held.items() if one.year == above.year}
    names = Agencies({name: one.owner for name, one in held.items()})
    taken = [
        one
        for name, plan in held.items()
        for one in _taken(name, plan, names.name(name), above, today)
    ]
    known = {task.id: task for task in above.tasks}
    by_task: dict[str, list[Taken]] = {}
    for one in taken:
        by_task.setdefault(one.link.rpartition("#")[2], []).append(one)
    communes = _communes(held, names, above)
    found = tuple(_covered(task, by_task.get(task.id, []), communes) for task in above.tasks)
    astray = tuple(one for one in taken if one.link.rpartition("#")[2] not in known)
    return Coverage(above, today, found, tuple(_agencies(found, held, names, communes)), astray)


def missing_only(answer: Coverage) -> Coverage:
    """Return only what somebody has still to take up."""
    return answer._replace(
        tasks=tuple(one for one in answer.tasks if one.lacks),
        agencies=tuple(one for one in answer.agencies if one.missing),
    )


def _taken(name: str, plan: Agenda, agency: str, above: PlanAbove, today: date) -> Iterator[Taken]:
    if not any(job.links for job in plan.jobs):
        return
    for whole in tasks(occurrences(name, plan, today)):
        item: Item = whole[0]
        for link, seen in item.links:
            if link.rpartition("#")[0] != above.id:
                continue
            task = above.find(link.rpartition("#")[2])
            differing = tuple(changed_keys(seen, task)) if seen and task else ()
            yield Taken(
                name, agency, item.task, item.number, item.title, link, worst(whole), differing
            )


def _communes(held: Mapping[str, Agenda], names: Agencies, above: PlanAbove) -> Mapping[str, str]:
    """Return the communes of the province that have a plan: their folded names, and as shown."""
    found: dict[str, str] = {}
    for name, plan in held.items():
        kind = plan.owner.full_name.casefold()
        at_home = not above.province or fold(plan.owner.home) == fold(above.province)
        if at_home and kind.startswith(tuple(f"{one} " for one in COMMUNES)):
            found.setdefault(fold(plan.owner.full_name), names.name(name))
    return found


def _covered(task: TaskAbove, taken: list[Taken], communes: Mapping[str, str]) -> Covered:
    asked: list[str] = []
    elsewhere: list[str] = []
    for word in task.takers:
        if word == ALL:
            asked += communes.values()
        elif word.casefold() in COMMUNES:
            asked += [
                shown for shown in communes.values() if shown.casefold().startswith(f"{word.casefold()} ")
            ]  # fmt: skip
        elif shown := communes.get(fold(word)):
            asked.append(shown)
        else:
            elsewhere.append(word)
    by = {one.agency for one in taken}
    wanted = tuple(dict.fromkeys(asked))
    return Covered(
        task, wanted, tuple(taken), tuple(one for one in wanted if one not in by),
        tuple(dict.fromkeys(elsewhere)),
    )  # fmt: skip


def _agencies(
    found: Iterable[Covered],
    held: Mapping[str, Agenda],
    names: Agencies,
    communes: Mapping[str, str],
) -> Iterator[OfAgency]:
    plans: dict[str, list[str]] = {}
    for name in held:
        plans.setdefault(names.name(name), []).append(name)
    asked: dict[str, int] = {}
    missing: dict[str, list[TaskAbove]] = {}
    taken: dict[str, list[Taken]] = {}
    for covered in found:
        for agency in covered.asked:
            asked[agency] = asked.get(agency, 0) + 1
        for agency in covered.missing:
            missing.setdefault(agency, []).append(covered.task)
        for one in covered.taken:
            taken.setdefault(one.agency, []).append(one)
    shown = {*communes.values(), *taken}
    for agency, own in plans.items():
        if agency in shown:
            yield OfAgency(
                agency, tuple(own), asked.get(agency, 0), tuple(taken.get(agency, ())),
                tuple(missing.get(agency, ())),
            )  # fmt: skip
