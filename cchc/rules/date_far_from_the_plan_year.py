"""The plan is dated more than a year before or after the year it plans.

Why: one of the two was left over from an older file; by the wrong year every deadline is late.

Source: plans of a year are issued from December of the year before, and amended during the year.

Bad:
    document: {date: 01/2024}
Good:
    document: {date: 01/2026}
"""

from cchc.rules._rule import Facts, Hit, Hits, KeyPath, Severity, say

CODE = "V014"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    document, year = facts.plan.document, facts.plan.year
    written: list[tuple[KeyPath, int]] = []
    if document.date:
        written.append((("document", "date"), document.date.year))
    if document.decision and document.decision.date:
        written.append((("document", "decision", "date"), document.decision.date.year))
    for place, dated in written:
        if abs(dated - year) > 1:
            yield Hit(
                place,
                say("the plan of {year} is dated {dated}", year=year, dated=dated),
                say("check “date” and “year”"),
            )
