"""A plan amends itself, or a plan dated after it.

Why: readers look for the amended plan by number, symbol and day; these lead nowhere, or back here.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: a document is cited by number, symbol and date; an
amendment follows what it amends.

Bad:
    document:
      number: 40
      symbol: KH-UBND
      date: 20/01/2026
      title: Điều chỉnh Kế hoạch cải cách hành chính năm 2026
      amends: {number: 40, date: 20/01/2026}
Good:
    document:
      number: 40
      symbol: KH-UBND
      date: 20/01/2026
      title: Điều chỉnh Kế hoạch cải cách hành chính năm 2026
      amends: {number: 05, date: 05/01/2026}
"""

from cchc.model.paper_key import paper_key
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V016"
SEVERITY = Severity.ERROR
WHOLE = True
_PLACE = ("document", "amends")


def check(facts: Facts) -> Hits:
    document = facts.plan.document
    amended = document.amends
    if amended is None:
        return
    if paper_key(amended) == paper_key(document.signed):
        yield Hit(
            _PLACE,
            say("this is the plan itself"),
            say("write number, symbol and date of the plan that is amended"),
        )
        return
    own = document.signed.date
    if own and own.full and amended.date.full and amended.date.full > own.full:
        yield Hit(
            (*_PLACE, "date"),
            say("the plan that is amended is dated after this one"),
            say("compare both dates with the papers"),
        )
