"""A plan made by hand, with the table rows that a test needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cchc.model.plan import Plan

PLAN: dict[str, Any] = {
    "cchc": "1",
    "kind": "cchc",
    "year": "2026",
    "commune": {"level": "xã", "name": "An Bình", "province": "tỉnh Phú Thọ"},
    "document": {"symbol": "KH-UBND", "date": "05/01/2026", "title": "Cải cách hành chính"},
    "units": [
        {"id": "vh-xh", "name": "Phòng Văn hóa - Xã hội"},
        {"id": "kinh-te", "name": "Phòng Kinh tế"},
        {"id": "van-phong", "name": "Văn phòng HĐND và UBND"},
    ],
    "groups": [
        {"id": "tat-ca", "name": "Các cơ quan, đơn vị", "members": "all"},
        {"id": "lien-quan", "name": "Các đơn vị liên quan"},
    ],
    "body": [{"title": "MỤC ĐÍCH", "items": ["Nội dung."]}],
}


@pytest.fixture
def plan() -> Callable[..., Plan]:
    """Make a plan with these tasks (dicts without id and title are enough)."""

    def make(*tasks: dict[str, Any], **changes: Any) -> Plan:
        rows = [{"id": f"t{n}", "title": f"Việc {n}", **task} for n, task in enumerate(tasks, 1)]
        appendix = [{"title": "Danh mục", "tasks": rows}] if rows else []
        return Plan.model_validate(PLAN | {"appendices": appendix} | changes)

    return make
