"""Papers in forms of their own: tables typed with tabs, notices, two signers, stages, months crossed."""

from __future__ import annotations

import pytest
from docx import Document

from cchc.intake.body.duties import leading_names
from cchc.intake.body.duty_tail import tail_of
from cchc.intake.body.reporting import rule_of
from cchc.intake.front.preface import read_preface
from cchc.intake.marks import read_mark
from cchc.intake.opening import open_paper
from cchc.intake.recognise import recognise
from cchc.intake.tables.crossed_periods import PERIOD
from cchc.rules import (
    deadline_outside_the_year,
    incomplete_first_citation,
    outsider_in_the_lead,
    symbol_against_kind,
)
from cchc.rules._facts import Facts
from tests.intake.recognised import plan_of, read_text
from tests.intake.test_forms_of_offices import PLAN, lines, workbook
from tests.intake.test_task_blocks import END, HEAD
from tests.rules.marked import find


def word(folder, *blocks):
    """Write and read a Word paper of lines, and of tables (lists of rows)."""
    paper = Document()
    for block in blocks:
        if isinstance(block, str):
            for line in block.splitlines():
                paper.add_paragraph(line)
            continue
        grid = paper.add_table(len(block), len(block[0]))
        for row, texts in zip(grid.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    path = folder / "ke-hoach.docx"
    paper.save(str(path))
    return recognise(open_paper(path))


TABBED = (
    "TT\tNội dung\tĐơn vị làm\tThời gian\n1\tTrực quầy tiếp nhận\tPhòng Kinh tế\tHằng tuần\n"
    "2\tLắp camera khu tiếp nhận\tCông an xã\tTháng 3/2026\n"
)


def test_lines_with_tabs_are_a_table_where_the_first_heads_one(tmp_path):
    plan = plan_of(word(tmp_path, HEAD, TABBED, END))
    assert [(one.title, one.deadline) for one in plan.tasks] == [
        ("Trực quầy tiếp nhận", "Hằng tuần"),
        ("Lắp camera khu tiếp nhận", "Tháng 3/2026"),
    ]
    loose = plan_of(
        word(tmp_path, HEAD, TABBED.replace("TT\tNội dung\tĐơn vị làm\tThời gian\n", ""), END)
    )
    assert loose.tasks == ()


MONTHS = [
    ("Danh mục nhiệm vụ xã An Bình năm 2026",),
    ("STT", "Nhiệm vụ", "Đơn vị thực hiện", "Tháng thực hiện", None, None, "Sản phẩm"),
    (None, None, None, "T1", "T2", "T3", None),
    (1, "Tuyên truyền", "Phòng Kinh tế", None, "x", "x", "Tin, bài"),
]


def test_short_names_of_months_may_be_crossed(tmp_path):
    import re

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in MONTHS:
        sheet.append(row)
    sheet.merge_cells("D2:F2")
    for column in "ABCG":
        sheet.merge_cells(f"{column}2:{column}3")
    path = tmp_path / "thang.xlsx"
    book.save(path)
    (appendix,) = recognise(open_paper(path)).data["appendices"]
    assert [one["deadline"] for one in appendix["tasks"]] == ["Tháng 2, Tháng 3"]
    assert not re.match(PERIOD, "t13") and not re.match(PERIOD, "tt")


def test_several_days_of_one_task_in_lines_are_each_a_day(tmp_path):
    rows = [
        ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
        ("1", "Tuyên truyền", "Phòng Kinh tế", "20/01\nHằng tháng"),
        ("2", "Tập huấn", "Phòng Kinh tế", "Quý II/2026\nQuý IV/2026"),
        ("3", "Số hóa", "Phòng Kinh tế", "Trước ngày\n15/9/2026"),
    ]
    plan = plan_of(word(tmp_path, HEAD, rows, END))
    assert [one.deadline for one in plan.tasks] == [
        "20/01; Hằng tháng", "Quý II/2026; Quý IV/2026", "Trước ngày 15/9/2026",
    ]  # fmt: skip


NOTICE = """Số: 64/TB-UBND
An Bình, ngày 09 tháng 3 năm 2026
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÔNG BÁO
Chủ tịch UBND xã An Bình, tỉnh Phú Thọ thông báo phân công nhiệm vụ khắc phục hạn chế năm 2025 như sau:"""


def test_a_notice_with_a_table_of_tasks_has_its_own_letterhead(tmp_path):
    rows = [
        ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"),
        ("1", "Rà soát", "Phòng Kinh tế", "31/3/2026"),
    ]
    end = "Các đơn vị báo cáo trước ngày 30/6/2026./.\nNơi nhận:\n- Các đơn vị;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn An"
    plan = plan_of(word(tmp_path, "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH", NOTICE, rows, end))
    assert (plan.year, plan.document.number, plan.document.symbol) == (2026, "64", "TB-UBND")
    assert [one.title for one in plan.tasks] == ["Rà soát"]
    assert plan.unplaced == ()


def test_a_table_of_two_signatures_is_read_without_the_recipients_beside_it(tmp_path):
    body, end = HEAD + "1. Phòng Kinh tế theo dõi.\n", "Nơi nhận:\n- Các ấp;\n- Lưu: VT."
    both = [
        (
            "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nHuỳnh Thị Sáu",
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Be",
        )
    ]
    plan = plan_of(word(tmp_path, body, both, end))
    assert plan.document.signer and plan.document.signer.name == "Nguyễn Văn Be"


def test_stages_with_their_time_in_brackets_are_dated():
    text = "Giai đoạn 1 (từ ngày 10/02/2026 đến ngày 30/6/2026): Phát động, đăng ký."
    tail = tail_of(text, 2026)
    assert tail and tail.deadline == "từ ngày 10/02/2026 đến ngày 30/6/2026"
    assert tail_of("Giai đoạn 1 (theo Kế hoạch này): Phát động.", 2026) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các đơn vị: Cử người tham gia đầy đủ.", "Các đơn vị"),
        ("Các phòng: Kinh tế, Văn hóa - Xã hội chủ trì rà soát.", "Các phòng: Kinh tế, Văn hóa - Xã hội"),
        ("Các cơ quan, đơn vị đăng ký thi đua trước ngày 28/02.", "Các cơ quan, đơn vị"),
        ("Tổ truyền thanh biên tập, phát sóng.", "Tổ truyền thanh"),
    ],
)  # fmt: skip
def test_who_ends_at_the_colon_or_the_verb(text, names):
    assert leading_names(text) == names


