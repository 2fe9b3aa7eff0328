"""Sheets filled in as people do it: everything legal arrives, and nothing else changes."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from cchc.read.load import load, required_plan
from tests.edit.sheets import (
    FIRST,
    NAMES,
    PLANS,
    TODAY,
    blank,
    faults_of,
    filled,
    made_from,
    rows_of,
    taken,
    workspace,
)

UNIT = "pvhcc"
DAY = date(2026, 5, 20)


@pytest.fixture
def here(tmp_path):
    return workspace(tmp_path, "nam-dan")


def records(folder, plan="nam-dan"):
    """Return every record of a plan, by task and period."""
    from cchc.views.followup import every_row

    rows = every_row(plan, required_plan(load(folder / "plans" / f"{plan}.yaml")), TODAY)
    return {key: row.item.record for key, row in rows.items() if row.item.record}


@pytest.mark.parametrize("plan", NAMES)
def test_every_row_of_every_unit_arrives_and_every_other_line_stays(tmp_path, plan):
    workspace(tmp_path, plan)
    files = []
    for unit in blank(plan):
        filling = {}
        for row in range(FIRST, FIRST + rows_of(plan, unit)):
            filling |= {
                f"state{row}": "Hoàn thành", f"date{row}": DAY, f"evidence{row}": "15/BC-UBND",
                f"note{row}": "đủ: hồ sơ #1",
            }  # fmt: skip
        files.append(filled(tmp_path / f"{unit}.xlsx", plan, unit, filling))
    intake = taken(tmp_path, *files)
    assert intake.faults == []
    assert intake.silent == []
    assert intake.answers == sum(rows_of(plan, unit) for unit in blank(plan))
    made = records(tmp_path, plan)
    assert len(made) == len(intake.changes) > 0
    assert {(one.state, one.date.full, one.evidence, one.note) for one in made.values()} == {
        ("done", DAY, "15/BC-UBND", "đủ: hồ sơ #1")
    }
    before = (PLANS / f"{plan}.yaml").read_text("utf-8").splitlines()
    after = (tmp_path / "plans" / f"{plan}.yaml").read_text("utf-8").splitlines()
    added = [
        line for line in after if line.strip().startswith("progress:") or "state: done" in line
    ]
    assert [line for line in after if line not in added] == [
        line for line in before if not line.strip().startswith("progress:")
    ]


def by_row(folder, filling):
    """Take in the 18 rows of a sheet and return the record of each, in its order."""
    workspace(folder, "dinh-hoa-kstthc")
    assert taken(folder, filled(folder / "a.xlsx", "dinh-hoa-kstthc", UNIT, filling)).faults == []
    page = openpyxl.load_workbook(folder / "a.xlsx")["Phiếu"]
    made = records(folder, "dinh-hoa-kstthc")
    return [made.get((row[1].value, row[2].value or "")) for row in page.iter_rows(min_row=FIRST)]


def test_a_state_in_every_usual_spelling(tmp_path):
    words = {
        "Hoàn thành": "done", "hoàn thành": "done", "  HOÀN  THÀNH ": "done", "hoan thanh": "done",
        "Đã hoàn thành": "done", "done": "done", "xong": "done", "Hoa\u0300n tha\u0300nh": "done",
        "Đang thực hiện": "running", "đang làm": "running", "running": "running",
        "Tạm dừng": "suspended", "Không phát sinh": "suspended",
    }  # fmt: skip
    filling = {}
    for row, word in enumerate(words, start=FIRST):
        filling |= {f"state{row}": word, f"date{row}": DAY}
    found = by_row(tmp_path, filling)
    assert [one.state for one in found if one] == list(words.values())


@pytest.mark.parametrize(
    "value",
    [
        DAY, datetime(2026, 5, 20, 8, 30), 46162, 46162.0, "46162", "20/5/2026", "20/05/2026",
        " 20/05/2026 ", "2026-05-20", "20.5.2026", "20-05-2026",
    ],
)  # fmt: skip
def test_a_day_in_every_usual_form(here, value):
    def general(book):
        book["Phiếu"]["L7"].number_format = "General" if not isinstance(value, date) else "dd/mm/yy"

    file = filled(
        here / "a.xlsx", "nam-dan", UNIT, {"state7": "Hoàn thành", "date7": value}, general
    )
    assert taken(here, file).faults == []
    (record,) = records(here).values()
    assert record.date.full == DAY


def test_days_count_from_another_epoch_in_workbooks_of_old_macs(here):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def mac(book):
        book.epoch = CALENDAR_MAC_1904
        for row in range(FIRST, 11):  # the due dates are dates still
            book["Phiếu"][f"L{row}"].number_format = "General"

    file = filled(
        here / "a.xlsx", "nam-dan", UNIT, {"state7": "Hoàn thành", "date7": 46162 - 1462}, mac
    )
    assert taken(here, file).faults == []
    assert next(iter(records(here).values())).date.full == DAY


def test_running_and_suspended_need_no_day(here):
    filling = {"state7": "Đang thực hiện", "state8": "Tạm dừng", "note8": "chờ kinh phí"}
    file = filled(here / "a.xlsx", "nam-dan", UNIT, filling)
    assert taken(here, file).faults == []
    assert [(one.state, one.date, one.note) for one in records(here).values()] == [
        ("running", None, None), ("suspended", None, "chờ kinh phí"),
    ]  # fmt: skip


def test_evidence_is_a_symbol_or_words(tmp_path):
    evidence = [
        "15/BC-UBND", "15/BC-UBND, 16/KH-UBND", "Biên bản họp thôn", "anh.jpg", 100, "57-NQ/TW",
    ]  # fmt: skip
    filling = {}
    for row, text in enumerate(evidence, start=FIRST):
        filling |= {f"state{row}": "Tạm dừng", f"evidence{row}": text}
    found = by_row(tmp_path, filling)
    assert [one.evidence for one in found if one] == [str(text) for text in evidence]


def test_a_remark_of_any_letters_comes_out_as_it_went_in(tmp_path):
    notes = [
        'dấu "ngoặc", {a: b}, [c] # không phải chú thích', "- gạch đầu dòng", "null", "2.10",
        "07/12", "có: hai chấm", "'nháy", "🙂", "*sao", "%", "@a", "!x", "x\\y", "a" * 3000,
    ]  # fmt: skip
    filling = {}
    for row, note in enumerate(notes, start=FIRST):
        filling |= {f"state{row}": "Tạm dừng", f"note{row}": note}
    found = by_row(tmp_path, filling)
    assert [one.note for one in found if one] == notes


def test_lines_of_a_remark_become_one(here):
    file = filled(here / "a.xlsx", "nam-dan", UNIT, {"state7": "Tạm dừng", "note7": "một\nhai "})
    taken(here, file)
    assert next(iter(records(here).values())).note == "một hai"


@pytest.mark.parametrize("row", [6, 7])
def test_a_new_state_keeps_the_remark_and_the_proof(here, row):
    before = {f"state{row}": "Tạm dừng", f"note{row}": "chờ", f"evidence{row}": "5/KH-UBND"}
    taken(here, filled(here / "a.xlsx", "nam-dan", UNIT, before))
    after = filled(
        here / "b.xlsx", "nam-dan", UNIT, {f"state{row}": "Hoàn thành", f"date{row}": DAY}
    )
    assert taken(here, after, accept=True).faults == []
    (found,) = records(here).values()
    assert (found.state, found.note, found.evidence) == ("done", "chờ", "5/KH-UBND")


def test_each_period_of_a_report_has_a_record_of_its_own(here):
    filling = {"state6": "Hoàn thành", "date6": "12/3/2026", "state9": "Đang thực hiện"}
    assert taken(here, filled(here / "a.xlsx", "nam-dan", UNIT, filling)).faults == []
    assert {key: one.state for key, one in records(here).items()} == {
        ("bao-cao-dinh-ky", "2026-Q1"): "done", ("bao-cao-dinh-ky", "2026-Q2"): "running",
    }  # fmt: skip


def test_taking_the_same_sheets_in_again_changes_nothing(here):
    filling = {
        "state7": "Hoàn thành",
        "date7": DAY,
        "evidence7": "15/BC-UBND",
        "state8": "Tạm dừng",
    }
    file = filled(here / "a.xlsx", "nam-dan", UNIT, filling)
    assert len(taken(here, file).changes) == 2
    once = (here / "plans" / "nam-dan.yaml").read_bytes()
    again = taken(here, file)
    assert (again.faults, again.changes, again.rewrites, again.answers) == ([], [], [], 2)
    assert (here / "plans" / "nam-dan.yaml").read_bytes() == once


def test_without_writing_everything_is_worked_out_and_nothing_written(here):
    before = (here / "plans" / "nam-dan.yaml").read_bytes()
    file = filled(here / "a.xlsx", "nam-dan", UNIT, {"state7": "Tạm dừng"})
    intake = taken(here, file, write=False)
    assert len(intake.changes) == len(intake.rewrites) == 1
    assert "progress: {state: suspended}" in intake.rewrites[0].new
    assert (here / "plans" / "nam-dan.yaml").read_bytes() == before


def test_sheets_of_several_plans_in_one_go(here):
    workspace(here, "thanh-mien")
    files = [
        filled(here / "a.xlsx", "nam-dan", UNIT, {"state7": "Tạm dừng"}),
        filled(here / "b.xlsx", "thanh-mien", "kinh-te", {"state6": "Tạm dừng"}),
    ]
    intake = taken(here, *files)
    assert [one.path.name for one in intake.rewrites] == ["nam-dan.yaml", "thanh-mien.yaml"]
    assert len(records(here)) == len(records(here, "thanh-mien")) == 1


def test_a_plan_that_names_leaders_shows_them_and_its_sheets_come_back(tmp_path):
    folder = workspace(tmp_path, "nam-dan")
    file = folder / "plans" / "nam-dan.yaml"
    text = file.read_text("utf-8")
    at = text.index("- id: ke-hoach-kstthc\n")
    indent = " " * (at - text.rindex("\n", 0, at) - 1 + 2)
    line = f"- id: ke-hoach-kstthc\n{indent}leader: Nguyễn Văn Bình\n"
    file.write_text(text.replace("- id: ke-hoach-kstthc\n", line), "utf-8")
    made = made_from(file)
    page = openpyxl.load_workbook(BytesIO(made["pvhcc"]))["Phiếu"]
    place = {cell.value: n for n, cell in enumerate(page[4])}
    led = [row[place["Lãnh đạo phụ trách"]].value for row in page.iter_rows(min_row=5)]
    assert [one for one in led if one] == ["Nguyễn Văn Bình"]
    row = 5 + led.index("Nguyễn Văn Bình")
    state, day, proof = (
        page.cell(row, place[name] + 1).coordinate
        for name in ("Tình trạng", "Ngày", "Tài liệu kiểm chứng")
    )
    filling = {state: "Hoàn thành", day: "20/5/2026", proof: "17/KH-UBND"}
    intake = taken(folder, filled(tmp_path / "x.xlsx", "nam-dan", "pvhcc", filling, made=made))
    assert faults_of(intake) == []
    assert "evidence: 17/KH-UBND" in file.read_text("utf-8")
