"""A deadline lies in another year than the plan.

Why: a plan is copied from last year's, and a date left from it makes a task overdue on its first
day.

Source: a plan covers one year; Nghị quyết số 76/NQ-CP asks for yearly plans. A plan whose title names
a stage, "giai đoạn 2026 - 2030", covers all its years.

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
from cchc.rules._stage import EACH_YEAR, last_year

CODE = "D005"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    last = last_year(facts.plan)
    if last > facts.plan.year and any(_each_year(one) for _, _, one in facts.deadlines):
        yield Hit(
            ("document", "title"),
            say(
                "the plan runs to {last}, but of work done every year only the days of {year} are listed",
                last=last,
                year=facts.plan.year,
            ),
            say("write the days of the later years as well, or make a plan for each year"),
            severity=Severity.INFO,
        )
    for place, text, reading in facts.deadlines:
        if last > facts.plan.year and EACH_YEAR.search(text):
            continue
        outside = any(note.code == "outside-year" for note in reading.notes)
        if outside and not _in_time(reading, facts.plan.year, last):
            yield Hit(
                place,
                say(
                    "“{text}” is not in {year}, the year of the plan",
                    text=text,
                    year=facts.plan.year,
                ),
                say("correct the year, or keep it if the task really ends in another year"),
            )


def _each_year(reading: Deadline) -> bool:
    """Whether it comes back by itself, and its days are listed for one year."""
    return reading.kind == "recurring" and len({day.year for day in reading.due}) == 1


def _in_time(reading: Deadline, first: int, last: int) -> bool:
    """Whether all is due in the plan's years, or in the January after them, as self-scores and year
    reports are."""
    january = (last + 1, 1)
    return bool(reading.due) and all(
        first <= day.year <= last or (day.year, day.month) == january for day in reading.due
    )
