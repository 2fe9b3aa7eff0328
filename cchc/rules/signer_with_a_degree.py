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

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "V017"
SEVERITY = Severity.WARNING

_ONE = r"(?:PGS|GS|TSKH|TS|Th\.?\s?S|CN|KS|BS|CK\s?I{1,2}|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|Giáo sư)"
_DEGREES = re.compile(rf"(?:{_ONE}\b\s*[.,]?\s*[-–]?\s*)+(?=\S)", re.IGNORECASE)


def check(facts: Facts) -> Hits:
    """Find degrees before the name of who signs."""
    signer = facts.plan.document.signer
    if signer and (found := _DEGREES.match(signer.name)):
        yield Hit(
            ("document", "signer", "name"),
            say("“{degree}” stands before the signer's name", degree=found[0].strip()),
            say("write the name only"),
            within=found[0], replacement="",
        )  # fmt: skip
