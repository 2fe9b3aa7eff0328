"""The deadlines of a plan, read with its year and date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.language.deadline import Deadline
    from cchc.model.plan import Plan


def read_plan_deadline(plan: Plan, phrase: str | None) -> Deadline | None:
    """Return what a deadline of `plan` means, or None when it cannot be understood.

    Recurring work begins with the plan: of its occurrences, those whose last day is before
    `begins` are left out. A one-off date before that day stays, for rule D009 to speak of.
    """
    from cchc.language.deadline import DeadlineError, deadline_of

    try:
        found = deadline_of(plan, phrase)
    except DeadlineError:
        return None
    return from_day(found, begins(plan))


def from_day(found: Deadline, first: date) -> Deadline:
    """Return a deadline without the last days of recurring work before `first`."""
    if found.kind not in ("recurring", "reporting"):
        return found
    counted = tuple(one for one in found.occurrences if one.due >= first)
    return found if len(counted) == len(found.occurrences) else found._replace(occurrences=counted)


def begins(plan: Plan) -> date:
    """Return the day on which the plan was issued: of a partial date the first day; without a
    date, 01 January of its year."""
    written = plan.document.issue_date
    return written.first if written else date(plan.year, 1, 1)
