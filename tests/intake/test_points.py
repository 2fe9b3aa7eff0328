"""Tables with points: every point in its place, and printed as wide as the office's own."""

from __future__ import annotations

import pytest

from cchc.document.bookmarks import Marks
from cchc.document.context import printed_appendices
from cchc.document.paper import AreaRow
from cchc.intake.office_paper import Cell, OfficePaper, Place, Row, Table
from cchc.intake.recognise import recognise
from cchc.intake.tables.points import points_columns, read_criteria, sums
from cchc.read.schema import to_plan
from tests.intake.tables import imported, tasks

HEAD = ("STT", "Tiêu chí, tiêu chí thành phần", "Điểm tối đa", "Điểm tự chấm 2025",
        "Điểm thẩm định 2025", "Điểm mục tiêu 2026", "Nguyên nhân mất điểm", "Giải pháp",
        "Cơ quan chủ trì", "Thời hạn")  # fmt: skip
ROWS = [
    ("1", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "5", "5", "4,25", "5", "", "", "", ""),
    ("1.1", "Mức độ hoàn thành Kế hoạch", "3", "3", "2,5", "3", "Hoàn thành 93%", "Đôn đốc",
     "Phòng Kinh tế", "Trước 15/12/2026"),
    ("1.2", "Báo cáo đúng hạn", "2", "2", "1,75", "2", "", "Duy trì", "Phòng Kinh tế", "Hằng quý"),
    ("2", "CẢI CÁCH THỂ CHẾ", "4", "4", "4", "4", "", "", "", ""),
    ("2.1", "Rà soát văn bản", "4", "4", "4", "4", "", "Duy trì", "Phòng Kinh tế", "30/11/2026"),
    ("", "TỔNG CỘNG", "9", "9", "8,25", "9", "", "", "", ""),
]  # fmt: skip


def table(*rows: tuple[str, ...]) -> Table:
    made = [
        Row(
            tuple(Cell(text, Place(table=1, row=n), at) for at, text in enumerate(row)),
            Place(table=1, row=n),
        )
        for n, row in enumerate(rows, start=1)
    ]
    return Table(tuple(made), Place(table=1), len(rows[0]))


def test_headings_tell_whose_points_of_which_year():
    assert list(points_columns(HEAD, 2026).values()) == [
        "maximum", "previous_self", "previous", "target", "cause",
    ]  # fmt: skip
    own = ("Điểm chuẩn", "Điểm tự đánh giá", "Điểm thẩm định", "Điểm năm 2025")
    assert list(points_columns(own, 2026).values()) == ["maximum", "self", "appraised", "previous"]
    assert points_columns(("Điểm tự chấm", "Ghi chú"), 2026) == {}  # out of how many?
    assert points_columns(("Mục tiêu", "Địa điểm", "Thời điểm hoàn thành"), 2026) == {}


def test_points_of_a_table_of_tasks_are_criteria_and_print_in_their_columns(tmp_path):
    found = recognise(OfficePaper(tmp_path / "x.docx", (table(HEAD, *ROWS),)))
    data = dict(found.data)
    first, second = data["criteria"]
    assert first | {"parts": []} == {
        "code": "1", "title": "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "maximum": "5", "previous_self": "5",
        "previous": "4,25", "target": "5", "parts": [],
    }  # fmt: skip
    assert first["parts"][0] == {
        "code": "1.1", "title": "Mức độ hoàn thành Kế hoạch", "maximum": "3", "previous_self": "3",
        "previous": "2,5", "target": "3", "cause": "Hoàn thành 93%",
    }  # fmt: skip
    assert [one["code"] for one in second["parts"]] == ["2.1"]
    assert "unplaced" not in data  # the row of sums fits
    data |= {
        "cchc": "1", "year": "2026", "body": ["Một câu"],
        "commune": {"level": "xã", "name": "An Bình", "province": "tỉnh Phú Thọ"},
        "document": {"title": "X"},
    }  # fmt: skip
    plan = to_plan(data)
    assert not isinstance(plan, list), plan
    (paper,) = printed_appendices(plan, {}, "", Marks())
    assert [one.heading for one in paper.columns] == list(HEAD)
    points = paper.columns[2:7]
    shown = [
        [row.extra.get(one.heading, "") for one in points]
        if isinstance(row, AreaRow) else [one.of(row) for one in points]
        for row in paper.rows
    ]  # fmt: skip
    assert shown == [list(row[2:7]) for row in ROWS[:-1]]


