"""Two plans of one commune have the same kind and year.

Why: what is due and done is counted twice; one of them is a copy, a former draft, or has the wrong
year.

Source: a commune issues one plan of a kind a year, and amends it.

Bad:
    year: 2026
    ---
    year: 2026
Good:
    year: 2026
    ---
    year: 2027
"""

from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan

CODE = "X005"
SEVERITY = Severity.WARNING
ONE_ONLY = True


def claims(facts: Facts) -> Claims:
    """Yield whose plan it is, of which kind and year; one that amends another is no second plan."""
    plan = facts.plan
    if plan.document.amends:
        return
    yield Claim((plan.owner.full_name, plan.owner.home, plan.kind, plan.year), None, ("year",))


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
    """Find plans whose kind and year an earlier plan of the commune has."""
    return Hit(
        later.place,
        say("{plan} is the plan of this kind and year already", plan=of.id),
        say("correct kind or year, or keep the copy elsewhere"),
    )
