"""What the procedure-control plan of xã Định Hóa must hold: every fact of its source."""

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

PLAN = "dinh-hoa-kstthc"

LEAD = ("pvhcc",)
SUPPORT = ("phong-chuyen-mon", "co-quan-lien-quan")

# printed number | words of the task that name what it is about
TASKS = """
1.1|kiểm soát TTHC, cơ chế một cửa, một cửa liên thông
1.2|kiện toàn cán bộ, công chức đầu mối
1.3|Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ
1.4|phân cấp, ủy quyền giải quyết TTHC
1.5|Truyền thông, hỗ trợ hoạt động kiểm soát TTHC
2.1.1|trên Cổng/Trang thông tin điện tử của đơn vị
2.1.2|Thông tư số 03/2025/TT-VPCP ngày 15/9/2025 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ
2.1.3|số hóa 100% hồ sơ, kết quả giải quyết TTHC
2.2|Đề xuất sáng kiến, giải pháp thực hiện kiểm soát TTHC
2.3|Báo cáo thực hiện kiểm soát TTHC
2.4.1|Công khai địa chỉ cơ quan có thẩm quyền tiếp nhận
2.4.2|Xử lý phản ánh, kiến nghị về quy định hành chính
3.1|đồng bộ 100% hồ sơ tiếp nhận, giải quyết vào Hệ thống thông tin giải quyết TTHC của tỉnh
3.2|Nghị định số 45/2020/NĐ-CP ngày 08/4/2020
3.3|Bộ Chỉ số đánh giá chất lượng phục vụ người dân, doanh nghiệp trong giải quyết
3.4|doanh nghiệp cung ứng dịch vụ bưu chính công ích
"""

# printed number | subject | rows directly below | title
HEADINGS = """
1|steering|5|Công tác chỉ đạo, điều hành kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa, \
một cửa liên thông và thực hiện thủ tục hành chính (TTHC) trên môi trường điện tử
2|procedures|4|Kiểm soát TTHC
2.1||3|Kiểm soát, công khai TTHC
2.4||2|Tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính
3|procedures|4|Thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết TTHC
"""


@pytest.fixture(scope="module")
def body(plan: Plan) -> dict[str, Section]:
    return {found.label: found.section for found in sections(plan)}


def test_the_paper_is_a_draft_that_a_vice_chairman_signs(plan: Plan) -> None:
    assert (plan.kind, plan.year, plan.status) == ("kstthc", 2026, "draft")
    assert (plan.commune.level, plan.commune.name) == ("xã", "Định Hóa")
    assert plan.commune.province == "tỉnh Thái Nguyên"
    paper = plan.document
    assert (paper.number, paper.symbol, paper.date) == (None, "KH-UBND", (2026, 1, None))
    assert paper.issuer == "chairman"
    assert paper.title == (
        "Kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông và thực hiện "
        "thủ tục hành chính trên môi trường điện tử trong giải quyết thủ tục hành chính xã Định "
        "Hóa năm 2026"
    )
    assert paper.signer is not None
    assert paper.signer.authority == ("KT. CHỦ TỊCH",)
    assert (paper.signer.post, paper.signer.name) == ("PHÓ CHỦ TỊCH", "Phan Thanh Nam")


def test_three_recipients_and_the_archive_line(plan: Plan) -> None:
    assert plan.document.recipients == (
        "Lãnh đạo UBND xã",
        "Các phòng, trung tâm thuộc UBND xã",
        "Lãnh đạo Trung tâm PVHCC",
    )
    assert plan.document.archive == "Lưu: VT, TTPVHCC. Hanght"


