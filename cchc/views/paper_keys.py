"""By what a plan is cited, which it amends, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cchc.model.paper_key import paper_key

if TYPE_CHECKING:
    from cchc.model.plan import Plan


class Owner(NamedTuple):
    """Whose plan it is."""

    full_name: str
    home: str


class PaperKeys(NamedTuple):
    """By what a plan is cited, and what it amends; empty where it has no number, or amends none."""

    key: str = ""
    amends: str = ""
    withdrawn: tuple[str, ...] = ()
    """Ids of the work that it takes out."""


def paper_of(plan: Plan) -> PaperKeys:
    """Return by what `plan` is cited, and what it amends."""
    document = plan.document
    amended = document.amends
    return PaperKeys(
        paper_key(document.signed),
        paper_key(amended) if amended else "",
        tuple(one.id for one in plan.withdrawn if one.id) if amended else (),
    )


def owner_of(plan: Plan) -> Owner:
    """Return whose plan it is."""
    return Owner(plan.owner.full_name, plan.owner.home)
