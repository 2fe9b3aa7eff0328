"""Tables of tasks in every shape offices give them."""

from __future__ import annotations

import pytest
from docx import Document

from cchc.intake.opening import open_paper
from cchc.intake.recognise import recognise
from cchc.intake.tables.heading_words import holds
from tests.intake.tables import imported, tasks

HEAD = "STT | Nhiệm vụ | Chủ trì | Phối hợp | Sản phẩm | Thời hạn\n"


def keys(found, appendix=0):
    return [column["key"] for column in found.data["appendices"][appendix]["columns"]]


def titles(found, appendix=0):
    return [task["title"] for task in tasks(found, appendix)]


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("TT | Nội dung công việc | Đơn vị thực hiện | Thời gian hoàn thành",
         ["number", "title", "lead", "deadline"]),
        ("SỐ TT | THỜI HẠN | TÊN NHIỆM VỤ | CƠ QUAN CHỦ TRÌ | ĐƠN VỊ PHỐI HỢP | KẾT QUẢ",
         ["number", "deadline", "title", "lead", "support", "product"]),
        ("Stt | Tiêu chí | Yêu cầu | Cơ quan thực hiện | Tiến độ | Ghi chú",
         ["number", "title", "requirement", "lead", "deadline", "note"]),
        ("Nội dung | Chủ trì | Sản phẩm đầu ra", ["title", "lead", "product"]),
        ("STT | Nhiệm vụ | Đơn vị chủ trì tham mưu | Cơ quan, đơn vị phối hợp/theo dõi | Hạn hoàn thành",
         ["number", "title", "lead", "support", "deadline"]),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_words_in_any_order(head, wanted):
    row = " | ".join("1" if key == "number" else "Phòng Kinh tế" for key in wanted)
    assert keys(imported(f"{head}\n{row}")) == wanted


def test_a_header_of_two_rows_keeps_its_shared_heading():
    found = imported(
        "STT | Nhiệm vụ | Thời hạn | Phân công nhiệm vụ | <\n"
        "^ | ^ | ^ | Cơ quan chủ trì | Cơ quan phối hợp\n"
        "1 | Rà soát văn bản | Quý II | Phòng Kinh tế | Công an xã\n"
    )
    columns = found.data["appendices"][0]["columns"]
    assert [column.get("spanner") for column in columns[-2:]] == ["Phân công nhiệm vụ"] * 2
    assert (tasks(found)[0]["lead"], tasks(found)[0]["support"]) == (["kinh-te"], ["cong-an"])


def test_a_header_repeated_by_hand_and_the_words_hanging_on_it_are_put_right():
    found = imported(
        HEAD + "1 | Rà soát văn bản | Văn phòng HĐND | Công an xã | Báo cáo | Quý II\n"
        "STT | Nhiệm vụ | Chủ trì và UBND xã | Phối hợp | Sản phẩm | Thời hạn\n"
        "2 | Kiểm tra | Văn phòng HĐND và UBND xã | Công an xã | Báo cáo | Quý III\n"
    )
    assert titles(found) == ["Rà soát văn bản", "Kiểm tra"]
    assert tasks(found)[0]["lead"] == tasks(found)[1]["lead"] == ["van-phong"]


def test_a_row_cut_by_a_page_break_is_one_row_again():
    found = imported(
        HEAD + "1 | Rà soát các văn bản | Trung tâm Phục vụ hành | Công an xã | Báo cáo | Quý II\n"
        " | quy phạm pháp luật | chính công | | | \n"
        "2 | Việc giữa các | Trung tâm Phục vụ hành chính | Công an xã | Báo cáo | Quý II\n"
        " | Cơ quan có thẩm quyền | công | | | \n"
    )
    assert titles(found) == [
        "Rà soát các văn bản quy phạm pháp luật",
        "Việc giữa các Cơ quan có thẩm quyền",
    ]
    assert tasks(found)[0]["lead"] == tasks(found)[1]["lead"] == ["pvhcc"]


