"""The end of the districts: what a plan may say depends on its date.

Source: Luật Tổ chức chính quyền địa phương số 72/2025/QH15, in force from 01/7/2025: two levels,
tỉnh and xã; Nghị định 118/2025/NĐ-CP of the same day renames the one-stop units.
"""

from __future__ import annotations

import re

from cchc.model.plan import Plan

_YEAR, _MONTH = 2025, 7

OF_FORMER_TIMES = re.compile(
    r"\b(?:cũ|nguyên (?:là|trạng)|(?:trước|sau) (?:đây|khi|thời điểm|sắp|sáp|hợp|(?:ngày )?0?1/0?7)|sắp xếp|sáp nhập|hợp nhất"
    r"|nhập vào|thành lập (?:xã|phường|trên|từ)|được thành lập|tách|chuyển (?:từ|về|sang|giao)|tiếp nhận|bàn giao|kế thừa"
    r"|giải thể|kết thúc hoạt động|không còn|chấm dứt|đổi tên|lịch sử|lưu trữ|quê quán"
    r"|đã (?:được )?(?:ban hành|cấp|ký|giao|phê duyệt|công nhận)|do [^,;]{0,60}(?:cấp|ban hành|ký|phê duyệt|xác nhận|lập)"
    r"|còn hiệu lực|hết hiệu lực|bãi bỏ)\b",
    re.IGNORECASE,
)
"""Words of a sentence that speaks of former times, or of what a former office did."""


def after_districts(plan: Plan) -> bool:
    """Whether a plan was made after 30/6/2025, as far as its date and year tell."""
    date = plan.document.issue_date
    if date is None:
        return plan.year > _YEAR
    return (date.year, date.month) >= (_YEAR, _MONTH)