def test_a_campaign_is_issued_too():
    text = (
        "Thực hiện Kế hoạch số 27/KH-UBND của UBND xã, Chủ tịch UBND xã phát động thi đua như sau:"
    )
    found = read_preface(lines(text))
    assert [one for one, _ in found.bases] == ["Thực hiện Kế hoạch số 27/KH-UBND của UBND xã"]


def test_days_after_something_are_counted_from_it():
    assert rule_of("Giải trình kiến nghị sau giám sát trong 15 ngày làm việc.", 2026) is None


def test_a_share_may_follow_the_number_with_a_stroke():
    mark, rest = read_mark("1/ 100% hồ sơ đúng hạn.")
    assert mark and (mark.kind, rest) == ("arabic", "100% hồ sơ đúng hạn.")


def test_who_is_responsible_leads_where_nobody_else_does(tmp_path):
    table = "Thời gian\tCông việc\tPhụ trách\nTháng 9/2026\tSơ kết\tPhòng Kinh tế\n"
    plan = plan_of(read_text(tmp_path, HEAD + "Theo bảng sau.\n" + END + table))
    assert [len(one.lead) for one in plan.tasks] == [1]


def test_a_school_year_ends_in_the_next_year():
    task = "      - {id: a, title: X, product: Y, deadline: Tháng 5/2027, lead: [a]}\n"
    for title, expected in (
        ("Cải cách hành chính năm học 2026 - 2027", 0),
        ("Cải cách hành chính", 1),
    ):
        text = PLAN.replace("title: X", f"title: {title}") + task
        found = [one for one in find(text) if one.finding.code == deadline_outside_the_year.CODE]
        assert [one.finding.severity.value for one in found].count("warning") == expected


