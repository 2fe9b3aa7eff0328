"""Task blocks set as tables of two columns, in the body and behind the end; lists behind the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.intake.office_paper import OfficePaper, Paragraph, Place
from cchc.intake.recognise import recognise
from cchc.intake.tables.block_table import is_block_table
from cchc.intake.tables.head import find_head
from cchc.views.jobs import jobs
from tests.intake.recognised import plan_of
from tests.intake.tables import table, tasks
from tests.intake.test_task_blocks import END, HEAD
from tests.intake.test_workbooks import paper, sheet


def read(*pieces):
    """Return what is recognised in a paper of lines and tables; a text with a bar is a table."""
    blocks = []
    for n, piece in enumerate(pieces, start=1):
        if "|" in piece:
            blocks.append(table(piece, n))
        else:
            blocks += [Paragraph(line, Place(paragraph=n)) for line in piece.splitlines()]
    return recognise(OfficePaper(Path("x.docx"), tuple(blocks)))


def duties(found):
    """Return title, deadline, leads and supports of each dated piece of the body."""
    plan = plan_of(found)
    names = {unit.id: unit.name for unit in plan.declared}
    return [
        (one.title, one.deadline, [names[unit] for unit in one.lead], [names[unit] for unit in one.support])
        for one in jobs(plan) if one.source != "task"
    ]  # fmt: skip


REVIEW = (
    "Rà soát thủ tục",
    "Trước ngày 30/6/2026",
    ["Phòng Kinh tế"],
    ["Công an xã", "Trạm Y tế xã"],
)


@pytest.mark.parametrize(
    "labels",
    [
        ("Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm"),
        ("Yêu cầu:", "Cơ quan chủ trì:", "Cơ quan phối hợp:", "Thời hạn:", "Kết quả:"),
        ("- Nội dung/Nhiệm vụ", "- Chủ trì", "- Phối hợp", "- Tiến độ", "- Sản phẩm đầu ra"),
        ("a) Nội dung", "b) ĐV thực hiện", "c) ĐV phối hợp", "d) Thời gian", "đ) Kết quả"),
        (
            "Mục tiêu",
            "Bộ phận phụ trách",
            "Phối hợp thực hiện",
            "Thời hạn hoàn thành",
            "Kết quả, sản phẩm",
        ),
    ],
)
def test_a_block_under_the_heading_that_names_the_task(labels):
    content, lead, support, deadline, product = labels
    block = (
        f"{content} | Toàn bộ thủ tục cấp xã\n{lead} | Phòng Kinh tế\n"
        f"{support} | Công an xã / Trạm Y tế xã\n{deadline} | Trước ngày 30/6/2026\n{product} | Báo cáo"
    )
    found = read(HEAD, "1. Rà soát thủ tục", block, "2. Việc khác.", END)
    assert duties(found) == [REVIEW]
    assert "unplaced" not in found.data
    text = str(found.data["body"])
    assert "Toàn bộ thủ tục cấp xã" in text and "Báo cáo" in text


FIELDS = (
    "Chủ trì | Phòng Kinh tế\nPhối hợp | Công an xã, Trạm Y tế xã\nThời gian | Trước ngày 30/6/2026"
)
OTHER = "Chủ trì | Công an xã\nPhối hợp | \nThời gian | Quý III/2026\nKết quả | Báo cáo"
CHECK = ("Kiểm tra cư trú", "Quý III/2026", ["Công an xã"], [])


@pytest.mark.parametrize(
    "pieces",
    [
        (f"Rà soát thủ tục | <\n{FIELDS}\nKiểm tra cư trú | <\n{OTHER}",),
        (f"1. Rà soát thủ tục | <\n{FIELDS}\n2. Kiểm tra cư trú | \n{OTHER}",),
        (f"Nhiệm vụ | Rà soát thủ tục\n{FIELDS}\nNhiệm vụ | Kiểm tra cư trú\n{OTHER}",),
        (f"Nội dung | Rà soát thủ tục\n{FIELDS}\nNội dung | Kiểm tra cư trú\n{OTHER}",),
        (f"Nhiệm vụ 1 | Rà soát thủ tục\n{FIELDS}", f"Nhiệm vụ 2 | Kiểm tra cư trú\n{OTHER}"),
        ("1. Rà soát thủ tục", FIELDS, "2. Kiểm tra cư trú", OTHER),
        (f"I. VIỆC | <\n1. Rà soát thủ tục | <\n{FIELDS}\n2. Kiểm tra cư trú | <\n{OTHER}",),
    ],
)
def test_several_blocks_in_the_body_and_behind_the_end(pieces):
    found = read(HEAD, *pieces, END)
    assert duties(found) == [REVIEW, CHECK]
    assert "unplaced" not in found.data

    found = read(HEAD, "1. Việc theo bảng.", END, "PHỤ LỤC\nDANH MỤC NHIỆM VỤ", *pieces)
    first, second = tasks(found)
    assert (first["title"], first["deadline"], first["lead"]) == (REVIEW[0], REVIEW[1], ["kinh-te"])
    assert (second["title"], second["product"]) == (CHECK[0], "Báo cáo")
    assert first["support"] == ["cong-an", "tram-y-te"] and "support" not in second
    assert "unplaced" not in found.data


def test_a_first_row_that_heads_the_columns_is_told():
    numbered = "\n".join(f"{n} | {row}" for n, row in enumerate(FIELDS.splitlines(), start=1))
    for head, fields in (("Mục | Nội dung", FIELDS), ("TT | Nội dung | Thông tin", numbered)):
        found = read(HEAD, "1. Rà soát thủ tục", f"{head}\n{fields}", END)
        assert duties(found) == [REVIEW]
        assert "unplaced" not in found.data
        assert sum(f"“{head}” only heads" in str(note) for note in found.notes) == 1


def test_numbers_beside_the_labels_begin_no_third_column():
    rows = [f"{n} | Nhiệm vụ | {name}\n | " + fields.replace("\n", "\n | ")
            for n, name, fields in ((1, REVIEW[0], FIELDS), (2, CHECK[0], OTHER))]  # fmt: skip
    assert duties(read(HEAD, "\n".join(rows), END)) == [REVIEW, CHECK]


def test_a_line_without_a_number_over_a_block_names_its_task():
    found = read(
        HEAD, "Nhiệm vụ 1: Rà soát", FIELDS, "Nhiệm vụ 2: Kiểm tra", OTHER, "2. Khác.", END
    )
    first, second = duties(found)
    assert first == ("Nhiệm vụ 1: Rà soát", *REVIEW[1:])
    assert second == ("Nhiệm vụ 2: Kiểm tra", *CHECK[1:])
    assert len(found.data["body"][1]["items"]) == 3


def test_a_block_without_a_day_still_names_who_leads():
    fields = "Chủ trì | Phòng Kinh tế; Công an xã\nThời gian | \nKết quả | Báo cáo"
    found = read(HEAD, "1. Rà soát thủ tục", fields, END)
    assert duties(found) == []
    assert found.data["body"][1]["items"][0]["units"] == ["kinh-te", "cong-an"]


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệm vụ | Thời hạn\nRà soát | Quý I\nNiêm yết | Quý II",
        "Chủ trì | Thời hạn\nChủ trì | Thời hạn",
        "Đơn vị | Điện thoại\nPhòng Kinh tế | 0912\nCông an xã | 0913",
        "STT | Nhiệm vụ | Chủ trì\n1 | Thời hạn | Phòng Kinh tế",
    ],
)
def test_other_tables_of_two_columns_are_no_blocks(text):
    assert not is_block_table(table(text))


def test_no_row_of_a_block_is_the_header_of_a_list():
    assert find_head(table(f"Nội dung | Nhiệm vụ trọng tâm\n{FIELDS}\nKết quả | Thời gian")) is None


LIST = "TT | Nhiệm vụ | Chủ trì | Thời hạn\n1 | Rà soát | Phòng Kinh tế | Quý II/2026"


@pytest.mark.parametrize(
    "end",
    ["", "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN XÃ AN BÌNH HUYỆN\n- Lưu: VT.\n", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn An\n"],
)  # fmt: skip
def test_a_list_of_tasks_behind_the_end_needs_no_name(end):
    for title in ("Phân công nhiệm vụ cụ thể", "BẢNG PHÂN CÔNG"):
        found = read(HEAD, "1. Rà soát.", end or END, title, LIST)
        assert [one["title"] for one in tasks(found)] == ["Rà soát"]
        assert found.data["appendices"][0]["title"] == title
        assert "unplaced" not in found.data


def test_rows_of_the_plan_below_a_table_of_a_sheet_are_its_text(tmp_path):
    rows = [[line] for line in HEAD.splitlines()]
    rows += [
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        [1, "Rà soát", "Phòng Kinh tế", "Quý I/2026"],
    ]
    rows += [["III. TỔ CHỨC THỰC HIỆN"], ["1. Phòng Kinh tế theo dõi."], ["Nơi nhận:", None, "TM. ỦY BAN NHÂN DÂN"],
             ["- Lưu: VT.", None, "CHỦ TỊCH"], [None, None, "Trần Văn An"]]  # fmt: skip
    book = sheet(*rows)
    more = book.create_sheet("Giao việc")
    for row in (
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        [1, "Niêm yết", "Công an xã", "Quý II/2026"],
    ):
        more.append(row)
    found = recognise(paper(tmp_path, book))
    assert [len(one["tasks"]) for one in found.data["appendices"]] == [1, 1]
    assert found.data["body"][-1]["role"] == "organization"
    assert found.data["document"]["signer"]["name"] == "Trần Văn An"
    assert "unplaced" not in found.data


def test_a_block_may_name_its_place_and_two_results():
    extra = "Địa điểm | Hội trường\nYêu cầu | Đúng hạn\nSản phẩm | Báo cáo\nKết quả | Bảng tin"
    found = read(HEAD, "1. Rà soát thủ tục", f"{FIELDS}\n{extra}", END)
    assert duties(found) == [REVIEW]
    assert len(found.data["body"][1]["items"][0]["items"]) == 7
