"""What the title of a plan says: how many years it covers, and whether it is about others."""

from __future__ import annotations

import re

from cchc.model.plan import Plan

_STAGE = re.compile(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|năm)\s+(?:từ\s+)?(?:năm\s+)?(20\d\d)\s*(?:[-–]|đến)\s*(?:năm\s+)?(20\d\d)",
    re.IGNORECASE,
)
_ONE_YEAR = re.compile(r"\bnăm\s+20\d\d", re.IGNORECASE)
EACH_YEAR = re.compile(r"(?:hằng|hàng|mỗi|từng) năm|năm (?:kế hoạch|sau|trước)", re.IGNORECASE)
"""What a plan of several years has in each of them, and what is due in the next."""

OF_OTHERS = re.compile(
    r"\W*(?:về (?:việc )?)?(?:tự )?(?:thanh tra|kiểm tra|giám sát|khảo sát|đo lường|đánh giá|đào tạo|bồi dưỡng|tập huấn)\b",
    re.IGNORECASE,
)
"""The beginning of the title of a plan that looks at others, asks or trains them."""


def last_year(plan: Plan) -> int:
    """Return the last year of the stage in the title, or the plan's only year: "năm 2026 thực hiện
    Chương trình giai đoạn 2026 - 2030" is a plan of one."""
    title = plan.document.title
    stage = _STAGE.search(title)
    if stage is None or _ONE_YEAR.search(_STAGE.sub(" ", title)):
        return plan.year
    first, last = int(stage[1]), int(stage[2])
    return last if first - 1 <= plan.year <= last else plan.year
