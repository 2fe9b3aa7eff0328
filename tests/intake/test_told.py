"""What a paper says in a place of its own is counted, kept or told: parts on one line, numbers over tables,
percents, articles in "Nơi nhận", units in one cell."""

from __future__ import annotations

import pytest

from cchc.intake.body.duties import leading_names
from cchc.intake.office_paper import Place
from cchc.intake.tables.progress_words import progress_of
from cchc.intake.units.book import UnitBook
from cchc.intake.unplaced import is_left_over, way_to_settle
from tests.intake.recognised import read_text
from tests.intake.tables import imported, tasks
from tests.intake.test_task_blocks import END, HEAD, TABLE

ONE_LINE = """I. Mục đích: Nâng cao hiệu quả phục vụ nhân dân.
II. NHIỆM VỤ
1. Rà soát thủ tục.
III. Kinh phí: Từ ngân sách xã.
IV. Tổ chức thực hiện: Giao Phòng Kinh tế theo dõi, đôn đốc.
"""
FRONT = HEAD[: HEAD.index("I. MỤC ĐÍCH")]


def notes(found):
    return [str(one) for one in found.notes]


def test_a_part_whose_text_stands_behind_its_title_has_its_role(tmp_path):
    found = read_text(tmp_path, FRONT + ONE_LINE + END[END.index("Nơi nhận") :])
    body = found.data["body"]
    assert [one["role"] for one in body] == ["purpose", "contents", "funding", "organization"]
    assert body[0]["text"] == "Mục đích: Nâng cao hiệu quả phục vụ nhân dân."
    assert body[3]["units"] == ["kinh-te"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("I. Mục đích, yêu cầu: Nâng cao hiệu quả.", "purpose"),
        ("I. Nội dung rà soát gồm: thủ tục, hồ sơ.", "contents"),
        ("I. Ủy ban nhân dân xã yêu cầu: thực hiện nghiêm.", None),
        ("I. Kinh phí:", "funding"),
    ],
)
def test_only_a_title_before_a_colon_tells_the_role(tmp_path, line, role):
    found = read_text(tmp_path, f"{FRONT}{line}\nII. NHIỆM VỤ\n1. Rà soát.\n{END}")
    first = found.data["body"][0]
    assert (first.get("role") if isinstance(first, dict) else None) == role


def test_the_letterhead_of_a_school_is_not_joined_to_the_commune_s(tmp_path):
    text = over_table("").replace(
        "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", "UBND XÃ AN BÌNH\nTRƯỜNG THCS AN BÌNH"
    )
    assert "TRƯỜNG" in text
    found = read_text(tmp_path, text)
    assert found.data["agency"]["name"] == "Trường THCS An Bình"
    assert found.data["agency"]["commune"] == "xã An Bình"


