"""Who leads a field of reform may stand in a table, in a group of several fields, or in a duty."""

from __future__ import annotations

import pytest

from .test_false_alarms import _diagnose

TASK = {"id": "viec", "title": "Rà soát", "product": "Báo cáo", "deadline": "Quý I/2026", "lead": ["vh-xh"]}  # fmt: skip


def told(table: str, group: str | None, duty: str, lead: list[str]) -> int:
    rows = [TASK | {"lead": lead}]
    appendix = {"title": table}
    appendix |= {"areas": [{"title": group, "tasks": rows}]} if group else {"tasks": rows}
    field = {"subject": "civil-service", "title": "Cải cách chế độ công vụ", "items": ["Bố trí công chức."]}  # fmt: skip
    duties = [{"units": ["vh-xh"], "leads": ["public-finance"], "text": duty}]
    body = [
        {"title": "NHIỆM VỤ", "items": [field]},
        {"title": "TỔ CHỨC THỰC HIỆN", "items": duties},
    ]
    found = _diagnose(body=body, appendices=[appendix])
    return [one.finding.code for one in found].count("U014")


@pytest.mark.parametrize(
    ("table", "group", "duty", "lead", "count"),
    [("Danh mục nhiệm vụ", None, "Chủ trì tài chính công.", ["vh-xh"], 1),
     ("Cải cách chế độ công vụ", None, "Chủ trì tài chính công.", ["vh-xh"], 0),
     ("Cải cách chế độ công vụ", None, "Chủ trì tài chính công.", [], 1),
     ("Danh mục nhiệm vụ", "Tổ chức bộ máy và chế độ công vụ", "Chủ trì tài chính công.", ["vh-xh"], 0),
     ("Danh mục nhiệm vụ", "Cải cách thể chế", "Chủ trì tài chính công.", ["vh-xh"], 1),
     ("Danh mục nhiệm vụ", None, "Phòng Văn hóa - Xã hội chủ trì các nội dung cải cách chế độ công vụ.", ["vh-xh"], 0),
     ("Danh mục nhiệm vụ", None, "Phòng Văn hóa - Xã hội phối hợp về cải cách chế độ công vụ.", ["vh-xh"], 1)],
)  # fmt: skip
def test_a_field_is_led_by_table_group_or_duty(table, group, duty, lead, count):
    assert told(table, group, duty, lead) == count