def test_sums_that_do_not_fit_stay_visible(tmp_path):
    wrong = ("", "TỔNG CỘNG", "9", "9", "8,5", "9", "", "", "", "")
    found = recognise(OfficePaper(tmp_path / "x.docx", (table(HEAD, *ROWS[:-1], wrong),)))
    assert found.data["unplaced"] == ["TỔNG CỘNG | 9 | 9 | 8,5 | 9"]


def test_a_table_of_nothing_but_criteria_is_read_whole():
    made = table(
        ("TT", "Lĩnh vực, tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Tài liệu kiểm chứng"),
        ("I", "Chỉ đạo", "3,5", "3", ""), ("1", "Kế hoạch", "2", "2", "Kế hoạch số 1/KH-UBND"),
        ("2", "Báo cáo", "1,5", "1", ""), ("II", "Thể chế", "1", "1", ""),
        ("1", "Rà soát", "1", "1", ""), ("1.1", "Kịp thời", "1", "1", ""), ("", "Ghi chú", "", "", ""),
    )  # fmt: skip
    criteria, left = read_criteria(made, 2026)
    assert [(one["code"], len(one["parts"])) for one in criteria] == [("I", 2), ("II", 1)]
    assert criteria[0]["parts"][0]["evidence"] == "Kế hoạch số 1/KH-UBND"
    assert criteria[1]["parts"][0]["code"] == "II.1"  # 1 is taken
    assert criteria[1]["parts"][0]["parts"][0]["code"] == "1.1"
    assert sums(criteria, ["maximum", "self"]) == ["4,5", "4"]
    assert [place.row for place in left] == [8]


def test_points_under_one_heading_for_several_columns(tmp_path):
    below = {2: "Điểm chuẩn", 3: "Đạt năm 2025", 4: "Mục tiêu 2026"}
    above = (
        "STT",
        "Lĩnh vực, tiêu chí",
        "Điểm",
        "",
        "",
        "Yêu cầu, giải pháp",
        "Chủ trì",
        "Thời hạn",
    )
    place = Place(table=1, row=1)
    head = Row(tuple(Cell(text, place, at, 3 if at == 2 else 1, 1 if at == 2 else 2)
                     for at, text in enumerate(above) if text), place)  # fmt: skip
    second = Row(tuple(Cell(text, Place(table=1, row=2), at) for at, text in below.items()), place)
    rows = table(
        ("1", "CÔNG TÁC CHỈ ĐẠO", "5", "4", "5", "", "", ""),
        ("1.1", "Thực hiện Kế hoạch", "3", "2,5", "3", "Đôn đốc", "Phòng Kinh tế", "Quý IV"),
        ("1.2", "Báo cáo đúng hạn", "2", "1,5", "2", "Duy trì", "Phòng Kinh tế", "Hằng quý"),
    )
    paper = Table((head, second, *rows.rows), Place(table=1), 8)
    data = recognise(OfficePaper(tmp_path / "x.docx", (paper,))).data
    assert data["criteria"][0]["parts"][0] == {
        "code": "1.1", "title": "Thực hiện Kế hoạch", "maximum": "3", "previous": "2,5", "target": "3",
    }  # fmt: skip
    assert data["appendices"][0]["areas"][0]["tasks"][0]["requirement"] == "Đôn đốc"


@pytest.mark.parametrize(
    ("goal", "words", "key"),
    [("Mục tiêu 2026", "Yêu cầu năm 2026", "target"), ("Mục tiêu năm 2026", "Yêu cầu", "target"),
     ("Chỉ tiêu", "Giải pháp", "custom")],
)  # fmt: skip
def test_a_column_of_numbers_beside_the_requirement_in_words_holds_points(goal, words, key):
    found = imported(
        f"TT | Tiêu chí | Điểm tối đa | Điểm 2025 | {goal} | {words} | Chủ trì | Thời gian\n"
        "I | Chỉ đạo, điều hành | 3 | 2,5 | 2,75 | | | \n"
        "1.1 | Hoàn thành Kế hoạch | 3 | 2,5 | 2,75 | 100% nhiệm vụ hoàn thành | Công an xã | Quý I\n"
    )  # fmt: skip
    (appendix,) = found.data["appendices"]
    assert [one["key"] for one in appendix["columns"]] == [
        "number", "title", "maximum", "previous", key, "requirement", "lead", "deadline",
    ]  # fmt: skip
    assert tasks(found)[0]["requirement"] == "100% nhiệm vụ hoàn thành"
    assert (appendix["areas"][0]["title"] == "Chỉ đạo, điều hành") == (key == "target")