def test_bodies_of_the_party_lead_in_its_plans():
    task = "      - {id: a, title: X, product: Y, deadline: Quý I, lead: [a]}\n"
    party = PLAN.replace(
        "units: [{id: a, name: Phòng A}]", "units: [{id: a, name: Ban Xây dựng Đảng, kind: party}]"
    )
    for owner, expected in (
        ("agency: {level: đảng ủy, name: xã An Bình, province: tỉnh Phú Thọ}", 0),
        ("commune: {level: xã, name: An Bình, province: tỉnh Phú Thọ}", 1),
    ):
        text = (
            party.replace("commune: {level: xã, name: An Bình, province: tỉnh Phú Thọ}", owner)
            + task
        )
        assert [one.finding.code for one in find(text)].count(outsider_in_the_lead.CODE) == expected


@pytest.mark.parametrize(
    ("base", "told"),
    [
        (
            "Thực hiện Kế hoạch của UBND xã ban hành kèm theo Quyết định số 311/QĐ-UBND ngày 30/12/2025",
            0,
        ),
        (
            "Căn cứ Quy chế số 01/QCPH/UBND-UBMTTQ ngày 15/8/2025 giữa Ủy ban nhân dân xã và Mặt trận",
            0,
        ),
        ("Thực hiện Quyết định số 311/QĐ-UBND ngày 30/12/2025", 1),
    ],
)
def test_an_issuer_may_be_told_around_a_symbol(base, told):
    text = PLAN.replace("body:", f"bases: ['{base}']\nbody:")
    text += "      - {id: a, title: X, product: Y, deadline: Quý I, lead: [a]}\n"
    found = [one.finding.code for one in find(text)]
    assert found.count(incomplete_first_citation.CODE) == told


def test_a_plan_of_two_bodies_has_a_symbol_of_its_own(tmp_path):
    plan = plan_of(
        read_text(
            tmp_path, HEAD.replace("KH-UBND\n", "KHPH-UBND-MTTQ\n", 1) + "1. Rà soát.\n" + END
        )
    )
    assert plan.document.symbol == "KHPH-UBND-MTTQ"
    assert list(symbol_against_kind.check(Facts(plan))) == []


def test_a_heading_that_ends_with_cu_the_names_its_table(tmp_path):
    rows = [("STT", "Nhiệm vụ", "Chủ trì", "Thời gian"), ("1", "Rà soát", "Phòng Kinh tế", "Quý I")]
    head = HEAD.replace("II. NHIỆM VỤ\n", "II. HÌNH THỨC\n1. Trực quan.\nIII. NHIỆM VỤ CỤ THỂ\n")
    (appendix,) = plan_of(word(tmp_path, head, rows, END.replace("III.", "IV."))).appendices
    assert appendix.title == "NHIỆM VỤ CỤ THỂ"


@pytest.mark.parametrize(
    ("text", "deadline", "to"),
    [
        ("Tổng hợp, tham mưu UBND phường báo cáo gửi Sở Nội vụ trước ngày 15 tháng cuối quý.",
         "trước ngày 15 tháng cuối quý", "Sở Nội vụ"),
        ("Tổng hợp, trình UBND phường báo cáo Sở Nội vụ trước ngày 15 tháng cuối quý.",
         "trước ngày 15 tháng cuối quý", "Sở Nội vụ"),
        ("Dự thảo báo cáo của UBND phường gửi Sở Nội vụ trước ngày 15 tháng cuối quý.",
         "trước ngày 15 tháng cuối quý", "Sở Nội vụ"),
        ("Gửi báo cáo về Phòng Văn hóa - Xã hội để tổng hợp, trình UBND xã gửi Sở Nội vụ trước ngày 10 tháng cuối quý.",
         "trước ngày 10 tháng cuối quý", "UBND xã"),
        ("Các đơn vị gửi báo cáo quý trước ngày 12 tháng cuối quý để Văn phòng tổng hợp, trình UBND xã báo cáo Sở Nội vụ.",
         "trước ngày 12 tháng cuối quý", "UBND xã"),
        ("Các phòng báo cáo kết quả theo thời hạn do Sở Nội vụ quy định.",
         "theo thời hạn do Sở Nội vụ quy định", None),
        ("Văn phòng báo cáo tiến độ về UBND xã vào ngày cuối tháng.", "vào ngày cuối tháng", "UBND xã"),
    ],
)  # fmt: skip
def test_a_report_goes_to_whom_the_committee_sends_it(text, deadline, to):
    rule = rule_of(text, 2026)
    assert rule and (rule.deadline, rule.to) == (deadline, to)


