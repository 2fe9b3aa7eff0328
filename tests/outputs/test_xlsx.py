"""The workbook as an officer finds it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from textwrap import wrap

import pytest
from openpyxl import load_workbook

from cchc.outputs.due import xlsx
from cchc.outputs.layout import DueLayout
from cchc.outputs.xlsx import WorkbookSheet, lines_needed, workbook


@pytest.fixture
def book(answer):
    return load_workbook(BytesIO(xlsx.write(answer(), DueLayout(sheet_per_unit=True))))


def test_dates_are_dates_shown_day_first(book):
    cells = [row[0] for row in book.worksheets[0].iter_rows(min_row=5) if row[0].value]
    assert cells
    for cell in cells:
        assert isinstance(cell.value, datetime)
        assert cell.is_date
        assert cell.number_format == "dd/mm/yyyy"


def test_the_header_is_frozen_filtered_and_repeated_on_paper(book):
    for page in book.worksheets:
        assert page.freeze_panes == "A5"
        assert page.auto_filter.ref == f"A4:N{page.max_row}"
        assert page.print_title_rows == "$4:$4"
        assert page["A4"].font.bold
        assert page["A4"].fill.fgColor.rgb.endswith("1F4E78")
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert page.page_setup.fitToWidth == 1
        assert page.sheet_properties.pageSetUpPr.fitToPage


def test_the_title_says_what_and_when(book):
    page = book.worksheets[0]
    assert page["A1"].value == "DANH MỤC NHIỆM VỤ THEO THỜI HẠN"
    assert page["A2"].value.startswith("Việc đến hạn từ 01/07/2026 đến 31/12/2026")


def test_a_row_has_the_colour_of_its_state(book):
    colours = {
        row[1].value: row[1].fill.fgColor.rgb[-6:] if row[1].fill.fill_type else None
        for row in book.worksheets[0].iter_rows(min_row=5)
    }
    assert colours["quá hạn"] == "FFC7CE"
    assert colours["sắp đến hạn"] == "FFEB9C"
    assert colours["chưa đến hạn"] is None


def test_long_titles_have_room_in_their_rows(book):
    page = book.worksheets[0]
    heights = {
        row[5].value: page.row_dimensions[row[5].row].height for row in page.iter_rows(min_row=5)
    }
    long = next(title for title in heights if len(title) > 150)
    assert heights[long] > 50
    assert page.column_dimensions["F"].width > 40


def test_each_unit_gets_a_sheet_with_what_it_leads(book, answer):
    assert set(book.sheetnames) == {
        "Danh mục", "xã An Bình - Các đơn vị có liên", "xã An Bình - Phòng Kinh tế",
        "xã An Bình - Phòng Văn hóa - Xã", "xã An Bình - Trung tâm Phục vụ",
        "xã An Bình - Văn phòng HĐND và", "xã Bình Minh - Phòng Kinh tế xã",
        "xã Bình Minh - Phòng Văn hoá –",
    }  # fmt: skip
    page = book["xã An Bình - Phòng Kinh tế"]
    assert page["A1"].value == "xã An Bình - Phòng Kinh tế"
    found = [row[4].value for row in page.iter_rows(min_row=5)]
    wanted = [item.number for item in answer().items
              if "Phòng Kinh tế" in item.units and item.plan == "an-binh"]  # fmt: skip
    assert found == wanted != []


def test_without_being_asked_there_is_one_sheet(answer):
    assert len(load_workbook(BytesIO(xlsx.write(answer(), DueLayout()))).sheetnames) == 1


def names_of(*names: str) -> list[str]:
    sheets = [WorkbookSheet(name, "T", "S", ["A"], [9], [], []) for name in names]
    return load_workbook(BytesIO(workbook(sheets, date(2026, 1, 1)))).sheetnames


def test_sheet_names_are_legal_and_unique():
    long = "Trung tâm Phục vụ hành chính công xã An Bình"
    found = names_of(long, long.upper(), "a/b:c*d?[e]\\", "a b c d e", "'x'", "History", "???", "")
    assert found == [
        "Trung tâm Phục vụ hành chính cô", "TRUNG TÂM PHỤC VỤ HÀNH CHÍN (2)", "a b c d e",
        "a b c d e (2)", "x", "History (2)", "1", "1 (2)",
    ]  # fmt: skip
    assert all(len(name) <= 31 for name in found)


@pytest.mark.parametrize(
    "text",
    ["", " ", "a", "a" * 11, "a b", "một hai ba bốn năm", "a\tb", "a\nb", "x" * 40, "   a   "],
)
def test_short_cells_are_counted_as_wrapping_them_would(text):
    assert lines_needed([text], [10]) == len(wrap(text, 11))


def test_a_share_is_a_number_shown_in_percent():
    sheet = WorkbookSheet("A", "T", "S", ["A"], [9], [[Decimal("0.125")]], [""])
    cell = load_workbook(BytesIO(workbook([sheet], date(2026, 1, 1))))["A"]["A5"]
    assert (cell.value, cell.number_format) == (0.125, "0.00%")
