"""What kind of table a header announces, where it is no list of tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from cchc.intake.lines import clean
from cchc.intake.office_paper import Table
from cchc.language.names import fold
from cchc.messages import Message, say

TableKind = Literal["targets", "criteria", "people", "schedule", "other"]

KINDS: dict[TableKind, Message] = {
    "targets": say("a table of targets by year"),
    "criteria": say("a table of criteria with points"),
    "people": say("a list of units or people"),
    "schedule": say("a schedule of inspections: who is looked at when"),
    "other": say("a table of another kind"),
}

YEAR = re.compile(
    r"(?:(?:chỉ tiêu|mục tiêu|kế hoạch|kết quả|ước|thực hiện|giá trị) )*(?:đến )?(?:năm )?(20\d\d)"
)
_POINTS = re.compile(r"điểm\b|(?:điểm )?(?:tự chấm|tự đánh giá|thẩm định|chuẩn|tối đa)\b")
_PEOPLE = re.compile(
    r"(?:số )?điện thoại|sđt|email|thư điện tử|chức vụ|chức danh|họ (?:và )?tên|ngày sinh"
)
_NAMES = re.compile(r"họ (?:và )?tên|tên đơn vị|tên cơ quan|đơn vị$|cơ quan đơn vị$")
_WHEN = re.compile(r"thời hạn|thời gian|tiến độ|hoàn thành|kỳ hạn|hạn\b|kết thúc|lộ trình")
_WORK = re.compile(r"nhiệm vụ|công việc|nội dung công việc|nội dung nhiệm vụ")
_MEASURE_UNIT = re.compile(r"(?:đơn vị|đv) (?:tính|đo)|đvt")
_GOALS = re.compile(r"(?:tên |nội dung |các )?(?:chỉ tiêu|mục tiêu)")
INSPECTED = re.compile(
    r"[^|]*\b(?:được|chịu) (?:kiểm tra|thanh tra|giám sát|khảo sát|phúc tra)|đối tượng (?:kiểm tra|thanh tra|giám sát|khảo sát)",
    re.IGNORECASE,
)
"""The heading over those who are looked at."""
_WHO = re.compile(r"(?:.*chủ trì|.*thực hiện|.*phụ trách|.*phối hợp|phân công|đơn vị theo dõi)")


def other_kind(headings: Sequence[str]) -> TableKind | None:
    """Return the kind of a table with these headings; None: it may be a list of tasks."""
    folded = [fold(one) for one in headings if one.strip()]
    if any(_WHEN.match(one) for one in folded):
        return None
    measured = any(_MEASURE_UNIT.fullmatch(one) for one in folded)
    if measured and any(_GOALS.match(one) for one in folded):
        return "targets"
    years = sum(bool(YEAR.fullmatch(one)) for one in folded)
    worked = any(_WORK.match(one) for one in folded) or any(_WHO.match(one) for one in folded)
    if (years > 1 and not any(_WORK.match(one) for one in folded)) or (years and not worked):
        return "targets"
    if sum(bool(_PEOPLE.match(one)) for one in folded) and any(_NAMES.match(one) for one in folded):
        return "people"
    if sum(bool(_POINTS.match(one)) for one in folded) >= 2 and not any(
        _WHO.match(one) for one in folded
    ):  # fmt: skip
        return "criteria"
    return None


def table_kind(table: Table) -> TableKind:
    """Return the kind of a table that is no list of tasks, by the first of its rows that tells."""
    for row in table.rows[:4]:
        headings = [" ".join(clean(cell.text).split()) for cell in row.cells]
        if found := other_kind(headings):
            return found
        folded = [fold(one) for one in headings]
        if any(INSPECTED.match(one) for one in folded) and any(_WHEN.match(one) for one in folded):
            return "schedule"
    return "other"
