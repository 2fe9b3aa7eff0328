"""Tasks that stand in the text of a plan without a table: blocks, and sentences with a day."""

from __future__ import annotations

import pytest

from cchc.document.body import body_paragraphs
from cchc.document.bookmarks import Marks
from cchc.views.jobs import jobs
from tests.intake.recognised import plan_of, read_text
from tests.intake.test_cases import imported

HEAD = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 12/KH-UBND
An Bình, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính xã An Bình năm 2026
Căn cứ Kế hoạch số 01/KH-UBND ngày 02/01/2026 của UBND tỉnh Phú Thọ.
UBND xã An Bình ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao hiệu quả phục vụ nhân dân.
II. NHIỆM VỤ
"""
END = """III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn An
"""
TABLE = "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát văn bản\tPhòng Kinh tế\tQuý II/2026\n"


def found(folder, text, table=""):
    """Return (title, deadline, names of leads) of each dated piece of the body."""
    plan = plan_of(read_text(folder, HEAD + text + END + table))
    names = {unit.id: unit.name for unit in plan.units}
    return [
        (one.title, one.deadline, [names[unit] for unit in one.lead])
        for one in jobs(plan)
        if one.source != "task"
    ]


REVIEW = ("Rà soát thủ tục hành chính", "trước ngày 30/6/2026", ["Phòng Kinh tế"])


@pytest.mark.parametrize(
    "block",
    [
        "- Đơn vị thực hiện: Phòng Kinh tế\n- Thời gian hoàn thành: trước ngày 30/6/2026\n"
        "- Kết quả, sản phẩm: Báo cáo\n",
        "- Thời hạn: trước ngày 30/6/2026;\n- Sản phẩm: Báo cáo;\n- Chủ trì: Phòng Kinh tế.\n",
        "Tiến độ: trước ngày 30/6/2026.\nĐơn vị chủ trì: Phòng Kinh tế.\n",
        "a) Nội dung: rà soát theo quyết định của tỉnh.\nb) Thời gian: trước ngày 30/6/2026\n"
        "c) Cơ quan chủ trì: Phòng Kinh tế, phối hợp với Văn phòng HĐND và UBND xã\n",
        "- Cơ quan, đơn vị thực hiện: Phòng Kinh tế; thời gian thực hiện: trước ngày 30/6/2026.\n",
    ],
)
def test_the_fields_stand_in_any_order_and_form(tmp_path, block):
    assert found(tmp_path, f"1. Rà soát thủ tục hành chính\n{block}") == [REVIEW]


@pytest.mark.parametrize(
    "text",
    [
        "1. Niêm yết công khai; thời hạn: Quý II/2026; chủ trì: Phòng Kinh tế; sản phẩm: Bảng tin.\n",
        "1. Niêm yết công khai (Thời gian: Quý II/2026; Đơn vị chủ trì: Phòng Kinh tế).\n",
        "1. Niêm yết công khai. Thời gian hoàn thành: Quý II/2026. Chủ trì: Phòng Kinh tế.\n",
    ],
)
def test_one_paragraph_may_be_a_block(tmp_path, text):
    ((title, deadline, lead),) = found(tmp_path, text)
    assert title == text[3:].strip()  # no word is lost
    assert (deadline, lead) == ("Quý II/2026", ["Phòng Kinh tế"])


def test_a_block_without_a_time_keeps_who_supports_it(tmp_path):
    timed = "1. Rà soát văn bản\n- Đơn vị chủ trì: Phòng Kinh tế.\n- Thời gian: Quý II/2026.\n"
    bare = (
        "2. Trả kết quả tại nhà\n- Đơn vị chủ trì: Phòng Kinh tế.\n"
        "- Đơn vị phối hợp: Công an xã.\n- Sản phẩm: Số lượt trả kết quả.\n"
    )
    plan = plan_of(read_text(tmp_path, HEAD + timed + bare + END))
    names = {unit.id: unit.name for unit in plan.units}
    block = plan.body[1].items[1]
    assert [names[one] for one in block.units] == ["Phòng Kinh tế"]
    assert [names[one] for one in block.support] == ["Công an xã"]
    assert block.deadline is None


def test_several_blocks_under_one_heading(tmp_path):
    text = (
        "1. Công tác tuyên truyền\n- Xây dựng chuyên mục.\n- Tiến độ: Tháng 3/2026.\n"
        "- Chủ trì: Phòng Văn hóa - Xã hội.\n- Tổ chức hội thi.\n- Tiến độ: Tháng 9/2026.\n"
        "- Chủ trì: Phòng Kinh tế.\n"
    )
    assert found(tmp_path, text) == [
        ("Xây dựng chuyên mục.", "Tháng 3/2026", ["Phòng Văn hóa - Xã hội"]),
        ("Tổ chức hội thi.", "Tháng 9/2026", ["Phòng Kinh tế"]),
    ]


SENTENCES = (
    "1. Phòng Kinh tế hoàn thành số hóa hồ sơ trước ngày 15/5/2026.\n"
    "2. Phấn đấu đến hết năm 2026 đạt 95% hồ sơ trực tuyến.\n"
)


def test_a_dated_sentence_is_a_task_where_no_table_has_the_tasks(tmp_path):
    assert found(tmp_path, SENTENCES) == [
        ("Phòng Kinh tế hoàn thành số hóa hồ sơ trước ngày 15/5/2026.", "trước ngày 15/5/2026",
         ["Phòng Kinh tế"]),
    ]  # fmt: skip
    assert found(tmp_path, SENTENCES, TABLE) == []


@pytest.mark.parametrize(
    ("tail", "deadline", "leads"),
    [
        (": Quý I/2026; Phòng Kinh tế chủ trì.", "Quý I/2026", ["Phòng Kinh tế"]),
        (": Phòng Kinh tế chủ trì; hoàn thành trước ngày 30/9/2026.", "trước ngày 30/9/2026",
         ["Phòng Kinh tế"]),
        (" (Phòng Kinh tế chủ trì, tháng 8/2026).", "tháng 8/2026", ["Phòng Kinh tế"]),
        (": thường xuyên; do Phòng Kinh tế thực hiện.", "thường xuyên", ["Phòng Kinh tế"]),
        (": hằng tháng; công chức tư pháp - hộ tịch chủ trì.", "hằng tháng", []),
        (" (Quý II/2026).", "Quý II/2026", []),
        (": tháng 8/2026; Phòng Kinh tế chủ trì, Công an xã phối hợp.", "tháng 8/2026", ["Phòng Kinh tế"]),
        (" (thường xuyên).", None, []),
        (": tháng 8/2026; bảo đảm tiết kiệm.", None, []),
    ],
)  # fmt: skip
def test_when_and_who_may_stand_behind_the_duty(tmp_path, tail, deadline, leads):
    text = f"Rà soát, niêm yết thủ tục hành chính{tail}"
    expected = [(text, deadline, leads)] if deadline else []
    assert found(tmp_path, f"1. {text}\n") == expected
    if "phối hợp" in tail:
        plan = plan_of(read_text(tmp_path, HEAD + f"1. {text}\n" + END))
        (duty,) = (one for one in jobs(plan) if one.source == "duty")
        assert len(duty.support) == 1


@pytest.mark.parametrize(
    "text",
    [
        "1. Kết quả: hoàn thành các chỉ tiêu.\n",
        "1. Công khai kết quả\n- Đơn vị thực hiện: Phòng Kinh tế\n- Kết quả: Báo cáo\n",
        "1. Giữ vững thời gian giải quyết: không quá hạn.\n",
    ],
)
def test_what_names_no_time_is_no_dated_task(tmp_path, text):
    assert found(tmp_path, text) == []


def test_the_paper_of_the_field_has_two_tasks_and_prints_as_it_was():
    found = imported("field/07-khong-bang.docx").found
    plan = plan_of(found)
    dated = [(one.title, one.deadline) for one in jobs(plan) if one.source == "duty"]
    assert dated == [
        ("Lập kế hoạch truyền thông", "tháng 02/2026"),
        ("Khảo sát ý kiến người dân", "trước ngày 20/10/2026"),
    ]
    assert any("tasks in the text with a day or period: 2" in str(note) for note in found.notes)
    names = {unit.id: unit.name for unit in plan.units}
    printed = [one.text for one in body_paragraphs(plan, names, Marks())]
    assert printed[6:10] == [
        "1. Lập kế hoạch truyền thông", "- Thời gian: tháng 02/2026",
        "- Đơn vị thực hiện: Phòng Văn hóa - Xã hội", "- Kết quả: Kế hoạch",
    ]  # fmt: skip


def test_who_leads_and_supports_is_read_from_brackets_and_lines(tmp_path):
    block = "1. Rà soát\n- Chủ trì: Phòng Kinh tế{}\n- Thời hạn: trước ngày 30/6/2026\n"
    for text in (
        "1. Rà soát thủ tục (Phòng Kinh tế chủ trì, phối hợp Công an xã; xong trước ngày 30/6/2026).\n",
        "1. Rà soát (Phòng Kinh tế chủ trì, Công an xã phối hợp; xong trước ngày 30/6/2026).\n",
        block.format(
            "\n- Các đơn vị phối hợp: Công an xã.\n- Lãnh đạo phụ trách: đồng chí Lê Văn Bình.\n"
            "- Thời gian bắt đầu: Tháng 5/2026.\n- Cấp trình: UBND xã.\n- Kinh phí: 5 triệu đồng."
        ),
        block.format("; phối hợp với Công an xã"),
        block.format("\n- Phối hợp: Công an xã."),
    ):
        assert [one[2] for one in found(tmp_path, text)] == [["Phòng Kinh tế"]]
        plan = plan_of(read_text(tmp_path, HEAD + text + END))
        supports = [one.support for one in jobs(plan) if one.source != "task"]
        assert supports == [("cong-an",)]
    assert found(tmp_path, "1. Họp (do xã chủ trì) trước ngày 30/6/2026.\n")[0][2] == []
