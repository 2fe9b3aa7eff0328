"""Forms of papers that one office or another uses: months in a column, quarters under a year, persons who lead."""

from __future__ import annotations

import pytest

from cchc.intake.addressee import addressee, collector
from cchc.intake.duties import leading_names
from cchc.intake.letterhead import read_letterhead
from cchc.intake.lines import Line
from cchc.intake.office_paper import Cell, Place, Row, Table
from cchc.intake.preface import read_preface
from cchc.intake.target_table import targets_of
from cchc.language.persons import are_persons
from tests.intake.recognised import plan_of, read_text
from tests.intake.test_task_blocks import END, HEAD


def lines(*texts):
    return [Line(text, Place(paragraph=n)) for n, text in enumerate(texts, start=1)]


def test_the_figures_of_a_symbol_stay_in_it():
    for symbol in ("KH-THPT1", "KH-THCS2", "KH-UBND"):
        head = read_letterhead(lines("TRƯỜNG TIỂU HỌC AN BÌNH 1", f"Số: 58/{symbol}"))
        assert (head.number, head.symbol) == ("58", symbol)


OPENINGS = [
    (
        "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị; Kế hoạch số 15-KH/TU của Ban Thường vụ Tỉnh ủy, "
        "Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:",
        "Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:",
    ),
    (
        "Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh; Quyết định số 9/QĐ-UBND của UBND tỉnh. UBND xã An Bình ban "
        "hành Kế hoạch như sau:",
        "UBND xã An Bình ban hành Kế hoạch như sau:",
    ),
]


@pytest.mark.parametrize(("text", "opening"), OPENINGS)
def test_a_second_paper_in_the_opening_sentence_is_a_base_too(text, opening):
    found = read_preface(lines(text))
    assert [one for one, _ in found.opening] == [opening]
    assert len(found.bases) == 1 and "; " in found.bases[0][0]


def test_the_day_is_no_part_of_the_office_that_collects():
    text = "Các phòng gửi báo cáo về Phòng Văn hóa - Xã hội trước ngày 12 của tháng cuối quý để tổng hợp."
    assert collector(text) == addressee(text) == "Phòng Văn hóa - Xã hội"
    assert addressee("Các chi bộ báo cáo kết quả về Văn phòng Đảng ủy trước ngày 20/6.") == (
        "Văn phòng Đảng ủy"
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đảng ủy UBND xã lãnh đạo xây dựng kế hoạch năm 2026.", "Đảng ủy UBND xã"),
        ("Ban Chỉ đạo họp định kỳ mỗi quý một lần.", "Ban Chỉ đạo"),
        ("Ủy ban Kiểm tra Đảng ủy giám sát việc thực hiện.", "Ủy ban Kiểm tra Đảng ủy"),
        ("Các chi bộ, đảng bộ trực thuộc cụ thể hóa Kế hoạch này.", "Các chi bộ, đảng bộ trực thuộc"),
    ],
)  # fmt: skip
def test_a_name_ends_before_its_verb(text, names):
    assert leading_names(text) == names


def test_names_of_persons_are_told_from_names_of_places_and_units():
    for text in ("Nguyễn Văn Tí", "Lê Thị Diễm (kế toán)", "Ngô Đức - Chánh Văn phòng",
                 "Trần Thị Bé Ba, Nguyễn Văn Đức", "Trần Văn Tí và Lê Thị Út"):  # fmt: skip
        assert are_persons(text), text
    for text in ("Hà Đông", "Đoàn Thanh Niên", "Nông Lâm Nghiệp", "Hồ Chí Minh", "Hội Nông dân", "Phòng Kinh tế",
                 "Nguyễn Văn Tí theo dõi"):  # fmt: skip
        assert not are_persons(text), text


SCHOOL = (
    "STT\tNội dung công việc\tNgười thực hiện\tNgười phối hợp\tTháng\tKết quả\n"
    "1\tNiêm yết thủ tục\tTrần Thị Bé Ba\tNguyễn Văn Tí\t02/2026\tBảng niêm yết\n"
    "2\tSố hóa học bạ\tVăn thư\tCông đoàn\t4 - 5/2026\tHọc bạ số\n"
    "3\tTập huấn giáo viên\tPhó Hiệu trưởng\t\t8\tMột buổi\n"
)


def test_persons_who_lead_are_no_units_and_months_stand_in_their_column(tmp_path):
    plan = plan_of(read_text(tmp_path, HEAD + "Theo Phụ lục.\n" + END + SCHOOL))
    first, second, third = plan.tasks
    assert (first.officer, first.lead, first.support) == ("Trần Thị Bé Ba", (), ())
    assert first.note == "Nguyễn Văn Tí"
    assert not any("Bé Ba" in unit.name for unit in plan.units)
    assert second.lead and second.officer is None
    assert [one.deadline for one in (first, second, third)] == [
        "Tháng 02/2026", "Tháng 4 - 5/2026", "Tháng 8",
    ]  # fmt: skip


def table(*rows):
    """A table of cells (column, columns, text)."""
    return Table(
        tuple(
            Row(
                tuple(
                    Cell(text, Place(table=1, row=n, cell=at + 1), at, wide)
                    for at, wide, text in row
                ),
                Place(table=1, row=n),
            )
            for n, row in enumerate(rows, start=1)
        ),
        Place(table=1),
        7,
    )


HEADS = [(0, 1, "TT"), (1, 1, "Chỉ tiêu"), (2, 1, "ĐVT")]
QUARTERS = [(3, 1, "Quý I"), (4, 1, "Quý II"), (5, 1, "Quý III"), (6, 1, "Quý IV")]
SHARE = [(0, 1, "1"), (1, 1, "Hồ sơ trực tuyến"), (2, 1, "%"), (3, 1, "65"), (4, 1, "70"), (5, 1, "75"),
         (6, 1, "80")]  # fmt: skip
COUNT = [
    (0, 1, "2"),
    (1, 1, "Buổi đối thoại"),
    (2, 1, "buổi"),
    (3, 1, "0"),
    (4, 1, "1"),
    (5, 1, "0"),
    (6, 1, "2"),
]


def test_of_a_share_by_quarters_the_last_is_the_year_s():
    for found in (
        targets_of(table([*HEADS, (3, 4, "Kế hoạch năm 2026")], QUARTERS, SHARE, COUNT), 2026),
        targets_of(table([*HEADS, *QUARTERS], SHARE, COUNT), 2026),
    ):
        assert found.items == [{"measure": "Hồ sơ trực tuyến", "exactly": "80", "unit": "%"}]
        assert found.besides == ["ĐVT: %; Quý I: 65; Quý II: 70; Quý III: 75"]
        assert len(found.left) == 1  # counts are added up, or not: the paper does not say


def test_the_column_of_the_whole_year_is_the_year_s():
    whole = [*QUARTERS[:3], (6, 1, "Cả năm 2026")]
    found = targets_of(table([*HEADS, *whole], SHARE, COUNT), 2026)
    assert [(one["measure"], one["exactly"]) for one in found.items] == [
        ("Hồ sơ trực tuyến", "80"), ("Buổi đối thoại", "2"),
    ]  # fmt: skip
