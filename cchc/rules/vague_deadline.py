"""A deadline is only the year, or another stretch that pins nothing down.

Why: with "Năm 2026" nothing is due before 31 December, so nothing is ever late and nobody is
reminded in time.

Source: the principle of sáu rõ, "rõ thời gian".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Năm 2026, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý III/2026, lead: [vh-xh]}
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say
from cchc.rules._stage import last_year

CODE = "D003"
SEVERITY = Severity.WARNING
_YEAR = re.compile(r"20\d\d")


def check(facts: Facts) -> Hits:
    several = last_year(facts.plan) > facts.plan.year
    for place, text, reading in facts.deadlines:
        # A report without any date: D006 says more about it.
        undated_report = not reading.due and place in facts.report_deadlines
        # In a plan of several years the year itself is a time.
        dated = several and _YEAR.search(text) is not None
        if reading.vague and not (undated_report or dated):
            yield Hit(
                place,
                say("“{text}” names no day, month or quarter", text=text),
                say("give a quarter, a month or a day, so that somebody can be reminded"),
            )
