"""A deadline, or a start, names a day that does not exist, or cannot be understood.

Why: a deadline that the tool cannot read is one that nobody is reminded of; 31/6 is a typing slip
that the signed paper would carry into every report. A phrase that is only not understood may be right:
it is a warning, and the task is listed without a date. Where most of a table is not understood, another
column may have been taken for the deadlines: that is said once.

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

from collections.abc import Iterator, Sequence

from cchc.language.deadline import Deadline, DeadlineError, NotUnderstoodError
from cchc.language.deadline.starts import read_start
from cchc.rules._parts import Phrase
from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "D001"
SEVERITY = Severity.ERROR
_SEVERAL = 5
"""So many phrases of one table that are not understood may be those of another column."""
_MOST = 0.6
"""The share of the table's deadlines that they must be."""


def check(facts: Facts) -> Hits:
    """Find deadlines that `read_deadline` rejects; its reason is the message."""
    unread = [one for one in facts.phrases if isinstance(one[2], NotUnderstoodError)]
    doubted = _doubted(facts, unread)
    for n, phrases in doubted.items():
        yield Hit(
            _column(facts, n),
            say("{count} of the {all} deadlines of this table are not understood: “{first}”, “{second}”, ...",
                count=len(phrases), all=_phrases_of(facts, n), first=phrases[0], second=phrases[1]),
            say("see whether another column was taken for the deadlines"),
            severity=Severity.WARNING,
        )  # fmt: skip
    for place, reading in (*((at, found) for at, _text, found in facts.phrases), *_starts(facts)):
        if isinstance(reading, DeadlineError):
            is_unread = isinstance(reading, NotUnderstoodError)
            if is_unread and place[-1] == "deadline" and _appendix(place) in doubted:
                continue
            severity = Severity.WARNING if is_unread else None
            yield Hit(place, reading.message, reading.hint, severity=severity)


def _appendix(place: KeyPath) -> int | None:
    return place[1] if place[0] == "appendices" and isinstance(place[1], int) else None


def _doubted(facts: Facts, unread: Sequence[Phrase]) -> dict[int, list[str]]:
    """Return what is not understood in each appendix where so little is that the column itself is in doubt."""
    found: dict[int, list[str]] = {}
    for place, text, _reading in unread:
        n = _appendix(place)
        if n is not None:
            found.setdefault(n, []).append(text)
    return {n: texts for n, texts in found.items()
            if len(texts) >= _SEVERAL and len(texts) > _MOST * _phrases_of(facts, n)}  # fmt: skip


def _phrases_of(facts: Facts, n: int) -> int:
    return sum(_appendix(place) == n for place, _text, _reading in facts.phrases)


def _column(facts: Facts, n: int) -> KeyPath:
    """Return the place of the column of deadlines of appendix `n`, or the appendix where it has none."""
    columns = facts.plan.appendices[n].columns
    at = next((m for m, one in enumerate(columns) if one.key == "deadline"), None)
    return ("appendices", n) if at is None else ("appendices", n, "columns", at)


def _starts(facts: Facts) -> Iterator[tuple[KeyPath, Deadline | DeadlineError | None]]:
    """Yield how the days are read from which tasks are worked on."""
    plan = facts.plan
    for place, task, _ in facts.tasks:
        if task.start:
            yield (*place, "start"), read_start(task.start, year=plan.year, issued=plan.issued)
