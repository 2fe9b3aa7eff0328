"""Files as they come back: rearranged and saved by other programs, or not what they seem."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from cchc.read.tables import spreadsheet, workbook
from tests.edit.sample import PLAN
from tests.edit.sheets import FIRST, blank, faults_of, filled, taken, workspace
from tests.edit.test_sheet_legal import records

RESAVED = Path(__file__).parent / "resaved" / "libreoffice.xlsx"
LED = PLAN.replace("        deadline: Quý I\n", "        deadline: Quý I\n        lead: [vh-xh]\n").replace(
    "        deadline: Hằng quý\n      - id: c", "        deadline: Hằng quý\n        lead: [vh-xh]\n      - id: c"
)  # fmt: skip
"""The plan whose sheet LibreOffice has saved; rows 5 to 7 were filled in before."""
FILLING = {
    "state5": "Hoàn thành", "date5": date(2026, 5, 20), "evidence5": "15/BC-UBND",
    "state6": "Đang thực hiện", "note6": "+1 hồ sơ",
    "state7": "Tạm dừng", "note7": "chờ kinh phí",
}  # fmt: skip
DONE = {"state7": "Hoàn thành", "date7": date(2026, 5, 20), "note8": "", "state9": "Tạm dừng"}


@pytest.fixture
def here(tmp_path):
    return workspace(tmp_path, "nam-dan")


def rearranged(book, rows, columns):
    """Put the table of a sheet into another order of rows and columns."""
    page = book["Phiếu"]
    cells = [
        [(cell.value, cell.number_format) for cell in line]
        for line in page.iter_rows(min_row=FIRST - 1)
    ]
    cells = [cells[0], *rows(cells[1:])]
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    for row, line in enumerate(cells, start=FIRST - 1):
        for column, (value, form) in enumerate(columns(line), start=1):
            page.cell(row, column).value = value
            page.cell(row, column).number_format = form


def backwards(lines):
    return list(reversed(lines))


def same(lines):
    return list(lines)


@pytest.mark.parametrize(
    ("rows", "columns"), [(backwards, same), (same, backwards), (backwards,) * 2]
)
def test_rows_and_columns_in_another_order(here, rows, columns):
    file = filled(
        here / "a.xlsx", "nam-dan", "pvhcc", DONE, lambda book: rearranged(book, rows, columns)
    )
    assert taken(here, file).faults == []
    assert {key: one.state for key, one in records(here).items()} == {
        ("ke-hoach-kstthc", ""): "done", ("bao-cao-dinh-ky", "2026-Q2"): "suspended",
    }  # fmt: skip


def test_hidden_rows_blank_rows_and_formats_down_to_the_last_row(here):
    def change(book):
        page = book["Phiếu"]
        page.row_dimensions[7].hidden = True
        page.column_dimensions["L"].hidden = True
        for row in (30, 500, 1_048_576):
            page.cell(row, 12).number_format = "dd/mm/yyyy"
            page.cell(row, 13).value = "  "
        page.protection.sheet = False

    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", DONE, change)
    intake = taken(here, file)
    assert (intake.faults, intake.stray, len(intake.changes)) == ([], [], 2)


def test_a_row_that_was_deleted_is_not_answered_and_no_fault(here):
    file = filled(
        here / "a.xlsx", "nam-dan", "pvhcc", DONE, lambda book: book["Phiếu"].delete_rows(8)
    )
    intake = taken(here, file)
    assert (intake.faults, len(intake.changes)) == ([], 2)


def test_a_file_is_known_by_what_is_in_it_and_not_by_its_name(here):
    file = filled(here / "Phản hồi (bản cuối).xlsx", "nam-dan", "pvhcc", DONE)
    assert len(taken(here, file).changes) == 2


def of_sample(tmp_path):
    (tmp_path / "plans").mkdir()
    path = tmp_path / "plans" / "an-binh.yaml"
    path.write_text(LED, "utf-8")
    return path


def test_a_sheet_that_libreoffice_has_saved(tmp_path):
    # Made anew when the form changes: write `filled(..., FILLING, made=made_from(plan))`, open it
    # in LibreOffice Calc and save it as .xlsx.
    plan = of_sample(tmp_path)
    file = tmp_path / "a.xlsx"
    file.write_bytes(RESAVED.read_bytes())
    intake = taken(tmp_path, file)
    assert faults_of(intake) == []
    kept = [line for line in plan.read_text("utf-8").splitlines() if "state:" not in line]
    assert [line for line in kept if line != "        progress:"] == LED.splitlines()
    assert {key: (one.state, one.note) for key, one in records(tmp_path, "an-binh").items()} == {
        ("kiem-tra", ""): ("done", None), ("hop-quy", "2026-Q1"): ("running", "+1 hồ sơ"),
        ("hop-quy", "2026-Q2"): ("suspended", "chờ kinh phí"),
    }  # fmt: skip


# What is no sheet of ours.


def told(here, content: bytes) -> list[str]:
    file = here / "a.xlsx"
    file.write_bytes(content)
    return faults_of(taken(here, file))


def saved(change) -> bytes:
    book = openpyxl.load_workbook(BytesIO(blank("nam-dan")["pvhcc"]))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(parts: dict[str, bytes], base: bytes | None = None) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        if base:
            with zipfile.ZipFile(BytesIO(base)) as old:
                for name in old.namelist():
                    if name not in parts:
                        new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def foreign() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Kế hoạch", "Mã", "Tình trạng", "Ngày"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def renamed(book):
    book["Phiếu"].delete_rows(1, 40)


def older(book):
    book["cchc"]["B1"].value = "0"


def nameless(book):
    del book["cchc"]


def unknown_unit(book):
    book["cchc"]["B3"].value = None


NOT_OURS = (
    "a.xlsx is not a sheet made by “cchc sheet out”"
    " (fill in the file that was sent; other tables go in with “cchc progress --from-xlsx”)"
)
NO_WORKBOOK = "a.xlsx is not an Excel workbook (save it as .xlsx; older .xls files are not read)"
EMPTY = (
    "a.xlsx: the file is empty"
    " (Copy it again from where it came from; it was probably not sent completely.)"
)
DAMAGED = "a.xlsx: the file is damaged (open it in Excel and save it again, or have it sent again)"
TOO_LARGE = (
    "a.xlsx is too large for a table of progress"
    " (check that it is the right file; at most 20000 rows are read)"
)
SHEET = "xl/worksheets/sheet1.xml"


def bomb() -> bytes:
    return zipped({SHEET: b" " * (workbook.MAX_UNPACKED + 1)}, blank("nam-dan")["pvhcc"])


def part(name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(blank("nam-dan")["pvhcc"])) as archive:
        return archive.read(name)


REFUSED = {
    "an empty file": (lambda: b"", EMPTY),
    "text": (lambda: "Mã,Tình trạng\n".encode(), NO_WORKBOOK),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), NO_WORKBOOK),
    "a file with a password": (
        lambda: b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "a.xlsx is protected by a password"
        " (open it in Excel, take the password off and save it again)",
    ),
    "a file with macros": (
        lambda: zipped({"xl/vbaProject.bin": b"x"}, blank("nam-dan")["pvhcc"]),
        "a.xlsx has macros; it was not read"
        " (save it as Excel Workbook (.xlsx), which keeps the table and no macros)",
    ),
    "a zip bomb": (bomb, TOO_LARGE),
    "a crowd of parts": (lambda: zipped({f"x{n}": b"" for n in range(1001)}), TOO_LARGE),
    "half a file": (lambda: blank("nam-dan")["pvhcc"][:5000], DAMAGED),
    "another zip file": (lambda: zipped({"a.txt": b"a"}), NO_WORKBOOK),
    "broken XML": (lambda: zipped({SHEET: part(SHEET)[:900]}, blank("nam-dan")["pvhcc"]), DAMAGED),
    "entities": (
        lambda: zipped(
            {SHEET: b'<!DOCTYPE x [<!ENTITY a "aa">]>' + part(SHEET)}, blank("nam-dan")["pvhcc"]
        ),
        DAMAGED,
    ),
    "a table of somebody else": (foreign, NOT_OURS),
    "a sheet without its table": (lambda: saved(renamed), NOT_OURS),
    "a sheet without what it hides": (lambda: saved(nameless), NOT_OURS),
    "a sheet of no unit": (lambda: saved(unknown_unit), NOT_OURS),
    "a sheet of another version": (
        lambda: saved(older),
        "a.xlsx was made by another version of cchc (make new sheets with “cchc sheet out”)",
    ),
    "a cell far out": (lambda: saved(lambda book: book["Phiếu"].cell(5, 600, "x")), TOO_LARGE),
}  # fmt: skip


@pytest.mark.parametrize(("content", "fault"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_refused(here, content, fault):
    assert told(here, content()) == [f"a.xlsx: {fault}"]


def test_a_table_beyond_all_use_is_refused(here, monkeypatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 8)
    assert told(here, blank("nam-dan")["pvhcc"]) == [f"a.xlsx: {TOO_LARGE}"]
    monkeypatch.setattr(spreadsheet, "MAX_BYTES", 8)
    assert told(here, b"123456789") == [f"a.xlsx: {TOO_LARGE}"]


def with_merged(areas: bytes) -> bytes:
    content = re.sub(
        rb"<mergeCells.*?</mergeCells>", b"<mergeCells>" + areas + b"</mergeCells>", part(SHEET)
    )
    return zipped({SHEET: content}, blank("nam-dan")["pvhcc"])


def test_a_merged_area_of_all_cells_costs_nothing_and_is_told(here):
    (fault,) = told(here, with_merged(b'<mergeCell ref="A5:XFD1048576"/>'))
    assert fault.startswith("a.xlsx: Phiếu!A5:XFD1048576: cells are merged")


def test_merged_areas_without_number_are_refused(here, monkeypatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 50)
    assert told(here, with_merged(b'<mergeCell ref="A1:B1"/>' * 51)) == [f"a.xlsx: {TOO_LARGE}"]


def test_a_file_that_is_gone(here):
    (fault,) = faults_of(taken(here, here / "b.xlsx"))
    assert fault == "b.xlsx: b.xlsx cannot be read: no such file or folder"


def test_every_file_is_looked_at_before_anything_is_said(here):
    good = filled(here / "b.xlsx", "nam-dan", "pvhcc", {"state7": "?"})
    (here / "a.xlsx").write_bytes(b"")
    assert [fault.file for fault in taken(here, here / "a.xlsx", good).faults] == [
        "a.xlsx",
        "b.xlsx",
    ]


def test_a_size_that_lies_about_itself_unpacks_to_nothing_more(here):
    content = blank("nam-dan")["pvhcc"]
    raw = bytearray(zipped({SHEET: b" " * 3_000_000}, content))
    for found in re.finditer(re.escape((3_000_000).to_bytes(4, "little")), bytes(raw)):
        raw[found.start() : found.end()] = (10).to_bytes(4, "little")
    assert told(here, bytes(raw)) == [f"a.xlsx: {DAMAGED}"]
