"""`cchc progress` as an officer types it."""

from __future__ import annotations

import json

import pytest

TODAY = ("--today", "2026-07-01")
DONE = ("--state", "done", "--date", "12/6/2026", "--evidence", "15/BC-UBND", *TODAY)
WRITTEN = "{state: done, date: 2026-06-12, evidence: 15/BC-UBND}"


@pytest.fixture
def plan(workspace):
    return workspace / "plans" / "an-binh.yaml"


def test_a_record_is_one_line_here_and_in_the_file(cchc, plan):
    before = plan.read_text("utf-8")
    assert cchc("progress", "an", "1", *DONE) == (
        0, "an-binh 1 (kiem-tra): done 12/06/2026, 15/BC-UBND\n", "",
    )  # fmt: skip
    after = before.replace("lead: [vh-xh]}", f"lead: [vh-xh], progress: {WRITTEN}}}")
    assert plan.read_text("utf-8") == after


def test_it_speaks_vietnamese_to_officers(cchc, plan, monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "vi")
    ran = cchc("progress", "an-binh", "kiem-tra", *DONE)
    assert ran.out == "an-binh 1 (kiem-tra): hoàn thành 12/06/2026, 15/BC-UBND\n"


def test_recording_again_says_what_changed(cchc, plan):
    cchc("progress", "an-binh", "1", "--state", "running", *TODAY)
    assert cchc("progress", "an-binh", "1", *DONE).out == (
        "an-binh 1 (kiem-tra): done 12/06/2026, 15/BC-UBND; was running\n"
    )
    before = plan.read_bytes()
    assert cchc("progress", "an-binh", "1", *DONE).out == (
        "an-binh 1 (kiem-tra): done 12/06/2026, 15/BC-UBND; recorded already, nothing changed\n"
    )
    assert plan.read_bytes() == before


def test_what_is_not_given_stays_and_an_empty_text_removes_it(cchc, plan):
    task = ("progress", "an-binh", "1")
    cchc(*task, "--state", "running", "--date", "1/2/2026", "--note", "đang soạn", *TODAY)
    assert cchc(*task, "--date", "", *TODAY).out == (
        "an-binh 1 (kiem-tra): running, đang soạn; was running 01/02/2026, đang soạn\n"
    )
    assert cchc(*task, *DONE).out == (
        "an-binh 1 (kiem-tra): done 12/06/2026, 15/BC-UBND, đang soạn; was running, đang soạn\n"
    )
    assert cchc(*task, "--note", "", *TODAY).out.startswith(
        "an-binh 1 (kiem-tra): done 12/06/2026, 15/BC-UBND; was"
    )


def test_the_record_comes_as_json_too(cchc, plan):
    ran = cchc("progress", "an-binh", "1", *DONE, "--format", "json")
    answer = json.loads(ran.out)
    after = {"state": "done", "date": "2026-06-12", "evidence": "15/BC-UBND", "note": None}
    assert (ran.code, answer["kind"], answer["written"]) == (0, "progress", True)
    assert answer["changes"] == [
        {
            "plan": "an-binh", "task": "kiem-tra", "number": "1", "occurrence": None,
            "before": None, "after": after,
        }
    ]  # fmt: skip
    assert WRITTEN in answer["diff"]
    again = json.loads(cchc("progress", "an-binh", "1", *DONE, "--format", "json").out)
    assert (again["written"], again["changes"][0]["before"]) == (False, after)


def test_json_writes_nothing_when_only_the_difference_is_asked_for(cchc, plan):
    before = plan.read_bytes()
    answer = json.loads(cchc("progress", "an-binh", "1", *DONE, "--diff", "--format", "json").out)
    assert (answer["written"], plan.read_bytes()) == (False, before)


def test_a_record_can_be_taken_back(cchc, plan):
    before = plan.read_bytes()
    cchc("progress", "an-binh", "1", *DONE)
    assert cchc("progress", "an-binh", "1", "--withdraw").out == (
        "an-binh 1 (kiem-tra): removed; was done 12/06/2026, 15/BC-UBND\n"
    )
    assert plan.read_bytes() == before


def test_a_record_of_a_period_names_it(cchc, plan):
    plan.write_text(plan.read_text("utf-8").replace("Quý I,", "Hằng quý,"), "utf-8")
    ran = cchc("progress", "an-binh", "1", "--occurrence", "Quý II", "--state", "xong", *DONE[2:])
    assert ran.out == "an-binh 1 (kiem-tra) 2026-Q2: done 12/06/2026, 15/BC-UBND\n"


def test_due_shows_what_is_recorded(cchc, plan):
    cchc("progress", "an-binh", "1", *DONE)
    ran = cchc("due", "--quarter", "1", "--format", "json", *TODAY)
    assert '"state": "done-late"' in ran.out


