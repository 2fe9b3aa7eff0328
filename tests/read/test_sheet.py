"""Tables people keep: rows of CSV and Excel files with their places."""

from __future__ import annotations

import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from cchc.errors import UserError
from cchc.read.tables import spreadsheet, workbook
from cchc.read.tables.spreadsheet import read_csv
from cchc.read.tables.workbook import read_xlsx


def csv(tmp_path, content: bytes | str):
    path = tmp_path / "bang.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (read,) = read_csv(path)
    return read


def xlsx(tmp_path, *rows, formats=None):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Tháng 6"
    for row in rows:
        page.append(row)
    for cell, number_format in (formats or {}).items():
        page[cell].number_format = number_format
    path = tmp_path / "bang.xlsx"
    book.save(path)
    (read,) = read_xlsx(path)
    return read


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_csv_in_every_usual_form(tmp_path, delimiter, mark, ending):
    lines = ["Mã;Tình trạng", " a ; xong", '"a;b";"x ""y"""']
    text = ending.join(lines).replace(";", delimiter) + ending
    read = csv(tmp_path, mark + text.encode())
    assert [row.cells for row in read.rows] == [
        ("Mã", "Tình trạng"), ("a", "xong"), (f"a{delimiter}b", 'x "y"'),
    ]  # fmt: skip


def test_csv_rows_know_the_line_they_start_on(tmp_path):
    read = csv(tmp_path, 'a,b\n\n"x\ny",z\nlast,row\n')
    assert [(row.number, row.cells[0]) for row in read.rows] == [(1, "a"), (3, "x\ny"), (5, "last")]
    assert read.where(read.rows[1], 1) == "bang.csv:3:2"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Mã\nế".encode("utf-16"), "is not UTF-8"),
        ("Kế hoạch".encode()[:4] + b"\xe3", "is not UTF-8"),
        (b'a,b\nx,"y\n', ":2: a quotation mark is not closed, or text follows it"),
        (b'a,b\nx,"y"z\n', ":2: a quotation mark is not closed, or text follows it"),
    ],
)
def test_csv_that_cannot_be_read(tmp_path, content, said):
    with pytest.raises(UserError) as refusal:
        csv(tmp_path, content)
    assert said in str(refusal.value.message)


def test_excel_values_become_text_and_dates(tmp_path):
    read = xlsx(
        tmp_path,
        ["Mã", 17, 1.1, 2.1, 1234567.5, None, " x ", datetime(2026, 6, 12), date(2026, 6, 1), True],
        formats={"D1": "0.00"},
    )
    assert read.rows[0].cells == (
        "Mã", "17", "1.1", "2.10", "1234567.5", "", "x", date(2026, 6, 12), date(2026, 6, 1), "True",
    )  # fmt: skip


def test_what_an_excel_file_says_about_its_own_size_is_not_believed(tmp_path):
    xlsx(tmp_path, ["a", "b"], ["c", "d"])
    wrong = tmp_path / "wrong.xlsx"
    with zipfile.ZipFile(tmp_path / "bang.xlsx") as old, zipfile.ZipFile(wrong, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'ref="A1:B2"', b'ref="A1"'))
    (read,) = read_xlsx(wrong)
    assert [row.cells for row in read.rows] == [("a", "b"), ("c", "d")]


def test_excel_rows_have_the_names_of_their_cells(tmp_path):
    read = xlsx(tmp_path, [], [None, "x"], [], ["y"])
    assert [row.number for row in read.rows] == [2, 4]
    assert read.where(read.rows[0], 1) == "bang.xlsx: Tháng 6!B2"
    assert read.where(read.rows[1], 27) == "bang.xlsx: Tháng 6!AB4"
    assert read.rows[1].cell(9) == ""


@pytest.mark.parametrize("content", [b"Ma,STT", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_said_so(tmp_path, content):
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        read_xlsx(path)
    assert str(refusal.value.message) == f"{path} is not an Excel workbook"


@pytest.mark.parametrize("read", [read_xlsx, read_csv])
def test_an_empty_table_is_called_empty(tmp_path, read):
    path = tmp_path / "x"
    path.write_bytes(b"")
    with pytest.raises(UserError) as refusal:
        read(path)
    assert str(refusal.value.message) == f"{path}: the file is empty"


def test_a_workbook_cut_off_is_damaged(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"PK\x03\x04rest")
    with pytest.raises(UserError) as refusal:
        read_xlsx(path)
    assert str(refusal.value.message) == f"{path}: the file is damaged"


@pytest.mark.parametrize("read", [read_csv, read_xlsx])
def test_a_missing_file_is_said_so(tmp_path, read):
    with pytest.raises(UserError) as refusal:
        read(tmp_path / "x")
    assert str(refusal.value.message) == f"{tmp_path / 'x'} cannot be read: no such file or folder"


def test_tables_beyond_all_use_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MAX_ROWS", 3)
    csv(tmp_path, "a\n" * 3)
    with pytest.raises(UserError) as refusal:
        csv(tmp_path, "a\n" * 4)
    assert str(refusal.value.message).endswith("bang.csv is too large for a table of progress")
    monkeypatch.setattr(workbook, "MAX_ROWS", 3)
    with pytest.raises(UserError, match="too large"):
        xlsx(tmp_path, *(["a"],) * 4)
    monkeypatch.setattr(spreadsheet, "MAX_BYTES", 3)
    with pytest.raises(UserError, match="too large"):
        csv(tmp_path, "aaaa")
