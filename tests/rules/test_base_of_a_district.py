"""Bases that a district issued."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

BASE = "  - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên\n"


@pytest.mark.parametrize(
    ("base", "found"),
    [("Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2025 của UBND huyện Phú Lương về cải cách hành chính năm 2025", 1),
     ("Thực hiện Công văn số 55/UBND-NV ngày 10/3/2025 của Ủy ban nhân dân thị xã Phú Thọ", 1),
     ("Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2025 của UBND huyện Phú Lương (cũ) về cải cách hành chính", 0),
     ("Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2026 của UBND tỉnh Thái Nguyên về cải cách hành chính", 0),
     ("Thực hiện Kế hoạch số 05/KH-UBND ngày 10/01/2026 của UBND xã Định Hóa về cải cách hành chính", 0),
     ("Căn cứ Quyết định số 15/QĐ-UBND ngày 10/01/2025 của UBND huyện Phú Lương về giao dự toán", 0),
     ("Căn cứ Nghị quyết số 12/NQ-HĐND ngày 10/01/2025 của HĐND huyện Phú Lương về đầu tư công", 0)],
)  # fmt: skip
def test_a_base(base, found):
    assert WHOLE.count(BASE) == 1
    codes = [one.finding.code for one in find(WHOLE.replace(BASE, f"  - {base}\n"))]
    assert codes.count("C021") == found
