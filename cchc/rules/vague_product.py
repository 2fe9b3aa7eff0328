"""The product of a task is only "documents", so that nobody can tell when it is there.

Why: "văn bản triển khai thực hiện" can be anything: of the six clarities "rõ sản phẩm" is missing.

Source: the principle of sáu rõ, "rõ kết quả, rõ sản phẩm".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - id: a
            title: Đối thoại
            product: Các văn bản triển khai thực hiện
            deadline: Quý I
            lead: [vh-xh]
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Đối thoại, product: Biên bản đối thoại, deadline: Quý I, lead: [vh-xh]}
"""

import re

from cchc.rules._rule import Facts, Hit, Hits, Severity, say

CODE = "T001"
SEVERITY = Severity.WARNING

_VAGUE = re.compile(
    r"(?:các\s+)?(?:loại\s+)?văn bản(?:\s+(?:triển khai|thực hiện|chỉ đạo|liên quan|có liên quan"
    r"|theo quy định|tổ chức|hướng dẫn))*\.?",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\b(?:trả lời|phúc đáp|góp ý|tham gia ý kiến|giải trình|xin lỗi|đôn đốc|nhắc nhở|chấn chỉnh|xin ý kiến|lấy ý kiến)\b"
    r"|^(?:kiến nghị|đề nghị|đề xuất)\b",
    re.IGNORECASE,
)
"""Words of a task that say what the paper is: a letter that answers, urges or asks."""


def check(facts: Facts) -> Hits:
    """Find products that are nothing but "(các) văn bản (triển khai thực hiện)", where the task does not say what it is."""
    for place, task, _ in facts.tasks:
        if task.product and _VAGUE.fullmatch(task.product) and not _LETTER.search(task.title):
            yield Hit(
                (*place, "product"),
                say("“{product}” can be any paper", product=task.product),
                say("name the kind of paper: Kế hoạch, Báo cáo, Quyết định, Biên bản ..."),
            )
