"""A programme or plan of the state is named without the document that issued it.

Why: several plans carry nearly the same name; only number and date tell which is meant, and show
whether it was in force when this plan was written.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.

Bad:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            items:
              - Triển khai Kế hoạch cải cách hành chính nhà nước năm 2026 của UBND tỉnh Thái Nguyên.
Good:
    body:
      - title: TỔ CHỨC THỰC HIỆN
        items:
          - units: [vh-xh]
            items:
              - Triển khai Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về cải
                cách hành chính nhà nước năm 2026.
"""

import re

from cchc.language.names import fold
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "C018"
SEVERITY = Severity.WARNING
WHOLE = True
_NAMED = re.compile(
    r"\b(?:Kế hoạch|Chương trình|Đề án|Chiến lược)\s+[^.;,()]{6,100}?"
    r"\s(?:giai đoạn|năm)\s+20[0-9]{2}(?:\s*[-–]\s*20[0-9]{2})?\s+của\s+"
    r"(?:Chính phủ|Thủ tướng Chính phủ|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:tỉnh|thành phố)"
    r"|Bộ\s+[A-ZĐ]\w+(?:\s+\w+)?)(?!\s*\()"
)
_DATED = re.compile(r"20[0-9]{2}\s+của\s")
"""What stands in everything that `_NAMED` finds, and is found in one search of the plan."""
_FIRST_WORDS = 4


def check(facts: Facts) -> Hits:
    """Find programmes named with their years and issuer but without a symbol, here or before."""
    titles = " ".join(fold(one.text) for _, one in facts.citations)
    for place, text in facts.texts_holding(_DATED):
        for found in _NAMED.finditer(text):
            begun = fold(" ".join(found[0].split()[:_FIRST_WORDS]))
            if (
                facts.is_cited(place, *found.span())
                or re.search(r"số\s+\S*/", found[0])
                or begun in titles
            ):
                continue
            yield hit_in(
                place, text, found.start(), found.end(),
                say("“{name}” is named without number and date", name=" ".join(found[0].split())),
                say("cite the document that issued it: kind, number, date and issuer"),
            )  # fmt: skip