def test_six_bases_one_document_each(plan: Plan) -> None:
    cited = [find_citations(base)[0] for base in plan.bases]
    assert [(one.symbol, one.date, one.issuer) for one in cited] == [
        ("63/2010/NĐ-CP", date(2010, 6, 8), "Chính phủ"),
        ("92/2017/NĐ-CP", date(2017, 8, 7), "Chính phủ"),
        ("118/2025/NĐ-CP", date(2025, 6, 9), "Chính phủ"),
        ("01/2023/TT-VPCP", date(2023, 4, 5), "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
        ("03/2025/TT-VPCP", date(2025, 9, 15), "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
        ("182/KH-UBND", date(2025, 12, 25), "UBND tỉnh Thái Nguyên"),
    ]
    assert [base.split()[0] for base in plan.bases] == ["Căn"] * 5 + ["Thực"]


def test_the_documents_cited_after_the_bases(
    body: dict[str, Section], tasks: dict[str, Task]
) -> None:
    texts = [section.text or "" for section in body.values()]
    cited = find_citations("\n".join(texts + [task.title for task in tasks.values()]))
    assert [(one.symbol, one.date) for one in cited] == [
        ("66/NQ-CP", date(2025, 3, 26)),
        ("118/2025/NĐ-CP", None),
        ("766/QĐ-TTg", date(2022, 6, 23)),
        ("118/2025/NĐ-CP", date(2025, 6, 9)),
        ("03/2025/TT-VPCP", date(2025, 9, 15)),
        ("45/2020/NĐ-CP", date(2020, 4, 8)),
        ("2347/QĐ-UBND", date(2025, 12, 17)),
        ("766/QĐ-TTg", date(2022, 6, 23)),
    ]


def test_five_units_and_two_collective_names(plan: Plan) -> None:
    assert [(unit.id, unit.kind) for unit in plan.units] == [
        ("pvhcc", "own"),
        ("dich-vu", "own"),
        ("vh-xh", "own"),
        ("kinh-te", "own"),
        ("van-phong", "own"),
    ]
    assert plan.units[0].aliases == ("Trung tâm PVHCC",)
    assert [(group.id, group.members) for group in plan.groups] == [
        ("phong-chuyen-mon", ("vh-xh", "kinh-te", "van-phong")),
        ("co-quan-lien-quan", ()),
    ]


def test_three_parts_with_lettered_points(plan: Plan, body: dict[str, Section]) -> None:
    held = {label: len(section.items) for label, section in body.items() if section.items}
    assert held == {"I": 2, "I.1": 3, "I.2": 3, "II": 10, "II.8": 3, "III": 3}
    letters = [f.mark for f in sections(plan) if f.mark.endswith(")")]
    assert letters == ["a)", "b)", "c)"] * 3


def test_nine_solutions_and_then_the_sentence_that_points_to_the_appendix(
    plan: Plan, body: dict[str, Section]
) -> None:
    *solutions, pointer = (found for found in sections(plan) if found.place[:2] == ("body", 1))
    assert [found.section.role for found in solutions if found.section.role] == ["solutions"]
    assert pointer.section.role == "appendix"
    assert pointer.section.text == "(Có Phụ lục chi tiết kèm theo)"


def test_three_duties_one_of_them_a_report_to_the_province(body: dict[str, Section]) -> None:
    duties = [body[f"III.{n}"] for n in (1, 2, 3)]
    assert [(duty.units, duty.leads) for duty in duties] == [
        (("pvhcc",), ("procedures",)),
        (("phong-chuyen-mon",), ()),
        (("dich-vu",), ()),
    ]
    rules = [section for section in body.values() if section.report or section.deadline]
    (rule,) = rules
    assert (rule.id, rule.deadline) == ("bao-cao-kiem-soat-tthc", "định kỳ theo quy định")
    assert rule.report is not None
    assert (rule.report.to, rule.report.via) == ("Ủy ban nhân dân tỉnh", "pvhcc")


def test_the_columns_have_no_product(plan: Plan, tasks: dict[str, Task]) -> None:
    (appendix,) = plan.appendices
    assert (appendix.numbering, appendix.area_numbering) == ("level", "arabic")
    assert [(column.key, column.heading, column.spanner) for column in appendix.columns] == [
        ("number", "STT", None),
        ("title", "Nội dung công việc", None),
        ("lead", "Cơ quan, đơn vị chủ trì thực hiện", None),
        ("support", "Cơ quan, đơn vị phối hợp/theo dõi", None),
        ("deadline", "Thời gian hoàn thành", None),
    ]
    assert not any(task.product or task.requirement for task in tasks.values())


def test_five_headings_hold_sixteen_tasks(plan: Plan, tasks: dict[str, Task]) -> None:
    (appendix,) = plan.appendices
    assert [
        f"{row.number}|{row.row.subject or ''}|{len(row.row.tasks)}|{row.row.title}"
        for row in rows(appendix)
        if isinstance(row.row, Area)
    ] == HEADINGS.strip().split("\n")
    assert len(tasks) == 16


def test_the_second_2_1_of_the_source_is_task_2_1_1(tasks: dict[str, Task]) -> None:
    assert list(tasks) == [row.split("|")[0] for row in TASKS.strip().split("\n")]
    assert tasks["2.1.1"].id == "cong-khai-tthc"
    assert not any(task.number for task in tasks.values())


@pytest.mark.parametrize("row", TASKS.strip().split("\n"), ids=lambda row: row.split("|")[0])
def test_one_unit_leads_each_task_with_the_same_support(tasks: dict[str, Task], row: str) -> None:
    number, words = row.split("|")
    task = tasks[number]
    assert words in task.title
    assert (task.lead, task.support) == (LEAD, SUPPORT)
    assert task.deadline == ("Định kỳ hàng quý, năm" if number == "2.3" else "Thường xuyên")


def test_the_table_says_that_it_breaks_off(plan: Plan, tasks: dict[str, Task]) -> None:
    (appendix,) = plan.appendices
    assert appendix.incomplete is not None
    assert "dừng sau nhiệm vụ 3.4" in appendix.incomplete
    assert list(tasks)[-1] == "3.4"
    assert not any(task.incomplete for task in tasks.values())


def test_two_targets_of_100_per_cent(plan: Plan, tasks: dict[str, Task]) -> None:
    assert plan.targets == ()
    assert {
        number: [(target.exactly, target.unit) for target in task.targets]
        for number, task in tasks.items()
        if task.targets
    } == {"2.1.3": [("100", "%")], "3.1": [("100", "%")]}


def test_only_the_report_of_task_2_3_has_dates(plan: Plan) -> None:
    items = list(occurrences("dinh-hoa-kstthc", plan, date(2026, 1, 2)))
    assert [(item.number, item.due) for item in items if item.due] == [
        ("2.3", date(2026, 3, 31)),
        ("2.3", date(2026, 6, 30)),
        ("2.3", date(2026, 9, 30)),
        ("2.3", date(2026, 12, 31)),
    ]
    undated = [item.source for item in items if not item.due]
    assert Counter(undated) == {"task": 15, "report": 1}
    assert not any(item.state == "overdue" for item in items)


def test_no_progress_is_recorded(plan: Plan, tasks: dict[str, Task]) -> None:
    assert not any(task.progress for task in tasks.values())
    assert not any(found.section.progress for found in sections(plan))


def test_slips_are_put_right(plan: Plan) -> None:
    text = repr(plan)
    for slip in (
        "Công Dịch vụ", "nghiêm yết", "những phiền", "hợp phối hợp", "23/06/2022", "Định Hoá",
        "tại trung tâm Phục vụ", "25 tháng 12",
    ):  # fmt: skip
        assert slip not in text
