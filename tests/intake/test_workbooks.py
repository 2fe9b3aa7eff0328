"""Excel workbooks: rows as Excel shows them, title lines apart, hidden sheets told."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cchc.app.import_ import import_paper
from cchc.errors import UserError
from cchc.intake.office import sheet_cells
from cchc.intake.office.number_format import formatted
from cchc.intake.office_paper import Place, Table
from cchc.intake.opening import open_paper
from cchc.intake.recognise import recognise
from tests.intake.docx_files import grid, only_table, parts_of, texts, zipped


def paper(tmp_path, book: Workbook, edit=None):
    out = BytesIO()
    book.save(out)
    parts = parts_of(out.getvalue())
    if edit:
        edit(parts)
    path = tmp_path / "phu-luc.xlsx"
    path.write_bytes(zipped(parts))
    return open_paper(path)


def sheet(*rows, name: str = "Phụ lục"):
    book = Workbook()
    book.active.title = name
    for one in rows:
        book.active.append(one)
    return book


def test_title_lines_table_and_signature(tmp_path):
    book = sheet(
        ["PHỤ LỤC"], ["(Kèm theo Kế hoạch)"], [], ["STT", "Việc", "Hạn"], [1, "Một", "Quý I"],
        ["I", "NHÓM"], [None, None, "nối"], [], [None, "Nơi nhận:", "CHỦ TỊCH"], ["- Lưu"],
    )  # fmt: skip
    book.active.merge_cells("A1:C1")
    book.active["A1"].font = Font(bold=True)
    found = paper(tmp_path, book)
    assert texts(found) == ["PHỤ LỤC", "(Kèm theo Kế hoạch)"]
    assert found.blocks[0].bold
    main, below = [one for one in found.blocks if isinstance(one, Table)]
    assert grid(main)[:3] == [["STT", "Việc", "Hạn"], ["1", "Một", "Quý I"], ["I", "NHÓM", ""]]
    assert grid(below) == [["", "Nơi nhận:", "CHỦ TỊCH"], ["- Lưu", "", ""]]
    place = main.rows[1].cells[2].place
    assert place == Place(table=1, sheet="Phụ lục", row=5, cell=3)
    assert str(place.words) == "sheet Phụ lục, row 5, column 3"


def test_merged_cells(tmp_path):
    book = sheet(["STT", "Phân công", None, "Hạn"], [None, "Chủ trì", "Phối hợp"], [1, "A", "B", "C"],
                 ["I", "NHÓM"])  # fmt: skip
    for area in ("A1:A2", "B1:C1", "D1:D2", "B4:D4"):
        book.active.merge_cells(area)
    found = only_table(paper(tmp_path, book))
    cells = [[(c.text, c.column, c.columns, c.rows) for c in one.cells] for one in found.rows]
    assert cells[0] == [("STT", 0, 1, 2), ("Phân công", 1, 2, 1), ("Hạn", 3, 1, 2)]
    assert cells[1] == [("Chủ trì", 1, 1, 1), ("Phối hợp", 2, 1, 1)]
    assert cells[3] == [("I", 0, 1, 1), ("NHÓM", 1, 3, 1)]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("1.10", "General", "1.10"),
        (1.1, "0.00", "1.10"),
        (1.1, "General", "1.1"),
        (5, "00", "05"),
        (0.955, "0.0%", "95.5%"),
        (1, "0%", "100%"),
        (1234567.8, "#,##0", "1,234,568"),
        (-2, "0", "-2"),
        (2, '"Quý "0', "Quý 2"),
        (0.1 + 0.2, "General", "0.3"),
        (2026, "General", "2026"),
        (12345678901234, "0.00E+00", "12345678901234"),
        (date(2026, 3, 5), "yyyy-mm-dd", "05/03/2026"),
        (date(2026, 3, 5), "d/m", "05/03/2026"),
        (datetime(2026, 3, 1), "mm/yyyy", "03/2026"),
        (datetime(2026, 3, 5, 7, 30), "dd/mm/yyyy hh:mm", "05/03/2026 07:30"),
        (datetime(2026, 3, 5, 7, 30), "dd/mm/yyyy", "05/03/2026"),
    ],
)
def test_values_as_excel_shows_them(tmp_path, value, form, text):
    book = sheet(["a", "b", "c"], ["x", "y", value])
    book.active["C2"].number_format = form
    assert grid(only_table(paper(tmp_path, book)))[1][2] == text


def test_numbers_with_literals_and_sections():
    assert formatted(7, '[Red]"số "00" /KH";-0') == "số 07 /KH"
    assert formatted(-0.001, "0.0") == "0.0"


def test_dates_counted_from_1904(tmp_path):
    book = sheet(["a", "b", "c"], ["x", "y", 1])
    book.epoch = CALENDAR_MAC_1904
    book.active["C2"].number_format = "dd/mm/yyyy"

    assert grid(only_table(paper(tmp_path, book)))[1][2] == "02/01/1904"


def test_sheets_in_order_and_hidden_ones_told(tmp_path):
    book = sheet(["a", "b", "c"], name="Một")
    for name, state in (("Ẩn", "hidden"), ("Rất ẩn", "veryHidden"), ("Hai", "visible")):
        book.create_sheet(name).append(["d", "e", "f"])
        book[name].sheet_state = state
    found = paper(tmp_path, book)
    assert [(one.place.sheet, one.place.table) for one in found.blocks] == [("Một", 1), ("Hai", 2)]
    assert [str(one) for one in found.notes] == ["hidden sheets not read: Ẩn, Rất ẩn"]


def test_formulas_are_read_as_their_stored_results(tmp_path):
    book = sheet(["a", "b", "c"], ["x", "=1+1", "=A1"])

    def stored(parts):
        name = "xl/worksheets/sheet1.xml"
        parts[name], found = re.subn(b"(<f>1[+]1</f>)<v.*?(</c>)", b"\\1<v>2</v>\\2", parts[name])
        assert found == 1

    found = paper(tmp_path, book, stored)
    assert grid(only_table(found))[1] == ["x", "2", ""]
    assert [str(one) for one in found.notes] == [
        "formulas without a stored result left out: 1; open the file in Excel and save it"
    ]


@pytest.mark.parametrize("formula", ["=A{}+1", "=ROW()-1"])
def test_a_row_whose_number_is_a_formula_without_result_is_a_row(tmp_path, formula):
    rows = [["STT", "Nhiệm vụ", "Sản phẩm"], [1, "Ban hành kế hoạch", "Kế hoạch"]]
    rows += [[formula.format(n), f"Rà soát lần {n}", ""] for n in (2, 3)]
    found = paper(tmp_path, sheet(*rows))
    (appendix,) = recognise(found).data["appendices"]
    assert [one["title"] for one in appendix["tasks"]] == [
        "Ban hành kế hoạch", "Rà soát lần 2", "Rà soát lần 3",
    ]  # fmt: skip
    assert grid(only_table(found))[2][0] == "2"


def test_a_number_that_follows_none_is_a_blank_that_is_told(tmp_path):
    rows = [["STT", "Nhiệm vụ", "Sản phẩm"]]
    rows += [["=ROW()-1", f"rà soát lần {n}", "Báo cáo"] for n in (1, 2)]
    found = paper(tmp_path, sheet(*rows))
    (appendix,) = recognise(found).data["appendices"]
    assert len(appendix["tasks"]) == 2
    assert [str(one) for one in found.notes] == [
        "formulas without a stored result left out: 2; open the file in Excel and save it"
    ]


def test_a_workbook_with_two_words_is_no_plan(tmp_path):
    book = Workbook()
    book.active["A9"], book.active["F1"] = "x", "y"
    book.save(tmp_path / "hai-o.xlsx")
    with pytest.raises(UserError, match="is not a plan"):
        import_paper(tmp_path / "hai-o.xlsx")


def test_text_in_old_fonts_is_turned_into_unicode(tmp_path):
    book = sheet(["a", "b", "c"], ["1", "ViÖt Nam", "x"])
    book.active["B2"].font = Font(name=".VnTime")
    found = paper(tmp_path, book)
    assert grid(only_table(found))[1][1] == "Việt Nam"
    assert "(.VnTime)" in str(found.notes[0])


def test_hidden_rows_are_read_and_told(tmp_path):
    book = sheet(["a", "b", "c"], ["1", "2", "3"])
    book.active.row_dimensions[2].hidden = True
    found = paper(tmp_path, book)
    assert grid(only_table(found))[1] == ["1", "2", "3"]
    assert [str(one) for one in found.notes] == ["hidden rows were read too: 1"]


def test_a_merged_range_over_the_whole_sheet_costs_nothing(tmp_path):
    book = sheet(["a", "b", "c"], ["1", "2", "3"])

    def edit(parts):
        name = "xl/worksheets/sheet1.xml"
        merge = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
        parts[name] = parts[name].replace(b"</worksheet>", merge)

    assert grid(only_table(paper(tmp_path, book, edit))) == [["a"], []]


def test_a_lone_cell_far_away_makes_no_row_of_empty_cells(tmp_path):
    book = sheet(["a", "b", "c"])
    book.active["XFD1"] = "xa"
    (only,) = only_table(paper(tmp_path, book)).rows
    assert [(one.text, one.column) for one in only.cells][-1] == ("xa", 16383)
    assert len(only.cells) == 4


def test_a_workbook_with_too_many_cells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet_cells, "MAX_CELLS", 5)
    with pytest.raises(UserError) as caught:
        paper(tmp_path, sheet(["a", "b", "c"], ["d", "e", "f"]))
    assert str(caught.value.message).endswith("phu-luc.xlsx: too large to be a paper")


def test_an_empty_workbook_is_refused(tmp_path):
    with pytest.raises(UserError) as caught:
        paper(tmp_path, sheet())
    assert str(caught.value.message).endswith("phu-luc.xlsx: there is no text in the file")


@pytest.mark.parametrize(
    "words",
    ["Trên đây là Kế hoạch kiểm soát thủ tục hành chính năm 2026",
     "Yêu cầu các đơn vị thuộc xã nghiêm túc triển khai thực hiện"],
)  # fmt: skip
def test_closing_words_under_a_table_are_those_of_the_plan(words, tmp_path):
    book = sheet(
        ["KẾ HOẠCH"], ["Kiểm soát thủ tục hành chính năm 2026"],
        ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành"],
        [1, "Rà soát thủ tục hành chính", "Phòng Kinh tế", "Quý I/2026"],
        [words + "./."], [],
        ["Nơi nhận:", None, None, "CHỦ TỊCH"], ["- Các đơn vị;"], ["- Sở Nội vụ;"],
        ["- Lưu: VT.", None, None, "Nguyễn Văn An"],
    )  # fmt: skip
    book.active.merge_cells("A5:D5")
    data = recognise(paper(tmp_path, book)).data
    assert data["closing"] == words
    assert data["document"]["recipients"] == ["Các đơn vị", "Sở Nội vụ"]
    assert "areas" not in data["appendices"][0]
    assert data["document"]["signer"]["name"] == "Nguyễn Văn An"
