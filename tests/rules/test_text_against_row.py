"""The time and the lead of a piece of work, in the text and in its row."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
BODY = WHOLE[: WHOLE.index("appendices:\n")]
INSPECTED = "Tổ chức kiểm tra công tác CCHC đối với ít nhất 30% đơn vị thuộc xã, hoàn thành trong quý III/2026."
INSPECTION = "Kiểm tra công tác CCHC tại các đơn vị thuộc xã"
SURVEY = "Khảo sát sự hài lòng của người dân, doanh nghiệp"
RULES = "Ban hành Quy chế quản trị dữ liệu của xã"
ROUNDS = "Đợt 1: tháng 6/2026 Đợt 2: tháng 11/2026"


def count(point: str, title: str, deadline: str, lead: str = "vh-xh", units: str = "") -> int:
    item = f"          - text: >-\n              {point}\n" + (
        f"            units: [{units}]\n" if units else ""
    )
    rows = (
        f"appendices:\n  - title: Danh mục nhiệm vụ\n    tasks:\n      - {{id: a, title: '{title}', product: Báo cáo, "
        f"deadline: '{deadline}', lead: [{lead}]}}\n      - {{id: b, title: Rà soát văn bản quy phạm pháp luật, "
        "product: Báo cáo, deadline: Quý II, lead: [kinh-te]}\n"
    )
    return [one.finding.code for one in find(BODY.replace(POINT, item) + rows)].count("N023")


@pytest.mark.parametrize(
    ("deadline", "found"),
    [("Quý IV/2026", 1), ("Quý III/2026", 0), ("Từ tháng 4 đến tháng 9/2026", 0), ("Quý II và Quý III/2026", 0),
     ("Hằng quý", 0), ("Thường xuyên", 0), ("Tháng 8/2026", 0)],
)  # fmt: skip
def test_a_period_in_the_text_and_in_the_row(deadline, found):
    assert count(INSPECTED, INSPECTION, deadline) == found


@pytest.mark.parametrize(
    ("point", "title", "deadline", "found"),
    [("Ban hành Kế hoạch kiểm tra công tác CCHC tại các đơn vị thuộc xã trong tháng 01/2026.", INSPECTION, "Quý III/2026", 0),
     ("Hoàn thành khảo sát sự hài lòng đợt 1 trước ngày 30 tháng 5 năm 2026.", SURVEY, ROUNDS, 1),
     ("Hoàn thành khảo sát sự hài lòng đợt 2 trước ngày 30 tháng 11 năm 2026.", SURVEY, ROUNDS, 0),
     ("Trong Quý II/2026, ban hành Quy chế quản trị dữ liệu của xã.", RULES, "Quý III/2026", 1),
     ("Xây dựng dự thảo Quy chế quản trị dữ liệu của xã trong Quý II/2026.", RULES, "Quý III/2026", 0),
     ("Ban hành Quy chế văn hóa công sở trong Quý II/2026.", RULES, "Quý III/2026", 0),
     ("Đã ban hành Quy chế quản trị dữ liệu của xã trong quý IV/2025.", RULES, "Quý III/2026", 0),
     ("Rà soát, đơn giản hóa thủ tục hành chính xong trước 30/6/2026.", "Rà soát, đơn giản hóa thủ tục hành chính", "Quý III", 1),
     ("Làm sạch dữ liệu hộ tịch trong quý II/2026.", "Làm sạch dữ liệu đất đai, hộ tịch", "Quý IV/2026", 0),
     ("Lắp đặt camera tại Trung tâm trước ngày 30/6/2026.", "Lắp đặt ki-ốt tra cứu tại Trung tâm", "Quý III/2026", 0),
     ("UBND xã tổ chức khảo sát trong tháng 9 năm 2026, quy mô 300 phiếu.", "Khảo sát mức độ hài lòng", "Tháng 10/2026", 1),
     ("In phiếu khảo sát trong tháng 9 năm 2026.", "Khảo sát mức độ hài lòng", "Tháng 10/2026", 0),
     ("Khảo sát hạ tầng mạng trong tháng 3/2026.", "Khảo sát mức độ hài lòng", "Tháng 10/2026", 0),
     ("Đối thoại với người dân lần 1 trong quý II/2026.", "Đối thoại với người dân lần 2", "Quý IV/2026", 0)],
)  # fmt: skip
def test_only_the_same_work_is_compared(point, title, deadline, found):
    assert count(point, title, deadline) == found


@pytest.mark.parametrize(
    ("point", "units", "found"),
    [("Chủ trì kiểm tra công tác CCHC tại các đơn vị thuộc xã.", "kinh-te", 1),
     ("Chủ trì kiểm tra công tác CCHC tại các đơn vị thuộc xã.", "vh-xh", 0),
     ("Phối hợp kiểm tra công tác CCHC tại các đơn vị thuộc xã.", "kinh-te", 0),
     ("Chủ trì tham mưu Kế hoạch kiểm tra công tác CCHC tại các đơn vị thuộc xã.", "kinh-te", 0),
     ("Đề nghị Phòng Văn hóa - Xã hội chủ trì kiểm tra công tác CCHC tại các đơn vị thuộc xã.", "kinh-te", 0),
     ("Chủ trì nội dung cải cách tài chính công.", "kinh-te", 0)],
)  # fmt: skip
def test_a_lead_in_the_text_and_in_the_row(point, units, found):
    assert count(point, INSPECTION, "Quý III/2026", units=units) == found


@pytest.mark.parametrize(("unit", "found"), [("Phòng Kinh tế", 1), ("Phòng Văn hóa - Xã hội", 0)])
def test_a_unit_that_is_given_the_work_in_the_same_sentence(unit, found):
    assert (
        count(f"{RULES} trong Quý III/2026, giao {unit} chủ trì.", RULES, "Quý III/2026") == found
    )
