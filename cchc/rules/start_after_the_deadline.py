"""A task begins after it is due.

Why: nobody can keep to it; one of the two days is a slip.

Source: a plan says from when to when something is done. A month or quarter begins on its first day;
of several due dates the last one counts.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Rà soát thủ tục hành chính
            product: Báo cáo
            start: Tháng 7/2026
            deadline: Quý II/2026
            lead: [vh-xh]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Rà soát thủ tục hành chính
            product: Báo cáo
            start: Tháng 4/2026
            deadline: Quý II/2026
            lead: [vh-xh]
"""

import re

from cchc.language.deadline.starts import first_day_named
from cchc.rules._rule import Facts, Hit, Hits, Severity, say
from cchc.rules._year_in_doubt import other_years

CODE = "D011"
SEVERITY = Severity.ERROR
_YEAR = re.compile(r"\b20\d\d\b")


def check(facts: Facts) -> Hits:
    plan = facts.plan
    starting = [(place, task) for place, task, _ in facts.tasks if task.start and task.deadline]
    if not starting:
        return
    doubted = other_years(facts)
    for place, task in starting:
        words = task.start or ""
        start = first_day_named(words, year=plan.year, issued=plan.issued)
        last = facts.last_days.get(place)
        if not _YEAR.search(task.deadline or "") and place[1] in doubted:
            continue  # its last day is taken from the year of the plan, which D005 doubts
        if start and last and start > last:
            yield Hit(
                (*place, "start"),
                say("“{start}” begins after the task is due on {due}",
                    start=words, due=f"{last:%d/%m/%Y}"),
                say("put the start or the deadline right"),
            )  # fmt: skip
