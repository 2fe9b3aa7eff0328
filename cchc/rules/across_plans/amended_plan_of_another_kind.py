"""A plan amends one of another kind or year.

Why: the work of both is counted by kind and year; amended work would stand in two reports.

Source: an amendment changes the plan of the same field and year.

Bad:
    document: {number: 05, symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính năm 2026}
    ---
    year: 2027
    document:
      number: 40
      symbol: KH-UBND
      date: 20/01/2026
      title: Điều chỉnh Kế hoạch cải cách hành chính năm 2026
      amends: {number: 05, date: 05/01/2026}
Good:
    document: {number: 05, symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính năm 2026}
    ---
    document:
      number: 40
      symbol: KH-UBND
      date: 20/01/2026
      title: Điều chỉnh Kế hoạch cải cách hành chính năm 2026
      amends: {number: 05, date: 05/01/2026}
"""

from cchc.model.paper_key import paper_key
from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan

CODE = "X007"
SEVERITY = Severity.WARNING


def claims(facts: Facts) -> Claims:
    """Yield kind and year of the plan, and those of what it amends: they are the same."""
    plan, document = facts.plan, facts.plan.document
    owner = (plan.owner.full_name, plan.owner.home)
    if key := paper_key(document.signed):
        yield Claim((*owner, key), ("is", plan.kind, plan.year), ("document", "number"))
    if document.amends:
        key = paper_key(document.amends)
        yield Claim((*owner, key), ("amends", plan.kind, plan.year), ("document", "amends"))


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
    """Find an amendment whose kind or year is not that of what it amends."""
    if earlier.value[0] == later.value[0] or earlier.value[1:] == later.value[1:]:
        return None
    return Hit(
        later.place,
        say("{plan} is of kind {kind} and year {year}", plan=of.id,
            kind=earlier.value[1], year=earlier.value[2]),
        say("a plan amends one of its own kind and year: correct “document.amends”, kind or year"),
    )  # fmt: skip
