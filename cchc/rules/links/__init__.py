"""The room of the rules about tasks that carry out a task of a plan above; it lists itself, as its parent.

    def check(link: Link) -> Iterator[Hit]

`claimed_links` takes from a plan what these rules ask of it: plain values, kept by the content of the file.
`_run` finds the plans above and asks the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from cchc.discover import modules
from cchc.model.above import PlanAbove, TaskAbove, target_line
from cchc.model.finding import KeyPath
from cchc.rules import Hit, RuleLabels

if TYPE_CHECKING:
    from cchc.rules._facts import Facts


class LinkEntry(NamedTuple):
    """One entry of `carries_out`, with what counts of the task it stands at."""

    place: KeyPath
    """Where the entry stands."""
    task: str
    """The task above: `PLAN#ID`."""
    seen: str
    """The digest; empty when there is none."""
    due: date | None
    """The last day of the task."""
    targets: tuple[str, ...]
    """Its targets, each in one line."""


class PlanLinks(NamedTuple):
    """The links of one plan, and whom it has."""

    units: tuple[str, ...]
    """Names and other names of its units, folded."""
    entries: tuple[LinkEntry, ...]


class ResolvedLink(NamedTuple):
    """One link with both of its ends."""

    entry: LinkEntry
    units: tuple[str, ...]
    plan: PlanAbove | None
    """The plan above; None when it is nowhere."""
    task: TaskAbove | None
    """The task above; None when that plan has none of this id."""


class LinkRule(RuleLabels, Protocol):
    """A module of this room."""

    __doc__: str
    check: Callable[[ResolvedLink], Iterator[Hit]]


@cache
def all_rules() -> tuple[LinkRule, ...]:
    """Return every rule of this room, by code."""
    import cchc.rules.links as room

    found = [cast("LinkRule", module) for module in modules(room)]
    return tuple(sorted(found, key=lambda rule: rule.CODE))


def claimed_links(facts: Facts) -> PlanLinks | None:
    """Return the links of a plan; None when it has none."""
    from cchc.language.names import fold

    linked = [found for found in facts.tasks if found.task.carries_out]
    if not linked:
        return None
    entries = []
    for place, task, _ in linked:
        due = facts.last_days.get(place)
        targets = tuple(map(target_line, task.targets))
        for n, link in enumerate(task.carries_out):
            at: KeyPath = (*place, "carries_out", n)
            entries.append(LinkEntry(at, link.task, link.seen or "", due, targets))
    names = (name for unit in facts.plan.declared for name in (unit.name, *unit.aliases))
    return PlanLinks(tuple(dict.fromkeys(map(fold, names))), tuple(entries))


def plan_and_task(task: str) -> tuple[str, str]:
    """Return the plan and the id of a task above."""
    plan, _, found = task.rpartition("#")
    return plan, found
