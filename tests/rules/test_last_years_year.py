"""The year of the last plan, left over where the plan speaks of its own."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
TITLE = "title: Phân công thực hiện Kế hoạch\n"


def found(text: str) -> list[str]:
    return [str(one.finding.severity) for one in find(text) if one.finding.code == "D015"]


@pytest.mark.parametrize(
    ("words", "severity"),
    [("Kinh phí thực hiện trong dự toán ngân sách năm 2025 giao cho các đơn vị.", ["warning"]),
     ("Kinh phí thực hiện trong dự toán ngân sách năm 2026 giao cho các đơn vị.", []),
     ("Tổ chức 02 hội thi trong năm 2025.", ["warning"]), ("Hoàn thành các nhiệm vụ được giao trong năm 2025.", ["warning"]),
     ("Tổ chức tập huấn nghiệp vụ năm 2025 cho cán bộ đầu mối.", ["info"]),
     ("Quyết toán ngân sách năm 2025 đúng hạn.", []), ("Khắc phục các tiêu chí mất điểm năm 2025.", []),
     ("Nâng chỉ số của xã so với năm 2025.", []), ("Tổng kết năm 2025, triển khai nhiệm vụ năm 2026.", []),
     ("Nhân rộng sáng kiến trong năm 2025.", []), ("Sử dụng kinh phí năm 2025 kéo dài.", []),
     ("Bồi dưỡng công chức tuyển dụng năm 2025.", []), ("Tiếp tục thực hiện Kế hoạch năm 2025.", []),
     ("Triển khai các sáng kiến được nêu trong năm 2025.", [])],
)  # fmt: skip
def test_a_sentence_of_the_body(words, severity):
    assert found(WHOLE.replace(POINT, f"          - {words}\n")) == severity


@pytest.mark.parametrize(
    ("title", "severity"),
    [("NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2025 CỦA XÃ", ["warning"]), ("NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026 CỦA XÃ", []),
     ("NHIỆM VỤ CHƯA HOÀN THÀNH NĂM 2025 CHUYỂN SANG NĂM 2026", []), ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025", []),
     ("DANH MỤC HỒ SƠ GIAO NỘP NĂM 2025", [])],
)  # fmt: skip
def test_the_title_of_an_appendix(title, severity):
    assert found(WHOLE.replace(TITLE, f"title: {title}\n")) == severity
