"""Sheets filled in wrongly: every fault is told with its cell, all at once, and nothing is written."""

from __future__ import annotations

from datetime import date

import pytest

from tests.edit.sheets import PLANS, TODAY, faults_of, filled, taken, workspace

DAY = date(2026, 5, 20)
DONE = {"state7": "Hoàn thành", "date7": DAY}
LIST = "choose from the list: Đang thực hiện, Hoàn thành, Tạm dừng; leave empty what has not begun"
FORM = "write 2026-03-31 or 31/3/2026"


@pytest.fixture
def here(tmp_path):
    return workspace(tmp_path, "nam-dan")


def told(here, filling, change=None, **options) -> list[str]:
    """Take in a sheet with faults; make sure that the plan is untouched."""
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", filling, change)
    intake = taken(here, file, **options)
    path = here / "plans" / "nam-dan.yaml"
    assert path.read_bytes() == (PLANS / "nam-dan.yaml").read_bytes()
    assert intake.changes == intake.rewrites == []
    return faults_of(intake)


CASES = {
    "a state with a letter too many": (
        {"state7": "Hoàn thànhh", "date7": DAY},
        "K7: “Hoàn thànhh” is not a state of progress (did you mean “Hoàn thành”?)",
    ),
    "a state cut short": (
        {"state7": "Đang thực"},
        "K7: “Đang thực” is not a state of progress (did you mean “Đang thực hiện”?)",
    ),
    "a state that is none": (
        {"state7": "rồi"}, f"K7: “rồi” is not a state of progress ({LIST})",
    ),
    "not begun is no record": (
        {"state7": "Chưa làm"}, f"K7: “Chưa làm” is not a state of progress ({LIST})",
    ),
    "a number as state": ({"state7": 1}, f"K7: “1” is not a state of progress ({LIST})"),
    "yes as state": ({"state7": True}, f"K7: “True” is not a state of progress ({LIST})"),
    "a day as state": (
        {"state7": DAY}, f"K7: “20/05/2026” is not a state of progress ({LIST})",
    ),
    "a percentage as state": ({"state7": "50%"}, f"K7: “50%” is not a state of progress ({LIST})"),
    "done without a day": (
        {"state7": "Hoàn thành"},
        "L7: the day on which “17” was done is missing"
        " (it decides between on time and late; for today write 01/06/2026)",
    ),
    "a day to come": (
        {"state7": "Hoàn thành", "date7": date(2026, 6, 2)},
        "L7: 02/06/2026 is in the future: today is 01/06/2026 (record it when it has happened)",
    ),
    "a day to come of what is running": (
        {"state7": "Đang thực hiện", "date7": "31/12/2026"},
        "L7: 31/12/2026 is in the future: today is 01/06/2026 (record it when it has happened)",
    ),
    "a day before the plan": (
        {"state7": "Hoàn thành", "date7": date(2025, 12, 1)},
        "L7: 01/12/2025 is before the plan was issued, 01/2026"
        " (check the day, the month and the year)",
    ),
    "a day of another century": (
        {"state7": "Hoàn thành", "date7": "20/5/0206"},
        "L7: 20/05/206 is before the plan was issued, 01/2026"
        " (check the day, the month and the year)",
    ),
    "a day the calendar has not": (
        {"state7": "Hoàn thành", "date7": "31/6/2026"}, "L7: there is no day 31/6/2026: month 6 has only 30 days (write for example 30/6/2026)",
    ),
    "a thirteenth month": (
        {"state7": "Hoàn thành", "date7": "05/13/2026"}, "L7: the calendar has no day 05/13/2026 (correct the day or the month)",
    ),
    "a year of two digits": (
        {"state7": "Hoàn thành", "date7": "20/5/26"}, f"L7: “20/5/26” is not a date ({FORM})",
    ),
    "a month without a day": (
        {"state7": "Hoàn thành", "date7": "5/2026"}, f"L7: “5/2026” is not a date ({FORM})",
    ),
    "words instead of a day": (
        {"state7": "Hoàn thành", "date7": "hôm qua"}, f"L7: “hôm qua” is not a date ({FORM})",
    ),
    "two days": (
        {"state7": "Hoàn thành", "date7": "20/5/2026 - 21/5/2026"},
        f"L7: “20/5/2026 - 21/5/2026” is not a date ({FORM})",
    ),
    "a number that is no day": (
        {"state7": "Hoàn thành", "date7": 20},
        "L7: 20/01/1900 is before the plan was issued, 01/2026"
        " (check the day, the month and the year)",
    ),
    "a day as digits": (
        {"state7": "Hoàn thành", "date7": "20052026"}, f"L7: “20052026” is not a date ({FORM})",
    ),
    "a number beyond all days": (
        {"state7": "Hoàn thành", "date7": 20052026},
        "L7: this cell shows an error: #VALUE! (type it again)",
    ),
    "evidence without a state": (
        {"evidence7": "15/BC-UBND"}, f"K7: the state of “17” is missing ({LIST})",
    ),
    "a day without a state": ({"date7": DAY}, f"K7: the state of “17” is missing ({LIST})"),
    "a remark without a state": (
        {"note7": "chờ kinh phí"}, f"K7: the state of “17” is missing ({LIST})",
    ),
    "evidence without its hyphen": (
        {**DONE, "evidence7": "15/BCUBND"},
        "M7: “15/BCUBND” is not the symbol of a document (did you mean “15/BC-UBND”?)",
    ),
    "one of two papers written wrongly": (
        {**DONE, "evidence7": "15/BC-UBND; 16/KHUBND"},
        "M7: “16/KHUBND” is not the symbol of a document (did you mean “16/KH-UBND”?)",
    ),
    "evidence that Excel made a date": (
        {**DONE, "evidence7": date(2026, 5, 15)},
        "M7: Excel has made a date of this number"
        " (format the column as Text and type the number again)",
    ),
    "a formula as state": (
        {"state7": "=K6"}, "K7: a formula stands here (type the value itself, or paste it as value)",
    ),
    "a formula as day": (
        {"state7": "Hoàn thành", "date7": "=TODAY()"},
        "L7: a formula stands here (type the value itself, or paste it as value)",
    ),
    "a formula as evidence": (
        {**DONE, "evidence7": '=HYPERLINK("x","15/BC-UBND")'},
        "M7: a formula stands here (type the value itself, or paste it as value)",
    ),
    "a formula as remark": (
        {**DONE, "note7": "=1+1"},
        "N7: a formula stands here (type the value itself, or paste it as value)",
    ),
    "an error of Excel": (
        {**DONE, "evidence7": "#REF!"}, "M7: this cell shows an error: #REF! (type it again)",
    ),
    "a row of one's own": (
        {"number20": "99", "title20": "Việc mới", "state20": "Hoàn thành"},
        "K20: this row belongs to no task of the plan"
        " (rows cannot be added here; clear it, or fill in the file that was sent)",
    ),
    "the id of a task rubbed out": (
        {**DONE, "task7": None},
        "K7: this row belongs to no task of the plan"
        " (rows cannot be added here; clear it, or fill in the file that was sent)",
    ),
    "the id of another task": (
        {**DONE, "task7": "kiem-tra-tthc"},
        "E7: this locked cell was changed; the plan has “Ban hành Kế hoạch kiểm tra công tác cải"
        " cách TTHC năm 2026” (put it back, or fill in the file that was sent)",
    ),
    "an id that is nowhere": (
        {**DONE, "task7": "khong-co"},
        "E7: the plan has no task “17” any more"
        " (the sheet is older than the plan: clear what is filled in here, or make a new sheet)",
    ),
    "the period of a report rubbed out": (
        {"state6": "Tạm dừng", "occurrence6": None},
        "C6: “IV.8.2” has no period “–” in the plan any more"
        " (its deadline has changed: make a new sheet with “cchc sheet out”)",
    ),
    "a period of another year": (
        {"state6": "Tạm dừng", "occurrence6": "2025-Q1"},
        "C6: “IV.8.2” has no period “2025-Q1” in the plan any more"
        " (its deadline has changed: make a new sheet with “cchc sheet out”)",
    ),
    "a title put right by hand": (
        {**DONE, "title7": "Ban hành kế hoạch"},
        "E7: this locked cell was changed; the plan has “Ban hành Kế hoạch kiểm soát TTHC, triển"
        " khai cơ chế một cửa, một cửa liên thông và giải quyết TTHC trên môi trường điện tử năm"
        " 2026” (put it back, or fill in the file that was sent)",
    ),
    "a deadline put off by hand": (
        {**DONE, "deadline7": "Quý III/2026"},
        "H7: this locked cell was changed; the plan has “Quý I/2026”"
        " (put it back, or fill in the file that was sent)",
    ),
    "a last day put off by hand": (
        {**DONE, "due7": date(2026, 9, 30)},
        "I7: this locked cell was changed; the plan has “31/03/2026”"
        " (put it back, or fill in the file that was sent)",
    ),
    "another plan": (
        {**DONE, "plan7": "nam-dan-2"}, "A7: there is no plan “nam-dan-2” (plans here: nam-dan)",
    ),
    "the beginning of a plan's id": (
        {**DONE, "plan7": "nam"}, "A7: there is no plan “nam” (plans here: nam-dan)",
    ),
    "a heading of one's own": (
        {**DONE, "state4": "Kết quả"},
        "A4: the column “Tình trạng” is missing"
        " (do not delete or rename columns; fill in the file that was sent)",
    ),
    "a heading twice": (
        {**DONE, "P4": "Ngày"},
        "P4: the column “Ngày” stands here a second time (delete the column that was added)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("filling", "fault"), CASES.values(), ids=CASES)
def test_one_wrong_cell(here, filling, fault):
    assert told(here, filling) == [f"a.xlsx: Phiếu!{fault}"]


def test_merged_cells(here):
    def merge(book):
        book["Phiếu"].merge_cells("K7:K8")

    assert told(here, DONE, merge) == [
        "a.xlsx: Phiếu!K7:K8: cells are merged, so that it is not clear which row is meant"
        " (unmerge them and fill in each row)"
    ]


def test_every_fault_of_a_row_and_of_every_row_at_once_in_the_order_of_the_sheet(here):
    filling = {
        "state9": "Hoàn thành", "state7": "xng việc", "date7": date(2026, 7, 1),
        "evidence7": "5/BCUBND", "state5": "Hoàn thành", "evidence5": "=1", "note8": "a",
        "state6": "Hoàn thành", "date6": "mai",
    }  # fmt: skip
    faults = told(here, filling)
    assert [fault.split(": ")[1] for fault in faults] == [
        "Phiếu!L5", "Phiếu!M5", "Phiếu!L6", "Phiếu!K7", "Phiếu!L7", "Phiếu!M7", "Phiếu!K8",
        "Phiếu!L9",
    ]  # fmt: skip


def wrong_and_right(here):
    workspace(here, "thanh-mien")
    right = filled(here / "b.xlsx", "thanh-mien", "kinh-te", {"state6": "Tạm dừng"})
    wrong = filled(
        here / "a.xlsx", "nam-dan", "pvhcc", {**DONE, "state8": "?", "note8": "mất điện"}
    )
    return wrong, right


def test_a_wrong_cell_keeps_only_its_own_row_from_being_recorded(here):
    intake = taken(here, *wrong_and_right(here))
    assert len(intake.faults) == 1
    assert len(intake.changes) == 2
    text = (here / "plans" / "nam-dan.yaml").read_text("utf-8")
    assert text.count("state: done") == 1
    assert "mất điện" not in text  # the rest of the faulty row
    assert "state: suspended" in (here / "plans" / "thanh-mien.yaml").read_text("utf-8")


def test_all_or_nothing_records_nothing_beside_a_wrong_cell(here):
    intake = taken(here, *wrong_and_right(here), all_or_nothing=True)
    assert len(intake.faults) == 1
    assert intake.changes == []
    for name in ("nam-dan", "thanh-mien"):
        path = here / "plans" / f"{name}.yaml"
        assert path.read_bytes() == (PLANS / f"{name}.yaml").read_bytes()


def test_a_plan_with_errors_is_told_once_for_a_file(here):
    path = here / "plans" / "nam-dan.yaml"
    path.write_text(path.read_text("utf-8").replace("year: 2026", "year: hai"), "utf-8")
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", {**DONE, "state8": "Tạm dừng"})
    (fault,) = faults_of(taken(here, file))
    assert fault.startswith("a.xlsx: Phiếu!A7: plans/nam-dan.yaml:")


def test_a_plan_that_two_files_hold_is_written_in_neither(here):
    path = here / "plans" / "nam-dan.yaml"
    path.with_suffix(".yml").write_bytes(path.read_bytes())
    assert told(here, DONE) == [
        "a.xlsx: Phiếu!A7: two files hold the plan “nam-dan”: plans/nam-dan.yaml and"
        " plans/nam-dan.yml (give one of them another name)"
    ]


def test_a_day_before_the_year_of_a_plan_that_has_no_date(here):
    path = here / "plans" / "nam-dan.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  date: 01/2026\n", ""), "utf-8")
    file = filled(
        here / "a.xlsx", "nam-dan", "pvhcc", {"state7": "Hoàn thành", "date7": "20/5/2025"}
    )
    assert faults_of(taken(here, file)) == [
        "a.xlsx: Phiếu!L7: 20/05/2025 is before the year of the plan, 2026"
        " (check the day, the month and the year)"
    ]


def test_what_stands_outside_the_table_is_told_and_hinders_nothing(here):
    filling = {**DONE, "P7": "ý kiến khác", "E30": "Người lập biểu"}
    file = filled(here / "a.xlsx", "nam-dan", "pvhcc", filling)
    intake = taken(here, file, today=TODAY)
    assert intake.stray == ["a.xlsx: Phiếu!P7", "a.xlsx: Phiếu!E30"]
    assert len(intake.changes) == 1
