"""A plan amends another one than the plan of its kind and year that is here.

Why: what it amends counts on in the plan that is here, so the same work is counted twice.

Source: a commune issues one plan of a kind a year, and amends it. A plan that amends an amendment
is told as well; there this may be as it should.

Bad:
    document: {number: 05, symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính năm 2026}
    ---
    document:
      number: 40
      symbol: KH-UBND
      date: 20/01/2026
      title: Điều chỉnh Kế hoạch cải cách hành chính năm 2026
      amends: {number: 06, date: 05/01/2026}
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

from cchc.model.paper_key import cited_as, paper_key
from cchc.rules._rule import Facts, Hit, Severity, say
from cchc.rules.across_plans import Claim, Claims, OtherPlan

CODE = "X008"
SEVERITY = Severity.INFO


def claims(facts: Facts) -> Claims:
    """Yield by what the plan of a kind and year is cited, or what it amends."""
    plan, document = facts.plan, facts.plan.document
    key = (plan.owner.full_name, plan.owner.home, plan.kind, plan.year)
    own = document.signed
    if document.amends:
        amended = document.amends
        yield Claim(key, ("amends", paper_key(amended)), ("document", "amends"), cited_as(amended))
    elif own.number:
        yield Claim(key, ("is", paper_key(own)), ("document", "number"), cited_as(own))


def conflict(earlier: Claim, of: OtherPlan, later: Claim) -> Hit | None:
    """Find an amendment of a paper that is not the plan which stands here."""
    if earlier.value[0] == later.value[0] or earlier.value[1] == later.value[1]:
        return None
    if later.value[0] == "amends":
        message = say("{plan} is {document}, and this plan amends {amended}", plan=of.id,
                      document=earlier.shown, amended=later.shown)  # fmt: skip
    else:
        message = say("{plan} amends {amended}, and this plan is {document}", plan=of.id,
                      document=later.shown, amended=earlier.shown)  # fmt: skip
    return Hit(
        later.place, message,
        say("compare number, symbol and date in “document.amends” with the paper"),
    )  # fmt: skip