@pytest.mark.parametrize("kind", ["CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "ĐỀ ÁN"])
def test_a_paper_of_another_kind_is_told(tmp_path, kind):
    assert "\nKẾ HOẠCH\n" in over_table("")
    assert not any("KẾ HOẠCH" in one for one in notes(read_text(tmp_path, over_table(""))))
    found = read_text(tmp_path, over_table("").replace("\nKẾ HOẠCH\n", f"\n{kind}\n"))
    assert any(f"the paper is a “{kind}”" in one for one in notes(found))


def test_a_schedule_of_inspections_is_called_so():
    rows = "STT | Đơn vị được kiểm tra | Thời gian\n1 | Phòng Kinh tế | 12/5/2026\n2 | Công an xã | 13/5/2026"
    found = imported(rows)
    assert any("a schedule of inspections" in one for one in notes(found))
    assert len(found.data["unplaced"]) >= 3


def test_the_office_in_the_letterhead_of_a_sheet_is_no_title():
    head = "UBND XÃ AN BÌNH | | \nPHÒNG VĂN HÓA - XÃ HỘI | | \nBẢNG THEO DÕI NHIỆM VỤ | | \n"
    rows = (
        "STT | Nhiệm vụ | Đơn vị chủ trì\n1 | Kiểm tra | Phòng Kinh tế\n2 | Rà soát | Công an xã\n"
    )
    found = imported(head + rows)
    assert found.data["appendices"][0]["title"] == "BẢNG THEO DÕI NHIỆM VỤ"
    assert "PHÒNG VĂN HÓA - XÃ HỘI" in found.data["unplaced"]


def test_measures_with_a_last_day_and_who_answers_are_tasks():
    rows = "STT | Chỉ tiêu | Đơn vị tính | Số lượng | Đơn vị chịu trách nhiệm | Ngày hoàn thành\n1 | Số hóa sổ | Trang | 18.500 | Phòng Kinh tế | 30/6/2026\n"
    (task,) = tasks(imported(rows))
    assert (task["title"], task["deadline"], task["lead"]) == (
        "Số hóa sổ",
        "30/6/2026",
        ["kinh-te"],
    )
    rows = "TT | Chỉ tiêu | ĐVT | KH 2026\n1 | Hồ sơ đúng hạn | % | 98\n2 | Hài lòng | % | 92\n"
    work = "STT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Họp năm 2026 | Phòng Kinh tế | Quý I\n"
    assert len(imported(("PHỤ LỤC I NĂM 2026", work), ("PHỤ LỤC II", rows)).data["targets"]) == 2


def test_what_is_set_for_one_year_is_no_task():
    work = "STT | Nhiệm vụ | Chủ trì | Thời gian\n1 | Rà soát | Phòng Kinh tế | Quý I\n"
    rows = (
        "STT | Chỉ tiêu | Mức giao | Đơn vị theo dõi\n1 | Hồ sơ đúng hạn | từ 99% | Văn phòng\n"
        "2 | Văn bản ký số | 100% | Phòng Kinh tế\n"
    )
    found = imported(("PHỤ LỤC I NĂM 2026", work), ("PHỤ LỤC II", rows))
    assert [one["title"] for one in tasks(found)] == ["Rà soát"]
    assert found.data["targets"] == [
        {"measure": "Hồ sơ đúng hạn", "at_least": "99", "unit": "%"},
        {"measure": "Văn bản ký số", "exactly": "100", "unit": "%"},
    ]


def over_table(reference, head=HEAD):
    return f"{head}1. Việc theo Phụ lục.\n{END}PHỤ LỤC\nDANH MỤC\n{reference}\n{TABLE}"


def test_an_appendix_of_another_number_is_told_with_both(tmp_path):
    text = "(Kèm theo Kế hoạch số {} của UBND xã An Bình)"
    said = "the appendix goes with {}, the plan is 12/KH-UBND (05/01/2026)"
    for own in ("12/KH-UBND ngày 05/01/2026", "12/KH-UBND", "   /KH-UBND ngày   /01/2026"):
        found = read_text(tmp_path, over_table(text.format(own)))
        assert not any("goes with" in one for one in notes(found))
    for other, written in (
        ("054/KH-UBND ngày 05/01/2026", "054/KH-UBND (05/01/2026)"),
        ("12/KH-UBND\nngày 06/01/2026", "12/KH-UBND (06/01/2026)"),
        ("12/KH-HĐND", "12/KH-HĐND"),
    ):
        found = read_text(tmp_path, over_table(text.format(other)))
        assert sum(said.format(written) in one for one in notes(found)) == 1
        assert found.data["unplaced"] == [" ".join(text.format(other).split())]
        assert found.data["appendices"][0]["title"] == "DANH MỤC"


def test_the_plan_of_a_tracker_stands_over_it(tmp_path):
    for behind, number in (
        (" của UBND xã An Bình)", "15"), (")", "15"), (" của UBND tỉnh Phú Thọ)", None),
    ):  # fmt: skip
        line = f"(Theo Kế hoạch số 15/KH-UBND ngày 20/01/2026{behind}"
        found = read_text(tmp_path, f"BẢNG THEO DÕI TIẾN ĐỘ\n{line}\n{TABLE}")
        document = found.data["document"]
        assert document["number"] == number
        assert document.get("date") == (number and "20/01/2026")
        title = "BẢNG THEO DÕI TIẾN ĐỘ" if number else f"BẢNG THEO DÕI TIẾN ĐỘ {line}"
        assert found.data["appendices"][0]["title"] == title
        assert not any("goes with" in one for one in notes(found))


def test_the_day_of_the_figures_of_a_tracker_stays_with_its_title(tmp_path):
    line = "(Theo Kế hoạch số 15/KH-UBND ngày 20/01/2026 của UBND xã An Bình; số liệu đến ngày 30/9/2026)"
    found = read_text(tmp_path, f"BẢNG THEO DÕI TIẾN ĐỘ\n{line}\n{TABLE}")
    assert found.data["document"]["date"] == "20/01/2026"
    title = found.data["appendices"][0]["title"]
    assert title == "BẢNG THEO DÕI TIẾN ĐỘ (số liệu đến ngày 30/9/2026)"


def test_a_percent_that_does_not_fit_done_stays_in_the_note():
    for percent, note in (("0%", "0%"), ("100%", None), ("40", "40 %"), ("", None)):
        said = progress_of({"state": "Đã hoàn thành", "percent": percent}, 2026)
        assert said.record == {"state": "done", **({"note": note} if note else {})}


DECISION = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 20/QĐ-UBND
An Bình, ngày 05 tháng 01 năm 2026
QUYẾT ĐỊNH
Ban hành Kế hoạch cải cách hành chính năm 2026
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
Nơi nhận:
- Như Điều 3;
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn An
"""


def test_recipients_named_by_articles_are_told(tmp_path):
    found = read_text(tmp_path, DECISION + FRONT + ONE_LINE)
    assert found.data["document"]["recipients"] == ["UBND tỉnh"]
    assert sum("“Như Điều 3” in the recipients" in one for one in notes(found)) == 1


def test_the_body_above_a_committee_of_the_party_is_read(tmp_path):
    for above in ("TỈNH ỦY PHÚ THỌ", "ĐẢNG BỘ TỈNH PHÚ THỌ"):
        head = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", f"{above}\nĐẢNG ỦY XÃ AN BÌNH")
        found = read_text(tmp_path, f"{head}1. Rà soát.\n{END}")
        assert found.data["agency"]["level"] == "đảng ủy"
        assert "unplaced" not in found.data


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Văn phòng HĐND và UBND\ncác trường học", ["Văn phòng HĐND và UBND", "Các trường học"]),
        ("Phòng Kinh tế\ncác phòng, ban", ["Phòng Kinh tế", "Các phòng, ban"]),
        ("Hiệu trưởng\ncác trường", ["Hiệu trưởng các trường"]),
        ("Phòng Kinh tế và\ncác thôn", ["Phòng Kinh tế", "Các thôn"]),
        ("Trung tâm phục vụ\nhành chính công", ["Trung tâm phục vụ hành chính công"]),
    ],
)
def test_a_collective_name_on_its_own_line_is_a_unit(cell, names):
    book = UnitBook()
    book.note(cell, Place())
    book.settle()
    assert [entry.name for entry in book.entries] == names
    found = imported(f"STT|Nhiệm vụ|Chủ trì|Hạn\n1|Rà soát|{cell.replace(chr(10), ' / ')}|Quý I")
    assert len(tasks(found)[0]["lead"]) == len(names)


def test_a_name_ends_before_its_verb():
    for verb in ("bàn giao hồ sơ", "chuyển giao dữ liệu", "thông báo kết quả"):
        assert leading_names(f"Phòng Kinh tế phường Buôn Ma Thuột {verb}.") == (
            "Phòng Kinh tế phường Buôn Ma Thuột"
        )


@pytest.mark.parametrize(
    ("text", "way"),
    [("TỔNG CỘNG | 100 | 84,53 | 89,5", "a sum has no place"), ("Tổng cộng | 1.240 | triệu đồng", "a sum has no place"),
     ("Tổng cộng: 96 điểm", "a sum has no place"), ("Tổng số: 24 nhiệm vụ; hoàn thành: 17", "which cchc counts itself"),
     ("Tổng cộng | 45", "which cchc counts itself"), ("P. KT | Phòng Kinh tế", "write it as a task"),
     ("KT. CHỦ TỊCH | Người lập", "a second signature"), ("Viết tắt | Tên đơn vị", "keep it while")],
)  # fmt: skip
def test_sums_and_short_names_are_not_thrown_away_unread(text, way):
    assert way in str(way_to_settle(text).text)
    assert is_left_over(text) == (not way.startswith(("write", "a second")))
