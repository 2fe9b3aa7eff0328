"""Progress from tables: all rows or none, and every fault with its cell."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from cchc.edit.progress.bulk import record_tables
from cchc.errors import UserError
from cchc.read.load import load, required_plan
from cchc.read.tables.spreadsheet import read_csv
from cchc.read.tables.workbook import read_xlsx
from tests.edit.sample import PLAN, TODAY, workspace

HEADER = [
    "Kế hoạch",
    "Mã",
    "Nội dung",
    "Kỳ",
    "Tình trạng",
    "Ngày",
    "Tài liệu kiểm chứng",
    "Ghi chú",
]


def csv(tmp_path, *lines: str):
    path = tmp_path / "kq.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return read_csv(path)


def xlsx(tmp_path, *rows, title="Tháng 6", more=()):
    book = openpyxl.Workbook()
    page = book.active
    page.title = title
    for row in rows:
        page.append(row)
    for name, lines in more:
        other = book.create_sheet(name)
        for row in lines:
            other.append(row)
    path = tmp_path / "kq.xlsx"
    book.save(path)
    return read_xlsx(path)


def faults(tmp_path, sheets, plan=None) -> list[str]:
    with pytest.raises(UserError) as refusal:
        record_tables(sheets, plan, tmp_path, TODAY)
    head, *lines = str(refusal.value.message).split("\n")
    assert head == f"nothing was recorded; errors: {len(lines)}"
    return [line.strip() for line in lines]


def record(path, number: int):
    (found,) = required_plan(load(path)).appendices[0].tasks[number].progress
    return found


def test_a_csv_file_with_english_columns(tmp_path):
    path = workspace(tmp_path)
    sheets = csv(
        tmp_path, "plan,task,occurrence,state,date,evidence,note",
        'an-binh,kiem-tra,,done,2026-06-12,15/BC-UBND,"đủ, đúng hạn"',
        "an-binh,3,2026-Q2,running,,,",
    )  # fmt: skip
    assert len(record_tables(sheets, None, tmp_path, TODAY).outcome.changes) == 2
    first, second = record(path, 0), record(path, 2)
    assert (first.state, first.date.full, first.evidence) == (
        "done",
        date(2026, 6, 12),
        "15/BC-UBND",
    )
    assert (first.note, second.occurrence, second.date) == ("đủ, đúng hạn", "2026-Q2", None)


def test_an_excel_file_as_an_officer_keeps_it(tmp_path):
    path = workspace(tmp_path)
    sheets = xlsx(
        tmp_path,
        ["UBND XÃ AN BÌNH"], [], ["THEO DÕI NHIỆM VỤ"], HEADER,
        ["an-binh", 1, "Kiểm tra", None, "Hoàn thành", date(2026, 6, 12), "15/BC-UBND", None],
        ["an-binh", 2, "Sáng kiến", None, None, None, None, None],
        ["an-binh", "hop-quy", "Họp", "Quý II", "đang thực hiện", "1/4/2026", None, 100],
        [None] * 8,
        more=[("Hướng dẫn", [["Cách ghi"]])],
    )  # fmt: skip
    assert len(record_tables(sheets, None, tmp_path, TODAY).outcome.changes) == 2
    first, second = record(path, 0), record(path, 2)
    assert (first.state, first.date.full, first.evidence) == (
        "done",
        date(2026, 6, 12),
        "15/BC-UBND",
    )
    assert (second.state, second.occurrence, second.note) == ("running", "2026-Q2", "100")
    assert required_plan(load(path)).appendices[0].tasks[1].progress == ()


def test_several_plans_and_sheets_at_once(tmp_path):
    paths = [workspace(tmp_path, PLAN, name) for name in ("a", "b")]
    row = ["1", None, None, "xong", "12/6/2026"]
    sheets = xlsx(tmp_path, HEADER, ["a", *row], more=[("Sau", [HEADER, ["b", *row]])])
    record_tables(sheets, None, tmp_path, TODAY)
    assert [record(path, 0).state for path in paths] == ["done", "done"]


def test_the_plan_may_be_named_outside_the_table(tmp_path):
    path = workspace(tmp_path)
    sheets = csv(tmp_path, "STT;Tình trạng;Ngày", "1;hoàn thành;12/6/2026")
    record_tables(sheets, "an-binh", tmp_path, TODAY)
    assert record(path, 0).state == "done"


def test_an_id_is_taken_before_a_number_and_a_number_where_there_is_no_id(tmp_path):
    path = workspace(tmp_path)
    sheets = csv(tmp_path, "Mã,STT,Tình trạng", "kiem-tra,2,running", ",4,running")
    record_tables(sheets, "an-binh", tmp_path, TODAY)
    assert [bool(task.progress) for task in required_plan(load(path)).appendices[0].tasks] == [
        True, False, False, True,
    ]  # fmt: skip


def test_a_month_that_excel_made_a_date_is_a_period_still(tmp_path):
    path = workspace(
        tmp_path,
        PLAN.replace("deadline: Hằng quý\n      - id: c", "deadline: Hằng tháng\n      - id: c"),
    )
    sheets = xlsx(tmp_path, HEADER, ["an-binh", "3", None, date(2026, 6, 1), "running"])
    record_tables(sheets, None, tmp_path, TODAY)
    assert record(path, 2).occurrence == "2026-06"


def test_every_fault_of_every_cell_is_told_and_nothing_is_written(tmp_path):
    path = workspace(tmp_path)
    sheets = xlsx(
        tmp_path, HEADER,
        ["an-binh", "1", None, None, "Hoàn thành", date(2026, 6, 12), "15/BC-UBND"],
        ["an-binh", "99", None, None, "Hoàn thành", date(2026, 6, 12)],
        ["khong-co", "1", None, None, "xong", "12/6/2026"],
        ["an-binh", date(2026, 1, 1), None, None, "chưa rõ", "31/6/2026"],
        ["an-binh", "2", None, None, "Hoàn thành", date(2026, 7, 2)],
        ["an-binh", "2", None, None, "Hoàn thành", None],
        ["an-binh", "3", None, None, "running"],
        ["an-binh", "4", None, None, "running", None, "15/BCUBND"],
        [None, None, None, None, "running"],
        ["an-binh", "1", None, None, "running"],
    )  # fmt: skip
    assert faults(tmp_path, sheets) == [
        "kq.xlsx: Tháng 6!B3 [Mã]: there is no task “99” (its tasks have the numbers 1 to 4)",
        "kq.xlsx: Tháng 6!A4 [Kế hoạch]: there is no plan “khong-co” (plans here: an-binh)",
        "kq.xlsx: Tháng 6!B5 [Mã]: Excel has made a date of this number"
        " (format the column as Text and type the number again)",
        "kq.xlsx: Tháng 6!E5 [Tình trạng]: “chưa rõ” is not a state of progress"
        " (write done, running or suspended; what has not begun is not recorded)",
        "kq.xlsx: Tháng 6!F5 [Ngày]: there is no day 31/6/2026: month 6 has only 30 days (write for example 30/6/2026)",
        "kq.xlsx: Tháng 6!F6 [Ngày]: 02/07/2026 is in the future: today is 01/07/2026"
        " (record it when it has happened)",
        "kq.xlsx: Tháng 6!F7 [Ngày]: the day on which “2” was done is missing"
        " (it decides between on time and late; for today write 01/07/2026)",
        "kq.xlsx: Tháng 6!D8 [Kỳ]: “3” recurs: for which period? (name it with --occurrence (in a table: in the column “Kỳ”); "
        "still open: 2026-Q1"
        " (31/03/2026), 2026-Q2 (30/06/2026), 2026-Q3 (30/09/2026), 2026-Q4 (31/12/2026))",
        "kq.xlsx: Tháng 6!G9 [Tài liệu kiểm chứng]: “15/BCUBND” is not the symbol of a document"
        " (did you mean “15/BC-UBND”?)",
        "kq.xlsx: Tháng 6!A10 [Kế hoạch]: the plan is missing",
        "kq.xlsx: Tháng 6!B10 [Mã]: the task is missing",
        "kq.xlsx: Tháng 6!B11 [Mã]: “1” stands here a second time"
        " (keep one row for each task and period)",
    ]
    assert path.read_text("utf-8") == PLAN


def test_faults_of_a_csv_file_have_line_and_column(tmp_path):
    path = workspace(tmp_path)
    sheets = csv(tmp_path, "", "Mã,Tình trạng,Ngày", '1,done,"12/6/2026"', "", "2,done,mai")
    assert faults(tmp_path, sheets, "an-binh") == [
        "kq.csv:5:3 [Ngày]: “mai” is not a date (write 2026-03-31 or 31/3/2026)"
    ]
    assert path.read_text("utf-8") == PLAN


def test_a_plan_with_errors_is_a_fault_of_its_cell(tmp_path):
    workspace(tmp_path, PLAN.replace("year: 2026", "year: hai"))
    sheets = csv(tmp_path, "Kế hoạch,Mã,Tình trạng", "an-binh,1,running")
    (fault,) = faults(tmp_path, sheets)
    assert fault.startswith("kq.csv:2:1 [Kế hoạch]: plans/an-binh.yaml:3:7: ")


@pytest.mark.parametrize("lines", [["a,b", "1,2"], ["Mã,Tình trạng", "1,xong"], [""]])
def test_a_table_without_the_columns_is_refused(tmp_path, lines):
    workspace(tmp_path)
    with pytest.raises(UserError) as refusal:
        record_tables(csv(tmp_path, *lines), None, tmp_path, TODAY)
    assert str(refusal.value.message).startswith(
        "kq.csv has no header row with the columns of progress"
    )
    assert "Kế hoạch, Mã/STT, Kỳ, Tình trạng" in str(refusal.value.hint)
