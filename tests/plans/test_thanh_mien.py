"""What the plan of xã Thanh Miện must hold: every fact of its source, counted and named."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.language.citation import find_citations
from cchc.language.numbering import NumberedSection, sections
from cchc.model.plan import Plan
from cchc.views.assignments import assignments
from cchc.views.occurrences import occurrences
from tests.plans.conftest import texts_of

PLAN = "thanh-mien"

BODIES = ("vh-xh", "van-phong", "kinh-te", "pvhcc", "dich-vu")
REPORTS = (
    "báo cáo Quý, báo cáo 6 tháng gửi trước ngày 05 tháng cuối của quý, "
    "báo cáo năm gửi trước ngày 07/12"
)

# the duty points of IV.2: printed letter | units | fields led | items
DUTIES = """
a)|vh-xh|steering organization civil-service|3
b)|van-phong|institutions|3
c)|kinh-te|public-finance|3
d)|pvhcc|procedures|3
đ)|dich-vu||2
e)|ban-chi-dao||0
g)|mttq doan-the||0
"""


@pytest.fixture(scope="module")
def body(plan: Plan) -> dict[str, NumberedSection]:
    """Every section by its label."""
    return {found.label: found for found in sections(plan)}


def test_the_paper_is_issued_with_a_decision_of_the_chairman(plan: Plan) -> None:
    assert (plan.kind, plan.year, plan.status) == ("cchc", 2026, "draft")
    assert (plan.commune.level, plan.commune.name) == ("xã", "Thanh Miện")
    assert plan.commune.province == "thành phố Hải Phòng"
    paper = plan.document
    assert paper.title == "Cải cách hành chính Nhà nước xã Thanh Miện năm 2026"
    assert paper.issuer == "committee"
    decision = paper.decision
    assert decision is not None
    assert (decision.number, decision.symbol, decision.date) == (None, "QĐ-UBND", (2026, 1, None))
    assert decision.issuer == "Chủ tịch UBND xã Thanh Miện"


def test_number_signer_and_recipients_are_those_of_the_decision(plan: Plan) -> None:
    paper = plan.document
    assert (paper.number, paper.symbol, paper.date) == (None, None, None)
    assert (paper.signer, paper.recipients, paper.archive) == (None, (), None)


def test_two_legal_bases_with_number_date_and_issuer(plan: Plan) -> None:
    cited = [find_citations(base)[0] for base in plan.bases]
    assert [(one.symbol, one.date, one.issuer) for one in cited] == [
        ("76/NQ-CP", date(2021, 7, 15), "Chính phủ"),
        (
            "5256/QĐ-UBND",
            date(2025, 12, 26),
            "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng",
        ),
    ]
    assert all(base.startswith("Căn cứ ") for base in plan.bases)


def test_the_body_cites_one_decree_with_its_year(plan: Plan) -> None:
    cited = [(one.symbol, one.date) for one in find_citations(texts_of(plan))]
    assert cited == [("118/2025/NĐ-CP", date(2025, 6, 9))]


def test_units_and_groups_are_those_of_the_source(plan: Plan) -> None:
    assert [(unit.id, unit.name, unit.kind) for unit in plan.units] == [
        ("vh-xh", "Phòng Văn hóa - Xã hội", "own"),
        ("van-phong", "Văn phòng HĐND và UBND xã", "own"),
        ("kinh-te", "Phòng Kinh tế", "own"),
        ("pvhcc", "Trung tâm Phục vụ hành chính công", "own"),
        ("dich-vu", "Trung tâm Dịch vụ sự nghiệp công", "own"),
        (
            "ban-chi-dao",
            "Ban chỉ đạo của xã về phát triển khoa học, công nghệ, đổi mới sáng tạo, "
            "chuyển đổi số và Đề án 06",
            "own",
        ),
        ("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "front"),
    ]
    assert [unit.head for unit in plan.units if unit.head] == [
        "Giám đốc Trung tâm Phục vụ hành chính công"
    ]
    assert {group.id: group.members for group in plan.groups} == {
        "phong-chuyen-mon": ("vh-xh", "van-phong", "kinh-te"),
        "duoc-giao": BODIES,
        "doan-the": (),
    }


def test_the_headings_and_the_number_of_items_under_each(
    body: dict[str, NumberedSection],
) -> None:
    held = {label: len(found.section.items) for label, found in body.items()}
    assert {label: n for label, n in held.items() if n} == {
        "I": 2, "I.1": 4, "I.2": 5,
        "II": 7, "II.1": 5, "II.2": 3, "II.3": 5, "II.4": 4, "II.5": 6, "II.6": 2, "II.7": 6,
        "III": 1,
        # the source's second dash item of d) holds a report rule too, which stands by itself
        "IV": 2, "IV.1": 3, "IV.2": 7,
        "IV.2.a": 3, "IV.2.b": 3, "IV.2.c": 3, "IV.2.d": 3, "IV.2.đ": 2,
    }  # fmt: skip


def test_the_parts_have_no_gap(plan: Plan) -> None:
    parts = [found for found in sections(plan) if found.depth == 1]
    assert [(part.mark, part.section.title, part.section.role) for part in parts] == [
        ("I.", "MỤC ĐÍCH, YÊU CẦU", None),
        ("II.", "NHIỆM VỤ VÀ GIẢI PHÁP", "contents"),
        ("III.", "KINH PHÍ", "funding"),
        ("IV.", "TỔ CHỨC THỰC HIỆN", "organization"),
    ]


@pytest.mark.parametrize(
    ("label", "letters"),
    [("I.2", "abcdđ"), ("II.5", "abcdđe"), ("II.7", "abcdđe"), ("IV.2", "abcdđeg")],
)
def test_the_letters_follow_the_alphabet(plan: Plan, label: str, letters: str) -> None:
    points = [
        found.mark for found in sections(plan)
        if found.depth == 3 and found.label.startswith(f"{label}.")
    ]  # fmt: skip
    assert points == [f"{letter})" for letter in letters]


def test_the_seven_fields_of_part_two(body: dict[str, NumberedSection]) -> None:
    fields = [body[f"II.{n}"].section for n in range(1, 8)]
    assert [(field.subject, field.title) for field in fields] == [
        ("steering", "Công tác chỉ đạo, điều hành"),
        ("institutions", "Cải cách thể chế"),
        ("procedures", "Cải cách thủ tục hành chính"),
        ("organization", "Cải cách tổ chức bộ máy"),
        ("civil-service", "Cải cách chế độ công vụ"),
        ("public-finance", "Cải cách tài chính công"),
        ("digital-government", "Xây dựng và phát triển chính quyền điện tử, chính quyền số"),
    ]


@pytest.mark.parametrize("row", DUTIES.strip().split("\n"), ids=lambda row: row.split("|")[1])
def test_a_duty_point_has_the_units_fields_and_items_of_its_source(
    body: dict[str, NumberedSection], row: str
) -> None:
    mark, units, leads, items = row.split("|")
    found = body[f"IV.2.{mark.rstrip(')')}"]
    assert (found.mark, found.section.role) == (mark, "assignment")
    assert (found.section.units, found.section.leads) == (
        tuple(units.split()),
        tuple(leads.split()),
    )
    assert len(found.section.items) == int(items)
    assert bool(found.section.text) == (int(items) == 0)


def test_nobody_leads_digital_government(plan: Plan) -> None:
    led = {subject for found in sections(plan) for subject in found.section.leads}
    assert "digital-government" not in led
    assert led == {
        "steering", "organization", "civil-service", "institutions", "public-finance", "procedures",
    }  # fmt: skip


def test_the_common_duties_name_their_units(body: dict[str, NumberedSection]) -> None:
    assert [body[f"IV.1.{letter}"].section.units for letter in "abc"] == [
        ("phong-chuyen-mon", "pvhcc"),
        ("phong-chuyen-mon",),
        ("phong-chuyen-mon",),
    ]
    assert [item.units for item in body["IV.2.d"].section.items] == [
        (),
        ("duoc-giao",),
        ("duoc-giao",),
    ]


def test_one_dated_duty_and_two_report_rules(plan: Plan) -> None:
    dated = [found for found in sections(plan) if found.section.deadline is not None]
    assert [(found.label, found.section.id, found.section.deadline) for found in dated] == [
        ("IV.1.c", "bao-cao-dinh-ky", REPORTS),
        ("IV.2.c.-2", "kinh-phi-cchc", "trong Quý I/2026"),
        ("IV.2.d.-3", "bao-cao-vuong-mac", "nếu có khó khăn, vướng mắc"),
    ]
    assert [
        (found.section.report.to, found.section.report.via)
        for found in dated
        if found.section.report
    ] == [("UBND xã", "vh-xh"), ("UBND xã", None)]
    assert "gửi Sở Nội vụ" in (dated[0].section.text or "")


def test_the_dates_of_the_body(plan: Plan) -> None:
    items = occurrences("thanh-mien", plan, date(2026, 1, 2))
    assert [(item.task, item.due) for item in items if item.due] == [
        ("bao-cao-dinh-ky", date(2026, 3, 4)),
        ("bao-cao-dinh-ky", date(2026, 6, 4)),
        ("bao-cao-dinh-ky", date(2026, 9, 4)),
        ("bao-cao-dinh-ky", date(2026, 12, 6)),
        ("kinh-phi-cchc", date(2026, 3, 31)),
    ]


def test_each_unit_owes_its_duties_and_reports(plan: Plan) -> None:
    owed = assignments([("thanh-mien", plan)])
    assert {unit.id: (len(unit.duties), len(unit.reports)) for unit in owed} == {
        "vh-xh": (6, 2),
        "van-phong": (6, 2),
        "kinh-te": (6, 2),
        "pvhcc": (3, 1),
        "dich-vu": (3, 1),
        "ban-chi-dao": (1, 0),
        "mttq": (1, 0),
    }


def test_every_measurable_target_is_there(plan: Plan) -> None:
    assert [(t.measure.split()[:3], t.exactly, t.unit) for t in plan.targets] == [
        (["Nhiệm", "vụ", "UBND"], "100", "%"),
        (["Nhiệm", "vụ", "cụ"], "100", "%"),
    ]
    found = [(f.label, t.exactly, t.unit) for f in sections(plan) for t in f.section.targets]
    assert found == [("I.2.d", "100", "%")]


def test_the_same_words_stand_twice_as_in_the_source(body: dict[str, NumberedSection]) -> None:
    assert body["I.1.b"].section.text == body["I.2.đ"].section.text
    assert body["IV.2.a.-3"].section.text == body["IV.2.b.-1"].section.text


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("I.2.a", "(PARINDEX)"),
        ("I.2.a", "(SIPAS)"),
        ("I.2.d", "của xã, đồng bộ với Cổng Dịch vụ công quốc gia"),
        ("II.1.c", "Bộ Chỉ số Cải cách hành chính do Sở Nội vụ ban hành"),
        ("II.3.d", "(thuế, phí, lệ phí,...)"),
        ("II.5.c", "Thể chế các quy định"),
        ("II.5.e", "thu hút, trọng dụng nhân tài"),
        ("II.6.a", "giảm chi thường xuyên"),
        ("II.7.d", "các Bộ chuyên ngành"),
        ("II.7.đ", "quản lý đất đai"),
        ("II.7.e", "TCVN ISO 9001:2015"),
        ("III.1", "nguồn kinh phí cải cách hành chính Nhà nước năm 2026"),
        ("IV.2.e", "chuyển đổi số và Đề án 06"),
        ("IV.2.g", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức thành viên"),
    ],
)
def test_the_facts_of_the_descriptions_are_kept(
    body: dict[str, NumberedSection], label: str, words: str
) -> None:
    assert words in (body[label].section.text or "")


def test_the_appendix_is_named_and_missing(plan: Plan) -> None:
    (appendix,) = plan.appendices
    assert appendix.title == "Danh mục nhiệm vụ cụ thể"
    assert appendix.incomplete is not None and "không kèm" in appendix.incomplete
    assert (appendix.areas, appendix.tasks) == ((), ())
    (pointer,) = [found for found in sections(plan) if found.section.role == "appendix"]
    assert pointer.label == "IV.2.d.-2"
    assert "danh mục nhiệm vụ cụ thể kèm theo Kế hoạch này" in (pointer.section.text or "")


def test_the_closing_says_where_changes_are_reported(plan: Plan) -> None:
    assert "(qua Phòng Văn hóa - Xã hội xã để tổng hợp chung)" in (plan.closing or "")


def test_no_progress_is_recorded(plan: Plan) -> None:
    assert not any(found.section.progress for found in sections(plan))


def test_slips_of_the_source_are_put_right(plan: Plan) -> None:
    for slip in ("Công Dịch vụ công", "chuyên đổi", "đầy mạnh", "giám chi", "(thuê", "118/NĐ-CP"):
        assert slip not in texts_of(plan)
