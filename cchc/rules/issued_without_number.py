"""A plan marked as issued has no number or no day.

Why: an issued paper is cited by number, symbol and date; without them nobody can cite it. In a
draft the blanks are normal: văn thư fills them in.

Source: Nghị định 30/2020/NĐ-CP, Điều 8 and Điều 15.

Bad:
    status: issued
    document: {symbol: KH-UBND, date: 01/2026, title: Cải cách hành chính năm 2026}
Good:
    status: issued
    document: {number: 05, symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính năm 2026}
"""

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V002"
SEVERITY = Severity.ERROR
WHOLE = True


def check(facts: Facts) -> Hits:
    if facts.plan.status != "issued":
        return
    document = facts.plan.document
    paper = document.signed
    place = ("document", "decision") if document.decision else ("document",)
    if not paper.number:
        yield Hit(
            (*place, "number"),
            say("an issued plan has a number"),
            say("fill in “number”, or set “status: draft”"),
        )
    if paper.date is None or paper.date.full is None:
        yield Hit(
            (*place, "date"),
            say("an issued plan has a full date"),
            say("fill in the day, or set “status: draft”"),
        )
