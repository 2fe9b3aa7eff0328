"""Totals in the text and in last rows of tables, against what they add up."""

from __future__ import annotations

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
CLASSES = (("kỹ năng số", 24, 18), ("giao tiếp ứng xử", 80, 32), ("văn thư lưu trữ", 26, 12))
FORMS = ["TT | Địa bàn | Số phiếu | Người phụ trách", "1 | Thôn A | 40 | Trưởng thôn",
         "2 | Thôn B | 35 | Trưởng thôn", "3 | Thôn C | 30 | Trưởng thôn"]  # fmt: skip


def count(text: str) -> int:
    return [one.finding.code for one in find(text)].count("N021")


def with_classes(heading: str = "Số lượt", money: str = "Kinh phí (triệu đồng)") -> str:
    rows = "".join(
        f"      - {{id: lop-{n}, title: Lớp {name}, deadline: Quý II, lead: [vh-xh], product: Lớp học, "
        f"funding: {paid}, extra: {{{heading}: {people}}}}}\n"
        for n, (name, people, paid) in enumerate(CLASSES)
    )
    table = (
        "appendices:\n  - title: Danh sách bồi dưỡng\n    columns:\n      - {key: title, heading: Nội dung}\n"
        f"      - {{key: custom, heading: {heading}}}\n      - {{key: funding, heading: {money}}}\n    tasks:\n{rows}"
    )
    return WHOLE.replace("appendices:\n", table, 1)


def put_in(point: str, text: str = WHOLE) -> str:
    return text.replace(POINT, f"          - >-\n            {point}\n")


def left(*lines: str, text: str = WHOLE) -> str:
    return text + "unplaced:\n" + "".join(f'  - "{line}"\n' for line in lines)


@pytest.mark.parametrize(
    ("point", "heading", "found"),
    [("Tổng số 140 lượt người tham gia.", "Số lượt", 1), ("Tổng số 130 lượt người tham gia.", "Số lượt", 0),
     ("Năm trước, tổng số 140 lượt người tham gia.", "Số lượt", 0), ("Mở lớp cho 140 lượt người.", "Số lượt", 0),
     ("Tổng số 140 lượt người tham gia.", "Số buổi", 0), ("Tổng số 120 phiếu khảo sát.", "Số lượng", 0),
     ("Tổng số 120 người hoạt động không chuyên trách.", "Số lượng", 0), ("Tổng kinh phí 65 triệu đồng.", "Số lượt", 1),
     ("Tổng kinh phí 62.000.000 đồng.", "Số lượt", 0), ("Tổng kinh phí toàn Chương trình 650 triệu đồng.", "Số lượt", 0)],
)  # fmt: skip
def test_a_total_in_the_text_and_the_column_of_its_table(point, heading, found):
    assert count(put_in(point, with_classes(heading))) == found


def test_money_under_a_heading_that_does_not_say_in_what_is_not_compared():
    assert count(put_in("Tổng kinh phí 65 triệu đồng.", with_classes(money="Kinh phí"))) == 0


@pytest.mark.parametrize(
    ("row", "found"),
    [("Tổng cộng | 130 | 62", 0), ("Tổng cộng | 140 | 62", 1), ("Cộng | 130 | 61", 1), ("Tổng cộng | 140 | 66", 0),
     ("Tổng cộng | 3", 0), ("Tổng cộng: 03 lớp", 0)],
)  # fmt: skip
def test_a_last_row_that_import_cut_from_a_table_of_tasks(row, found):
    assert count(left(row, text=with_classes())) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [([*FORMS, " | Tổng cộng | 105 | "], 0), ([*FORMS, " | Tổng cộng | 115 | "], 1),
     ([*FORMS, "II | Doanh nghiệp", " | Tổng cộng | 115 | "], 0), ([*FORMS, "4 | Tổ chức | x | Phòng", " | Tổng cộng | 115 | "], 0),
     ([FORMS[0].replace("Số phiếu", "Năm sinh"), *FORMS[1:], " | Tổng cộng | 115 | "], 0)],
)  # fmt: skip
def test_a_table_that_import_kept_whole(lines, found):
    assert count(left(*lines)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("350.000.000 đồng, trong đó: hạ tầng 250.000.000 đồng; tập huấn 80.000.000 đồng; an toàn 40.000.000 đồng", 1),
     ("350.000.000 đồng, trong đó: hạ tầng 250.000.000 đồng; tập huấn 80.000.000 đồng", 0),
     ("350 triệu đồng, gồm hạ tầng 250 triệu đồng và tập huấn 80 triệu đồng", 1),
     ("1,2 tỷ đồng, gồm hạ tầng 900 triệu đồng và tập huấn 300 triệu đồng", 0),
     ("30 triệu đồng, trong đó mỗi lớp 10 triệu đồng, mỗi cuộc 25 triệu đồng", 0),
     ("30 triệu đồng, trong đó chi 500.000 đồng/người và 30.000.000 đồng thuê hội trường", 0)],
)  # fmt: skip
def test_a_sum_of_money_and_its_parts(words, found):
    assert count(put_in(f"Kinh phí {words}.")) == found


@pytest.mark.parametrize(("written", "found"), [("104", 0), ("110", 1), ("24", 1)])
def test_a_sum_beside_the_name_of_an_area(written, found):
    rows = "".join(
        f"          - {{id: lop-{n}, title: Lớp {name}, deadline: Quý II, lead: [vh-xh], product: Lớp học, extra: {{Số lượt: {people}}}}}\n"
        for n, (name, people, _) in enumerate((CLASSES[0], CLASSES[1], ("tin học", 0, 0)))
    )
    table = (
        "appendices:\n  - title: Danh sách bồi dưỡng\n    columns:\n      - {key: title, heading: Nội dung}\n"
        "      - {key: custom, heading: Số lượt}\n    areas:\n"
        f'      - title: "LỚP DO XÃ MỞ (Số lượt: {written}; Ghi chú: có)"\n        tasks:\n{rows}'
    )
    assert count(WHOLE.replace("appendices:\n", table, 1)) == found


@pytest.mark.parametrize(
    ("words", "most", "found"),
    [("Năm 2025, xã Định Hóa đạt 82,5/100 điểm, xếp thứ 71.", 40, 1), ("Năm 2025, xã Định Hóa đạt 80,5/100 điểm, xếp thứ 71.", 40, 0),
     ("Năm 2025, xã Định Hóa đạt 82,5/100 điểm, xếp thứ 71.", 30, 0), ("Phấn đấu xã đạt 92 điểm.", 40, 0)],
)  # fmt: skip
def test_the_points_of_last_year_and_the_book(words, most, found):
    book = (
        "criteria:\n  - {code: '1', title: Chỉ đạo, maximum: 60, previous: 50}\n"
        f"  - {{code: '2', title: Thể chế, maximum: {most}, previous: '30,5'}}\n"
    )
    assert count(put_in(words).replace("appendices:\n", f"{book}appendices:\n", 1)) == found
