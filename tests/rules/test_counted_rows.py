"""How many classes, inspected units or tasks the text names, against the rows of the table."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
BODY = WHOLE[: WHOLE.index("appendices:\n")]
NAMES = ("kỹ năng số", "giao tiếp ứng xử", "văn thư lưu trữ")
SCHEDULE = ("STT | Đơn vị được kiểm tra | Thời gian", "1 | Phòng Kinh tế | 9/6/2026", "2 | Trường Tiểu học | 10/6/2026",
            "3 | Trạm Y tế | 11/6/2026")  # fmt: skip


def count(point: str, product: str = "Báo cáo", unplaced: tuple[str, ...] = ()) -> int:
    text = BODY.replace(POINT, f"          - >-\n            {point}\n")
    text += "appendices:\n  - title: Danh sách các lớp bồi dưỡng\n    tasks:\n"
    for n, name in enumerate(NAMES):
        text += f"      - {{id: lop-{n}, title: Lớp {name}, deadline: Quý II, lead: [vh-xh], product: {product}}}\n"
    text += "unplaced:\n" * bool(unplaced) + "".join(f'  - "{line}"\n' for line in unplaced)
    return [one.finding.code for one in find(text)].count("N019")


@pytest.mark.parametrize(
    ("point", "product", "found"),
    [("Tổ chức 04 lớp, cụ thể như sau", "Báo cáo", 1), ("Tổ chức 03 lớp, cụ thể như sau", "Báo cáo", 0),
     ("Tổ chức 04 lớp trong năm.", "Báo cáo", 0), ("Tổ chức 04 lớp theo Phụ lục.", "01 lớp", 1),
     ("Tổ chức 04 lớp theo Phụ lục.", "02 lớp", 0), ("Tổ chức ít nhất 04 lớp theo Phụ lục.", "Báo cáo", 0),
     ("Cử công chức học 02 lớp cao cấp lý luận chính trị theo Phụ lục.", "Báo cáo", 0),
     ("Đối tượng là học sinh 05 lớp khối 9 theo danh sách.", "Báo cáo", 0),
     ("Quý I mở 01 lớp, quý II mở 02 lớp theo Phụ lục.", "Báo cáo", 0),
     ("Năm trước đã mở 04 lớp theo Phụ lục.", "Báo cáo", 0)],
)  # fmt: skip
def test_classes_in_the_text_and_rows_of_their_table(point, product, found):
    assert count(point, product) == found


@pytest.mark.parametrize(
    ("point", "found"),
    [("Kiểm tra 05 đơn vị (Phụ lục I).", 1), ("Kiểm tra 03 đơn vị (Phụ lục I).", 0), ("Kiểm tra 05 đơn vị trong năm.", 0),
     ("Kiểm tra đột xuất 02 đơn vị ngoài lịch.", 0), ("Mỗi quý kiểm tra 01 đơn vị theo lịch.", 0),
     ("Năm 2025 kiểm tra 05 đơn vị theo lịch.", 0), ("Đoàn gồm đại diện 02 phòng, kiểm tra theo lịch tại Phụ lục.", 0)],
)  # fmt: skip
def test_inspected_units_in_the_text_and_rows_of_the_schedule(point, found):
    assert count(point, unplaced=SCHEDULE) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [("Tổng cộng: 03 nhiệm vụ", 0), ("Tổng cộng: 04 nhiệm vụ", 1), ("Tổng số: 04 nhiệm vụ, trong đó 01 thường xuyên", 0)],
)  # fmt: skip
def test_the_last_line_of_a_table_of_tasks(line, found):
    assert count("Các phòng thực hiện.", unplaced=(line,)) == found
