"""One measure, said twice with two values, in other words."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find, put

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
ROW = "            title: Rà soát văn bản\n            product: Báo cáo\n            deadline: Quý III\n"
ONLINE = "Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến đạt từ 80% trở lên"
LIKED = "Mức độ hài lòng của người dân, tổ chức đạt từ 95% trở lên"
IN_TIME = "Tỷ lệ hồ sơ giải quyết đúng hạn, trước hạn đạt 99% trở lên"


def found(text: str) -> list[str]:
    return [one.finding.message for one in find(text) if one.finding.code == "T005"]


@pytest.mark.parametrize(
    ("point", "title", "product", "deadline", "count"),
    [(ONLINE, "Nâng tỷ lệ hồ sơ trực tuyến đạt 75%", "Báo cáo", "Quý IV", 1),
     (ONLINE, "Nâng tỷ lệ hồ sơ trực tuyến đạt 80%", "Báo cáo", "Quý IV", 0),
     (ONLINE, "Nâng tỷ lệ hồ sơ trực tuyến đạt 60%", "Báo cáo", "Quý II", 0),
     (ONLINE, "Nâng tỷ lệ hồ sơ trực tuyến toàn trình đạt 50%", "Báo cáo", "Quý IV", 0),
     (ONLINE, "Hồ sơ nộp trực tuyến lĩnh vực đất đai đạt 50%", "Báo cáo", "Quý IV", 0),
     (LIKED, "Khảo sát sự hài lòng", "Mức độ hài lòng của người dân, doanh nghiệp đạt 90% trở lên", "Quý IV", 1),
     (LIKED, "Khảo sát sự hài lòng", "Tỷ lệ hài lòng của người dân về y tế đạt 90%", "Quý IV", 0),
     (IN_TIME, "Giải quyết hồ sơ TTHC trước và đúng hạn đạt tối thiểu 98%", "Báo cáo", "Hằng quý", 1),
     (IN_TIME, "Xử lý phản ánh, kiến nghị đúng hạn đạt 100%", "Báo cáo", "Hằng quý", 0),
     ("Năm 2025, tỷ lệ hồ sơ nộp trực tuyến đạt 70%", "Nâng tỷ lệ hồ sơ trực tuyến đạt 80%", "Báo cáo", "Quý IV", 0),
     ("Tỉnh giao chỉ tiêu hồ sơ nộp trực tuyến 75%", "Nâng tỷ lệ hồ sơ trực tuyến đạt 80%", "Báo cáo", "Quý IV", 0),
     ("Hồ sơ nộp trực tuyến đạt 80 - 85%", "Nâng tỷ lệ hồ sơ trực tuyến đạt 80%", "Báo cáo", "Quý IV", 0),
     ("Phòng Kinh tế bảo đảm hồ sơ nộp trực tuyến đạt 60%", "Nâng tỷ lệ hồ sơ trực tuyến đạt 80%", "Báo cáo", "Quý IV", 0),
     ("Chỉ số CCHC của xã đạt từ 92 điểm trở lên", "Tự chấm điểm", "Chỉ số cải cách hành chính đạt từ 90 điểm trở lên", "Quý IV", 1),
     ("Chỉ số CCHC của xã đạt từ 92 điểm trở lên", "Chỉ số chuyển đổi số đạt từ 80 điểm trở lên", "Báo cáo", "Quý IV", 0)],
)  # fmt: skip
def test_a_measure_in_a_part_and_in_a_row(point, title, product, deadline, count):
    row = f"            title: {title}\n            product: {product}\n            deadline: {deadline}\n"
    assert len(found(put(POINT, f"          - {point}.\n").replace(ROW, row))) == count


def test_a_table_of_targets_is_compared_and_a_third_value_told_once():
    targets = 'targets: [{measure: Tỷ lệ hồ sơ nộp trực tuyến, exactly: 75, unit: "%"}]\n'
    text = put(POINT, f"          - {ONLINE}.\n").replace("body:\n", f"{targets}body:\n", 1)
    row = ROW.replace("Rà soát văn bản", "Nâng tỷ lệ hồ sơ trực tuyến đạt 80%")
    assert len(found(text.replace(ROW, row))) == 1


def test_two_units_may_have_two_shares():
    rows = WHOLE.replace("Rà soát văn bản", "Hồ sơ giải quyết đúng hạn đạt 98%")
    other = "title: Kiểm tra việc giải quyết hồ sơ"
    assert not found(rows.replace(other, "title: Hồ sơ giải quyết đúng hạn đạt 99%"))


@pytest.mark.parametrize(
    ("past", "count"),
    [("KẾT QUẢ 6 THÁNG ĐẦU NĂM", 0), ("TÌNH HÌNH THỰC HIỆN", 0), ("ĐÁNH GIÁ NĂM 2025", 0), ("THỰC TRẠNG", 0),
     ("CHỈ TIÊU NĂM 2026", 1), ("MỤC TIÊU", 1)],
)  # fmt: skip
def test_what_was_reached_is_no_other_target(past, count):
    part = f"  - title: {past}\n    items: [Tỷ lệ hồ sơ nộp trực tuyến đạt 71%.]\n"
    text = put(POINT, "          - Tỷ lệ hồ sơ nộp trực tuyến đạt từ 80% trở lên.\n")
    assert (
        len(found(text.replace("  - title: NHIỆM VỤ\n", f"{part}  - title: NHIỆM VỤ\n"))) == count
    )


@pytest.mark.parametrize(
    ("words", "count"),
    [("Tham mưu tự đánh giá, chấm điểm, phấn đấu đạt từ 90 điểm trở lên.", 1),
     ("Tham mưu tự đánh giá, chấm điểm, phấn đấu đạt từ 92 điểm trở lên.", 0),
     ("Năm 2025 tự chấm điểm đạt 90 điểm.", 0), ("Chấm điểm thi đua, công chức đạt từ 90 điểm được khen.", 0),
     ("Tự chấm điểm DTI đạt 70 điểm.", 0), ("Trường tự đánh giá đạt tối thiểu 85 điểm.", 0)],
)  # fmt: skip
def test_the_index_in_the_words_of_who_scores_it(words, count):
    goal = "          - Chỉ số CCHC của xã đạt từ 92 điểm trở lên.\n"
    assert len(found(put(POINT, f"{goal}          - {words}\n"))) == count


@pytest.mark.parametrize(
    ("heading", "count"),
    [("Tiến độ", 0), ("Đã hoàn thành", 0), ("Tỷ lệ hoàn thành (%)", 0), ("Thực hiện đến 30/9/2026", 0), ("Ghi chú", 0),
     ("Kết quả", 0), ("Chỉ tiêu", 1), ("Mức phấn đấu", 1)],
)  # fmt: skip
def test_how_far_a_task_is_is_no_target(heading, count):
    row = ROW.replace("Rà soát văn bản", "Tiếp nhận hồ sơ nộp trực tuyến")
    row = row.replace(
        "product: Báo cáo", f'product: Trên 80%\n            extra: {{"{heading}": 65%}}'
    )
    assert len(found(WHOLE.replace(ROW, row))) == count