def test_a_row_without_its_number_is_a_task_of_its_own():
    found = imported(
        HEAD + "1 | Rà soát | Phòng Kinh tế | Công an xã | Báo cáo | Quý I\n"
        " | Kiểm tra | Phòng Kinh tế | Công an xã | Báo cáo | Quý II\n"
        "3 | Tổng kết | Phòng Kinh tế | Công an xã | Báo cáo | Quý IV\n"
    )
    assert titles(found) == ["Rà soát", "Kiểm tra", "Tổng kết"]
    assert all("number" not in task for task in tasks(found))


@pytest.mark.parametrize(
    "group",
    [
        "I | CẢI CÁCH THỂ CHẾ | | | | ",
        "I. | *Cải cách thể chế* | | | | ",
        "I | *Cải cách thể chế* | < | < | < | <",
        "*I. Cải cách thể chế* | < | < | < | < | <",
        " | *Cải cách thể chế* | | | | ",
        "A | Cải cách thể chế | | | | ",
    ],
)
def test_group_rows_of_any_style_are_areas(group):
    found = imported(
        HEAD + f"{group}\n1 | Rà soát | Phòng Kinh tế | Công an xã | Báo cáo | Quý I\n"
        "2 | Kiểm tra | Phòng Kinh tế | Công an xã | Báo cáo | Quý II\n"
    )
    area = found.data["appendices"][0]["areas"][0]
    assert area["title"].casefold() == "cải cách thể chế"
    assert area["subject"] == "institutions"
    assert len(area["tasks"]) == 2


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [("I. II. III", ["I.", "II.", "III"]), ("I. II III", ["I.", None, None]), ("I. II. III.", [None] * 3)],
)  # fmt: skip
def test_numbers_of_areas_are_kept_where_one_lacks_its_dot(numbers, kept):
    rows = "".join(
        f"{number} | *LĨNH VỰC {n}* | | | | \n{n} | Rà soát {n} | Phòng Kinh tế | | Báo cáo | Quý I\n"
        for n, number in enumerate(numbers.split(), start=1)
    )
    areas = imported(HEAD + rows).data["appendices"][0]["areas"]
    assert [area.get("number") for area in areas] == kept


def test_areas_inside_areas_follow_their_numbers():
    found = imported(
        HEAD + "I | *CẢI CÁCH THỂ CHẾ* | | | | \n"
        "1.1 | *Theo dõi thi hành pháp luật* | | | | \n"
        "1.1.1 | Kiểm tra | Phòng Kinh tế | Công an xã | Báo cáo | Quý I\n"
        "1.2 | Rà soát | Phòng Kinh tế | Công an xã | Báo cáo | Quý II\n"
    )
    first, second = tasks(found)
    assert first["areas"] == ("CẢI CÁCH THỂ CHẾ", "Theo dõi thi hành pháp luật")
    assert second["areas"] == ("CẢI CÁCH THỂ CHẾ",)
    assert found.data["appendices"][0]["numbering"] == "level"


def test_a_task_that_counts_on_after_a_group_stands_beside_it():
    found = imported(
        HEAD + "I | *KIỂM SOÁT THỦ TỤC* | | | | \n"
        "1 | Công khai thủ tục | | | | \n"
        "1.1 | Niêm yết | Phòng Kinh tế | Công an xã | Danh mục | Quý I\n"
        "1.2 | Đăng tải | Phòng Kinh tế | Công an xã | Danh mục | Quý I\n"
        "2 | Xử lý phản ánh | Phòng Kinh tế | Công an xã | Văn bản | Quý II\n"
    )
    assert [one["areas"][1:] for one in tasks(found)] == [("Công khai thủ tục",)] * 2 + [()]


def test_a_last_row_that_goes_on_counting_is_a_task_with_nothing_assigned():
    found = imported(
        HEAD + "I | CẢI CÁCH THỂ CHẾ | | | | \n"
        "1 | Rà soát | Phòng Kinh tế | Công an xã | Báo cáo | Quý I\n2 | Kiểm tra | | | | \n"
    )
    assert titles(found) == ["Rà soát", "Kiểm tra"]
    assert "lead" not in tasks(found)[1]


