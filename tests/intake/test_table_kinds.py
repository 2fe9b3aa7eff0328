"""Tables that offices attach: each is known by its header before its rows are read."""

from __future__ import annotations

import pytest

from cchc.intake.tables.kind import other_kind
from cchc.intake.unplaced import holds_no_work, is_left_over, way_to_settle
from tests.intake.recognised import read_text
from tests.intake.tables import tasks


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("STT|Chỉ tiêu|Năm 2026|Năm 2030|Đơn vị theo dõi", "targets"),
        ("TT|Tên chỉ tiêu|ĐVT|Thực hiện năm 2025|Kế hoạch năm 2026", "targets"),
        ("STT|Chỉ tiêu|Đơn vị tính|Chỉ tiêu năm 2026|Đơn vị chủ trì", "targets"),
        ("STT|Chỉ tiêu|Mức giao|Đơn vị theo dõi", "targets"),
        ("STT|Chỉ tiêu|Mức giao|Đơn vị chủ trì", None),
        ("STT|Chỉ tiêu|Mức giao|Đơn vị theo dõi|Thời hạn", None),
        ("STT|Tồn tại, hạn chế|Biện pháp khắc phục|Trách nhiệm thực hiện|Thời hạn", None),
        ("STT|Họ và tên|Chức vụ|Điện thoại|Nhiệm vụ", "people"),
        ("STT|Tên đơn vị|Người phụ trách|Điện thoại", "people"),
        ("STT|Tiêu chí|Điểm chuẩn|Điểm tự chấm|Điểm thẩm định|Tài liệu kiểm chứng", "criteria"),
        ("STT|Nhiệm vụ|Chủ trì|Phối hợp|Sản phẩm|Thời hạn", None),
        ("STT|Tiêu chí|Điểm tối đa|Chỉ tiêu|Chủ trì|Thời hạn", None),
        ("TT|Chỉ tiêu|Mục tiêu năm 2026|Đơn vị thực hiện", None),
    ],
)
def test_headers(headings, kind):
    assert other_kind(headings.split("|")) == kind


def test_headings_between_tables_of_one_list_are_its_areas(tmp_path):
    head = "STT\tNhiệm vụ\tChủ trì\tThời hạn\n"
    found = read_text(
        tmp_path,
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n"
        f"1. Cải cách thể chế\n{head}1\tRà soát\tPhòng Kinh tế\tQuý I\n"
        f"2. Cải cách thủ tục\n{head}1\tCông khai\tCông an xã\tQuý II\n",
    )
    (appendix,) = found.data["appendices"]
    assert [one["title"] for one in appendix["areas"]] == ["Cải cách thể chế", "Cải cách thủ tục"]
    assert [one["title"] for one in tasks(found)] == ["Rà soát", "Công khai"]


_PLAN = "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. MỤC TIÊU\n1. Nâng cao chất lượng.\nPHỤ LỤC\n"


@pytest.mark.parametrize(
    "table",
    [
        "STT\tLĩnh vực\tSố phiếu\tGhi chú\n1\tĐất đai\t90\t\n2\tHộ tịch\t110\t\n\tTổng cộng\t200\t",
        "STT\tNhóm\tSố cán bộ\tSố công chức\n1\tPhòng Kinh tế\t2\t7\n2\tVăn phòng\t1\t9",
        "STT\tLĩnh vực\tSố thủ tục\tTỷ lệ trực tuyến\n1\tHộ tịch\t38\t60%\n2\tĐất đai\t20\t45,5%",
        "STT\tNhóm\tSố tiền\n1\tTập huấn\t20.000.000 đồng\n2\tMáy in\t15.000.000 đồng",
        "TT\tPhòng, đơn vị\tSố nhiệm vụ\tLãnh đạo UBND xã phụ trách\n"
        "1\tVăn phòng\t7\tChủ tịch Phan Sỹ Hùng\n2\tPhòng Kinh tế\t5\tPhó Chủ tịch Lê Thị Hoài\n"
        "\tTổng số\t12\t",
        "STT\tĐơn vị\tSố nhiệm vụ\n1\tVăn phòng\t7\n2\tPhòng Kinh tế\t5",
    ],
)
def test_a_table_that_only_counts_holds_no_tasks_and_is_told_once(tmp_path, table):
    found = read_text(tmp_path, f"{_PLAN}{table}\n")
    assert not found.data.get("appendices")
    rows = [one for one in found.data["unplaced"] if " | " in one]
    assert len(rows) == len(table.splitlines())
    assert holds_no_work(rows[0])


@pytest.mark.parametrize(
    "table",
    [
        "STT\tNhiệm vụ\tSố lượng\n1\tRà soát thủ tục\t3\n2\tTập huấn công chức\t2",
        "STT\tLĩnh vực\tSố lượng\tThời hạn\n1\tRà soát thủ tục\t3\tQuý I\n2\tTập huấn\t2\tQuý II",
        "STT\tLĩnh vực\tSố lượng\tChủ trì\n1\tRà soát\t3\tCông an xã\n2\tTập huấn\t2\tVăn phòng",
    ],
)
def test_work_beside_numbers_stays_a_list_of_tasks(tmp_path, table):
    assert len(tasks(read_text(tmp_path, f"{_PLAN}{table}\n"))) == 2


@pytest.mark.parametrize(
    "head",
    ["Trạng thái | Số nhiệm vụ | Tỷ lệ", "Tình trạng | Số lượng", "Kết quả | Tổng số nhiệm vụ"],
)
def test_a_sheet_that_sums_up_is_told_as_such(head):
    assert holds_no_work(head)
    assert way_to_settle(head).text.startswith("it sums up")


@pytest.mark.parametrize(
    "name",
    [
        "H' Nguyệt Niê",
        "H’Lan Êban",
        "K'Brếp",
        "Y Thịnh Êban",
        "Rơ Châm H'Yéo",
        "Siu Hương",
        "Lò Thị Mai",
    ],
)
def test_a_name_alone_signs_a_table(name):
    assert is_left_over(name) or way_to_settle(name).text.startswith("delete it")


@pytest.mark.parametrize(
    "text", ["Y Tế Cơ Sở", "Y tế", "Kế hoạch", "H' gửi báo cáo", "Hội Nông Dân"]
)
def test_words_that_are_no_name_are_asked_about(text):
    assert not is_left_over(text)


@pytest.mark.parametrize("total", ["\tTổng số\t\t27", "\tTổng cộng\t27\t", "Cộng\t\t\t27"])
def test_a_sum_in_the_column_of_who_leads_is_no_cut_row(tmp_path, total):
    table = "STT\tĐơn vị chủ trì\tNhiệm vụ\tSản phẩm\n1\tCông an xã\tTuần tra địa bàn\tBáo cáo\n"
    found = read_text(tmp_path, f"{_PLAN}{table}{total}\n")
    assert [one["title"] for one in tasks(found)] == ["Tuần tra địa bàn"]
    assert tasks(found)[0]["product"] == "Báo cáo"
