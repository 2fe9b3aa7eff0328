"""The name of the signer has a degree or title before it: "TS.", "ThS.".

Why: the paper is signed by a post; văn thư sends it back.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7: no degree and no title of honour before the
name of who signs an administrative paper; papers of schools, hospitals and research may have them.

Bad:
    document:
      signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: ThS. Nguyễn Văn An}
Good:
    document:
      signer: {authority: [TM. ỦY BAN NHÂN DÂN], post: CHỦ TỊCH, name: Nguyễn Văn An}
"""

from cchc.language.names import degrees_before
from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V017"
SEVERITY = Severity.WARNING


def check(facts: Facts) -> Hits:
    """Find degrees before the name of who signs."""
    signer = facts.plan.document.signer
    if signer and (degrees := degrees_before(signer.name)):
        yield Hit(
            ("document", "signer", "name"),
            say("“{degree}” stands before the signer's name", degree=degrees.strip()),
            say("write the name only"),
            within=degrees, replacement="",
        )  # fmt: skip
