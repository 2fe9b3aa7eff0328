"""What the plan of xã Nấm Dẩn must hold: every fact of its source, counted and named."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from cchc.language.citation import find_citations
from cchc.language.numbering import NumberedSection, rows, sections
from cchc.model.plan import Area, Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.views.occurrences import occurrences
from tests.plans.conftest import texts_of

PLAN = "nam-dan"

BODIES = {"vh-xh", "kinh-te", "van-phong", "pvhcc", "dich-vu"}

# printed number | lead | support | product | deadline
TASKS = """
1|vh-xh|lien-quan|Kế hoạch|Quý I/2026
2|vh-xh dich-vu|lien-quan|Kế hoạch, báo cáo|Thường xuyên
3|vh-xh|lien-quan|Quyết định; Kế hoạch; Công văn...|Năm 2026
4|vh-xh|lien-quan|Kế hoạch; Chương trình|Năm 2026
5|vh-xh|lien-quan|Công văn|Năm 2026
6|vh-xh|lien-quan|Kế hoạch|Năm 2026
7|van-phong|lien-quan|Các văn bản triển khai thực hiện|Năm 2026
8|van-phong|lien-quan|Các văn bản triển khai thực hiện|Năm 2026
9|vh-xh|lien-quan|Chương trình, quy chế phối hợp|Năm 2026
10|van-phong|lien-quan|Kế hoạch; Báo cáo|Năm 2026
11|van-phong|lien-quan|Văn bản tham gia ý kiến|Năm 2026
12|van-phong|lien-quan|Các văn bản kiến nghị; báo cáo kiến nghị, xử lý|Năm 2026
13|van-phong|lien-quan|Các văn bản triển khai thực hiện|Năm 2026
14|van-phong|lien-quan|Báo cáo|Năm 2026
15|van-phong|lien-quan|Các văn bản hướng dẫn, đôn đốc; Thông báo kết quả kiểm tra; \
Báo cáo kết quả kiểm tra, điều tra khảo sát|Năm 2026
16|van-phong|lien-quan|Báo cáo|Năm 2026
17|pvhcc|lien-quan|Kế hoạch|Quý I/2026
18|pvhcc|lien-quan|Kế hoạch|Quý I/2026
19|pvhcc|lien-quan|Văn bản triển khai thực hiện|Năm 2026
20|pvhcc|lien-quan|Các TTHC được công bố|Năm 2026
21|pvhcc|lien-quan|Các TTHC được công khai, tích hợp trên Cổng DVC Quốc gia, \
và Trang thông tin điện tử của xã|Năm 2026
22|pvhcc|lien-quan|Kết quả giải quyết hồ sơ TTHC cho tổ chức, cá nhân được công khai, \
minh bạch|Năm 2026
23|pvhcc|lien-quan|Văn bản triển khai thực hiện; báo cáo|Năm 2026
24|pvhcc|lien-quan|PAKN được tiếp nhận, phân loại, chuyển xử lý; Kết quả trả lời PAKN được \
công khai|Năm 2026
25|vh-xh|lien-quan|Quyết định; Báo cáo|Năm 2026
26|vh-xh|lien-quan|Kế hoạch; Quyết định; Báo cáo|Năm 2026
27|vh-xh|so-noi-vu lien-quan|Quyết định|Năm 2026
28|vh-xh|so-noi-vu lien-quan|Kế hoạch; Quyết định; Báo cáo|Năm 2026
29|vh-xh|lien-quan|Đề án; Quyết định; Báo cáo|Năm 2026
30|vh-xh|so-noi-vu lien-quan|Kế hoạch; Báo cáo|Năm 2026
31|vh-xh|lien-quan|Kế hoạch; Quyết định|Năm 2026
32|vh-xh|lien-quan|Kế hoạch; Quyết định; Báo cáo|Năm 2026
33|vh-xh|lien-quan|Quyết định; Báo cáo|Năm 2026
34|vh-xh|so-noi-vu lien-quan|Quyết định; Báo cáo|Năm 2026
35|kinh-te|lien-quan|Báo cáo|Năm 2026
36|kinh-te|lien-quan|Văn bản triển khai thực hiện|Năm 2026
37|kinh-te|lien-quan|Văn bản triển khai thực hiện|Năm 2026
38|kinh-te|lien-quan|Báo cáo|Năm 2026
39|kinh-te|lien-quan|Báo cáo|Năm 2026
40|vh-xh|lien-quan|Các văn bản triển khai thực hiện|Năm 2026
41|van-phong|lien-quan|Các văn bản triển khai thực hiện|Năm 2026
42|pvhcc|lien-quan|Các văn bản triển khai thực hiện|Năm 2026
43|vh-xh|lien-quan|Báo cáo|Năm 2026
44|vh-xh|lien-quan|Kế hoạch; Công văn; Báo cáo|Năm 2026
45||||
"""


@pytest.fixture(scope="module")
def body(plan: Plan) -> dict[str, NumberedSection]:
    """Every section that has a printed number, by its label."""
    return {found.label: found for found in sections(plan) if found.mark}


def test_the_paper_is_a_draft_of_the_committee_of_nam_dan(plan: Plan) -> None:
    assert (plan.kind, plan.year, plan.status) == ("cchc", 2026, "draft")
    assert (plan.commune.level, plan.commune.name) == ("xã", "Nấm Dẩn")
    assert plan.commune.province == "tỉnh Tuyên Quang"
    paper = plan.document
    assert (paper.number, paper.symbol, paper.date) == (None, "KH-UBND", (2026, 1, None))
    assert (paper.issuer, paper.title) == ("committee", "Cải cách hành chính năm 2026")
    assert paper.signer is not None
    assert paper.signer.authority == ("TM. ỦY BAN NHÂN DÂN",)
    assert (paper.signer.post, paper.signer.name) == ("CHỦ TỊCH", "Nguyễn Quang Hưng")


def test_six_recipients_and_the_archive_line(plan: Plan) -> None:
    assert plan.document.recipients == (
        "Sở Nội vụ tỉnh",
        "Thường trực Đảng ủy xã",
        "Thường trực HĐND xã",
        "Chủ tịch, các PCT UBND xã",
        "Các cơ quan, đơn vị liên quan",
        "Lãnh đạo, CV VP",
    )
    assert plan.document.archive == "Lưu: VT, VHXH"


def test_two_legal_bases_with_number_date_and_issuer(plan: Plan) -> None:
    cited = [find_citations(base)[0] for base in plan.bases]
    assert [(one.symbol, one.date, one.issuer) for one in cited] == [
        ("76/NQ-CP", date(2021, 7, 15), "Chính phủ"),
        ("1735/QĐ-UBND", date(2025, 12, 30), "Ủy ban nhân dân tỉnh Tuyên Quang"),
    ]
    assert plan.bases[0].startswith("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 ")
    assert plan.bases[1].startswith("Thực hiện Quyết định số 1735/QĐ-UBND ngày 30/12/2025 ")


def test_the_body_cites_four_documents(plan: Plan) -> None:
    cited = find_citations(texts_of(plan))
    assert [(one.symbol, one.date) for one in cited] == [
        ("76/NQ-CP", date(2021, 7, 15)),
        ("66-NQ/TW", date(2025, 4, 30)),
        ("178-QĐ/TW", date(2024, 6, 27)),
        ("", date(2025, 2, 19)),  # a law is cited without a number
    ]
    assert "(được sửa đổi, bổ sung ngày 25/6/2025)" in texts_of(plan)


def test_units_and_groups_are_those_of_the_source(plan: Plan) -> None:
    assert [(unit.id, unit.kind) for unit in plan.units] == [
        ("vh-xh", "own"),
        ("kinh-te", "own"),
        ("van-phong", "own"),
        ("pvhcc", "own"),
        ("dich-vu", "own"),
        ("mttq", "front"),
        ("truong-thon", "own"),
        ("so-noi-vu", "outside"),
    ]
    members = {group.id: set(group.members) for group in plan.groups}
    assert members == {"lien-quan": BODIES, "tat-ca": BODIES, "chu-tri": BODIES, "doan-the": set()}


def test_the_headings_and_the_number_of_paragraphs_under_each(
    body: dict[str, NumberedSection],
) -> None:
    assert {label: len(found.section.items) for label, found in body.items()} == {
        "I": 2, "I.1": 2, "I.2": 4,
        "II": 2, "II.1": 3, "II.2": 7,
        "II.2.1": 6, "II.2.2": 5, "II.2.3": 4, "II.2.4": 2, "II.2.5": 5, "II.2.6": 5,
        "II.2.7": 5,
        "III": 2, "III.1": 0, "III.2": 0,
        "IV": 8, "IV.1": 3, "IV.2": 1, "IV.3": 1, "IV.4": 2, "IV.5": 1, "IV.6": 2, "IV.7": 2,
        "IV.8": 4,
    }  # fmt: skip


def test_the_seven_fields_of_the_body_have_decimal_numbers(
    body: dict[str, NumberedSection],
) -> None:
    fields = [body[f"II.2.{n}"] for n in range(1, 8)]
    assert [(found.mark, found.section.subject) for found in fields] == [
        ("2.1.", "steering"),
        ("2.2.", "institutions"),
        ("2.3.", "procedures"),
        ("2.4.", "organization"),
        ("2.5.", "civil-service"),
        ("2.6.", "public-finance"),
        ("2.7.", "digital-government"),
    ]


def test_part_four_has_the_duties_of_seven_units(body: dict[str, NumberedSection]) -> None:
    duties = [body[f"IV.{n}"].section for n in range(1, 8)]
    assert [duty.units for duty in duties] == [
        ("vh-xh",),
        ("kinh-te",),
        ("van-phong",),
        ("pvhcc",),
        ("mttq", "doan-the"),
        ("dich-vu",),
        ("truong-thon",),
    ]
    assert [duty.leads for duty in duties] == [
        ("institutions", "civil-service", "communication"),
        ("public-finance",),
        ("institutions", "digital-government"),
        ("procedures",),
        (),
        (),
        (),
    ]


def test_units_named_outside_part_four(plan: Plan) -> None:
    named = [
        (found.label, found.section.units)
        for found in sections(plan)
        if found.section.units and not found.label.startswith("IV")
    ]
    assert [units for _, units in named] == [("tat-ca",), ("chu-tri",)]
    assert "gửi Phòng Kinh tế" in next(
        found.section.text or "" for found in sections(plan) if found.section.units == ("chu-tri",)
    )


def test_one_dated_duty_and_three_report_rules(plan: Plan) -> None:
    dated: list[Section] = [
        found.section for found in sections(plan) if found.section.deadline is not None
    ]
    assert [(one.id, one.units, one.deadline) for one in dated] == [
        ("bao-cao-theo-doi", (), "định kỳ hoặc đột xuất"),
        ("ke-hoach-don-vi", ("tat-ca",), "trước ngày 20/01/2026"),
        (
            "bao-cao-dinh-ky",
            ("tat-ca",),
            "hàng quý, 6 tháng và hàng năm; thời hạn gửi báo cáo trước ngày 15 của kỳ báo cáo",
        ),
        ("bao-cao-vuong-mac", ("tat-ca",), "nếu có khó khăn, vướng mắc"),
    ]
    assert [(one.id, one.report.to, one.report.via) for one in dated if one.report] == [
        ("bao-cao-theo-doi", "UBND xã và cơ quan có thẩm quyền", None),
        ("bao-cao-dinh-ky", "UBND xã", "vh-xh"),
        ("bao-cao-vuong-mac", "UBND xã", "vh-xh"),
    ]


def test_the_dates_of_the_body(plan: Plan) -> None:
    items = occurrences("nam-dan", plan, date(2026, 1, 2))
    due = [(item.task, item.due) for item in items if item.source != "task" and item.due]
    assert due == [
        ("ke-hoach-don-vi", date(2026, 1, 19)),
        ("bao-cao-dinh-ky", date(2026, 3, 14)),
        ("bao-cao-dinh-ky", date(2026, 6, 14)),
        ("bao-cao-dinh-ky", date(2026, 9, 14)),
        ("bao-cao-dinh-ky", date(2026, 12, 14)),
    ]


def test_the_text_points_to_the_appendix(plan: Plan) -> None:
    pointers = [f.section.text for f in sections(plan) if f.section.role == "appendix"]
    assert pointers == ["(Có danh mục nhiệm vụ cụ thể tại Phụ lục kèm theo)"]


def test_the_columns_of_the_appendix(plan: Plan) -> None:
    (appendix,) = plan.appendices
    assert appendix.title == "Danh mục các nhiệm vụ trọng tâm cải cách hành chính năm 2026"
    assert [(column.key, column.heading) for column in appendix.columns] == [
        ("number", "STT"),
        ("title", "Tên nhiệm vụ"),
        ("lead", "Cơ quan chủ trì"),
        ("support", "Cơ quan phối hợp"),
        ("product", "Sản phẩm"),
        ("deadline", "Thời gian"),
    ]


def test_eight_areas_hold_45_tasks(plan: Plan, tasks: dict[str, Task]) -> None:
    (appendix,) = plan.appendices
    found = [row for row in rows(appendix) if isinstance(row.row, Area)]
    assert [
        (area.number, area.row.title, area.row.subject, len(area.row.tasks))
        for area in found
        if isinstance(area.row, Area)
    ] == [
        ("I", "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", "steering", 9),
        ("II", "CẢI CÁCH THỂ CHẾ", "institutions", 7),
        ("III", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "procedures", 8),
        ("IV", "CẢI CÁCH TỔ CHỨC BỘ MÁY", "organization", 4),
        ("V", "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ", "civil-service", 6),
        ("VI", "CẢI CÁCH TÀI CHÍNH CÔNG", "public-finance", 5),
        (
            "VII",
            "XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
            "digital-government",
            4,
        ),
        ("VIII", "ĐO LƯỜNG MỨC ĐỘ HÀI LÒNG CỦA NGƯỜI DÂN", "satisfaction", 2),
    ]
    assert len(tasks) == 45


@pytest.mark.parametrize("row", TASKS.strip().split("\n"), ids=lambda row: row.split("|")[0])
def test_a_task_has_the_lead_support_product_and_deadline_of_its_row(
    tasks: dict[str, Task], row: str
) -> None:
    number, lead, support, product, deadline = row.split("|")
    task = tasks[number]
    assert (task.lead, task.support) == (tuple(lead.split()), tuple(support.split()))
    assert (task.product or "", task.deadline or "") == (product, deadline)


def test_how_often_each_deadline_and_lead_occurs(tasks: dict[str, Task]) -> None:
    assert Counter(task.deadline for task in tasks.values()) == {
        "Năm 2026": 40,
        "Quý I/2026": 3,
        "Thường xuyên": 1,
        None: 1,
    }
    assert Counter(ref for task in tasks.values() for ref in task.lead) == {
        "vh-xh": 20,
        "van-phong": 10,
        "pvhcc": 9,
        "kinh-te": 5,
        "dich-vu": 1,
    }


def test_only_task_45_is_incomplete_and_says_why(tasks: dict[str, Task]) -> None:
    reasons = {number: task.incomplete for number, task in tasks.items() if task.incomplete}
    assert list(reasons) == ["45"]
    assert "Bản gốc dừng ở tên nhiệm vụ 45" in reasons["45"]
    assert tasks["45"].title.endswith("dịch vụ giáo dục công lập năm 2026")


def test_the_province_decides_two_products(tasks: dict[str, Task]) -> None:
    approved = {number: task.approver for number, task in tasks.items() if task.approver}
    assert approved == {"27": "UBND tỉnh", "38": "UBND tỉnh"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("7", "lãnh đạo tỉnh"),
        ("8", "Chủ tịch UBND tỉnh"),
        ("12", "HĐND, UBND tỉnh ban hành"),
        ("13", "HĐND, UBND tỉnh ban hành"),
        ("15", "các lĩnh vực của ngành"),
        ("20", "Công bố TTHC nội bộ"),
        ("27", "Trình UBND tỉnh Quyết định phân cấp"),
        ("38", "gửi Sở Tài chính thẩm định trình UBND tỉnh phê duyệt"),
        ("39", "ngân sách cấp tỉnh quản lý"),
    ],
)
def test_the_wording_of_the_province_is_kept(
    tasks: dict[str, Task], number: str, words: str
) -> None:
    assert words in tasks[number].title


def test_every_measurable_target_is_there(plan: Plan, tasks: dict[str, Task]) -> None:
    everywhere = list(plan.targets)
    for found in sections(plan):
        everywhere += found.section.targets
    assert [(t.at_least, t.exactly, t.unit) for t in everywhere] == [
        (None, "100", "%"),
        *[(None, "100", "%")] * 5,
        ("95", None, "%"),
        (None, "100", "%"),
        ("90", None, "%"),
        *[(None, "100", "%")] * 2,
    ]
    in_tasks = {
        number: (target.at_least, target.at_most, target.exactly, target.unit)
        for number, task in tasks.items()
        for target in task.targets
    }
    assert in_tasks == {
        "5": ("2", "3", None, "sáng kiến"),
        "6": ("20", None, None, "%"),
        "7": ("03", None, None, "cuộc"),
        "13": (None, None, "100", "%"),
    }


def test_no_progress_is_recorded(plan: Plan, tasks: dict[str, Task]) -> None:
    assert not any(task.progress for task in tasks.values())
    assert not any(found.section.progress for found in sections(plan))


def test_misread_names_are_put_right(plan: Plan) -> None:
    assert plan.opening is not None and plan.closing is not None
    assert "xã Nấm Dẩn" in plan.opening
    assert "xã Nấm Dẩn" in plan.closing
    text = texts_of(plan)
    for slip in ("Năm Dẫn", "Năm Dăn", "CBCCVN", "chuyên đổi số", "trường thôn", "việc rà soát,"):
        assert slip not in text
