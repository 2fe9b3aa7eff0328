"""What a deadline means: its kind, its last days, and what had to be assumed to find them."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from cchc.messages import Message

DeadlineKind = Literal[
    "date", "period", "recurring", "reporting", "continuous", "conditional", "missing"
]
"""date: one last day is named; period: due when a stretch of time ends; recurring: several last
days, or a rhythm; reporting: the rhythm of reports; continuous: never due; conditional: waits for
an event; missing: nothing is written."""

NoteCode = Literal[
    "vague",
    "ambiguous",
    "exclusive",
    "outside-year",
    "no-dates",
    "needs-issue-date",
    "condition",
    "joined",
    "short-month",
    "working-days",
    "remark",
]
"""What a note is about.

- vague: the whole year or "theo quy định": nothing to hold anybody to.
- ambiguous: people read it in more than one way; the last days show which way was taken.
- exclusive: "trước" leaves out the day, month or quarter named.
- outside-year: a last day is not in the plan's year.
- no-dates: a rhythm or an event without days that could be listed.
- needs-issue-date: counted from the plan's date, which is not known yet.
- condition: there is a last day, and a condition beside it.
- joined: neighbouring periods in a list are one stretch of time, due at its end.
- short-month: the day does not exist in every month; the month's last day is taken there.
- working-days: Saturdays, Sundays, public holidays and days swapped for them are left out.
- remark: words around the date that have no part in it.
"""


class Note(NamedTuple):
    """One thing to know about how a deadline was read."""

    code: NoteCode
    message: Message


class Occurrence(NamedTuple):
    """One last day of a deadline."""

    key: str
    """The period or day that the phrase names, the same however "trước" is read: `2026`,
    `2026-H1`, `2026-9M`, `2026-Q2`, `2026-06`, `2026-06-25`; a stretch is `2026-Q2/2026-Q3`."""
    due: date
    start: date | None = None
    """The first day of the period; None when only a last day is named."""


class Deadline(NamedTuple):
    """A deadline as it was understood."""

    phrase: str
    kind: DeadlineKind
    occurrences: tuple[Occurrence, ...]
    """In the order of their last days, with no key twice."""
    vague: bool = False
    continuous: bool = False
    """Continuous work, even when a dated report inside it makes the kind another one."""
    notes: tuple[Note, ...] = ()

    @property
    def due(self) -> tuple[date, ...]:
        """The last days, in order."""
        return tuple(item.due for item in self.occurrences)


class DeadlineError(ValueError):
    """A phrase that names an impossible date, or that is not understood."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        """What is wrong."""
        self.hint = hint
        """What to write instead."""

    def __str__(self) -> str:
        return str(self.message)


class NotUnderstoodError(DeadlineError):
    """A phrase with words outside the grammar: it may be right, and gives no dates."""
