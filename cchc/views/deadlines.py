"""The deadlines of a plan, read as its year and date say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.language.deadline import Deadline
    from cchc.model.plan import Plan


def read_plan_deadline(plan: Plan, phrase: str | None) -> Deadline | None:
    """Return what a deadline of `plan` means, or None when it cannot be understood."""
    from cchc.language.deadline import DeadlineError
    from cchc.language.deadline.remembered import remembered

    issued = plan.document.date.full if plan.document.date else None
    try:
        return remembered(phrase or "", year=plan.year, issued=issued, before=plan.before)
    except DeadlineError:
        return None
