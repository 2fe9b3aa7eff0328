"""The table of progress that an office keeps itself: what is sure is recorded, the rest is listed."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.edit.progress.bulk import line, record_tables
from cchc.edit.progress.row import _share
from cchc.errors import UserError
from cchc.intake.tables.progress_words import remark_of
from cchc.read.load import load, required_plan
from tests.edit.sample import PLAN, TODAY, workspace
from tests.edit.test_bulk import csv, record, xlsx

HEADER = ["TT", "Nội dung nhiệm vụ", "Đơn vị", "Thời hạn", "Tình hình thực hiện", "Diễn giải"]


def taken(tmp_path, *rows, header=HEADER, plan=PLAN, **options):
    path = workspace(tmp_path, plan)
    sheets = xlsx(tmp_path, ["UBND XÃ AN BÌNH"], [], header, *rows)
    return path, record_tables(sheets, "an-binh", tmp_path, TODAY, partly=True, **options)


def told(recorded) -> list[str]:
    return [str(line(fault)).split(": ", 1)[1].split(" (")[0] for fault in recorded.faults]


@pytest.mark.parametrize(
    ("state", "remark", "made"),
    [
        ("Đã HT", "đã xong 12/3, CV 45", ("done", date(2026, 3, 12), "CV 45", None)),
        ("HT muộn", "tổ chức 06/5, TB số 33/TB-UBND",
         ("done", date(2026, 5, 6), "33/TB-UBND", "HT muộn; tổ chức 06/5, TB số 33/TB-UBND")),
        ("Xong", "KH 05/KH-UBND ngày 12/02", ("done", date(2026, 2, 12), "05/KH-UBND", None)),
        ("x", "22/2", ("done", date(2026, 2, 22), None, None)),
        ("90%", "còn 2 đ/c", ("running", None, None, "90%; còn 2 đ/c")),
        ("đang làm", "xin lùi 15/5", ("running", None, None, "xin lùi 15/5")),
        ("Chậm", "chờ tỉnh", ("running", None, None, "Chậm; chờ tỉnh")),
    ],
)  # fmt: skip
def test_the_words_of_offices_become_a_record(tmp_path, state, remark, made):
    path, recorded = taken(tmp_path, [1, "Kiểm tra", "VP", "Quý II", state, remark])
    assert told(recorded) == []
    found = record(path, 0)
    day = found.date.full if found.date else None
    assert (found.state, day, found.evidence, found.note) == made


def test_what_is_not_sure_is_listed_and_the_rest_recorded(tmp_path):
    path, recorded = taken(
        tmp_path,
        [1, "Kiểm tra", None, None, "Xong", "12/3"],
        [2, "Sáng kiến", None, None, "x", None],
        [3, "Việc hoàn toàn khác", None, None, "đang làm", None],
        [4, "Công khai", None, None, "chưa rõ lắm", None],
        [99, "Không có", None, None, "Xong", "12/3"],
        [2, "Sáng kiến", None, None, "Đã HT", "họp 12/3, ký 15/3"],
    )
    assert [one.rsplit(" [", 1)[0] for one in told(recorded)] == [
        "Tháng 6!E5", "Tháng 6!A6", "Tháng 6!E7", "Tháng 6!A8", "Tháng 6!E9",
    ]  # fmt: skip
    assert [len(task.progress) for task in required_plan(load(path)).appendices[0].tasks] == [
        1,
        0,
        0,
        0,
    ]


def test_a_task_is_found_by_its_words_when_one_fits(tmp_path):
    path, recorded = taken(
        tmp_path, ["Kiểm tra công vụ", "Xong", "12/3"], ["Sáng", "Xong", "12/3"],
        header=["Nhiệm vụ", "Tình trạng", "Ghi chú"],
        plan=PLAN.replace("title: Kiểm tra", "title: Kiểm tra công vụ").replace(
            "title: Sáng kiến", "title: Sáng kiến cải cách"
        ),
    )  # fmt: skip
    assert record(path, 0).state == "done"
    assert len(told(recorded)) <= 1
    assert _share("KH CĐS 2026", "Kế hoạch chuyển đổi số năm 2026") == 1


def test_a_record_there_is_loses_nothing(tmp_path):
    done = (
        "title: Kiểm tra\n        progress: {state: done, date: 2026-03-10, evidence: 15/BC-UBND}"
    )
    plan = PLAN.replace("title: Kiểm tra", done, 1)
    path, recorded = taken(
        tmp_path, [1, "Kiểm tra", None, None, "đang làm", None],
        [1, "Kiểm tra", None, None, "Xong", "12/3"], [1, "Kiểm tra", None, None, "Xong", "10/3, CV 9"],
        plan=plan,
    )  # fmt: skip
    assert [one.split("]: ")[1] for one in told(recorded)] == [
        "the plan has it as done, the table has not", "the plan has 10/03/2026, the table 12/03/2026",
    ]  # fmt: skip
    assert path.read_text("utf-8") == plan


def test_a_table_with_days_takes_no_result_away_either(tmp_path):
    done = "title: Kiểm tra\n        progress: {state: done, date: 2026-03-10}"
    plan = PLAN.replace("title: Kiểm tra", done, 1)
    header = ["TT", "Nội dung nhiệm vụ", "Tình trạng", "Ngày hoàn thành"]
    path, recorded = taken(
        tmp_path, [1, "Kiểm tra", "đang làm", None], header=header, plan=plan
    )  # fmt: skip
    assert [one.split("]: ")[1] for one in told(recorded)] == [
        "the plan has it as done, the table has not"
    ]
    assert path.read_text("utf-8") == plan


@pytest.mark.parametrize(("note", "kept"), [("90%", None), ("chờ tỉnh", "chờ tỉnh")])
def test_how_far_work_was_goes_when_it_is_done_and_words_stay(tmp_path, note, kept):
    running = f"title: Kiểm tra\n        progress: {{state: running, note: {note}}}"
    path, recorded = taken(
        tmp_path, [1, "Kiểm tra", None, None, "Xong", "12/3"],
        plan=PLAN.replace("title: Kiểm tra", running, 1),
    )  # fmt: skip
    assert told(recorded) == []
    assert (record(path, 0).state, record(path, 0).note) == ("done", kept)


def test_odd_headings_are_named_in_the_configuration(tmp_path):
    header = ["Thứ tự", "Đến đâu rồi", "Ký ngày"]
    with pytest.raises(UserError) as refused:
        taken(tmp_path, [1, "Xong", "12/3/2026"], header=header)
    assert "has no header row" in str(refused.value.message)
    named = {"thứ tự": "task", "ĐẾN ĐÂU RỒI": "state", "Ký ngày": "date"}
    path, recorded = taken(tmp_path, [1, "Xong", "12/3/2026"], header=header, named=named)
    assert record(path, 0).date.full == date(2026, 3, 12)
    assert [key for _, key in recorded.tables[0].headings()] == ["task", "state", "date"]


def test_what_a_header_lacks_is_said(tmp_path):
    workspace(tmp_path)
    with pytest.raises(UserError) as refused:
        record_tables(csv(tmp_path, "STT,Nội dung,Đơn vị", "1,a,b"), None, tmp_path, TODAY)
    assert "seen: “STT”, “Nội dung”, “Đơn vị”; missing: plan, state" in str(refused.value.message)


def test_a_remark_is_taken_apart():
    assert remark_of("QĐ 77 ngày 14/02", 2026) == (("14/02/2026",), ("QĐ 77",), "")
    assert remark_of("20/02/2026 - 18/KH-UBND", 2026) == (("20/02/2026",), ("18/KH-UBND",), "")
    assert remark_of("31/13", 2026).days == ()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("00/3/2026", "the calendar has no day 00/3/2026"),
        ("31/02/2026", "month 02 has only 28 days"),
        ("30/2", "“30/2” is not a date"),
        ("15/13/2026", "the calendar has no day 15/13/2026"),
    ],
)
def test_a_day_that_does_not_exist_is_named_and_the_other_rows_recorded(tmp_path, day, said):
    header = ["TT", "Nội dung nhiệm vụ", "Tình trạng", "Ngày hoàn thành"]
    rows = ([1, "Kiểm tra", "Đã HT", "12/3/2026"], [2, "Sáng kiến", "Đã HT", day])
    path, recorded = taken(tmp_path, *rows, header=header)
    assert [one.split("] ")[-1].split(": ")[-1] for one in told(recorded)] == [said]
    assert [len(task.progress) for task in required_plan(load(path)).appendices[0].tasks] == [
        1,
        0,
        0,
        0,
    ]


def test_a_day_that_does_not_exist_in_a_remark_is_none(tmp_path):
    _, recorded = taken(tmp_path, [1, "Kiểm tra", None, None, "Đã HT", "xong 31/02/2026"])
    assert ["is missing" in one for one in told(recorded)] == [True]
