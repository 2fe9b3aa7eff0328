"""Units, leaders and areas that a request names; one that no plan has is refused, not answered with nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cchc.errors import UserError
from cchc.language.names import find_unit, nearest
from cchc.messages import Message, say
from cchc.views.due import area_names, is_in_area, is_led

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.views.agenda import Agenda, Job

_FEW = 8
"""Names that are listed in a message."""


def refuse_unknown_leader(query: str, leaders: Iterable[str]) -> None:
    """Refuse a leader that is none of the `leaders` of the plans asked about.

    Raises:
        UserError: with near names, or those that there are.
    """
    names = sorted({one for one in leaders if one})
    if not any(is_led(one, query) for one in names):
        raise UserError(
            say("no plan has a leader “{query}”", query=query),
            _remedy(
                query,
                names,
                say(
                    "no task of these plans names its leader; write “leader: HỌ TÊN” at a task of the "
                    "plan, or give the office's table a column “Lãnh đạo phụ trách” before importing "
                    "it"
                ),
            ),
        )


def refuse_unknown_area(query: str, jobs: Iterable[Job]) -> None:
    """Refuse an area under which none of the `jobs` of the plans asked about stands.

    Raises:
        UserError: with near names, or those that there are.
    """
    names: set[str] = set()
    for job in jobs:
        if is_in_area(job, query):
            return
        names.update(area_names(job)[-1:])
    raise UserError(
        say("no plan has an area “{query}”", query=query),
        _remedy(query, sorted(names), say("no task of these plans stands under an area")),
    )


def leaders_of(plans: Iterable[tuple[str, Plan]]) -> Iterable[str]:
    """Return the leaders in charge of the tasks of `plans`."""
    return (task.leader or "" for _, plan in plans for task in plan.tasks)


def _remedy(query: str, names: list[str], none: Message) -> Message:
    if near := nearest(query, names):
        return say("did you mean: {near}?", near="; ".join(near))
    if not names:
        return none
    few = "; ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")
    return say("there are: {names}", names=few)


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