def test_a_merged_lead_counts_for_every_row_it_covers():
    found = imported(
        HEAD + "1 | Rà soát | Phòng Kinh tế | Công an xã | Báo cáo | Quý I\n"
        "2 | Kiểm tra | ^ | ^ | Biên bản | Quý II\n"
    )
    assert [task["lead"] for task in tasks(found)] == [["kinh-te"], ["kinh-te"]]
    assert [task["product"] for task in tasks(found)] == ["Báo cáo", "Biên bản"]


def test_a_merged_area_column_becomes_areas():
    found = imported(
        "STT | Lĩnh vực | Nhiệm vụ | Chủ trì | Thời hạn\n"
        "1 | Cải cách thể chế | Rà soát | Phòng Kinh tế | Quý I\n"
        "2 | ^ | Kiểm tra | Phòng Kinh tế | Quý II\n"
        "3 | Tài chính công | Quyết toán | Phòng Kinh tế | Quý IV\n"
    )
    assert [task["areas"] for task in tasks(found)] == [
        ("Cải cách thể chế",), ("Cải cách thể chế",), ("Tài chính công",),
    ]  # fmt: skip


def test_a_table_without_a_column_of_numbers_is_read():
    found = imported(
        "NHIỆM VỤ | CƠ QUAN THỰC HIỆN | THỜI GIAN\nI. CẢI CÁCH THỂ CHẾ | | \n"
        "1. Rà soát văn bản | Phòng Kinh tế | Quý I\nKiểm tra | Phòng Kinh tế | Quý II\n"
    )
    assert titles(found) == ["Rà soát văn bản", "Kiểm tra"]
    assert tasks(found)[0]["areas"] == ("CẢI CÁCH THỂ CHẾ",)


def test_an_unknown_column_stays_a_column_under_its_own_heading():
    found = imported(
        "STT | Nhiệm vụ | Chủ trì | Thời hạn | Điểm chuẩn\n"
        "1 | Rà soát | Phòng Kinh tế | Quý I | 2,5\n"
    )
    assert tasks(found)[0]["extra"] == {"Điểm chuẩn": "2,5"}
    assert found.data["appendices"][0]["columns"][-1] == {
        "key": "custom",
        "heading": "Điểm chuẩn",
    }
    assert any("Điểm chuẩn" in str(note) for note in found.notes)


def test_several_unknown_columns_are_told_apart():
    found = imported(
        "STT | Nhiệm vụ | Chủ trì | Thời hạn | Mức ưu tiên | Điểm tối đa\n"
        "1 | Rà soát | Phòng Kinh tế | Quý I | Cao | 2,5\n"
    )
    assert tasks(found)[0]["extra"] == {"Mức ưu tiên": "Cao", "Điểm tối đa": "2,5"}


def test_who_answers_and_who_does_it_have_keys_of_their_own():
    found = imported(
        "STT | Nhiệm vụ | Chủ trì | Lãnh đạo phụ trách | Công chức thực hiện | Thời hạn\n"
        "1 | Rà soát | Phòng Kinh tế | Đ/c Lê Văn An | Trần Thị Bình | Quý I\n"
    )
    task = tasks(found)[0]
    assert (task["leader"], task["officer"]) == ("Đ/c Lê Văn An", "Trần Thị Bình")


def test_one_cell_that_says_who_leads_and_who_helps_is_parted():
    found = imported(
        "STT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn\n"
        "1 | Rà soát | Chủ trì: Phòng Kinh tế / Phối hợp: Công an xã | Quý I\n"
    )
    assert (tasks(found)[0]["lead"], tasks(found)[0]["support"]) == (["kinh-te"], ["cong-an"])


def test_ditto_marks_stand_for_the_row_above():
    found = imported(
        HEAD
        + '1 | Rà soát | Phòng Kinh tế | Công an xã | Báo cáo | Quý I\n2 | Kiểm tra | -nt- | nt | Biên bản | "\n'
    )
    second = tasks(found)[1]
    assert (second["lead"], second["support"], second["deadline"]) == (
        ["kinh-te"],
        ["cong-an"],
        "Quý I",
    )


