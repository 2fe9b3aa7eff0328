"""What may be recorded, and the one clear message for everything that may not."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.edit.progress.request import read_state
from cchc.read.load import load, required_plan
from tests.edit.sample import PLAN, TASKS, TODAY, make, refused, workspace

JUNE = date(2026, 6, 12)
QUARTERS = "2026-Q1 (31/03/2026), 2026-Q2 (30/06/2026), 2026-Q3 (30/09/2026), 2026-Q4 (31/12/2026)"
COLUMN = "(in a table: in the column “Kỳ”)"
OPEN = f"name it with --occurrence {COLUMN}; still open: "
STATES = "write done, running or suspended; what has not begun is not recorded"


@pytest.mark.parametrize(
    ("task", "said", "expected"),
    [
        ("kiem-trra", {"state": "running"},
         ["there is no task “kiem-trra”",
          "did you mean: kiem-tra (1)?"]),
        ("99", {"state": "running"},
         ["there is no task “99”",
          "its tasks have the numbers 1 to 4"]),
        ("khong-han", {"state": "running"},
         ["section “khong-han” has no deadline",
          "progress is recorded for tasks, reports and duties that have a deadline"]),
        ("1", {}, ["the state of “1” is missing", STATES]),
        ("1", {"evidence": "15/BC-UBND"}, ["the state of “1” is missing", STATES]),
        ("1", {"state": "done"},
         ["the day on which “1” was done is missing",
          "it decides between on time and late; for today write 01/07/2026"]),
        ("1", {"state": "done", "date": date(2026, 7, 2)},
         ["02/07/2026 is in the future: today is 01/07/2026",
          "record it when it has happened"]),
        ("1", {"state": "running", "date": date(2026, 1, 4)},
         ["04/01/2026 is before the plan was issued, 05/01/2026",
          "check the day, the month and the year"]),
        ("1", {"state": "running", "occurrence": "2026-Q1"},
         ["“1” has no periods", "leave the period out"]),
        ("hop-quy", {"state": "done", "date": JUNE},
         ["“3” recurs: for which period?", f"{OPEN}{QUARTERS}"]),
        ("hop-quy", {"state": "done", "date": JUNE, "occurrence": "2026-06"},
         ["“3” has no period “2026-06”", f"its periods: {QUARTERS}"]),
        ("1", {"state": "running", "evidence": "15/BCUBND"},
         ["“15/BCUBND” is not the symbol of a document", "did you mean “15/BC-UBND”?"]),
        ("1", {"state": "running", "evidence": "15/2026/BC-UBND"},
         ["“15/2026/BC-UBND” is not the symbol of a document",
          "write it as on the paper, for example 15/BC-UBND"]),
        ("1", {"withdraw": True}, ["nothing is recorded for “1”"]),
        ("1", {"plan": "khong-co", "state": "running"},
         ["there is no plan “khong-co”", "plans here: an-binh"]),
        ("1", {"plan": "plans/x.yaml", "state": "running"},
         ["plans/x.yaml:1:1: file not found", "check the name, or run the command from the workspace"]),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_refused_and_the_file_stays(tmp_path, task, said, expected):
    assert refused(workspace(tmp_path), task, **said) == expected


def test_open_periods_are_offered_until_all_are_done(tmp_path):
    path = workspace(tmp_path)
    for quarter in (1, 2):
        make(path, "3", occurrence=f"2026-Q{quarter}", state="done", date=JUNE)
    make(path, "3", occurrence="2026-Q3", state="running")
    assert refused(path, "3", state="running")[1] == (
        f"{OPEN}2026-Q3 (30/09/2026), 2026-Q4 (31/12/2026)"
    )
    for quarter in (3, 4):
        make(path, "3", occurrence=f"2026-Q{quarter}", state="done", date=JUNE)
    assert refused(path, "3", state="running")[1] == (
        f"all periods are done; to correct one, name it with --occurrence {COLUMN}: {QUARTERS}"
    )


def test_taking_back_names_the_periods_that_are_recorded(tmp_path):
    path = workspace(tmp_path)
    make(path, "3", occurrence="2026-Q1", state="running")
    make(path, "3", occurrence="2026-Q2", state="running")
    assert refused(path, "3", withdraw=True) == [
        "“3” has records of periods: which one?", "name it with --occurrence; recorded: 2026-Q1, 2026-Q2",
    ]  # fmt: skip
    assert refused(path, "3", withdraw=True, occurrence="q4") == [
        "nothing is recorded for the period “q4” of “3”", "name it with --occurrence; recorded: 2026-Q1, 2026-Q2",
    ]  # fmt: skip


def test_a_period_that_the_deadline_no_longer_has_can_be_taken_back(tmp_path):
    path = workspace(tmp_path)
    make(path, "3", occurrence="2026-Q1", state="running")
    text = path.read_text("utf-8").replace(
        "deadline: Hằng quý\n        progress", "deadline: Quý IV\n        progress"
    )
    path.write_text(text, "utf-8")
    assert refused(path, "3", withdraw=True)[1] == "name it with --occurrence; recorded: 2026-Q1"
    make(path, "3", withdraw=True, occurrence="2026-Q1")
    assert "progress" not in path.read_text("utf-8")


@pytest.mark.parametrize("said", ["2026-Q2", "2026-q2", " Q2", "Quý II", "quý 2/2026", "30/6/2026"])
def test_a_period_is_understood_as_people_write_it(tmp_path, said):
    path = workspace(tmp_path)
    make(path, "3", occurrence=said, state="running")
    assert required_plan(load(path)).appendices[0].tasks[2].progress[0].occurrence == "2026-Q2"


@pytest.mark.parametrize(
    ("name", "task", "expected"),
    [
        ("kiem-tra", 0, "kiem-tra"), ("1", 0, "kiem-tra"), ("1.", 0, "kiem-tra"),
        ("4", 3, "cong-khai"), (" sang-kien ", 1, "sang-kien"),
    ],
)  # fmt: skip
def test_a_task_is_found_by_id_and_printed_number(tmp_path, name, task, expected):
    path = workspace(tmp_path)
    (change,) = make(path, name, state="running").changes
    assert change.task == expected
    assert required_plan(load(path)).appendices[0].tasks[task].progress[0].state == "running"


@pytest.mark.parametrize(
    ("name", "item", "period"), [("bao-cao", 0, "Q1"), ("I.1", 0, "Q1"), ("i.2", 1, None)]
)
def test_reports_and_dated_duties_are_found_too(tmp_path, name, item, period):
    path = workspace(tmp_path)
    make(path, name, state="running", occurrence=period)
    assert required_plan(load(path)).body[0].items[item].progress[0].state == "running"


def test_a_number_that_two_tables_share_is_refused_with_the_ids(tmp_path):
    second = TASKS.replace("appendices:\n", "").replace("kiem-tra", "giam-sat")
    path = workspace(tmp_path, PLAN + second.replace("id: s", "id: t"))
    assert refused(path, "1", state="running") == [
        "“1” fits several tasks: kiem-tra (1), giam-sat (1)",
        "write the id; if two tasks share one, “cchc validate” shows where",
    ]


@pytest.mark.parametrize("task", ["cong-khai", "1"])
@pytest.mark.parametrize("state", ["done", "running", "suspended"])
def test_every_state_can_be_recorded_whatever_the_deadline(tmp_path, task, state):
    path = workspace(tmp_path)
    (change,) = make(path, task, state=state, date=JUNE).changes
    assert (change.after.state, change.after.date.full) == (state, JUNE)


def test_a_correction_keeps_what_is_not_said(tmp_path):
    path = workspace(tmp_path)
    make(path, "1", state="done", date=JUNE, evidence="15/BC-UBND", note="đủ")
    (change,) = make(path, "1", evidence="16/BC-UBND").changes
    assert change.before.evidence == "15/BC-UBND"
    assert (change.after.state, change.after.date.full) == ("done", JUNE)
    assert (change.after.evidence, change.after.note) == ("16/BC-UBND", "đủ")
    (change,) = make(path, "1", note="").changes
    assert change.after.note is None


@pytest.mark.parametrize(
    ("task", "period"), [("1", None), ("hop-quy", "2026-Q2"), ("bao-cao", "2026-Q2")]
)
def test_a_new_state_keeps_note_and_evidence(tmp_path, task, period):
    path = workspace(tmp_path)
    said = {"note": "chờ kinh phí", "evidence": "5/KH-UBND", "occurrence": period}
    make(path, task, state="suspended", **said)
    (change,) = make(path, task, state="done", date=JUNE, occurrence=period).changes
    assert (change.after.note, change.after.evidence) == ("chờ kinh phí", "5/KH-UBND")
    (change,) = make(path, task, state="done", note="", evidence="", occurrence=period).changes
    assert (change.after.note, change.after.evidence) == (None, None)


def test_an_empty_date_takes_the_date_away_where_there_may_be_none(tmp_path):
    path = workspace(tmp_path)
    make(path, "1", state="running", date=JUNE, note="đang soạn")
    (change,) = make(path, "1", date="").changes
    assert (change.after.date, change.after.note) == (None, "đang soạn")
    make(path, "1", state="done", date=JUNE)
    assert refused(path, "1", date="")[0] == "the day on which “1” was done is missing"


def test_a_new_state_does_not_inherit_the_date_of_the_old_one(tmp_path):
    path = workspace(tmp_path)
    make(path, "1", state="running", date=date(2026, 3, 1))
    assert refused(path, "1", state="done")[0] == "the day on which “1” was done is missing"
    make(path, "1", state="done", date=JUNE)
    (change,) = make(path, "1", state="running").changes
    assert change.after.date is None


def test_a_plan_dated_by_month_only_is_issued_on_its_first_day(tmp_path):
    path = workspace(tmp_path, PLAN.replace("date: 05/01/2026 ", "date: 01/2026 "))
    make(path, "1", state="running", date=date(2026, 1, 1))
    assert refused(path, "1", state="running", date=date(2025, 12, 31))[0] == (
        "31/12/2025 is before the plan was issued, 01/2026"
    )


def test_the_date_of_the_decision_counts_where_the_plan_has_none(tmp_path):
    decision = "decision: {symbol: QĐ-UBND, date: 09/01/2026, issuer: Chủ tịch}\n"
    path = workspace(tmp_path, PLAN.replace("date: 05/01/2026   # ngày ký\n", decision))
    assert refused(path, "1", state="running", date=date(2026, 1, 8))[0] == (
        "08/01/2026 is before the plan was issued, 09/01/2026"
    )


def test_typed_text_is_composed_and_put_into_one_line(tmp_path):
    path = workspace(tmp_path)
    (change,) = make(path, "1", state="running", note=" Ho\u0323p\r\nxong\x07\ufeff ").changes
    assert change.after.note == "Họp xong"
    assert "{state: running, note: Họp xong}" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("done", "done"),
        ("Hoàn thành", "done"),
        ("ĐANG THỰC HIỆN", "running"),
        ("tạm dừng", "suspended"),
    ],
)
def test_states_are_understood_in_vietnamese(word, state):
    assert read_state(word) == state


def test_what_is_done_today_can_be_recorded_today(tmp_path):
    (change,) = make(workspace(tmp_path), "1", state="done", date=TODAY).changes
    assert change.after.date.full == TODAY


def test_a_number_is_not_near_another_number(tmp_path):
    more = "".join(f"      - {{id: t{n}, title: Việc}}\n" for n in range(40))
    path = workspace(tmp_path, PLAN + more)
    assert refused(path, "99", state="running")[1] == "its tasks have the numbers 1 to 44"


def test_tasks_that_count_anew_in_each_area_are_told_apart_by_it(tmp_path):
    plan = PLAN[: PLAN.index("appendices:")] + (
        "appendices:\n  - title: Danh mục\n    numbering: area\n    areas:\n"
        "      - title: A\n        tasks: [{id: a, title: Rà soát, deadline: Quý I}]\n"
        "      - title: B\n        tasks: [{id: b, title: Kiểm tra, deadline: Quý I}]\n"
    )
    path = workspace(tmp_path, plan)
    assert refused(path, "1", state="running")[0] == "“1” fits several tasks: a (1), b (1)"
    (change,) = make(path, "II.1", state="running").changes
    assert change.task == "b"


DASHES = PLAN[: PLAN.index("body:")] + (
    "body:\n  - title: TỔ CHỨC THỰC HIỆN\n    items:\n"
    "      - title: Văn phòng\n        items:\n"
    "          - text: Lập kế hoạch\n            deadline: Trước 20/6/2026\n"
    "          - text: Theo dõi\n"
    "          - text: Báo cáo\n            deadline: Trước 25/6/2026\n"
    "      - title: Phòng Kinh tế\n        items:\n"
    "          - text: Bố trí kinh phí\n            deadline: Quý II\n"
)


@pytest.mark.parametrize("said", ["I.1.-3", "I.1.3", "i.1.3."])
def test_a_dash_is_named_by_its_key_or_counted_like_a_number(tmp_path, said):
    path = workspace(tmp_path, DASHES)
    (change,) = make(path, said, state="running").changes
    assert (change.task, change.number, str(change.name)) == ("I.1.-3", "I.1", "I.1, dash 3")
    assert required_plan(load(path)).body[0].items[0].items[2].progress[0].state == "running"


def test_the_number_of_the_section_above_will_do_when_it_has_one_dated_dash(tmp_path):
    path = workspace(tmp_path, DASHES)
    (change,) = make(path, "I.2", state="running").changes
    assert change.task == "I.2.-1"
    assert refused(path, "I.1", state="running")[0] == "“I.1” fits several tasks: I.1.-1, I.1.-3"


def test_a_numbered_section_goes_before_a_dash_counted_like_it(tmp_path):
    item = "          - {number: '3.', text: Rà soát, deadline: Quý III}\n"
    before = "      - title: Phòng Kinh tế"
    path = workspace(tmp_path, DASHES.replace(before, item + before))
    (change,) = make(path, "I.1.3", state="running").changes
    assert required_plan(load(path)).body[0].items[0].items[3].progress[0].state == "running"
    assert change.task == "I.1.3"


def test_what_fits_nothing_is_told_the_nearest_dash(tmp_path):
    path = workspace(tmp_path, DASHES)
    assert refused(path, "I.1.-2", state="running")[0] == "section “I.1.-2” has no deadline"
    assert refused(path, "I.1.-4", state="running")[1] == "did you mean: I.1.-3; I.1.-1; I.2.-1?"
