"""The points that a plan wants in the index as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cchc.language.names import fold
from cchc.language.numbering import sections
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.model.work import Target


def stated_goal(plan: Plan) -> Decimal | None:
    """Return the points that a target of the plan asks for the index as a whole."""
    found = (target for _, target in goals(plan))
    return next((amount for one in found if (amount := _least(one)) is not None), None)


def goals(plan: Plan) -> Iterator[tuple[KeyPath, Target]]:
    """Yield the targets of the index as a whole, measured in points."""
    held = [((), plan.targets), *((one.place, one.section.targets) for one in sections(plan))]
    for at, targets in held:
        for n, target in enumerate(targets):
            if fold(target.unit or "") == "điểm" and any(
                word in fold(target.measure) for word in ("chỉ số cải cách", "par index", "chỉ số cchc", "tổng điểm")
            ):  # fmt: skip
                yield (*at, "targets", n), target


def _least(target: Target) -> Decimal | None:
    amount = target.at_least or target.exactly
    return Decimal(amount.replace(",", ".")) if amount else None