def test_a_preview_shows_the_changed_lines_and_writes_nothing(cchc, plan):
    before = plan.read_bytes()
    ran = cchc("progress", "an-binh", "1", "--diff", *DONE)
    lines = ran.out.splitlines()
    assert lines[:2] == ["--- a/plans/an-binh.yaml", "+++ b/plans/an-binh.yaml"]
    changed = [line for line in lines[3:] if line[0] in "+-"]
    assert [line[0] for line in changed] == ["-", "+"]
    assert WRITTEN in changed[1]
    assert plan.read_bytes() == before


@pytest.mark.parametrize("option", ["--from-csv", "--from-xlsx"])
def test_a_table_is_recorded_row_by_row(cchc, plan, option, workspace):
    rows = [["Kế hoạch", "STT", "Tình trạng", "Ngày"], ["an-binh", "1", "hoàn thành", "12/6/2026"]]
    file = workspace / "kq"
    if option == "--from-csv":
        file.write_text("\n".join(";".join(row) for row in rows), "utf-8-sig")
    else:
        import openpyxl

        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(file)
    ran = cchc("progress", option, "kq", *TODAY)
    assert (ran.code, ran.out) == (0, "an-binh 1 (kiem-tra): done 12/06/2026\n")
    assert "progress: {state: done, date: 2026-06-12}" in plan.read_text("utf-8")


def test_a_table_that_says_nothing_is_told(cchc, plan, workspace):
    (workspace / "kq.csv").write_text("STT,Tình trạng\n1,\n", "utf-8")
    ran = cchc("progress", "an-binh", "--from-csv", "kq.csv", *TODAY)
    assert (ran.code, ran.out) == (0, "no row says anything about progress\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], ["PLAN is missing", "see “cchc progress --help”"]),
        (["an-binh"], ["TASK is missing", "see “cchc progress --help”"]),
        (["an-binh", "1"],
         ["the state of “1” is missing",
          "write done, running or suspended; what has not begun is not recorded"]),
        (["an-binh", "1", "--state", "xx"],
         ["“xx” is not a state of progress",
          "write done, running or suspended; what has not begun is not recorded"]),
        (["an-binh", "1", "--state", "done", "--date", "30/2/2026"],
         ["--date: there is no day 30/02/2026: month 02 has only 28 days", "write for example 28/02/2026"]),
        (["an-binh", "1", "--withdraw", "--state", "done"],
         ["--withdraw and --state cannot be used together", "use one of them"]),
        (["an-binh", "1", "--from-csv", "x.csv"],
         ["--from-csv and TASK cannot be used together", "use one of them"]),
        (["--from-csv", "x.csv", "--from-xlsx", "x.xlsx"],
         ["--from-csv and --from-xlsx cannot be used together", "use one of them"]),
        (["--from-xlsx", "x.xlsx", "--note", "y"],
         ["--from-xlsx and --note cannot be used together", "use one of them"]),
        (["--from-csv", "x.csv"],
         ["x.csv cannot be read: no such file or folder"]),
        (["an-binh", "kiem-tr", "--state", "running"],
         ["there is no task “kiem-tr”", "did you mean: kiem-tra (1)?"]),
    ],
)  # fmt: skip
def test_what_cannot_be_met_is_one_message_and_exit_code_2(cchc, plan, arguments, said):
    before = plan.read_bytes()
    ran = cchc("progress", *arguments, *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cchc: " + "\n  ".join(said) + "\n"
    assert plan.read_bytes() == before


def test_faults_of_a_table_are_listed_together(cchc, plan, workspace):
    (workspace / "kq.csv").write_text("STT,Tình trạng,Ngày\n1,xx,\n1,xong,mai\n", "utf-8")
    ran = cchc("progress", "an-binh", "--from-csv", "kq.csv", "--all-or-nothing", *TODAY)
    assert ran.code == 2
    assert [line.split(" [")[0] for line in ran.err.splitlines()[:3]] == [
        "cchc: nothing was recorded; errors: 2", "  kq.csv:2:2", "  kq.csv:3:3",
    ]  # fmt: skip


def test_the_rule_about_the_date_is_in_the_help(cchc):
    assert "needs its date" in " ".join(cchc("progress", "-h").out.split())


def test_a_name_that_two_plans_have_is_recorded_in_neither(cchc, workspace):
    plan = (workspace / "plans" / "an-binh.yaml").read_bytes()
    for folder in ("a", "b"):
        (workspace / "plans" / folder).mkdir()
        (workspace / "plans" / folder / "cchc.yaml").write_bytes(plan)
    ran = cchc("progress", "cchc", "1.1", "--state", "done", "--date", "1/6/2026")
    assert ran.code == 2
    assert "a/cchc, b/cchc" in ran.err
    for folder in ("a", "b"):
        assert (workspace / "plans" / folder / "cchc.yaml").read_bytes() == plan
