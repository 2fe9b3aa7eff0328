"""The score book: points by field, where they were lost, what is at risk, what is still to win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from cchc.language.goal import stated_goal
from cchc.model.criteria import POINTS, Criterion, total, walked
from cchc.model.plan import Plan
from cchc.views.occurrences import Item, occurrences

Cause = Literal["not-done", "late", "no-evidence", "survey", "below-self", "stated", "unknown"]
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Scored:
    """A criterion, or a field, or the whole book, with its points."""

    code: str
    title: str
    field: str
    points: Mapping[str, Decimal | None]
    survey: bool = False
    arising: bool = True
    lost: Decimal = ZERO
    """What the last result lacks to the maximum."""
    causes: tuple[Cause, ...] = ()
    cause: str = ""
    """The cause in the words of the plan."""
    at_risk: Decimal = ZERO
    """Points hoped for whose tasks are overdue, or done without evidence."""
    to_win: Decimal = ZERO
    """What is aimed at, or could be, above the last result, until the criterion is appraised."""
    tasks: tuple[str, ...] = ()
    """Printed numbers of the tasks that name it."""
    result: Decimal | None = None
    """The last result: appraised, else last year's; of a field the sum of those of its criteria."""


@dataclass(frozen=True, slots=True)
class Score:
    """The score book of a plan on a day."""

    plan: str
    today: date
    fields: list[Scored]
    criteria: list[Scored]
    """The innermost criteria, in written order."""
    whole: Scored
    goal: Decimal | None
    """The points that the plan says it wants."""

    @property
    def needed(self) -> Decimal | None:
        """Return what the last result lacks to the goal."""
        result = self.whole.result
        return None if self.goal is None or result is None else max(self.goal - result, ZERO)

    @property
    def sources(self) -> list[Scored]:
        """Return where points could come from: what the office does itself first, the most first."""
        found = [one for one in self.criteria if one.to_win > 0]
        return sorted(found, key=lambda one: (one.survey, -one.to_win))


def score_book(plan_id: str, plan: Plan, today: date) -> Score:
    """Return the score book of `plan` as it stands on `today`."""
    by_code = _work(plan_id, plan, today)
    leaves = [
        _leaf(one, field, by_code.get(one.code, []))
        for one, _, field in walked(plan.criteria)
        if not one.parts
    ]
    fields = [
        _summed(one.code, one.title, one, [leaf for leaf in leaves if leaf.field == one.code])
        for one in plan.criteria
    ]
    return Score(plan_id, today, fields, leaves, _whole(fields), stated_goal(plan))


def _work(plan_id: str, plan: Plan, today: date) -> dict[str, list[Item]]:
    """Return the items of the tasks that name each criterion, by its code."""
    named = {task.id: task.criteria for task in plan.tasks}
    found: dict[str, list[Item]] = {}
    for item in occurrences(plan_id, plan, today):
        for code in named.get(item.task, ()):
            found.setdefault(code, []).append(item)
    return found


def _leaf(one: Criterion, field: Criterion, items: list[Item]) -> Scored:
    points = {key: total(one, key) for key in POINTS}
    arising = one.arising == "yes"
    maximum = points["maximum"] or ZERO
    result = points["previous"] if points["appraised"] is None else points["appraised"]
    lost = max(maximum - result, ZERO) if result is not None and arising else ZERO
    hoped = points["target"] if points["target"] is not None else maximum
    is_open = points["appraised"] is None and arising
    risky = any(_is_overdue(item) or _is_unproved(item) for item in items)
    return Scored(
        one.code, one.title, field.code, points, one.survey == "yes", arising, lost,
        _causes(one, points, items) if lost else (), one.cause or "",
        hoped if risky and is_open else ZERO,
        max(hoped - (result or ZERO), ZERO) if is_open and result is not None else ZERO,
        tuple(dict.fromkeys(item.number for item in items)), result,
    )  # fmt: skip


def _causes(
    one: Criterion, points: Mapping[str, Decimal | None], items: Iterable[Item]
) -> tuple[Cause, ...]:
    below = points["self"] is not None and (points["appraised"] or ZERO) < points["self"]
    if points["appraised"] is None:
        below = points["previous_self"] is not None and (
            (points["previous"] or ZERO) < points["previous_self"]
        )
    # Tasks of this year do not tell why last year's points were lost.
    items = list(items) if points["appraised"] is not None else []
    told: dict[Cause, bool] = {
        "not-done": any(_is_overdue(item) for item in items),
        "late": any(item.state == "done-late" for item in items),
        "no-evidence": any(_is_unproved(item) for item in items),
        "survey": one.survey == "yes",
        "below-self": below,
        "stated": bool(one.cause),
    }
    return tuple(cause for cause, holds in told.items() if holds) or ("unknown",)


def _is_overdue(item: Item) -> bool:
    return item.state == "overdue"


def _is_unproved(item: Item) -> bool:
    record = item.record
    return record is not None and record.state == "done" and not record.evidence


def _summed(code: str, title: str, one: Criterion, leaves: list[Scored]) -> Scored:
    points = {key: total(one, key) for key in POINTS}
    return _added(Scored(code, title, code, points, arising=one.arising == "yes"), leaves)


def _whole(fields: list[Scored]) -> Scored:
    points: dict[str, Decimal | None] = {}
    for key in POINTS:
        known = [found for one in fields if (found := one.points[key]) is not None]
        points[key] = sum(known, ZERO) if known else None
    return _added(Scored("", "", "", points), fields)


def _added(whole: Scored, parts: list[Scored]) -> Scored:
    results = [one.result for one in parts if one.result is not None]
    return Scored(
        whole.code, whole.title, whole.field, whole.points, arising=whole.arising,
        lost=sum((one.lost for one in parts), ZERO),
        at_risk=sum((one.at_risk for one in parts), ZERO),
        to_win=sum((one.to_win for one in parts), ZERO),
        result=sum(results, ZERO) if results else None,
    )  # fmt: skip
