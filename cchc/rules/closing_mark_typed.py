"""The mark "./." was typed at the end of the plan.

Why: cchc sets it where the text ends, also when something is added after; typed, it stays in the
middle.

Source: docs/decisions/0001-plan-format.md, marks are computed; Nghị định 30/2020/NĐ-CP, Phụ lục III,
Mẫu 1.4.

Bad:
    closing: Trên đây là Kế hoạch của UBND xã An Bình./.
Good:
    closing: Trên đây là Kế hoạch của UBND xã An Bình
"""

from cchc.rules._marks import typed_marks
from cchc.rules._rule import Facts, Hits, Severity, say

CODE = "V009"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    for place, text in facts.texts:
        if "/" in text and text.rstrip().endswith("."):
            yield from typed_marks(
                place, text, "(?!)", r"\.?\s*/\s*\.",
                say("“{mark}” is printed by cchc at the end of the plan"), say("delete it here"),
            )  # fmt: skip
