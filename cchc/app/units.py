"""The units of plans that the words of a request mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cchc.errors import UserError
from cchc.language.names import find_unit, nearest
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.views.agenda import Agenda

ALL_UNITS = "all"
"""What stands for every unit that has something to do."""


def units_of(query: str, plans: Iterable[tuple[str, Plan | Agenda]]) -> dict[str, list[str]]:
    """Return, for each plan, the ids of the units that `query` means there.

    Raises:
        UserError: no plan has such a unit; near names are offered.
    """
    found: dict[str, list[str]] = {}
    for plan_id, plan in plans:
        known = {unit.id: (unit.name, *unit.aliases) for unit in plan.declared}
        if ids := find_unit(query, known):
            found[plan_id] = ids
    if not found:
        names = {name for _, plan in plans for unit in plan.units for name in (unit.id, unit.name)}
        near = nearest(query, sorted(names))
        raise UserError(
            say("no plan has a unit “{query}”", query=query),
            say("did you mean: {near}?", near="; ".join(near))
            if near
            else say("“cchc assignments” lists the units there are"),
        )
    return found
