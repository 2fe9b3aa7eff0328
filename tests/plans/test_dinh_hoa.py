"""What the plan of xã Định Hóa must hold: every fact of its source, counted and named."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from cchc.language.citation import find_citations
from cchc.language.numbering import NumberedSection, sections
from cchc.model.plan import Plan
from cchc.views.assignments import assignments
from cchc.views.occurrences import occurrences
from tests.plans.conftest import texts_of

PLAN = "dinh-hoa"

# the duty sections of part III: printed number | units | fields led | items | report rules
DUTIES = """
1.|vh-xh|steering organization civil-service communication digital-government|11|2
2.|van-phong|institutions|7|0
3.|kinh-te|public-finance|5|0
4.|pvhcc|procedures|7|1
5.|dich-vu|communication|3|0
6.|y-te-giao-duc||1|0
7.|mttq doan-the||5|0
"""


@pytest.fixture(scope="module")
def body(plan: Plan) -> dict[str, NumberedSection]:
    """Every section by its label."""
    return {found.label: found for found in sections(plan)}


def test_the_paper_is_a_draft_of_the_committee_signed_by_the_chairman_alone(plan: Plan) -> None:
    assert (plan.kind, plan.year, plan.status) == ("cchc", 2026, "draft")
    assert (plan.commune.level, plan.commune.name) == ("xã", "Định Hóa")
    assert plan.commune.province == "tỉnh Thái Nguyên"
    paper = plan.document
    assert (paper.number, paper.symbol, paper.date) == (None, "KH-UBND", (2025, 12, 31))
    assert paper.issuer == "committee"
    assert paper.title == "Cải cách hành chính xã Định Hóa năm 2026"
    assert paper.signer is not None
    assert (paper.signer.authority, paper.signer.post) == ((), "CHỦ TỊCH")
    assert paper.signer.name == "Nguyễn Đình Tuấn"


def test_six_recipients_and_the_archive_line(plan: Plan) -> None:
    assert plan.document.recipients == (
        "Sở Nội vụ (Báo cáo)",
        "TT Đảng ủy xã",
        "TT HĐND xã",
        "Thường trực UBMTTQ xã",
        "Chủ tịch, các PCT UBND xã",
        "Các cơ quan, đơn vị, trường học thuộc xã",
    )
    assert plan.document.archive == "Lưu: VT, PVHXH.Ngoclv"


def test_eight_legal_bases_with_number_date_and_issuer(plan: Plan) -> None:
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
    ]
    assert Counter(base.split()[0] for base in plan.bases) == {"Căn": 7, "Thực": 1}


def test_two_bases_are_about_the_resolution_57(plan: Plan) -> None:
    inside = [[one.symbol for one in find_citations(base)[1:]] for base in plan.bases]
    assert inside == [[], [], [], ["57-NQ/TW"], [], ["57-NQ/TW"], [], []]


def test_the_documents_cited_in_the_body(plan: Plan) -> None:
    assert [(one.symbol, one.date) for one in find_citations(texts_of(plan))] == [
        ("66-NQ/TW", date(2025, 4, 30)),
        ("132/KH-UBND", date(2025, 11, 16)),
        ("118/2025/NĐ-CP", date(2025, 6, 9)),
        ("766/QĐ-TTg", date(2022, 6, 23)),
        ("150/2025/NĐ-CP", date(2025, 6, 12)),
        ("57-NQ/TW", date(2024, 12, 22)),
        ("71/NQ-CP", date(2025, 4, 1)),
        ("57-NQ/TW", None),
        ("66-NQ/TW", date(2025, 4, 30)),
        ("118/2025/NĐ-CP", date(2025, 6, 9)),
        ("66/NQ-CP", date(2025, 3, 26)),
    ]


def test_units_and_groups_are_those_of_the_source(plan: Plan) -> None:
    assert [(unit.id, unit.name, unit.kind) for unit in plan.units] == [
        ("vh-xh", "Phòng Văn hóa - Xã hội", "own"),
        ("van-phong", "Văn phòng HĐND và UBND xã", "own"),
        ("kinh-te", "Phòng Kinh tế", "own"),
        ("pvhcc", "Trung tâm Phục vụ hành chính công", "own"),
        ("dich-vu", "Trung tâm Dịch vụ tổng hợp", "own"),
        ("y-te-giao-duc", "Các cơ sở Y tế, Giáo dục", "own"),
        ("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "front"),
    ]
    assert [(group.id, group.members) for group in plan.groups] == [("doan-the", ())]


def test_the_headings_and_the_number_of_items_under_each(
    body: dict[str, NumberedSection],
) -> None:
    held = {label: len(found.section.items) for label, found in body.items()}
    assert {label: n for label, n in held.items() if n} == {
        "I": 2, "I.1": 3, "I.2": 4,
        # the pointer to the appendix is the last of II.7
        "II": 7, "II.1": 4, "II.2": 6, "II.3": 6, "II.4": 9, "II.5": 5, "II.6": 8, "II.7": 6,
        # two of the source's dash items hold a report rule too, which stands by itself
        "III": 7, "III.1": 11, "III.2": 7, "III.3": 5, "III.4": 7, "III.5": 3, "III.6": 1,
        "III.7": 5,
    }  # fmt: skip
    assert all(body[label].mark == "-" for label in held if label.count(".") == 2)


def test_the_seven_fields_of_part_two(body: dict[str, NumberedSection]) -> None:
    fields = [body[f"II.{n}"].section for n in range(1, 8)]
    assert [(field.subject, field.title) for field in fields] == [
        ("institutions", "Cải cách thể chế"),
        (
            "procedures",
            "Cải cách thủ tục hành chính (TTHC) và thực hiện cơ chế một cửa, một cửa liên thông",
        ),
        ("organization", "Cải cách tổ chức bộ máy hành chính nhà nước"),
        ("civil-service", "Cải cách chế độ công vụ"),
        ("public-finance", "Cải cách tài chính công"),
        ("digital-government", "Xây dựng và phát triển chính quyền điện tử, chính quyền số"),
        ("communication", "Tuyên truyền về cải cách hành chính"),
    ]


@pytest.mark.parametrize("row", DUTIES.strip().split("\n"), ids=lambda row: row.split("|")[1])
def test_a_duty_section_has_the_units_fields_and_items_of_its_source(
    body: dict[str, NumberedSection], row: str
) -> None:
    mark, units, leads, items, reports = row.split("|")
    found = body[f"III.{mark.rstrip('.')}"]
    section = found.section
    assert (found.mark, section.role) == (mark, "assignment")
    assert (section.units, section.leads) == (tuple(units.split()), tuple(leads.split()))
    assert len(section.items) == int(items)
    assert sum(item.report is not None for item in section.items) == int(reports)


def test_no_other_section_names_units(plan: Plan) -> None:
    assert {found.label for found in sections(plan) if found.section.units} == {
        f"III.{n}" for n in range(1, 8)
    }


def test_three_report_rules_none_with_a_date(plan: Plan) -> None:
    dated = [found for found in sections(plan) if found.section.deadline is not None]
    assert [
        (found.label, found.section.id, found.section.deadline, found.section.report.to)
        for found in dated
        if found.section.report
    ] == [
        ("III.1.-6", "bao-cao-cchc", "theo chế độ báo cáo của UBND tỉnh", "UBND tỉnh"),
        ("III.1.-8", "che-do-bao-cao", "theo quy định", "Cơ quan có thẩm quyền"),
        ("III.4.-2", "bao-cao-kstthc", "theo quy định", "Cơ quan có thẩm quyền"),
    ]
    assert len(dated) == 3
    assert [item.due for item in occurrences("dinh-hoa", plan, date(2026, 1, 2))] == [None] * 3


def test_each_unit_owes_its_duties_and_reports(plan: Plan) -> None:
    owed = assignments([("dinh-hoa", plan)])
    assert {unit.id: (len(unit.duties), len(unit.reports)) for unit in owed} == {
        "vh-xh": (9, 2),
        "van-phong": (7, 0),
        "kinh-te": (5, 0),
        "pvhcc": (6, 1),
        "dich-vu": (3, 0),
        "y-te-giao-duc": (1, 0),
        "mttq": (5, 0),
    }


def test_one_measurable_target(plan: Plan) -> None:
    assert plan.targets == ()
    found = [(f.label, t.exactly, t.unit) for f in sections(plan) for t in f.section.targets]
    assert found == [("II.2.-6", "100", "%")]


def test_the_same_duties_are_given_to_several_units(body: dict[str, NumberedSection]) -> None:
    emulation = [body[label].section.text for label in ("III.1.-10", "III.2.-5", "III.3.-5")]
    assert {*emulation, body["III.4.-7"].section.text} == {emulation[0]}
    assert body["III.1.-11"].section.text == body["III.2.-6"].section.text


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (
            "I.2.-2",
            "“Rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ thẩm quyền và rõ kết quả”",
        ),
        ("II.2.-6", "không phụ thuộc địa giới hành chính"),
        ("II.3.-6", "“Chính quyền thân thiện, Nhân dân phát huy quyền làm chủ”"),
        ("II.3.-6", "“Công sở thân thiện”"),
        ("II.5.-2", "hoàn thành vượt mức dự toán"),
        ("II.6.-4", "Đề án 06"),
        ("II.7.-1", "Kế hoạch tuyên truyền Cải cách hành chính xã Định Hóa năm 2026"),
        ("II.7.-4", "bản tin, trang tin, pano, khẩu hiệu"),
        ("III.1.-2", "hiệu quả quản trị và hành chính công cấp tỉnh"),
        ("III.1.-3", "UBND cấp xã"),
        ("III.1.-7", "Kế hoạch kiểm tra công tác CCHC, kiểm tra công vụ năm 2026"),
        ("III.3.-2", "(PAR INDEX) và Chỉ số năng lực cạnh tranh (PCI) tỉnh Thái Nguyên"),
        ("III.3.-2", "trong năm 2026"),
        ("III.4.-3", "Bộ phận một cửa"),
        ("III.5.-3", "Phòng Kinh tế"),
        ("III.7.-3", "định danh và xác thực điện tử"),
    ],
)
def test_the_facts_of_the_descriptions_are_kept(
    body: dict[str, NumberedSection], label: str, words: str
) -> None:
    assert words in (body[label].section.text or "")


def test_the_appendix_is_named_and_missing(plan: Plan, body: dict[str, NumberedSection]) -> None:
    (appendix,) = plan.appendices
    assert appendix.title == "Danh mục nhiệm vụ trọng tâm cải cách hành chính năm 2026"
    assert appendix.incomplete is not None and "không kèm" in appendix.incomplete
    assert (appendix.areas, appendix.tasks) == ((), ())
    assert [f.label for f in sections(plan) if f.section.role == "appendix"] == ["II.7.-6"]
    assert body["II.7.-6"].section.text == f"(Có {appendix.title} kèm theo)"


def test_the_closing_has_the_two_paragraphs_after_part_three(plan: Plan) -> None:
    first, second = (plan.closing or "").split("\n")
    assert first.startswith("Các bộ phận chuyên môn thuộc UBND xã ")
    assert second.startswith("Trên đây là Kế hoạch Cải cách hành chính năm 2026 ")


def test_no_progress_is_recorded(plan: Plan) -> None:
    assert not any(found.section.progress for found in sections(plan))


def test_slips_of_the_source_are_put_right(plan: Plan) -> None:
    text = texts_of(plan) + "\n".join(plan.bases)
    for slip in ("Công dịch vụ công", "Công Dịch vụ công", "thời gian thực hiện trên", "30/04"):
        assert slip not in text
    assert texts_of(plan).count("Cổng Dịch vụ công quốc gia") == 3
