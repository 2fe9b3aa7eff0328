"""A deadline was over before the plan itself was issued.

Why: the task is overdue on the day it is assigned; the date was left from last year, or the plan
came late.

Source: a plan assigns what is still to be done. While the day of the plan is blank, the first of
its month counts.

Bad:
    document: {date: 15/01/2026}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Trước ngày 10/01/2026
            lead: [vh-xh]
Good:
    document: {date: 05/01/2026}
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Trước ngày 10/01/2026
            lead: [vh-xh]
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say
from cchc.rules._stage import EACH_YEAR, last_year

CODE = "D009"
SEVERITY = Severity.WARNING
_YEAR = re.compile(r"20\d\d")
"""Without it, a day of a plan of several years may be that of each."""


def check(facts: Facts) -> Hits:
    """Find deadlines with one last day that is before the plan's date, and none in a later year."""
    written = facts.plan.document.issue_date
    if written is None:
        return
    issued = written.first
    several = last_year(facts.plan) > facts.plan.year
    for place, text, reading in facts.deadlines:
        if len(reading.occurrences) != 1:
            continue
        if several and (EACH_YEAR.search(text) or not _YEAR.search(text)):
            continue
        (due,) = reading.due
        if due < issued and due.year == facts.plan.year:  # of other years D005 speaks
            yield Hit(
                place,
                say("“{text}” was over on {issued}, when the plan was issued",
                    text=text, issued=f"{issued:%d/%m/%Y}"),
                say("give a day after the plan's own date"),
            )  # fmt: skip
