"""The follow-up sheet as the officer of a unit finds it in Excel."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cchc.outputs.followup_sheet import About, followup_sheet
from cchc.read.load import load, read_source, required_plan
from cchc.views.followup import Period, follow_up

TODAY = date(2026, 5, 15)
PERIOD = Period(date(2026, 4, 1), date(2026, 6, 30))
ABOUT = About("Cải cách hành chính năm 2026", PERIOD, TODAY, date(2026, 1, 1))


@pytest.fixture(scope="module")
def unit(plans):
    return next(
        one for one in follow_up("nam-dan", required_plan(load(plans / "nam-dan.yaml")), TODAY, PERIOD)
        if one.unit == "pvhcc"
    )  # fmt: skip


@pytest.fixture(scope="module")
def content(unit):
    return followup_sheet(unit, ABOUT)


@pytest.fixture
def book(content):
    return load_workbook(BytesIO(content))


def column(page, heading):
    """Return the cells of a column below its heading."""
    (n,) = [cell.column for cell in page[4] if cell.value == heading]
    return [row[n - 1] for row in page.iter_rows(min_row=5)]


def test_each_open_task_it_leads_is_a_row_with_its_facts(book):
    page = book["Phiếu"]
    assert [cell.value for cell in column(page, "STT")] == [
        "IV.8.1", "IV.8.2", "17", "18", "IV.8.2", "IV.8.4",
    ]  # fmt: skip
    assert [cell.value for cell in page[7][:10]] == [
        "nam-dan", "ke-hoach-kstthc", None, "17",
        "Ban hành Kế hoạch kiểm soát TTHC, triển khai cơ chế một cửa, một cửa liên thông và giải"
        " quyết TTHC trên môi trường điện tử năm 2026",
        "Kế hoạch", "Các cơ quan, đơn vị có liên quan", "Quý I/2026", datetime(2026, 3, 31), None,
    ]  # fmt: skip
    assert [cell.value for cell in column(page, "Kỳ")] == [
        None,
        "2026-Q1",
        None,
        None,
        "2026-Q2",
        None,
    ]
    assert page["E6"].value.startswith("[Báo cáo] ")
    assert page["E5"].value.startswith("[Trách nhiệm] ")
    assert "Phòng Kinh tế" in page["G5"].value  # who else leads it


def test_what_it_only_supports_stands_apart_with_its_leaders(book):
    page = book["Phối hợp"]
    assert [cell.value for cell in column(page, "STT")] == ["1", "2"]
    assert page["E5"].value.startswith("Phòng Văn hóa - Xã hội")
    assert "Tình trạng" not in [cell.value for cell in page[4]]
    assert all(cell.protection.locked for row in page.iter_rows() for cell in row)


def test_only_the_yellow_cells_can_be_written_in(book):
    page = book["Phiếu"]
    assert page.protection.sheet
    assert page.protection.password is None
    assert not page.protection.autoFilter  # the flag says what is forbidden
    assert book.security.lockStructure
    free = {
        page.cell(4, cell.column).value
        for row in page.iter_rows() for cell in row if not cell.protection.locked
    }  # fmt: skip
    assert free == {"Tình trạng", "Ngày", "Tài liệu kiểm chứng", "Ghi chú"}
    for heading in free:
        cells = column(page, heading)
        assert not any(cell.protection.locked for cell in cells)
        assert {cell.fill.fgColor.rgb[-6:] for cell in cells} == {"FFF9DB"}
        assert {cell.value for cell in cells} == {None}


def test_the_state_is_chosen_and_the_day_is_checked(book):
    states, dates = book["Phiếu"].data_validations.dataValidation
    assert (states.type, str(states.sqref), states.formula1) == (
        "list", "K5:K10", '"Đang thực hiện,Hoàn thành,Tạm dừng"',
    )  # fmt: skip
    assert (dates.type, str(dates.sqref)) == ("date", "L5:L10")
    assert (dates.formula1, dates.formula2) == ("DATE(2026,1,1)", "TODAY()")
    assert len(states.formula1) < 255  # all that Excel takes
    assert states.showErrorMessage and dates.showErrorMessage


def test_ids_are_hidden_and_the_rest_is_seen(book):
    page = book["Phiếu"]
    hidden = [
        cell.value for n, cell in enumerate(page[4]) if page.column_dimensions[chr(65 + n)].hidden
    ]
    assert hidden == ["Kế hoạch", "Mã", "Dấu"]
    assert book["cchc"].sheet_state == "hidden"
    assert book.active.title == "Phiếu"


def test_the_guide_stands_above_the_header_which_is_frozen_and_repeated_on_paper(book):
    page = book["Phiếu"]
    assert page["C1"].value == "PHIẾU THEO DÕI NHIỆM VỤ: Trung tâm Phục vụ hành chính công"
    assert page["C2"].value == (
        "Kế hoạch: Cải cách hành chính năm 2026 (nam-dan). Việc chưa hoàn thành, từ 01/04/2026 đến"
        " 30/06/2026; lập ngày 15/05/2026."
    )
    assert page["C3"].value.startswith("Cách ghi: chỉ ghi vào các ô nền vàng")
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$4:$4"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)


def test_what_is_overdue_is_seen_at_once(book):
    colours = [cell.fill.fgColor.rgb[-6:] for cell in column(book["Phiếu"], "Hạn cuối")]
    assert colours == ["FFC7CE"] * 4 + ["F2F2F2"] * 2


def test_text_that_looks_like_a_formula_stays_text(plans):
    path = plans / "nam-dan.yaml"
    text = path.read_text("utf-8").replace(
        "title: Ban hành Kế hoạch kiểm tra công tác cải cách TTHC năm 2026",
        "title: '=HYPERLINK(\"x\")'",
    )
    plan = read_source(path, text).plan
    (unit,) = [one for one in follow_up("nam-dan", plan, TODAY, PERIOD) if one.unit == "pvhcc"]
    page = load_workbook(BytesIO(followup_sheet(unit, ABOUT)))["Phiếu"]
    assert (page["E8"].value, page["E8"].data_type) == ('=HYPERLINK("x")', "s")
    assert page["E8"].quotePrefix


def test_the_same_plan_gives_the_same_bytes_whenever_it_is_written(unit, content, monkeypatch):
    later = datetime(2031, 2, 3, 4, 5, 6).timetuple()
    monkeypatch.setattr("zipfile.time.localtime", lambda *_: later)
    assert followup_sheet(unit, ABOUT) == content
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-05-15T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(), "mọi thời hạn"),
        (Period(date(2026, 7, 1), None), "từ 01/07/2026"),
        (Period(None, date(2026, 7, 1)), "đến 01/07/2026"),
    ],
)
def test_the_head_says_which_period_was_asked_for(unit, period, words):
    about = ABOUT._replace(period=period)
    page = load_workbook(BytesIO(followup_sheet(unit, about)))["Phiếu"]
    assert f"Việc chưa hoàn thành, {words}; lập ngày" in page["C2"].value
