"""Targets that the words of a requirement state."""

from __future__ import annotations

import pytest

from cchc.intake.tables.stated_targets import stated_targets

TITLE = "Số hóa hồ sơ (năm 2026)"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Cấp kết quả điện tử đạt từ 85% trở lên", [("Cấp kết quả điện tử", "at_least", "85")]),
        ("Tỷ lệ cấp kết quả là 100%", [("Tỷ lệ cấp kết quả", "exactly", "100")]),
        ("Tối thiểu 85%", [("Số hóa hồ sơ", "at_least", "85")]),
        ("100% hồ sơ quá hạn có thư xin lỗi", [("Hồ sơ quá hạn có thư xin lỗi", "exactly", "100")]),
        ("100% công chức", [("Số hóa hồ sơ: công chức", "exactly", "100")]),
        ("Phấn đấu hồ sơ trễ hạn dưới 2%", [("Hồ sơ trễ hạn", "at_most", "2")]),
        ("Chỉ số đạt 90,5 điểm trở lên", [("Chỉ số", "at_least", "90,5")]),
        ("Hồ sơ đúng hạn đạt 98% (năm 2025 đạt 95%)", [("Hồ sơ đúng hạn", "exactly", "98")]),
        ("Kiểm tra ít nhất 30% đơn vị; xử lý 100% vấn đề phát hiện",
         [("Kiểm tra đơn vị", "at_least", "30"), ("Xử lý vấn đề phát hiện", "exactly", "100")]),
        ("Tăng 5% so với năm 2025", []),
        ("Đạt 90% và 95%", []),
        ("Đạt 90% số hồ sơ của Trung tâm đạt loại tốt", [
            ("Số hồ sơ của Trung tâm đạt loại tốt", "exactly", "90")]),
        ("Ít nhất 02 sáng kiến", []),
        ("02 điểm cầu trực tuyến", []),
    ],
)  # fmt: skip
def test_a_clause_with_one_share_is_a_target(text, stated):
    assert [
        (one["measure"], key, one[key])
        for one in stated_targets(text, TITLE)
        for key in ("at_least", "at_most", "exactly")
        if key in one
    ] == stated
