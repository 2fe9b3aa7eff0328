"""What the plan of xã Phú Thịnh must hold: every fact of its source, counted and named."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from cchc.language.citation import find_citations
from cchc.language.numbering import rows, sections
from cchc.model.plan import Area, Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.views.occurrences import occurrences

PLAN = "phu-thinh"

# printed number | lead | support | deadline
TASKS = """
1.1|vh-xh|thuoc-ubnd|Trước 30/11/2026
1.2|duoc-giao|vh-xh|Trong ngày 31/12/2026
1.3|duoc-kiem-tra|vh-xh|Trong ngày 31/12/2026
1.4|thuoc-ubnd|van-phong|Trong ngày 31/12/2026
2.1.1|van-phong|tat-ca|Trong năm 2026
2.1.2|van-phong|tat-ca|Trong năm 2026
2.2.1|van-phong|tat-ca|Trong năm 2026
2.2.2|van-phong|tat-ca|Trong năm 2026
2.3|tat-ca|van-phong|Trong năm 2026
3.1.1|pvhcc dich-vu|tat-ca|Thường xuyên
3.1.2|pvhcc dich-vu|tat-ca|Thường xuyên
3.1.3|pvhcc dich-vu|tat-ca|Thường xuyên
3.1.4|pvhcc|tat-ca|Thường xuyên
3.1.5|tat-ca|pvhcc|Thường xuyên
3.2.1|pvhcc|tat-ca|Trong năm 2026
3.2.2|tat-ca|pvhcc|Trong năm 2026
3.2.3|tat-ca|pvhcc|Trong năm 2026
4.1.1|tat-ca|vh-xh|Trong năm 2026
4.1.2|tat-ca|vh-xh|Trong năm 2026
4.2.1|tat-ca|vh-xh|Trong năm 2026
4.2.2|tat-ca|vh-xh|Trong năm 2026
4.2.3|tat-ca|vh-xh|Trong năm 2026
5.1|vh-xh|tat-ca|Trong năm 2026
5.2|vh-xh|tat-ca|Trong năm 2026
5.3|tat-ca|vh-xh|Trong ngày 31/12/2026
5.4|tat-ca|vh-xh|Trong năm 2026
6.1.1|kinh-te dich-vu|tat-ca cac-xom|Trong năm 2026
6.1.2|tat-ca|kinh-te|Trong năm 2026
6.1.3|kinh-te|tat-ca|Trong năm 2026
6.2.1|kinh-te|tat-ca|Trong năm 2026
6.2.2|kinh-te|lien-quan cac-xom|Trong năm 2026
6.2.3|kinh-te|tat-ca|Trong năm 2026
7.1|tat-ca|vh-xh|Trong năm 2026
7.2.1|tat-ca|vh-xh|Trong năm 2026
7.2.2|tat-ca|vh-xh|Trong năm 2026
7.2.3|vh-xh|tat-ca|Trong năm 2026
7.3.1|dich-vu|vh-xh lien-quan|Trong năm 2026
7.3.2|pvhcc|van-phong|Trong năm 2026
7.3.3|pvhcc|tat-ca|Trong năm 2026
7.3.4|tat-ca|pvhcc van-phong|Trong năm 2026
7.3.5|pvhcc|tat-ca|Trong năm 2026
8.1.1|pvhcc|tat-ca|Trong năm 2026
8.1.2|pvhcc|tat-ca|Trong năm 2026
8.1.3|pvhcc|tat-ca|Trong năm 2026
8.1.4|pvhcc|tat-ca|Trong năm 2026
8.1.5|pvhcc|tat-ca|Trong năm 2026
8.2|kinh-te|lien-quan|Trong năm 2026
8.3|lien-quan|kinh-te|Trong năm 2026
9.1|van-phong-dang-uy van-phong|don-vi-doanh-nghiep|Trong năm 2026
9.2|don-vi-doanh-nghiep|kinh-te van-phong|Trong năm 2026
"""

# printed number | subject | rows directly below | title
HEADINGS = """
I|steering|4|CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH
II|institutions|3|XÂY DỰNG VÀ TỔ CHỨC THỰC HIỆN VĂN BẢN QPPL TẠI TỈNH
2.1||2|Theo dõi thi hành pháp luật
2.2||2|Rà soát văn bản QPPL
III|procedures|2|CẢI CÁCH THỦ TỤC HÀNH CHÍNH
3.1||5|Công bố, công khai TTHC và các quy định có liên quan
3.2||3|Kết quả giải quyết TTHC
IV|organization|2|CẢI CÁCH TỔ CHỨC, BỘ MÁY
4.1||2|Thực hiện quy định của Chính phủ và hướng dẫn của các bộ, ngành về tổ chức bộ máy
4.2||3|Thực hiện phân cấp quản lý
V|civil-service|4|NÂNG CAO CHẤT LƯỢNG ĐỘI NGŨ CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC
VI|public-finance|2|CẢI CÁCH TÀI CHÍNH CÔNG
6.1||3|Tổ chức thực hiện công tác tài chính - ngân sách
6.2||3|Công tác quản lý, sử dụng tài sản công
VII|digital-government|3|XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ
7.2||3|Phát triển các ứng dụng, dịch vụ trong nội bộ cơ quan nhà nước
7.3||5|Phát triển ứng dụng, dịch vụ phục vụ người dân, tổ chức
VIII|satisfaction|3|TÁC ĐỘNG CẢI CÁCH HÀNH CHÍNH ĐẾN KINH TẾ - XÃ HỘI
8.1||5|Kết quả Chỉ số hài lòng về sự phục vụ hành chính (SIPAS) năm 2026
IX|other|2|CHỈ SỐ TÍNH NĂNG ĐỘNG VÀ TIÊN PHONG CỦA CẤP ỦY, CHÍNH QUYỀN
"""

# printed number | targets: bound, value and unit, "=" for exactly
TARGETS = """
1.1|>= 1 sáng kiến
1.2|= 100 %
1.3|= 100 %
1.4|= 100 %
2.3|= 100 %
3.1.1|= 100 %
3.1.2|= 100 %
3.1.3|= 100 %
3.1.4|= 100 %
3.1.5|= 100 %
3.2.1|= 100 %
3.2.2|= 100 %
3.2.3|>= 90 %
4.1.1|= 100 %
4.2.3|= 100 %
5.2|= 0 người
5.3|= 100 %
5.4|= 100 %
6.1.1|>= 90 %
6.1.2|= 100 %
7.2.1|= 100 %
7.2.2|>= 70 %; >= 90 %; = 100 %
7.2.3|= 100 %
7.3.2|= 100 %; = 100 %
7.3.3|= 100 %
7.3.4|= 100 %
7.3.5|= 100 %; = 70 %; = 90 %
8.1.5|= 100 %
8.3|= 100 %
9.1|>= 2 cuộc
"""


@pytest.fixture(scope="module")
def body(plan: Plan) -> dict[str, Section]:
    return {found.label: found.section for found in sections(plan)}


def test_the_paper_is_a_draft_of_the_chairman_of_phu_thinh(plan: Plan) -> None:
    assert (plan.kind, plan.year, plan.status) == ("par-index", 2026, "draft")
    assert (plan.commune.level, plan.commune.name) == ("xã", "Phú Thịnh")
    assert plan.commune.province == "tỉnh Thái Nguyên"
    paper = plan.document
    assert (paper.number, paper.symbol, paper.date) == (None, "KH-UBND", (2026, 4, None))
    assert paper.issuer == "chairman"
    assert paper.title == (
        "Duy trì, cải thiện và nâng cao Chỉ số cải cách hành chính (Par Index) "
        "xã Phú Thịnh năm 2026"
    )
    assert paper.signer is not None
    assert paper.signer.authority == ()
    assert (paper.signer.post, paper.signer.name) == ("CHỦ TỊCH", "Nguyễn Ngọc Hưng")


def test_six_recipients_and_the_archive_line(plan: Plan) -> None:
    assert plan.document.recipients == (
        "Thường trực Đảng ủy",
        "Thường trực HĐND xã",
        "Chủ tịch, các Phó Chủ tịch UBND xã",
        "Các cơ quan tham mưu, giúp việc Đảng ủy xã",
        "Các cơ quan, tổ chức, đơn vị thuộc UBND xã",
        "Các xóm trên địa bàn xã",
    )
    assert plan.document.archive == "Lưu: VT, VHXH, Dungdt"


def test_ten_bases_with_number_date_and_issuer(plan: Plan) -> None:
    cited = [find_citations(base)[0] for base in plan.bases]
    assert [(one.symbol, one.date, one.issuer) for one in cited] == [
        ("57-NQ/TW", date(2024, 12, 22), "Bộ Chính trị"),
        ("66-NQ/TW", date(2025, 4, 30), "Bộ Chính trị"),
        ("76/NQ-CP", date(2021, 7, 15), "Chính phủ"),
        ("71/NQ-CP", date(2025, 4, 1), "Chính phủ"),
        ("23/CT-TTg", date(2021, 9, 2), "Thủ tướng Chính phủ"),
        ("15-KH/TU", date(2025, 9, 12), "Ban Thường vụ Tỉnh ủy Thái Nguyên"),
        ("2347/QĐ-UBND", date(2025, 12, 17), "UBND tỉnh Thái Nguyên"),
        ("188/KH-UBND", date(2025, 12, 27), "UBND tỉnh Thái Nguyên"),
        ("01/KH-UBND", date(2026, 1, 5), "UBND xã Phú Thịnh"),
        ("906/QĐ-UBND", date(2026, 4, 6), "Chủ tịch UBND tỉnh Thái Nguyên"),
    ]


def test_three_documents_are_cited_first_outside_the_bases(
    body: dict[str, Section], tasks: dict[str, Task]
) -> None:
    named = find_citations(f"{body['III.1'].text}\n{tasks['4.2.1'].requirement}")
    assert [(one.symbol, one.date, one.issuer) for one in named if one.date] == [
        ("25/KH-UBND", date(2025, 1, 24), "UBND tỉnh Thái Nguyên"),
        ("03/NQ-CP", date(2025, 1, 9), "Chính phủ"),
        ("04/NQ-CP", date(2022, 1, 10), "Chính phủ"),
    ]


def test_the_opening_tells_the_result_of_2025(plan: Plan) -> None:
    assert plan.opening is not None
    for fact in ("87/100 điểm (87%)", "nhóm “tốt”", "30/92 xã, phường"):
        assert fact in plan.opening


def test_the_goal_is_90_points_after_87(plan: Plan, body: dict[str, Section]) -> None:
    (goal,) = plan.targets
    assert (goal.at_least, goal.unit, goal.previous) == ("90", "điểm", "87")
    (stated,) = body["I.1.-2"].targets
    assert (stated.at_least, stated.unit) == ("90", "điểm")


def test_seven_units_and_the_heads_that_part_four_names(plan: Plan) -> None:
    assert [(unit.id, unit.kind, unit.head) for unit in plan.units] == [
        ("vh-xh", "own", "Trưởng phòng Văn hóa - Xã hội"),
        ("kinh-te", "own", "Trưởng phòng Kinh tế"),
        ("van-phong", "own", "Chánh Văn phòng HĐND và UBND xã"),
        ("pvhcc", "own", "Giám đốc Trung tâm Phục vụ hành chính công"),
        ("dich-vu", "own", None),
        ("van-phong-dang-uy", "party", None),
        ("mttq", "front", None),
    ]


def test_the_collective_names_of_the_table(plan: Plan) -> None:
    assert {group.id: (group.name, group.members) for group in plan.groups} == {
        "tat-ca": ("Các cơ quan, tổ chức, đơn vị", "all"),
        "thuoc-ubnd": ("Các cơ quan, tổ chức, đơn vị thuộc UBND xã", "all"),
        "duoc-giao": (
            "Các cơ quan, đơn vị được giao nhiệm vụ tại Kế hoạch số 01/KH-UBND "
            "ngày 05/01/2026 của UBND xã",
            "all",
        ),
        "duoc-kiem-tra": ("Các cơ quan, tổ chức, đơn vị được kiểm tra năm 2026", "all"),
        "lien-quan": ("Các cơ quan, tổ chức, đơn vị liên quan", "all"),
        "don-vi-doanh-nghiep": ("Các cơ quan, tổ chức, đơn vị, doanh nghiệp", "all"),
        "cac-xom": ("Các xóm", ()),
    }


def test_the_parts_and_the_number_of_paragraphs_under_each(body: dict[str, Section]) -> None:
    held = {label: len(section.items) for label, section in body.items() if section.items}
    assert held == {"I": 2, "I.1": 2, "I.2": 3, "II": 1, "III": 9, "IV": 5, "IV.2": 2}


def test_five_duties_of_part_four(body: dict[str, Section]) -> None:
    assert [body[f"IV.{n}"].units for n in range(1, 6)] == [
        ("van-phong", "kinh-te", "vh-xh", "pvhcc", "lien-quan"),
        ("vh-xh",),
        ("tat-ca",),
        ("dich-vu",),
        ("mttq",),
    ]


def test_two_report_rules_without_a_date(body: dict[str, Section]) -> None:
    rules = [section for section in body.values() if section.report or section.deadline]
    assert [
        (rule.id, rule.units, rule.deadline, rule.report and rule.report.to) for rule in rules
    ] == [
        ("tong-hop-bao-cao", ("vh-xh",), "định kỳ theo quy định", "UBND xã"),
        ("bao-cao-thuc-hien", ("tat-ca",), "định kỳ theo quy định", "UBND xã"),
    ]


def test_part_two_only_points_to_the_appendix(body: dict[str, Section]) -> None:
    pointer = body["II.1"]
    assert pointer.role == "appendix"
    assert pointer.text == "(Có Biểu phân công nhiệm vụ cụ thể tại Phụ lục kèm theo)"


def test_the_assignment_spans_the_columns_of_lead_and_support(plan: Plan) -> None:
    (appendix,) = plan.appendices
    assert (appendix.numbering, appendix.area_numbering) == ("level", "roman")
    assert appendix.incomplete is None
    assert [(column.key, column.heading, column.spanner) for column in appendix.columns] == [
        ("number", "STT", None),
        ("title", "Lĩnh vực, tiêu chí", None),
        ("requirement", "Yêu cầu năm 2026", None),
        ("deadline", "Thời gian chậm nhất phải hoàn thành", None),
        ("lead", "Cơ quan chủ trì thực hiện", "Phân công nhiệm vụ"),
        ("support", "Cơ quan phối hợp", "Phân công nhiệm vụ"),
    ]


def test_fifty_tasks_stand_under_nine_areas_and_eleven_sub_areas(
    plan: Plan, tasks: dict[str, Task]
) -> None:
    (appendix,) = plan.appendices
    found = [
        f"{row.number}|{row.row.subject or ''}|{len(row.row.tasks)}|{row.row.title}"
        for row in rows(appendix)
        if isinstance(row.row, Area)
    ]
    assert found == HEADINGS.strip().split("\n")
    assert Counter("." in line.split("|")[0] for line in found) == {False: 9, True: 11}
    assert len(tasks) == 50


def test_the_tasks_are_those_of_the_table_in_its_order(tasks: dict[str, Task]) -> None:
    assert list(tasks) == [row.split("|")[0] for row in TASKS.strip().split("\n")]


@pytest.mark.parametrize("row", TASKS.strip().split("\n"), ids=lambda row: row.split("|")[0])
def test_a_task_has_the_lead_support_and_deadline_of_its_row(
    tasks: dict[str, Task], row: str
) -> None:
    number, lead, support, deadline = row.split("|")
    task = tasks[number]
    assert (task.lead, task.support) == (tuple(lead.split()), tuple(support.split()))
    assert task.deadline == deadline


def test_every_task_has_a_requirement_and_none_a_product(tasks: dict[str, Task]) -> None:
    assert all(task.requirement for task in tasks.values())
    assert not any(task.product for task in tasks.values())


@pytest.mark.parametrize(
    ("number", "criterion"),
    [
        ("1.2", "Bám sát tiến độ các nhiệm vụ tại Kế hoạch CCHC năm 2026 và thực hiện đảm bảo "
         "hiệu quả, chất lượng"),
        ("3.2.2", "Thực hiện việc xin lỗi người dân, tổ chức khi giải quyết hồ sơ TTHC quá thời "
         "hạn quy định"),
        ("4.2.2", "Thực hiện kiểm tra, đánh giá định kỳ đối với các nhiệm vụ quản lý nhà nước đã "
         "phân cấp cho địa phương"),
        ("6.1.2", "Thực hiện cơ chế tự chủ về sử dụng kinh phí quản lý hành chính tại cơ quan "
         "hành chính các cấp ở địa phương"),
        ("8.3", "Mức độ thực hiện các chỉ tiêu phát triển KT-XH do HĐND xã giao"),
    ],
)  # fmt: skip
def test_a_criterion_is_named_as_printed(
    tasks: dict[str, Task], number: str, criterion: str
) -> None:
    assert tasks[number].title == criterion


def test_how_often_each_deadline_occurs(tasks: dict[str, Task]) -> None:
    assert Counter(task.deadline for task in tasks.values()) == {
        "Trong năm 2026": 40,
        "Thường xuyên": 5,
        "Trong ngày 31/12/2026": 4,
        "Trước 30/11/2026": 1,
    }


def test_a_collective_name_leads_21_tasks_and_two_units_lead_five(
    plan: Plan, tasks: dict[str, Task]
) -> None:
    groups = {group.id for group in plan.groups}
    assert len([n for n, task in tasks.items() if groups & set(task.lead)]) == 21
    shared = [number for number, task in tasks.items() if len(task.lead) > 1]
    assert shared == ["3.1.1", "3.1.2", "3.1.3", "6.1.1", "9.1"]


def test_every_number_to_reach_is_a_target(tasks: dict[str, Task]) -> None:
    stated = {
        number: "; ".join(
            f">= {target.at_least} {target.unit}"
            if target.at_least
            else f"= {target.exactly} {target.unit}"
            for target in task.targets
        )
        for number, task in tasks.items()
        if task.targets
    }
    assert stated == dict(line.split("|") for line in TARGETS.strip().split("\n"))
    assert tasks["3.2.1"].targets[0].previous == "100"


def test_no_percentage_of_a_requirement_is_without_a_target(tasks: dict[str, Task]) -> None:
    stated = [task for task in tasks.values() if "%" in (task.requirement or "")]
    assert len(stated) == 27
    assert all(any(target.unit == "%" for target in task.targets) for task in stated)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("6.1.1", "vốn đầu tư ngân sách nhà nước tỉnh Thái Nguyên"),
        ("8.2", "thu ngân sách của tỉnh vượt dự toán, thuộc nhóm địa phương Khá trong cả nước"),
    ],
)
def test_the_wording_of_the_province_is_kept(
    tasks: dict[str, Task], number: str, words: str
) -> None:
    assert words in (tasks[number].requirement or "")


def test_no_more_dates_than_the_source_gives(plan: Plan) -> None:
    items = list(occurrences("phu-thinh", plan, date(2026, 4, 10)))
    assert Counter(item.due for item in items if item.source == "task") == {
        date(2026, 12, 31): 44,
        date(2026, 11, 29): 1,
        None: 5,
    }
    assert [item.due for item in items if item.source != "task"] == [None, None]


def test_no_progress_is_recorded(plan: Plan, tasks: dict[str, Task]) -> None:
    assert not any(task.progress for task in tasks.values())
    assert not any(found.section.progress for found in sections(plan))


def test_slips_are_put_right(plan: Plan) -> None:
    text = repr(plan)
    for slip in (
        "UBND tỉnh xã", "Các quan", "Phân đấu", "Phân đầu", "những nhiều", "chân chính",
        "CBCCV", "VHXX", "30/04/2025", "57-NQ/TW, ngày", "100%/", "dịch vụ công trực tuyến quốc",
    ):  # fmt: skip
        assert slip not in text
