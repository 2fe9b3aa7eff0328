"""A target says "at least" twice.

Why: "tối thiểu 90 điểm trở lên" is the same as "tối thiểu 90 điểm"; the second word makes the reader
look for another meaning.

Source: Nghị định 30/2020/NĐ-CP, Điều 8: clear and exact wording.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            requirement: Tỷ lệ giải ngân tối thiểu đạt từ 90% trở lên
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            product: Quyết định
            deadline: Quý I
            lead: [vh-xh]
            requirement: Tỷ lệ giải ngân đạt từ 90% trở lên
"""

import re

from cchc.rules._rule import Facts, Hits, Severity, hit_in, say
from cchc.rules._words import any_of

CODE = "T004"
SEVERITY = Severity.INFO

_TWICE = re.compile(
    r"(?:tối thiểu|ít nhất)(?:\s+\w+){0,3}\s+[0-9][0-9.,]*\s*(?:%|\w+)?(?:\s+\w+)?\s+trở lên",
    re.IGNORECASE,
)

_LEAST = ("tối thiểu", "ít nhất")


def check(facts: Facts) -> Hits:
    """Find "tối thiểu ... trở lên" around one number."""
    if "trở lên" not in facts.lowercase:
        return
    for place, text in facts.texts_holding(*any_of(*_LEAST), lowercase=True):
        for found in _TWICE.finditer(text):
            yield hit_in(
                place, text, found.start(), found.end(),
                say("“{text}” says “at least” twice", text=found.group()),
                say("drop “tối thiểu” or “trở lên”"),
            )  # fmt: skip
