"""A legal base ends in the semicolon or dot that cchc prints itself.

Why: the last base ends in a dot and the others in a semicolon; typed marks go wrong as soon as one
base is added or moved.

Source: docs/decisions/0001-plan-format.md, marks are computed; Nghị định 30/2020/NĐ-CP, Phụ lục I,
Phần I, mục II.6.

Bad:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể;
Good:
    bases:
      - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể
"""

from cchc.rules._marks import typed_marks
from cchc.rules._rule import Facts, Hits, Severity, say

CODE = "V010"
SEVERITY = Severity.INFO


def check(facts: Facts) -> Hits:
    for index, base in enumerate(facts.plan.bases):
        yield from typed_marks(
            ("bases", index), base, r"[-–+]\s+", r"[;,.]+",
            say("“{mark}” is printed by cchc"), say("write the base without a closing mark"),
        )  # fmt: skip
