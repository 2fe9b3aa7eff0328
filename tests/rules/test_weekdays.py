"""A day of the week beside its date, in the text and in tables that import kept apart."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"


def found(text: str) -> list[str]:
    return [one.finding.code for one in find(text) if one.finding.code in ("D016", "D004")]


@pytest.mark.parametrize(
    ("words", "codes"),
    [("Họp vào thứ Năm, ngày 17/6/2026.", ["D016"]), ("Họp vào thứ Tư, ngày 17/6/2026.", []),
     ("Họp ngày 17/6/2026 (thứ Năm).", ["D016"]), ("Họp ngày 15 tháng 8 năm 2026, thứ Sáu.", ["D016"]),
     ("Họp ngày 15 tháng 8 năm 2026, thứ Bảy.", []), ("8 giờ 00, thứ Năm, ngày 17/6.", ["D016"]),
     ("Kỳ họp thứ năm, ngày 10/7/2026.", []), ("Lần thứ hai, ngày 10/7/2026.", []), ("Thứ Bảy hằng tuần, từ ngày 04/7/2026.", []),
     ("Nghỉ ngày 15/8/2026 (thứ Sáu) âm lịch.", []), ("Quý 2, thứ ba, 5/8 đơn vị hoàn thành.", []),
     ("Chủ nhật, ngày 15/8/2026.", ["D016"])],
)  # fmt: skip
def test_a_sentence(words, codes):
    assert found(WHOLE.replace(POINT, f'          - "{words}"\n')) == codes


def test_a_row_that_import_kept():
    row = "3 | Trường Tiểu học | 8 giờ 00, thứ Năm, ngày 17/6/2026"
    assert found(f'{WHOLE}unplaced:\n  - "{row}"\n') == ["D016"]


def test_a_deadline_is_told_once():
    text = WHOLE.replace("deadline: Quý III", "deadline: Thứ Sáu, ngày 15/8/2026")
    assert found(text) == ["D004"]
