"""A requirement cannot be measured.

Why: "thực hiện tốt theo quy định" is reached by everybody and by nobody; at the end of the year there is
nothing to show.

Source: the principle of sáu rõ, "rõ kết quả"; PAR Index criteria are scored on evidence.

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            deadline: Quý I
            lead: [vh-xh]
            requirement: Thực hiện tốt theo quy định
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Sáng kiến
            deadline: Quý I
            lead: [vh-xh]
            requirement: 100% kiến nghị sau kiểm tra được xử lý
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "T003"
SEVERITY = Severity.WARNING

_EMPTY = re.compile(
    r"(?:thực hiện|triển khai|hoàn thành)(?: (?:tốt|nghiêm túc|đầy đủ|hiệu quả|có hiệu quả))*"
    r"(?: theo (?:đúng )?(?:quy định|kế hoạch|yêu cầu|hướng dẫn))?\.?",
    re.IGNORECASE,
)


def check(facts: Facts) -> Hits:
    """Find requirements that say only that something is done well, as prescribed or as planned."""
    for place, task, _ in facts.tasks:
        if task.requirement and not task.targets and _EMPTY.fullmatch(task.requirement):
            yield Hit(
                (*place, "requirement"),
                say("“{text}” cannot be measured", text=task.requirement),
                say("name a number, a percentage or a document to be produced"),
            )
