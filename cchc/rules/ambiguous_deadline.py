"""A deadline can be read in two ways.

Why: the tool shows the date it took, but whoever wrote "đầu năm" may have meant another.

Source: docs/deadlines.md, ambiguous wording.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Đầu năm, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I/2026, lead: [vh-xh]}
"""

from cchc.language.deadline import Deadline, show
from cchc.rules._rule import Facts, Hit, Hits, Message, Severity, say

CODE = "D004"
_SHOWN = 4
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find deadlines whose reading carries the note "ambiguous"."""
    for place, _, reading in facts.deadlines:
        for note in reading.notes:
            if note.code == "ambiguous":
                yield Hit(place, note.message, _advice(reading, facts.plan.year))


def _advice(reading: Deadline, year: int) -> Message:
    """Return what to write: the days that were taken from the phrase, if there are any."""
    if not reading.due:
        return say("write the day: 31/3/{year}", year=year)
    days = ", ".join(show(day) for day in reading.due[:_SHOWN])
    if len(reading.due) > _SHOWN:
        return say("write the days, if these are meant: {days} and so on", days=days)
    return say("write the day, if this is meant: {days}", days=days)