def test_when_may_stand_before_the_colon_and_who_behind_it():
    tail = tail_of(
        "Hướng dẫn vào sáng thứ Bảy hằng tuần: Phòng Kinh tế chủ trì, Công an xã phối hợp.", 2026
    )
    assert tail == ("vào sáng thứ Bảy hằng tuần", "Phòng Kinh tế", "Công an xã")


def test_who_is_looked_at_helps_nobody_and_a_contractor_is_not_everybody(tmp_path):
    rows = [
        ("STT", "Nội dung giám sát", "Đơn vị được giám sát", "Chủ trì", "Thời gian"),
        ("1", "Giải quyết hồ sơ", "Phòng Kinh tế", "Công an xã", "Tháng 4/2026"),
        ("2", "Quét tài liệu", "Văn phòng HĐND và UBND", "Đơn vị trúng thầu", "Tháng 7/2026"),
    ]
    plan = plan_of(word(tmp_path, HEAD, rows, END))
    assert [one.support for one in plan.tasks] == [(), ()]
    assert [(group.name, group.members) for group in plan.groups] == [("Đơn vị trúng thầu", ())]


def test_a_plan_of_the_front_is_said_to_be_another_body_s(tmp_path):
    head = HEAD.replace("ỦY BAN NHÂN DÂN\n", "ỦY BAN MTTQ VIỆT NAM\n", 1)
    assert "Front" in str(
        read_text(tmp_path, head + "1. Rà soát.\n" + END).comments[("document",)].text
    )


def test_days_that_are_numbers_to_excel_are_days_and_told(tmp_path):
    rows = [
        ("PHÒNG KINH TẾ XÃ AN BÌNH, TỈNH PHÚ THỌ",),
        ("Danh mục công việc năm 2026",),
        ("stt", "Tên công việc", "chủ trì", "hạn", "trạng thái", "ngày xong"),
        (1, "Rà soát thủ tục", "Phòng Kinh tế", 46054, "xong", 46050),
        (2, "Số hóa 46054 hồ sơ", "Công an xã", "30/9", "đang làm", None),
    ]
    found = workbook(tmp_path, ("Sheet1", rows))
    (appendix,) = found.data["appendices"]
    first, second = appendix["tasks"]
    assert appendix["title"] == "Danh mục công việc năm 2026"
    assert (first["deadline"], first["progress"]["date"]) == ("01/02/2026", "28/01/2026")
    assert (second["title"], second["deadline"]) == ("Số hóa 46054 hồ sơ", "30/9")
    told = [path for path, one in found.comments.items() if "Excel" in str(one.text)]
    assert ("appendices", 0, "tasks", 0, "deadline") in told


def test_the_unit_that_heads_its_own_table_leads_it(tmp_path):
    rows = [("STT", "Nhiệm vụ", "Thời hạn"), ("1", "Công khai dự toán", "31/3/2026")]
    head = HEAD.replace("II. NHIỆM VỤ\n", "II. PHÂN CÔNG NHIỆM VỤ\n1. Phòng Kinh tế\n")
    plan = plan_of(word(tmp_path, head, rows, "2. Công an xã", rows, END))
    names = {unit.id: unit.name for unit in plan.units}
    assert [[names[unit] for unit in one.lead] for one in plan.tasks] == [
        ["Phòng Kinh tế"],
        ["Công an xã"],
    ]


def test_words_that_take_the_place_of_others_are_no_day(tmp_path):
    text = (
        "1. Điều chỉnh thời gian số hóa: từ “trước ngày 30/9/2026” thành “trước ngày 31/10/2026”.\n"
    )
    plan = plan_of(read_text(tmp_path, HEAD + text + END))
    assert plan.body[1].items[0].deadline is None


