"""A file of sheets or tables without a body is the appendix of a plan that stands elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from .test_false_alarms import _diagnose

TITLE = "Nhiệm vụ cải cách hành chính năm 2026"
PLANNED = {"role": "appendix", "text": "(Kèm theo Kế hoạch số 26/KH-UBND ngày 15/01/2026 của UBND xã)"}  # fmt: skip
HEADING = {"role": "contents", "title": TITLE.upper()}
DUTY = {"text": "Các phòng nghiêm túc thực hiện."}
TASK = {"title": "Rà soát", "product": "Báo cáo", "deadline": "Quý I/2026", "lead": ["vh-xh"]}


def levels(parts: list[list[dict[str, Any]]]) -> dict[str, set[str]]:
    names = [f"CẢI CÁCH {n}" for n in range(len(parts))]
    found = _diagnose(
        document={"title": TITLE, "signer": None},
        body=[{"title": name, "items": items} for name, items in zip(names, parts, strict=True)],
        appendices=[
            {"title": name, "tasks": [{"id": f"viec-{n}", **TASK}]} for n, name in enumerate(names)
        ],
    )
    told: dict[str, set[str]] = {}
    for one in found:
        if one.finding.code in ("N010", "N011", "V004"):
            told.setdefault(one.finding.code, set()).add(one.finding.severity.value)
    return told


@pytest.mark.parametrize(
    ("parts", "told"),
    [([[PLANNED, HEADING], [PLANNED]], {"V004": {"info"}}),
     ([[PLANNED], [PLANNED], [PLANNED]], {"V004": {"info"}}),
     ([[PLANNED, {"title": "BIỂU 2"}], [PLANNED]], {"V004": {"info"}, "N011": {"warning"}}),
     ([[PLANNED, DUTY], [PLANNED]], {"V004": {"warning"}, "N010": {"warning"}}),
     ([[DUTY], [HEADING]], {"V004": {"warning"}, "N010": {"warning"}, "N011": {"warning"}})],
)  # fmt: skip
def test_sheets_with_tables_alone_are_an_appendix(parts, told):
    assert levels(parts) == told


@pytest.mark.parametrize(
    ("opening", "first", "severity"),
    [("UBND xã ban hành Kế hoạch như sau:", "NHIỆM VỤ", "warning"),
     ("Nhằm nâng cao chất lượng phục vụ, UBND xã ban hành Kế hoạch như sau:", "NHIỆM VỤ", "info"),
     ("Để chủ động trong công việc, UBND xã phân công như sau:", "NHIỆM VỤ", "info"),
     ("Để triển khai Nghị quyết số 76/NQ-CP, UBND xã ban hành Kế hoạch như sau:", "NHIỆM VỤ", "warning"),
     ("UBND xã ban hành Kế hoạch như sau:", "YÊU CẦU", "info"), ("UBND xã ban hành Kế hoạch như sau:", "QUAN ĐIỂM", "info"),
     ("UBND xã ban hành Kế hoạch như sau:", "TÌNH HÌNH THỰC HIỆN 6 THÁNG ĐẦU NĂM", "info")],
)  # fmt: skip
def test_a_purpose_may_be_told_in_another_place(opening, first, severity):
    body = [
        {"title": first, "items": ["Rà soát văn bản."]},
        {"title": "TỔ CHỨC THỰC HIỆN", "items": ["Các phòng thực hiện."]},
    ]
    found = _diagnose(opening=opening, body=body)
    told = [one.finding for one in found if one.finding.code == "N010"]
    assert [one.severity.value for one in told if "purpose" in one.message.text] == [severity]
