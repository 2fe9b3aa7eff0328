"""A deadline in words, for whoever asks what `cchc` made of a phrase."""

from __future__ import annotations

from cchc.language.deadline.outcome import Deadline, DeadlineKind, Occurrence
from cchc.language.deadline.periods import show
from cchc.language.weekdays import weekday
from cchc.messages import Message, say

_KINDS: dict[DeadlineKind, Message] = {
    "date": say("One day: done by the end of that day."),
    "period": say("A period: due on its last day."),
    "recurring": say("Recurring: due once in each period."),
    "reporting": say("Reports: one is due for each period."),
    "continuous": say("Continuous work: there is no last day, so it is never overdue."),
    "conditional": say("Depends on an event or a rule elsewhere."),
    "missing": say("No deadline is written."),
}


def described(deadline: Deadline) -> tuple[Message, ...]:
    """Return what was understood: the kind, each last day with its weekday, then every note."""
    lines = [_KINDS[deadline.kind]]
    if deadline.continuous and deadline.kind != "continuous":
        lines.append(say("The work itself is continuous; only the dates below can be overdue."))
    lines += [_line(one) for one in deadline.occurrences]
    if not deadline.occurrences and deadline.kind == "conditional":
        lines.append(say("No last day until the date is known."))
    lines += [note.message for note in deadline.notes]
    return tuple(lines)


def _line(one: Occurrence) -> Message:
    day, name = show(one.due), weekday(one.due)
    if one.start is None or one.start == one.due:
        return say("Last day: {weekday}, {date}.", weekday=name, date=day)
    return say(
        "Last day: {weekday}, {date} (period {period}, from {start}).",
        weekday=name,
        date=day,
        period=one.key,
        start=show(one.start),
    )
