"""Phiếu giao việc: all that one unit has to do, and nothing of another's."""

from __future__ import annotations

import pytest

from cchc.document.check import check_parts
from cchc.document.dump import dumped_words
from cchc.document.papers.assignment_sheet import sheet_paper
from cchc.views.assignments import assignments
from cchc.word.package import read_package
from tests.document.conftest import plan_of
from tests.document.papers import PLANS, SIGNER, printed, real_plan


def with_work(name, plan):
    """Return the units of the agency itself that the plan gives something to do."""
    return [
        unit.id for unit in assignments([(name, plan)])
        if unit.kind != "outside" and (unit.lead or unit.support or unit.duties or unit.reports)
    ]  # fmt: skip


UNITS = [(name, unit) for name in PLANS for unit in with_work(name, real_plan(name))]


def sheet(name, unit):
    found = real_plan(name)
    paper = sheet_paper(name, found, unit, None if found.document.signer else SIGNER)
    assert paper is not None
    return found, paper


@pytest.mark.parametrize(("name", "unit"), UNITS)
def test_a_sheet_has_what_the_assignments_have_and_passes_check_docx(name, unit, tmp_path):
    plan, paper = sheet(name, unit)
    (told,) = assignments([(name, plan)], {name: [unit]})
    assert [row.number for row in paper.led] == [one.number for one in told.lead]
    assert [row.number for row in paper.supported] == [one.number for one in told.support]
    assert [row.number for row in paper.report] == [one.number for one in told.reports]
    path = tmp_path / "phieu.docx"
    path.write_bytes(printed(paper, "phieu-giao-viec"))
    said = check_parts(read_package(path), path)
    assert [(one.fault.code, str(one.place), str(one.found)) for one in said] == []


def test_the_five_plans_have_sheets_for_many_units():
    assert len(UNITS) >= 30
    assert {name for name, _ in UNITS} == set(PLANS)


def test_what_a_unit_leads_names_product_deadline_dates_and_support():
    _, paper = sheet("nam-dan", "pvhcc")
    text = dumped_words(printed(paper, "phieu-giao-viec"))
    assert "Giao Trung tâm Phục vụ hành chính công" in text
    row = next(line for line in text.splitlines() if line.startswith("| 17 |"))
    assert "Ban hành Kế hoạch kiểm soát TTHC" in row
    assert "Quý I/2026 / (31/3/2026)" in row


def test_work_given_through_a_collective_name_says_so():
    _, paper = sheet("nam-dan", "kinh-te")
    through = [row for row in paper.supported if row.through]
    assert through
    assert through[0].through == "Giao chung: Các cơ quan, đơn vị có liên quan"


def test_a_unit_with_nothing_to_do_has_no_sheet():
    idle = {"id": "nhan-roi", "name": "Trạm Y tế", "kind": "outside"}
    plan = plan_of(units=[*plan_of().model_dump(mode="json")["units"], idle])
    assert sheet_paper("thu", plan, "nhan-roi") is None
    assert "nhan-roi" not in with_work("thu", plan)


def test_empty_parts_say_so_instead_of_an_empty_table():
    idle = plan_of(appendices=[], body=[{"text": "Việc.", "units": ["vh-xh"]}])
    paper = sheet_paper("thu", idle, "vh-xh")
    text = dumped_words(printed(paper, "phieu-giao-viec"))
    assert text.count("Không có.") == 2
    assert text.count("Không quy định riêng.") == 1
    assert "Yêu cầu, sản phẩm" not in text


def test_the_receiver_has_room_to_sign():
    _, paper = sheet("nam-dan", "vh-xh")
    text = dumped_words(printed(paper, "phieu-giao-viec"))
    assert "NGƯỜI NHẬN VIỆC" in text
    assert "(Ký, ghi rõ họ tên)" in text


def test_a_plan_that_names_nobody_takes_the_signer_given():
    _, paper = sheet("thanh-mien", UNITS[-1][1] if UNITS[-1][0] == "thanh-mien" else "vh-xh")
    assert paper.signer.name == SIGNER
    assert paper.signer.post == "CHỦ TỊCH"


def test_markup_in_a_plan_is_printed_as_text():
    plan = plan_of(units=[{"id": "vh-xh", "name": "A & B <b>{{ x }}</b> 😀"},
                          {"id": "van-phong", "name": "Văn phòng"}])  # fmt: skip
    text = dumped_words(printed(sheet_paper("thu", plan, "vh-xh"), "phieu-giao-viec"))
    assert "Giao A & B <b>{{ x }}</b> 😀" in text