def test_a_sentence_with_a_number_is_no_heading_of_the_closing_words(tmp_path):
    body = "1. Bổ sung nhiệm vụ tập huấn.\n2. Các nội dung khác giữ nguyên.\nGiao Phòng Kinh tế theo dõi./.\n"
    text = HEAD.split("I. MỤC ĐÍCH")[0] + body + END.split("Nơi nhận")[1].join(["Nơi nhận", ""])
    plan = plan_of(read_text(tmp_path, text))
    assert [(one.title, one.text) for one in plan.body] == [
        (None, "Bổ sung nhiệm vụ tập huấn."), (None, "Các nội dung khác giữ nguyên."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thủ trưởng các đơn vị ký cam kết thực hiện.", "Thủ trưởng các đơn vị"),
        ("Trung tâm Phục vụ hành chính công tập huấn cho người hỗ trợ.", "Trung tâm Phục vụ hành chính công"),
    ],
)  # fmt: skip
def test_a_pledge_and_a_training_are_verbs(text, names):
    assert leading_names(text) == names


def test_the_last_working_day_of_a_month_is_a_day():
    rule = rule_of(
        "Văn phòng báo cáo Chủ tịch UBND phường vào ngày làm việc cuối cùng của tháng.", 2026
    )
    assert rule and rule.deadline == "vào ngày làm việc cuối cùng của tháng"


def test_the_plan_that_is_amended_is_the_agency_s_own():
    text = PLAN.replace("title: X", "title: X, amends: {number: 27, date: 14/01/2026}").replace(
        "body:", "opening: UBND xã điều chỉnh Kế hoạch số 27/KH-UBND ngày 14/01/2026 như sau\nbody:"
    )
    text += "      - {id: a, title: X, product: Y, deadline: Quý I, lead: [a]}\n"
    assert incomplete_first_citation.CODE not in [one.finding.code for one in find(text)]


def test_what_stands_below_a_merged_heading_is_no_task(tmp_path):
    paper = Document()
    for line in HEAD.splitlines():
        paper.add_paragraph(line)
    rows = [
        ("TT", "Nội dung công việc", "Thời gian thực hiện", "", "Đơn vị chủ trì"),
        ("", "", "Từ", "Đến", ""),
        ("1", "Lập danh mục rà soát", "15/01", "15/02/2026", "Phòng Kinh tế"),
    ]
    grid = paper.add_table(len(rows), 5)
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for column in (0, 1, 4):
        grid.cell(0, column).merge(grid.cell(1, column))
    grid.cell(0, 2).merge(grid.cell(0, 3))
    for line in END.splitlines():
        paper.add_paragraph(line)
    path = tmp_path / "ke-hoach.docx"
    paper.save(str(path))
    (task,) = plan_of(recognise(open_paper(path))).tasks
    assert (task.start, task.deadline) == ("15/01", "15/02/2026")


def test_cells_under_one_heading_are_not_several_days(tmp_path):
    rows = [
        ("TT", "Nhiệm vụ", "Thời gian", "Thời gian", "Chủ trì"),
        ("1", "Rà soát", "15/01", "15/02/2026", "Phòng Kinh tế"),
    ]
    (task,) = plan_of(word(tmp_path, HEAD, rows, END)).tasks
    assert ";" not in (task.deadline or "")


def test_a_table_of_what_is_done_all_the_time_needs_no_column_for_it(tmp_path):
    rows = [("STT", "Nhiệm vụ", "Chủ trì"), ("1", "Xử lý phản ánh", "Phòng Kinh tế")]
    over = "PHỤ LỤC\nA. NHIỆM VỤ THƯỜNG XUYÊN"
    (task,) = plan_of(word(tmp_path, HEAD + "Theo Phụ lục.", END, over, rows)).tasks
    assert task.deadline == "Thường xuyên"


def test_who_begins_a_sentence_that_ends_with_when_does_it():
    tail = tail_of("Trạm Y tế xã cập nhật hồ sơ sức khỏe điện tử: Thường xuyên.", 2026)
    assert tail and tail.deadline == "Thường xuyên"
    assert leading_names("Công an xã làm sạch dữ liệu dân cư.") == "Công an xã"