def test_a_row_that_counts_the_columns_is_no_task():
    found = imported(
        HEAD + "(1) | (2) | (3) | (4) | (5) | (6)\n1 | Rà soát | Phòng Kinh tế | | | Quý I\n"
    )
    assert titles(found) == ["Rà soát"]


def test_a_table_cut_in_two_is_one_appendix():
    found = imported(
        HEAD + "1 | Rà soát | Phòng Kinh tế | | | Quý I\n",
        "2 | Kiểm tra | Phòng Kinh tế | | | Quý II\n",
    )
    assert len(found.data["appendices"]) == 1
    assert titles(found) == ["Rà soát", "Kiểm tra"]


def test_tables_with_titles_of_their_own_are_appendices_of_their_own():
    found = imported(
        ("PHỤ LỤC I", HEAD + "1 | Rà soát | Phòng Kinh tế | | | Quý I\n"),
        ("PHỤ LỤC II", "TT | Chỉ tiêu | Đơn vị phụ trách\n1 | Đúng hạn 98% | Công an xã\n"),
    )
    assert [len(tasks(found, n)) for n in (0, 1)] == [1, 1]


def test_numbers_that_do_not_follow_are_kept():
    found = imported(
        HEAD
        + "1 | Rà soát | Phòng Kinh tế | | | Quý I\n3 | Kiểm tra | Phòng Kinh tế | | | Quý II\n"
    )
    assert [task.get("number") for task in tasks(found)] == [None, "3"]


def test_every_task_knows_its_place_in_the_paper():
    found = imported(HEAD + "1 | Rà soát | Phòng Kinh tế | | | Quý I\n")
    at = ("appendices", 0, "tasks", 0)
    assert (found.places[at].table, found.places[at].row) == (1, 2)
    assert found.places[*at, "deadline"].cell == 6


def test_a_number_that_alone_has_a_dot_is_kept_as_printed():
    found = imported(
        HEAD + "I. | *CẢI CÁCH THỂ CHẾ* | | | | \n1 | Rà soát | Phòng Kinh tế | | | Quý I\n"
        "II | *TÀI CHÍNH CÔNG* | | | | \n2 | Quyết toán | Phòng Kinh tế | | | Quý I\n"
        "III | *CHÍNH QUYỀN SỐ* | | | | \n3 | Nâng cấp | Phòng Kinh tế | | | Quý I\n"
    )
    areas = found.data["appendices"][0]["areas"]
    assert [area.get("number") for area in areas] == ["I.", None, None]


def test_a_person_in_the_place_of_the_lead_is_the_officer():
    found = imported(
        "TT | Nội dung | Người thực hiện | Thời gian\n1 | Rà soát | Đ/c Hà - Văn phòng | Tháng 3\n"
    )
    task = tasks(found)[0]
    assert (task["officer"], "lead" in task) == ("Đ/c Hà - Văn phòng", False)


def test_tasks_that_count_anew_in_each_area_need_no_number_by_hand():
    found = imported(
        HEAD + "I | CẢI CÁCH THỂ CHẾ | < | < | < | <\n"
        "1 | Rà soát văn bản | Văn phòng HĐND | Công an xã | Báo cáo | Quý II\n"
        "2 | Kiểm tra | Văn phòng HĐND | Công an xã | Báo cáo | Quý III\n"
        "II | CẢI CÁCH TÀI CHÍNH CÔNG | < | < | < | <\n"
        "1 | Công khai dự toán | Phòng Kinh tế | Công an xã | Quyết định | Quý I\n"
        "2 | Quyết toán | Phòng Kinh tế | Công an xã | Báo cáo | Quý IV\n"
    )
    assert found.data["appendices"][0]["numbering"] == "area"
    assert not any("number" in task for task in tasks(found))


