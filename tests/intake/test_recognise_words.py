"""Nothing of a paper is dropped: every word of it stands somewhere in the plan's file."""

from __future__ import annotations

import re

import pytest

from cchc.intake.body.reporting import rule_of, untaken
from cchc.intake.opening import open_paper
from cchc.language.names import fold
from tests.intake.papers_of_plans import STYLES
from tests.intake.recognised import read_paper, read_text, words, yaml_of

IDS = ("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien")
FRAME = words(
    """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ỦY BAN NHÂN DÂN Số ngày tháng
    năm KẾ HOẠCH Nơi nhận Phụ lục Kèm theo của"""
)
"""Words that cchc prints itself."""
NUMBER = re.compile(r"[ivx]+|\d+|[a-zđ]")


def all_words(path) -> set[str]:
    found: set[str] = set()
    for block in open_paper(path).blocks:
        texts = (
            [cell.text for row in block.rows for cell in row.cells]
            if hasattr(block, "rows")
            else [block.text]
        )
        for text in texts:
            found |= words(text)
    return found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("plan_id", IDS)
def test_every_word_of_a_paper_is_in_its_plan_file(tmp_path, plan_id, style):
    written = words(yaml_of(read_paper(tmp_path, plan_id, style)))
    lost = all_words(tmp_path / f"{plan_id}.{style}.docx") - written - FRAME
    assert {word for word in lost if not NUMBER.fullmatch(word)} == set()


def test_what_has_no_place_is_kept_and_reported(tmp_path):
    found = read_text(
        tmp_path,
        "Số: 5/KH-UBND\nGhi chú lạ lùng ở đầu trang\nKẾ HOẠCH\nCải cách hành chính năm 2026\n"
        "I. MỤC ĐÍCH\n1. Nâng cao hiệu quả phục vụ.\nNơi nhận:\n- Lưu: VT.\n"
        "CHỦ TỊCH\nTrần Văn An\nMột dòng thừa sau chữ ký\n",
    )
    assert found.data["unplaced"] == ["Ghi chú lạ lùng ở đầu trang", "Một dòng thừa sau chữ ký"]
    assert any("unplaced" in note.text for note in found.notes)


def test_a_table_that_is_no_list_of_tasks_is_kept(tmp_path):
    found = read_text(
        tmp_path,
        "KẾ HOẠCH\nCải cách hành chính năm 2026\nI. MỤC ĐÍCH\n1. Nâng cao hiệu quả.\n"
        "Tên thôn\tSố hộ\tSố khẩu\nĐồng Tâm\t120\t480\nTân Lập\t98\t402\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế theo dõi.\n",
    )
    kept = " ".join(found.data["unplaced"])
    assert all(word in kept for word in ("Tên thôn", "Đồng Tâm", "402"))


def test_a_table_inside_a_cell_is_kept(tmp_path):
    from cchc.intake.office_paper import Cell, OfficePaper, Paragraph, Place, Row, Table
    from cchc.intake.recognise import recognise

    inner = Table(
        (Row((Cell("Đợt 1", Place(), 0), Cell("Tháng 3", Place(), 1)), Place()),), Place(), 2
    )
    head = ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")
    rows = [head, ("1", "Kiểm tra", "Phòng Kinh tế", "Quý II")]
    cells = [[Cell(text, Place(table=1, row=n, cell=c + 1), c) for c, text in enumerate(row)]
             for n, row in enumerate(rows, start=1)]  # fmt: skip
    old = cells[1][1]
    cells[1][1] = Cell(old.text, old.place, 1, blocks=(Paragraph("Kiểm tra", Place()), inner))
    table = Table(tuple(Row(tuple(row), Place(table=1, row=n)) for n, row in enumerate(cells, 1)),
                  Place(table=1), 4)  # fmt: skip
    found = recognise(OfficePaper(tmp_path / "x.docx", (table,)))
    assert {fold("Đợt"), "3"} <= words(yaml_of(found))


def test_a_report_asked_for_in_several_brackets_keeps_the_whole_phrase():
    text = (
        "Tổng hợp, gửi báo cáo về UBND xã hằng quý (trước ngày 08 tháng cuối quý), 6 tháng "
        "(trước ngày 08/6), năm (trước ngày 03/12) theo quy định."
    )
    rule = rule_of(text, 2026)
    assert rule.deadline == (
        "hằng quý (trước ngày 08 tháng cuối quý), 6 tháng (trước ngày 08/6), năm (trước ngày 03/12)"
    )


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        (
            "Tổng hợp báo cáo quý (trước ngày 12 của tháng cuối quý), báo cáo 6 tháng (trước ngày "
            "10/6), báo cáo năm (trước ngày 05/12) gửi Sở Nội vụ.",
            "báo cáo quý (trước ngày 12 của tháng cuối quý), báo cáo 6 tháng (trước ngày 10/6), "
            "báo cáo năm (trước ngày 05/12)",
        ),
        (
            "Tổng hợp báo cáo quý trước ngày 12 của tháng cuối quý; báo cáo 6 tháng trước ngày 10/6; "
            "báo cáo năm trước ngày 05/12 gửi Sở Nội vụ.",
            "báo cáo quý trước ngày 12 của tháng cuối quý; báo cáo 6 tháng trước ngày 10/6; "
            "báo cáo năm trước ngày 05/12",
        ),
        (
            "Tổng hợp báo cáo quý I, 6 tháng và năm gửi Sở Nội vụ theo thời hạn do Sở Nội vụ quy định.",
            "theo thời hạn do Sở Nội vụ quy định",
        ),
        ("Gửi báo cáo năm trước ngày 05/12 gửi Sở Nội vụ.", "trước ngày 05/12"),
        ("Văn phòng báo cáo kết quả vào thứ Sáu hằng tuần.", "vào thứ Sáu hằng tuần"),
        ("Báo cáo UBND xã vào tuần cuối mỗi tháng.", "vào tuần cuối mỗi tháng"),
    ],
)
def test_every_day_of_a_sentence_is_in_its_deadline(text, deadline):
    rule = rule_of(text, 2026)
    assert rule.deadline == deadline
    assert untaken(text, deadline, 2026) is None


def test_a_day_that_is_no_part_of_the_deadline_is_named():
    text = "Gửi báo cáo về Sở Nội vụ trước ngày 05/6; Phòng Kinh tế đối chiếu trước ngày 01/6."
    assert rule_of(text, 2026).deadline == "trước ngày 05/6"
    assert untaken(text, "trước ngày 05/6", 2026) == "trước ngày 01/6"
