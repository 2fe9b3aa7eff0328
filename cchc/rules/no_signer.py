"""Nobody signs the plan: it names neither a signer nor a decision.

Why: a paper without a signature is no paper; the place for it cannot even be printed.

Source: Nghị định 30/2020/NĐ-CP, Điều 8 and Điều 13.

Bad:
    document: {signer: null}
Good:
    document:
      signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: Nguyễn Văn An}
"""

from cchc.rules._columns import tables_alone
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V004"
SEVERITY = Severity.WARNING
WHOLE = True


def check(facts: Facts) -> Hits:
    document = facts.plan.document
    if any(section.incomplete for section in facts.plan.body):
        return  # V001 says what lacks, the end of the paper with it
    if document.signer is None and document.decision is None:
        yield Hit(
            ("document", "signer"),
            say("nobody signs this plan"),
            say("add “signer”, or “decision” when the plan goes out with one"),
            key=True,
            severity=Severity.INFO if tables_alone(facts) else SEVERITY,  # the plan is signed
        )