def merged(folder, rows, joined):
    """Return the tasks of a table in which the cells at `joined` columns go over rows 1 and 2."""
    document = Document()
    for line in (
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026",
        "I. MỤC ĐÍCH",
        "1. Nâng cao.",
        "PHỤ LỤC",
    ):
        document.add_paragraph(line)
    every = [["STT", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Thời hạn"], *rows]
    table = document.add_table(rows=len(every), cols=5)
    for n, row in enumerate(every):
        for at, text in enumerate(row):
            table.cell(n, at).text = text
    for at in joined:
        table.cell(1, at).merge(table.cell(2, at))
    path = folder / "bang.docx"
    document.save(path)
    (appendix,) = recognise(open_paper(path)).data["appendices"]
    return [
        (one["title"], one.get("product"), one.get("deadline"), "number" in one)
        for one in appendix["tasks"]
    ]


TWO_PRODUCTS = [
    ["1", "Rà soát văn bản", "Phòng Kinh tế", "Kế hoạch", "Quý I/2026"],
    ["", "", "", "Báo cáo", "Quý II/2026"],
    ["2", "Kiểm tra", "Phòng Kinh tế", "Biên bản", "Quý III/2026"],
]


@pytest.mark.parametrize("joined", [(0, 1, 2), (0, 1), (0,), ()])
def test_products_and_days_below_one_number_are_one_task(tmp_path, joined):
    assert merged(tmp_path, TWO_PRODUCTS, joined) == [
        ("Rà soát văn bản", "Kế hoạch; Báo cáo", "Quý I/2026; Quý II/2026", False),
        ("Kiểm tra", "Biên bản", "Quý III/2026", False),
    ]


def test_another_lead_below_one_number_has_work_of_its_own(tmp_path):
    rows = [list(row) for row in TWO_PRODUCTS]
    rows[1][2] = "Phòng Văn hóa - Xã hội"
    assert [one[0] for one in merged(tmp_path, rows, (0, 1))] == [
        "Rà soát văn bản", "Rà soát văn bản", "Kiểm tra",
    ]  # fmt: skip


def test_the_rest_of_a_row_that_a_page_cut_is_no_list(tmp_path):
    rows = [list(row) for row in TWO_PRODUCTS]
    rows[0][3:], rows[1][3:] = ["Báo cáo kết quả", "Quý I/2026"], ["rà soát", ""]
    assert merged(tmp_path, rows, ())[0][1] == "Báo cáo kết quả rà soát"


@pytest.mark.parametrize(
    ("day", "told"), [("31/02/2026", True), ("28/02/2026", False), ("chờ ký", False)]
)
def test_a_day_of_a_tracker_that_does_not_exist_is_told(day, told):
    found = imported(
        "STT | Nhiệm vụ | Chủ trì | Thời hạn | Tình trạng | Ngày hoàn thành\n"
        f"1 | Rà soát | Phòng Kinh tế | Quý I | Đã HT | {day}\n"
    )
    assert any("no day of the calendar" in str(one) for one in found.comments.values()) is told


@pytest.mark.parametrize(
    "weakness",
    ["Hạn chế", "Tồn tại", "Tồn tại, hạn chế", "Hạn chế, tồn tại năm 2025", "Nội dung tồn tại, hạn chế",
     "Những hạn chế cần khắc phục", "Tồn tại, vướng mắc", "Thực trạng", "Điểm yếu", "Khó khăn, vướng mắc",
     "Hạn mức", "Vấn đề còn tồn tại"],
)  # fmt: skip
@pytest.mark.parametrize("when", ["Thời gian", "Hạn hoàn thành"])
def test_what_is_to_be_put_right_is_no_deadline_and_no_task(weakness, when):
    found = imported(
        f"TT | {weakness} | Giải pháp khắc phục | Chủ trì | {when}\n"
        "1 | Biển chỉ dẫn thiếu | Lắp biển chỉ dẫn | Phòng Kinh tế | Quý I\n"
        "2 | Trả lời chậm | Phân công người trực | Công an xã | Quý II\n"
    )
    assert keys(found) == ["number", "custom", "title", "lead", "deadline"]
    assert titles(found) == ["Lắp biển chỉ dẫn", "Phân công người trực"]


def test_a_weakness_is_the_task_where_no_other_column_is():
    found = imported(
        "TT | Tồn tại, hạn chế | Đơn vị chủ trì | Thời hạn | Kết quả\n"
        "1 | Trả lời chậm | Công an xã | Quý II | Báo cáo\n"
    )
    assert keys(found) == ["number", "title", "lead", "deadline", "product"]


@pytest.mark.parametrize(
    ("heading", "key"),
    [("Hạn cuối", "deadline"), ("Hạn chót", "deadline"), ("Hạn", "deadline"), ("HAN CHE", "weakness"),
     ("Tiêu chí hoàn thành", "title"), ("Điều kiện hoàn thành", None), ("Thời hạn khắc phục hạn chế", "deadline"),
     ("Khối lượng hoàn thành", None), ("Ngày phải hoàn thành", "deadline"), ("Hiện trạng", "state")],
)  # fmt: skip
def test_a_heading_decides_as_a_whole(heading, key):
    assert holds(heading) == key


def test_a_heading_whose_cells_are_no_times_gives_way_to_a_column_of_times():
    rows = ("Cổng mới", "Tờ gấp", "Trang tin")
    found = imported(
        "TT | Nhiệm vụ | Tiến độ | Chủ trì | Mốc\n"
        + "".join(f"{n} | Làm {one} ở xã | {one} | Công an xã | Tháng {n}/2026\n" for n, one in enumerate(rows, 1))
    )  # fmt: skip
    assert keys(found) == ["number", "title", "custom", "lead", "deadline"]
    alone = imported(
        "TT | Nhiệm vụ | Tiến độ | Chủ trì\n"
        + "".join(f"{n} | Làm {one} ở xã | {one} | Công an xã\n" for n, one in enumerate(rows, 1))
    )
    assert keys(alone) == ["number", "title", "deadline", "lead"]


def test_tables_that_go_on_counting_and_codes_are_no_slips():
    head = "TT | Nhiệm vụ | Chủ trì | Thời hạn\n"
    found = imported(
        ("CẢI CÁCH THỂ CHẾ", f"{head}1 | Rà soát | Công an xã | Quý I\n2 | Công khai | Công an xã | Quý I"),
        ("CẢI CÁCH THỦ TỤC", f"{head}3 | Niêm yết | Công an xã | Quý I\n4 | Số hóa | Công an xã | Quý I"),
        ("TÀI CHÍNH", f"{head}5 | Dự toán | Công an xã | Quý I\n7 | Quyết toán | Công an xã | Quý I"),
        ("CHUYỂN ĐỔI SỐ", f"{head}CĐ01 | Đào tạo | Công an xã | Quý I\nCĐ02 | Ký số | Công an xã | Quý I"),
    )  # fmt: skip
    assert [[task.get("number") for task in tasks(found, n)] for n in range(4)] == [
        [None, None], ["3", "4"], ["5", "7"], ["CĐ01", "CĐ02"],
    ]  # fmt: skip
    said = [at[1] for at in found.comments if at[0] == "appendices" and at[-1] == "number"]
    assert said == [2, 2]
    counts = {one.text.partition(":")[0]: one.values.get("count") for one in found.notes}
    in_body = sum(at[0] == "body" for at in found.comments if at[-1] == "number")
    assert counts["numbers that do not follow the one before"] == 2 + in_body
    assert counts["numbers of tables that go on counting from the table before"] == 2
    assert counts["codes of the office’s own in the place of numbers"] == 2


@pytest.mark.parametrize(
    ("first", "second", "deadline"),
    [("Thời gian thực hiện", "Thời hạn hoàn thành", "Quý II"), ("Thời gian", "Hạn cuối", "Quý II"),
     ("Hạn hoàn thành", "Thời gian thực hiện", "Quý I"), ("Thời gian", "Thời điểm", "Quý I")],
)  # fmt: skip
def test_of_two_columns_of_times_the_one_of_last_days_is_the_deadline(first, second, deadline):
    found = imported(
        f"TT | Nhiệm vụ | Chủ trì | {first} | {second}\n1 | Rà soát | Công an xã | Quý I | Quý II"
    )
    assert tasks(found)[0]["deadline"] == deadline
