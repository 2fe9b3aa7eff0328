"""Tables of tasks in the shapes of other communes: points, odd headings, rows below rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.intake.ending import read_ending
from cchc.intake.lines import Line
from cchc.intake.office_paper import OfficePaper, Paragraph, Place
from cchc.intake.recognise import recognise
from cchc.intake.tables.heading_words import holds
from tests.intake.recognised import read_text
from tests.intake.tables import imported, table, tasks


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Đơn vị chủ trì theo dõi", "lead"),
        ("Cơ quan chủ trì, phối hợp", "lead"),
        ("Phòng, ban, đơn vị thực hiện", "lead"),
        ("Bộ phận, công chức thực hiện", "lead"),
        ("Các phòng, đơn vị triển khai", "lead"),
        ("Cán bộ, công chức thực hiện", "officer"),
        ("Đơn vị phối hợp thực hiện", "support"),
        ("Tên thủ tục hành chính", "title"),
        ("Tên đơn vị", None),
        ("Thời gian bắt đầu", "start"),
        ("Thời gian kết thúc", "deadline"),
        ("Kinh phí", "funding"),
        ("Nguồn kinh phí thực hiện", "funding"),
        ("Dự toán kinh phí", "funding"),
        ("Điểm tối đa", None),
    ],
)
def test_headings_of_other_offices_are_understood(heading, key):
    assert holds(heading) == key


def test_a_unit_that_only_follows_the_work_leads_where_nobody_else_does():
    found = imported("TT | Chỉ tiêu | Đơn vị theo dõi\n1 | Hồ sơ trực tuyến | Phòng Kinh tế")
    assert tasks(found)[0]["lead"] == ["kinh-te"]
    beside = imported(
        "TT | Nhiệm vụ | Chủ trì | Theo dõi\n1 | Rà soát | Phòng Kinh tế | Công an xã"
    )
    assert tasks(beside)[0]["support"] == ["cong-an"]


SCORED = """STT | Tiêu chí | Điểm tối đa | Chỉ tiêu | Chủ trì | Thời hạn
1 | CÔNG TÁC CHỈ ĐẠO | 10 | 9,5 | |
1.1 | Kế hoạch | 2 | 2 | |
1.1.1 | Ban hành đúng hạn | 1 | 1 | Phòng Kinh tế | Quý I
1.1.2 | Hoàn thành kế hoạch | 1 | 1 | Phòng Kinh tế | Quý IV
1.2 | Báo cáo | 1 | 1 | Phòng Kinh tế | Quý IV
2 | CẢI CÁCH THỂ CHẾ | 8 | 8 | |
2.1 | Rà soát văn bản | 3 | 3 | Công an xã | Quý II
"""


def test_a_row_with_points_and_rows_of_its_own_below_is_an_area():
    found = imported(SCORED)
    assert [task["title"] for task in tasks(found)] == [
        "Ban hành đúng hạn", "Hoàn thành kế hoạch", "Báo cáo", "Rà soát văn bản",
    ]  # fmt: skip
    appendix = found.data["appendices"][0]
    assert appendix["numbering"] == "level"
    assert [area["title"] for area in appendix["areas"]] == [
        "CÔNG TÁC CHỈ ĐẠO (Điểm tối đa: 10; Chỉ tiêu: 9,5)",
        "CẢI CÁCH THỂ CHẾ (Điểm tối đa: 8; Chỉ tiêu: 8)",
    ]
    assert appendix["areas"][0]["tasks"][0]["title"] == "Kế hoạch (Điểm tối đa: 2; Chỉ tiêu: 2)"
    assert not any("number" in task for task in tasks(found))


def test_a_roman_row_with_points_is_an_area_too():
    found = imported(
        "STT | Nhiệm vụ | Điểm | Chủ trì\nI | Thể chế | 10 |\n1 | Rà soát | 5 | Phòng Kinh tế\n"
        "II | Bộ máy | 5 |\n2 | Kiện toàn | 5 | Công an xã"
    )
    titles = [area["title"] for area in found.data["appendices"][0]["areas"]]
    assert titles == ["Thể chế (Điểm: 10)", "Bộ máy (Điểm: 5)"]


def test_a_task_whose_unit_is_missing_stays_a_task():
    found = imported(
        "STT | Nhiệm vụ | Yêu cầu | Chủ trì\n1 | Rà soát | Đúng hạn |\n2 | Kiểm tra | Đủ | Công an xã"
    )
    assert [task["title"] for task in tasks(found)] == ["Rà soát", "Kiểm tra"]


def test_a_lettered_row_with_a_unit_and_a_day_of_its_own_is_no_rest_of_the_row_above():
    found = imported(
        "STT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Chuyển đổi số | Phòng Kinh tế | Quý IV\n"
        " | a) Đào tạo kỹ năng | Công an xã | 30/9\n2 | Kiểm tra | Công an xã | Quý II"
    )
    assert [(task["title"], task["deadline"]) for task in tasks(found)] == [
        ("Chuyển đổi số", "Quý IV"), ("a) Đào tạo kỹ năng", "30/9"), ("Kiểm tra", "Quý II"),
    ]  # fmt: skip


def test_a_title_that_begins_with_the_word_table_keeps_it():
    found = imported(
        ("BIỂU TỔNG HỢP NHIỆM VỤ", "TT | Nhiệm vụ | Chủ trì\n1 | Rà soát | Công an xã")
    )
    assert found.data["appendices"][0]["title"] == "BIỂU TỔNG HỢP NHIỆM VỤ"
    numbered = imported(
        ("BIỂU SỐ 2: NHIỆM VỤ", "TT | Nhiệm vụ | Chủ trì\n1 | Rà soát | Công an xã")
    )
    assert numbered.data["appendices"][0]["title"] == "NHIỆM VỤ"


def test_the_desk_that_takes_applications_is_one_unit_and_no_ministry():
    found = imported(
        "TT | Nhiệm vụ | Chủ trì\n1 | Niêm yết | Bộ phận Tiếp nhận và trả kết quả\n2 | Góp ý | Bộ Tư pháp"
    )
    assert [(unit["name"], unit.get("kind")) for unit in found.data["units"]] == [
        ("Bộ phận Tiếp nhận và trả kết quả", None), ("Bộ Tư pháp", "outside"),
    ]  # fmt: skip


def test_a_table_that_is_no_list_of_tasks_is_kept_row_by_row():
    found = imported(("KẾT QUẢ", "Lĩnh vực | Điểm | Tỷ lệ\nThể chế | 8 | 80\nBộ máy | 9 | 90"))
    assert found.data["unplaced"][-3:] == [
        "Lĩnh vực | Điểm | Tỷ lệ", "Thể chế | 8 | 80", "Bộ máy | 9 | 90",
    ]  # fmt: skip


def test_the_number_of_a_group_is_found_under_another_heading():
    found = imported(
        "Thời hạn | TT | Nhiệm vụ | Chủ trì\nI | Thể chế | < | <\nQuý I | 1 | Rà soát | Phòng Kinh tế\n"
        "II | Bộ máy | < | <\nQuý II | 2 | Kiện toàn | Công an xã"
    )
    areas = found.data["appendices"][0]["areas"]
    assert [(area["title"], area.get("number")) for area in areas] == [
        ("Thể chế", None), ("Bộ máy", None),
    ]  # fmt: skip
    assert [task["deadline"] for task in tasks(found)] == ["Quý I", "Quý II"]


def test_columns_without_a_key_stay_columns():
    found = imported(
        "TT | Nhiệm vụ | Chủ trì | Đơn vị tính | Số lượng\n1 | Tập huấn | Công an xã | lớp | 2"
    )
    assert found.data["appendices"][0]["columns"][-2:] == [
        {"key": "custom", "heading": "Đơn vị tính"}, {"key": "custom", "heading": "Số lượng"},
    ]  # fmt: skip
    assert tasks(found)[0]["extra"] == {"Đơn vị tính": "lớp", "Số lượng": "2"}


def test_numbers_under_a_blank_heading_are_numbers():
    found = imported(
        " | Nhiệm vụ | Chủ trì | Thời gian\n1 | Rà soát | Phòng Kinh tế | Quý I\n2 | Soát | Công an xã | Quý II"
    )
    assert found.data["appendices"][0]["columns"][0] == {"key": "number", "heading": "STT"}
    assert not any("note" in task or "number" in task for task in tasks(found))


@pytest.mark.parametrize(
    "cell",
    [
        "Chủ trì: Phòng Kinh tế / Phối hợp: Công an xã",
        "- CT: Phòng Kinh tế / - PH: Công an xã",
        "Phòng Kinh tế (chủ trì), Công an xã (phối hợp)",
    ],
)
def test_one_cell_for_both_roles_is_parted(cell):
    found = imported(f"TT | Nhiệm vụ | Cơ quan chủ trì, phối hợp\n1 | Rà soát | {cell}")
    assert (tasks(found)[0]["lead"], tasks(found)[0]["support"]) == (["kinh-te"], ["cong-an"])


@pytest.mark.parametrize("sign", [" + ", "/", " / - "])
def test_units_parted_by_other_signs_are_single_units(sign):
    found = imported(f"TT | Nhiệm vụ | Chủ trì\n1 | Rà soát | Phòng Kinh tế{sign}Công an xã")
    assert tasks(found)[0]["lead"] == ["kinh-te", "cong-an"]


def test_a_row_of_totals_is_kept_and_is_no_task():
    found = imported(
        "TT | Nhiệm vụ | Chủ trì | Kinh phí\n1 | Tập huấn | Phòng Kinh tế | 5\n | Tổng cộng | | 5"
    )
    assert [task["title"] for task in tasks(found)] == ["Tập huấn"]
    assert found.data["unplaced"] == ["Tổng cộng | 5"]


def test_a_table_of_targets_has_what_is_counted_and_how_much():
    found = imported(
        "TT | Chỉ tiêu | Mục tiêu năm 2026 | Đơn vị chủ trì\n1 | Hồ sơ đúng hạn | 98% | Phòng Kinh tế"
    )
    task = tasks(found)[0]
    assert (task["title"], task["requirement"]) == ("Hồ sơ đúng hạn", "98%")


def test_the_issuer_over_a_table_is_no_part_of_its_title():
    found = imported(
        "UBND PHƯỜNG ĐÔNG SƠN | < | <\nNHIỆM VỤ NĂM 2026 | < | <\nTT | Nhiệm vụ | Chủ trì\n"
        "1 | Rà soát | Công an xã"
    )
    assert found.data["appendices"][0]["title"] == "NHIỆM VỤ NĂM 2026"


def test_who_decides_and_who_does_it_are_columns_of_their_own():
    found = imported(
        "STT | Nhiệm vụ | Lãnh đạo phụ trách | Công chức thực hiện | Đơn vị chủ trì | Thời hạn\n"
        "1 | Rà soát văn bản | Phó Chủ tịch | Nguyễn Văn An | Phòng Kinh tế | Quý II\n"
    )
    keys = [column["key"] for column in found.data["appendices"][0]["columns"]]
    assert keys == ["number", "title", "leader", "officer", "lead", "deadline"]
    (task,) = tasks(found)
    assert (task["leader"], task["officer"]) == ("Phó Chủ tịch", "Nguyễn Văn An")


def test_crosses_under_quarters_are_the_deadline():
    rows = "1 | Rà soát | Phòng Kinh tế | | x | |\n2 | Kiểm tra | Công an xã | X | | x |\n"
    two = (
        "TT | Nhiệm vụ | Chủ trì | Thời gian | < | < | <\n^ | ^ | ^ | QUÝ I | Q2 | Quý 3 | Quý IV\n"
    )
    one = "TT | Nhiệm vụ | Chủ trì | Quý I | Quý II | Quý III | Quý IV\n"
    for head, days in ((one, ["Quý II", "Quý I, Quý III"]), (two, ["Quý 2", "Quý I, Quý 3"])):
        assert [task["deadline"] for task in tasks(imported(head + rows))] == days
    figures = tasks(
        imported(f"{one.replace('|', '| Thời hạn |', 1)}1 | Quý I | Rà soát | A | 5 | 6 | 7 | 8\n")
    )
    assert (figures[0]["deadline"], figures[0]["extra"]["Quý II"]) == ("Quý I", "6")


def test_rows_of_dots_are_no_tasks():
    head = "TT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Rà soát | Phòng Kinh tế | Quý I\n"
    found = imported(head + "... | ... | ... | ...\n2 | … | … |\n3 | Rà... | ... | …\n")
    assert [task["title"] for task in tasks(found)] == ["Rà soát", "Rà..."]


OFFICE = "Văn phòng HĐND và UBND"


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("Ông Nguyễn Văn A - Trưởng phòng Kinh tế", "Phòng Kinh tế"),
        ("đ/c Lê Thị B, Chánh Văn phòng", OFFICE),
        ("Y Th'ương Niê (Phó Giám đốc Trung tâm Văn hóa)", "Trung tâm Văn hóa"),
        ("Đồng chí Trưởng phòng Kinh tế", "Phòng Kinh tế"),
        ("Bà Lê Thị B, Phó Chủ tịch UBND xã", None),
    ],
)
def test_a_person_leads_for_the_unit_of_the_post(cell, unit):
    head = f"TT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Họp | {OFFICE} | Quý I\n"
    found = imported(f"{head}2 | Rà soát | {cell} | Quý II\n")
    names = {one["id"]: one["name"] for one in found.data["units"]}
    task = tasks(found)[1]
    assert task["officer"] == cell
    assert [names[one] for one in task.get("lead", [])] == ([unit] if unit else [])
    assert (("appendices", 0, "tasks", 1, "lead") in found.comments) == bool(unit)


def test_a_sheet_says_to_which_plan_of_the_commune_it_belongs():
    rows = "TT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Rà soát | Phòng Kinh tế | Quý II\n"
    for whose, number in (("xã An Bình", "12"), ("tỉnh Phú Thọ", None)):
        said = f"(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND {whose})"
        blocks = (Paragraph("NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", Place(row=1)),
                  Paragraph(said, Place(row=2)), table(rows))  # fmt: skip
        document = recognise(OfficePaper(Path("x.xlsx"), blocks)).data["document"]
        assert (document["number"], document.get("date")) == (number, number and "05/01/2026")


def test_a_signer_may_have_an_apostrophe_in_the_name():
    for written, name in (("H'Lan Niê", "H'Lan Niê"), ("Y TH’ƯƠNG NIÊ", "Y Th’ương Niê")):
        lines = [Line("CHỦ TỊCH", Place()), Line(written, Place())]
        assert read_ending(lines).name == name


def test_heads_of_villages_keep_the_name_of_the_paper():
    head = "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn\n1 | Họp | Công an xã | Trưởng các thôn | Quý I\n"
    found = imported(head).data
    names = [one["name"] for one in (*found["units"], *found.get("groups", []))]
    assert "Trưởng các thôn" in names
    assert "Các thôn" not in names


@pytest.mark.parametrize(
    ("group", "lead"),
    [("Phòng Kinh tế", "Phòng Kinh tế"), ("Phòng Kinh tế chủ trì", "Phòng Kinh tế"), ("PHÒNG KINH TẾ", "Phòng Kinh tế"),
     ("Công an xã (2 nhiệm vụ)", "Công an xã"), ("Văn phòng HĐND và UBND:", "Văn phòng HĐND và UBND"),
     ("VĂN PHÒNG HĐND VÀ UBND", "Văn phòng HĐND và UBND"), ("Trạm Y tế thực hiện", "Trạm Y tế"),
     ("CẢI CÁCH THỂ CHẾ", None), ("Phòng, chống tham nhũng", None)],
)  # fmt: skip
@pytest.mark.parametrize("column", ["Công chức phụ trách", "Người thực hiện", "Sản phẩm"])
def test_a_group_that_is_a_unit_leads_its_tasks_where_no_column_says_who(group, lead, column):
    cell = "Báo cáo" if column == "Sản phẩm" else "Nguyễn Thị Diễm"
    found = imported(
        f"TT | Nhiệm vụ | Phối hợp | Thời gian | {column}\nI | {group} | | |\n"
        f"1 | Rà soát văn bản | Hội Nông dân xã | Quý I | {cell}\n2 | Công khai thủ tục | Hội Nông dân xã | Quý II | {cell}\n"
    )
    called = {one["id"]: one["name"] for one in found.data["units"]}
    for task in tasks(found):
        leads = [called[one] for one in task.get("lead", [])]
        assert [one.casefold() for one in leads] == ([lead.casefold()] if lead else [])
        assert task.get("officer") == (None if column == "Sản phẩm" else cell)
    assert (("appendices", 0, "areas") in found.comments) == bool(lead)


def test_a_column_of_units_counts_more_than_the_heading_of_the_group():
    found = imported(
        "TT | Nhiệm vụ | Chủ trì | Thời gian\nI | Phòng Kinh tế | | \n1 | Rà soát văn bản | Công an xã | Quý I\n"
    )
    assert tasks(found)[0]["lead"] == ["cong-an"]


def test_who_is_asked_keeps_the_name_that_the_paper_gives():
    found = imported(
        "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian\n1 | Tuyên truyền | Công an xã | Trưởng ban nhân dân khu vực | Quý I\n"
        "2 | Họp | Công an xã | Thành viên Ban Chỉ đạo | Quý I\n3 | Khảo sát | Công an xã | Trưởng Ban công tác Mặt trận thôn | Quý I\n"
        "4 | Rà soát | Công an xã | Trưởng ban Quản lý dự án | Quý I\n"
    )
    declared = {
        one["name"]: one.get("kind") for one in [*found.data["units"], *found.data["groups"]]
    }
    assert declared == {
        "Công an xã": None, "Trưởng ban nhân dân khu vực": "village", "Thành viên Ban Chỉ đạo": None,
        "Trưởng Ban công tác Mặt trận thôn": "village", "Ban Quản lý dự án": None,
    }  # fmt: skip


@pytest.mark.parametrize("introduction", [
    "Tổng số 21 nhiệm vụ, giao cho 05 phòng, đơn vị theo bảng dưới đây:", "Nhiệm vụ cụ thể như sau:",
    "Giao các phòng 20 nhiệm vụ tại bảng sau", "Phân công cụ thể:",
])  # fmt: skip
def test_a_sentence_that_leads_to_a_table_is_not_its_title(tmp_path, introduction):
    found = read_text(
        tmp_path,
        f"KẾ HOẠCH\nCải cách hành chính năm 2026\nI. NỘI DUNG\n{introduction}\n"
        "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\tPhòng Kinh tế\tQuý I\nII. KINH PHÍ\n1. Ngân sách xã.\n",
    )
    assert found.data["appendices"][0]["title"] == "NỘI DUNG"
    assert introduction in str(found.data["body"])
