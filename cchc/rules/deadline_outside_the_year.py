"""A deadline lies in another year than the plan.

Why: a plan is copied from last year's, and a date left from it makes a task overdue on its first
day.

Source: a plan covers one year; Nghị quyết số 76/NQ-CP asks for yearly plans.

Bad:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I/2025, lead: [vh-xh]}
Good:
    year: 2026
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý I/2026, lead: [vh-xh]}
"""

from cchc.language.deadline import Deadline
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "D005"
NAME = "deadline-outside-the-year"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    for place, text, reading in facts.deadlines:
        outside = any(note.code == "outside-year" for note in reading.notes)
        if outside and not _next_january(reading, facts.plan.year):
            yield Hit(
                place,
                say(
                    "“{text}” is not in {year}, the year of the plan",
                    text=text,
                    year=facts.plan.year,
                ),
                say("correct the year, or keep it if the task really ends in another year"),
            )


def _next_january(reading: Deadline, year: int) -> bool:
    """Whether all is due in January of the next year, as self-scores and year reports are."""
    return bool(reading.due) and all((d.year, d.month) == (year + 1, 1) for d in reading.due)
