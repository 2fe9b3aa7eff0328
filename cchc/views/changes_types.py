"""The result of a comparison of two plans: changes of subjects, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cchc.language.deadline import Deadline, DeadlineError, deadline_of
from cchc.messages import Words
from cchc.model.plan import Plan

ChangeKind = Literal["added", "removed", "changed", "moved", "renamed"]
"""renamed: only the id changed; moved: it stands under another heading now."""

SubjectKind = Literal["plan", "base", "unit", "group", "section", "appendix", "area", "task"]


class ChangedPart(NamedTuple):
    """What changed: a part of the plan, by its id, printed number and title where it has them.

    The number is that of the new plan; of what was removed, that of the old one.
    """

    part: SubjectKind
    id: str = ""
    number: str = ""
    title: str = ""
    was: str = ""
    """Its number in the old plan, where that is another one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs, as printed.

    A single value: `old` and `new`, None where there is none. A list: what was `added` and
    `removed`, in no order. Of several targets, records or columns, `item` says which.
    """

    field: str
    item: str = ""
    old: Words | None = None
    new: Words | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    wording: bool = False
    """Whether a deadline is worded differently and its dates are the same."""
    old_due: tuple[date, ...] = ()
    new_due: tuple[date, ...] = ()
    """The last days of a deadline that changed, where they could be worked out."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one subject.

    added, removed: `difference` has what it says (`new` or `old`), and no field. moved: the titles
    it stood and stands under. renamed: the ids.
    """

    plan: str
    kind: ChangeKind
    subject: ChangedPart
    difference: Difference


class PlanSide:
    """A plan as one side of a comparison: its names and deadlines."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.names: Mapping[str, str] = plan.unit_names

    def name(self, unit: str) -> str:
        """Return the printed name behind an id; the id itself where none is declared."""
        return self.names.get(unit, unit)

    def deadline(self, phrase: str | None) -> Deadline | None:
        """Return what a deadline means in this plan; None when it is not understood."""
        try:
            return deadline_of(self.plan, phrase)
        except DeadlineError:
            return None
