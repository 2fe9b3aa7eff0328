"""A deadline, or a start, names a day that does not exist, or cannot be understood.

Why: a deadline that the tool cannot read is one that nobody is reminded of; 31/6 is a typing slip
that the signed paper would carry into every report. A phrase that is only not understood may be right:
it is a warning, and the task is listed without a date.

Source: docs/deadlines.md, the wording cchc understands.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: 31/6/2026, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: 30/6/2026, lead: [vh-xh]}
"""

from collections.abc import Iterator

from cchc.language.deadline import Deadline, DeadlineError, NotUnderstoodError
from cchc.language.deadline.starts import read_start
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity

CODE = "D001"
SEVERITY = Severity.ERROR


def check(facts: Facts) -> Hits:
    """Find deadlines that `read_deadline` rejects; its reason is the message."""
    for place, reading in (*((at, found) for at, _, found in facts.phrases), *_starts(facts)):
        if isinstance(reading, DeadlineError):
            unread = isinstance(reading, NotUnderstoodError)
            severity = Severity.WARNING if unread else None
            yield Hit(place, reading.message, reading.hint, severity=severity)


def _starts(facts: Facts) -> Iterator[tuple[KeyPath, Deadline | DeadlineError | None]]:
    """Yield how the days are read from which tasks are worked on."""
    plan = facts.plan
    for place, task, _ in facts.tasks:
        if task.start:
            yield (*place, "start"), read_start(task.start, year=plan.year, issued=plan.issued)
