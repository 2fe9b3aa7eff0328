"""Files in the manners of offices, each with one peculiarity, and what must come of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cchc.app.import_ import import_paper
from cchc.cli import import_report
from cchc.intake.unplaced import way_to_settle

CASES = Path(__file__).parent / "cases"


@cache
def imported(name):
    return import_paper(CASES / name)


def tasks(name):
    """Return the tasks of the first appendix, those of its areas too."""

    def below(rows):
        for row in rows:
            yield from below(row["tasks"]) if "tasks" in row else (row,)

    (appendix, *_) = imported(name).found.data["appendices"]
    return list(below([*appendix.get("areas", ()), *appendix.get("tasks", ())]))


BASE = [
    ("Ban hành Kế hoạch tuyên truyền cải cách hành chính", "Quý I/2026", ["vh-xh"]),
    ("Rà soát thủ tục hành chính", "Trước 30/11/2026", ["pvhcc"]),
    ("Kiểm tra công tác cải cách hành chính", "Quý III/2026", ["vh-xh"]),
]


@pytest.mark.parametrize(
    "name",
    [
        "base.docx", "total.xlsx", "total2.xlsx", "tail.xlsx", "docx-sign-in-table.docx",
        "grid-sliver.docx", "grid-misaligned.docx", "areaA.xlsx", "area-colA.docx",
        "name-caps-table.docx", "two2.xlsx", "nested-frame.docx", "one-cell-doc.docx",
        "header-letterhead.docx", "header-appendix.docx", "trk-cellDel-col.docx", "hidcol.xlsx",
        "pct.xlsx",
    ],
)  # fmt: skip
def test_the_tasks_are_those_of_the_table(name):
    read = [(one["title"], one["deadline"], one["lead"]) for one in tasks(f"office/{name}")]
    assert read == BASE
    assert not any("number" in one for one in tasks(f"office/{name}"))


@pytest.mark.parametrize("name", ["areaA.xlsx", "area-colA.docx"])
def test_a_group_in_the_column_of_numbers_has_its_number_and_its_title(name):
    (appendix,) = imported(f"office/{name}").found.data["appendices"]
    assert [(one["title"], one.get("number")) for one in appendix["areas"]] == [
        ("Cải cách thể chế", None), ("Cải cách thủ tục hành chính", None),
    ]  # fmt: skip
    assert appendix["area_numbering"] == "roman"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("total.xlsx", ["Tổng cộng: 03 nhiệm vụ"]),
        ("total2.xlsx", ["Tổng cộng | 3"]),
        ("tail.xlsx", ["TM. ỦY BAN NHÂN DÂN", "Ghi chú: (*) chờ hướng dẫn"]),
        ("docx-sign-in-table.docx", ["NGƯỜI LẬP BIỂU"]),
    ],
)
def test_sums_signatures_and_notes_are_left_out_of_the_tasks_and_told(name, words):
    assert imported(f"office/{name}").found.data["unplaced"] == words


def test_headings_without_accents_and_with_underscores():
    (task,) = tasks("field/26-tieu-de-khong-dau.xlsx")
    assert (task["title"], task["lead"], task["product"], task["deadline"]) == (
        "Rà soát quy trình", ["kinh-te"], "Báo cáo", "30/04/2026",
    )  # fmt: skip


def test_a_wide_tracker_is_read_with_its_start_and_its_progress():
    (task,) = tasks("field/31-bang-rong.xlsx")
    assert (task["title"], task["lead"], task["start"], task["deadline"]) == (
        "Rà soát quy trình", ["kinh-te"], "01/03/2026", "30/04/2026",
    )  # fmt: skip
    assert task["progress"] == {"state": "running", "note": "40 %"}


@pytest.mark.parametrize(
    ("name", "commune"),
    [
        ("office/base.docx", ("xã", "An Bình", None)),
        ("office/name-caps-table.docx", ("xã", "An Bình", None)),
        ("office/name-lower.docx", (None, None, None)),
        ("office/name-ubnd-xa.docx", (None, None, None)),
        ("office/total.xlsx", ("xã", "An Bình", None)),
        ("office/total2.xlsx", ("xã", "An Bình", None)),
        ("office/tail.xlsx", ("xã", "An Bình", None)),
        ("office/cmt.xlsx", ("xã", "An Bình", None)),
        ("office/hidcol.xlsx", ("xã", "An Bình", None)),
        ("office/pct.xlsx", ("xã", "An Bình", None)),
        ("field/00-sach.docx", ("xã", "Bình Minh", "tỉnh Nghệ An")),
        ("field/02-tinh-uy.docx", ("xã", "Bình Minh", None)),
        ("field/31-bang-rong.xlsx", ("xã", "Bình Minh", None)),
    ],
)
def test_the_commune_and_its_province_are_read_from_their_own_places(name, commune):
    read = imported(name).found.data["commune"]
    assert (read["level"], read["name"], read["province"]) == commune


@pytest.mark.parametrize(
    "name", ["field/13-co-quan-dung-truoc.docx", "field/27-chu-tich-tinh-o-loi-dan.docx"]
)
def test_the_chairman_of_the_province_does_not_issue_the_plan(name):
    assert imported(name).found.data["document"]["issuer"] == "committee"


def test_a_table_ends_with_its_sheet():
    found = imported("office/two2.xlsx").found
    assert len(tasks("office/two2.xlsx")) == 3
    assert found.data["unplaced"][0] == "STT | Tên đơn vị | Người phụ trách | Điện thoại"


def test_targets_by_year_are_targets_and_no_tasks():
    data = imported("field/08-chi-tieu.docx").found.data
    assert [one["title"] for one in tasks("field/08-chi-tieu.docx")] == ["Mở lớp kỹ năng số"]
    assert data["targets"] == [
        {"measure": "Hồ sơ nộp trực tuyến", "exactly": "85", "unit": "%"},
        {"measure": "Người dân có chữ ký số", "exactly": "35", "unit": "%"},
    ]
    remark = str(imported("field/08-chi-tieu.docx").found.comments["targets", 0])
    assert "98%" in remark


@pytest.mark.parametrize("name", ["nested-frame.docx", "one-cell-doc.docx"])
def test_a_form_inside_a_frame_leaves_nothing_over(name):
    assert "unplaced" not in imported(f"office/{name}").found.data


def test_placeholders_of_content_controls_are_empty():
    first, second, third = tasks("office/sdt-placeholder.docx")
    assert first["deadline"] == "Quý I/2026"
    assert "deadline" not in second
    assert "lead" not in third


def test_struck_out_text_is_left_out_and_told():
    assert tasks("office/strike.docx")[1]["deadline"] == "Trước 15/10/2026"
    assert "deadline" not in tasks("office/cmt.xlsx")[1]
    for name in ("strike.docx", "cmt.xlsx"):
        assert "Trước 30/11/2026" in _told(name)


def test_a_comment_is_a_remark_and_no_deadline():
    assert "dời sang 15/12" in _told("cmt.xlsx")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pct.xlsx", "#REF!"),
        ("pct.xlsx", "TRUE"),
        ("hidcol.xlsx", "1"),
        ("trk-cellDel-col.docx", "4"),
    ],
)
def test_what_is_not_taken_is_told(name, words):
    assert words in _told(name)


def test_the_letterhead_may_stand_in_the_page_header():
    document = imported("office/header-letterhead.docx").found.data["document"]
    assert (document["number"], document["symbol"], document["date"]) == (
        "12", "KH-UBND", "05/01/2026",
    )  # fmt: skip


def test_the_words_of_a_page_header_are_told_with_their_place():
    found = imported("office/header-appendix.docx").found
    at = found.data["unplaced"].index("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026")
    assert found.places["unplaced", at].part == "header"


def test_the_text_of_a_cell_merged_away_is_kept():
    data = imported("office/vm-text-in-continue.docx").found.data
    assert data["unplaced"] == ["Trung tâm Phục vụ hành chính công"]


def _told(name):
    return "\n".join(str(note) for note in imported(f"office/{name}").found.notes)


def test_a_plan_of_the_party_is_said_to_be_one_and_gets_nothing_of_a_committee():
    found = imported("field/19-ke-hoach-dang.docx").found
    assert sum("a plan of the Party" in str(note) for note in found.notes) == 1
    document = found.data["document"]
    assert not {"symbol", "issuer"} & set(document)
    assert document["signer"] == {"post": "BÍ THƯ", "name": "Nông Thị Hạnh"}


@pytest.mark.parametrize(
    "name", ["field/00-sach.docx", "field/02-tinh-uy.docx", "office/base.docx"]
)
def test_a_plan_of_a_commune_is_no_plan_of_the_party(name):
    found = imported(name).found
    assert not any("a plan of" in str(note) for note in found.notes)
    assert found.data["document"]["symbol"] == "KH-UBND"


def test_each_unplaced_text_is_told_with_its_place_and_a_way_to_settle_it():
    paper = imported("field/19-ke-hoach-dang.docx")
    texts = paper.found.data["unplaced"]
    said = map(str, import_report.report_lines(paper, None))
    lines = [line for line in said if any(f"“{text}”" in line for text in texts)]
    assert len(lines) == len(texts)
    assert any(
        line.startswith("  table 1, row 2, cell 1: “Số 12-KH/ĐU”: write it into number")
        for line in lines
    )


def test_the_way_to_settle_a_text_is_told_from_its_words():
    for text, way in {
        "PHỤ LỤC I": "delete it if it is only", "(Kèm theo Kế hoạch số 07/KH-UBND)": "delete it if number and date are",
        "Tổng cộng | 3": "compare it with the tasks", "NGƯỜI LẬP BIỂU": "delete it: it signs",
        "Trần Minh Luân": "delete it if it only signs", "Cao điểm rà soát hồ sơ": "write it as an item",
        "Viết tắt | Tên đầy đủ": "keep it while", "TT | Địa bàn | Số phiếu": "no table of tasks", "TT | Việc | Đơn vị": "write it as a task",
        "Ghi chú: (*) chờ hướng dẫn": "write it into “note”", "2 | Phòng Kinh tế | Lê C | 0912": "delete it, or name",
        "Số liệu tính đến tháng 6": "write it as an item", "Việc. ĐT 0912 345 678 " * 60: "many texts in one", "TM. ỦY BAN NHÂN DÂN": "write it into “signer”",
    }.items():  # fmt: skip
        assert way_to_settle(text).text.startswith(way), text
