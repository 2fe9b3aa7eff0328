"""The plan goes to "Như trên", and there is no "Kính gửi" above.

Why: nobody is named, so nobody gets it; the line is left from a letter or a report.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9: "Như trên" stands in papers with "Kính gửi";
a plan names those it goes to.

Bad:
    document: {recipients: [Như trên, Thường trực HĐND xã]}
Good:
    document: {recipients: [Sở Nội vụ, Thường trực HĐND xã]}
"""

import re

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V018"
SEVERITY = Severity.WARNING

_ABOVE = re.compile(r"(?:như|n) (?:trên|kính gửi)(?: \(.*\)| để .*)?")


def check(facts: Facts) -> Hits:
    """Find "Như trên" among the recipients of a plan that addresses nobody."""
    above = (facts.plan.opening or "", *facts.plan.unplaced)
    if any("kính gửi" in fold(text) for text in above):
        return
    for n, recipient in enumerate(facts.plan.document.recipients):
        if _ABOVE.fullmatch(fold(recipient)):
            yield Hit(
                ("document", "recipients", n),
                say("“{text}” points to “Kính gửi”, which this plan does not have", text=recipient),
                say("name the body, or delete the line"),
            )
