"""The end of the districts: what a plan may say depends on its date.

Source: Luật Tổ chức chính quyền địa phương số 72/2025/QH15, in force from 01/7/2025: two levels,
tỉnh and xã; Nghị định 118/2025/NĐ-CP of the same day renames the one-stop units.
"""

from __future__ import annotations

from cchc.model.plan import Plan

_YEAR, _MONTH = 2025, 7


def after_districts(plan: Plan) -> bool:
    """Whether a plan was made after 30/6/2025, as far as its date and year tell."""
    date = plan.document.issue_date
    if date is None:
        return plan.year > _YEAR
    return (date.year, date.month) >= (_YEAR, _MONTH)
