"""Which units a collective name means, and which collective names mean a unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.model import plan as model
    from cchc.model import units
    from cchc.views import agenda

    Plan = model.Plan | agenda.Agenda
    Group = units.Group | agenda.AgendaGroup


def members(plan: Plan, group: Group) -> set[str]:
    """Return the ids of the units that `group` means; `all` is every unit of the commune's own."""
    if group.members == "all":
        return {unit.id for unit in plan.units if unit.kind == "own"}
    return set(group.members)


def groups_of(plan: Plan, ids: Iterable[str]) -> set[str]:
    """Return `ids` and the ids of every group that one of them belongs to."""
    wanted = set(ids)
    found = {group.id for group in plan.groups if not wanted.isdisjoint(members(plan, group))}
    return wanted | found


def expanded(plan: Plan, ids: Iterable[str]) -> set[str]:
    """Return the ids of units among `ids`, and of the members of the groups among them."""
    wanted = set(ids)
    inside = (members(plan, group) for group in plan.groups if group.id in wanted)
    return {unit.id for unit in plan.units if unit.id in wanted}.union(*inside)
