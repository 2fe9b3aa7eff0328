"""`cchc status` as an officer types it, and its history from git."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import commit

TODAY = ("--today", "2026-07-20")


def test_plans_areas_and_units_are_shown(office, cchc):
    ran = cchc("status", *TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("As of 20/07/2026\n\nPlan ")
    for heading in ("\nArea ", "\nUnit ", "\nan-binh ", "50,00%"):
        assert heading in ran.out


def test_one_way_of_counting_can_be_asked_for(office, cchc):
    out = json.loads(cchc("status", *TODAY, "--by", "unit", "--format", "json").out)
    assert (out["kind"], out["schema_version"]) == ("status", 1)
    assert "units" in out
    assert "plans" not in out
    assert "areas" not in out


def test_json_and_due_say_the_same(office, cchc):
    total = json.loads(cchc("status", *TODAY, "--format", "json").out)["total"]
    summary = json.loads(cchc("due", "--from", "1/1/2000", *TODAY, "--format", "json").out)[
        "summary"
    ]
    assert total["overdue"] == summary["overdue"] == 9
    assert total["done_late"] == summary["done-late"] == 2
    assert total["running"] + total["suspended"] + total["not_recorded"] == summary["upcoming"]


def test_csv_and_markdown_hold_the_same_numbers(office, cchc):
    table = list(
        csv.reader(StringIO(cchc("status", *TODAY, "--by", "plan", "--format", "csv").out))
    )
    lines = cchc("status", *TODAY, "--by", "plan", "--format", "markdown").out.splitlines()
    rows = [line[2:-2].split(" | ") for line in lines if not line.startswith("| ---")]
    assert [row[:11] for row in rows] == [row[:11] for row in table]
    assert table[1][0] == "an-binh"
    assert (rows[1][-1], table[1][-1]) == ("33,33%", "33.33")


def test_a_workbook_holds_numbers_and_shares(office, cchc):
    ran = cchc("status", *TODAY, "--format", "xlsx", "-o", "a.xlsx")
    assert (ran.code, ran.out) == (0, "")
    book = load_workbook(office / "a.xlsx")
    assert book.sheetnames == ["Plan", "Area", "Unit"]
    row = next(row for row in book["Plan"].iter_rows() if row[0].value == "an-binh")
    assert (row[1].value, row[-1].value, row[-1].number_format) == (8, 0.3333, "0.00%")
    assert cchc("status", "--format", "xlsx").code == 2


def test_a_province_is_counted_by_commune_and_the_worst_units_first(office, cchc):
    found = json.loads(cchc("status", *TODAY, "--by", "commune", "--format", "json").out)
    assert [(one["id"], one["overdue"]) for one in found["communes"]] == [
        ("xã An Bình", 8), ("xã Bình Minh", 1),
    ]  # fmt: skip
    ran = cchc("status", *TODAY, "--by", "unit", "--sort", "overdue", "--top", "1")
    lines = ran.out.splitlines()
    assert lines[3].startswith("xã An Bình - ")
    assert lines[4].startswith("Whole ")
    assert lines[5].endswith("more rows; --top shows more or fewer")


def test_it_is_said_how_tasks_and_periods_count(office, cchc):
    out = " ".join(cchc("status", *TODAY).out.split())
    assert "A task counts once" in out
    assert "Periods of recurring work are counted apart" in out


def test_a_figure_can_be_opened_in_every_format(office, cchc):
    asked = ("status", *TODAY, "--explain", "tasks.overdue")
    whole = json.loads(cchc("status", *TODAY, "--format", "json").out)
    found = json.loads(cchc(*asked, "--format", "json").out)
    assert (found["figure"], found["value"]) == ("tasks.overdue", whole["tasks"]["overdue"])
    assert len(found["items"]) == found["value"] == 2
    assert cchc(*asked).out.startswith("tasks.overdue on 20/07/2026: 2\n\nPlan ")
    assert len(list(csv.reader(StringIO(cchc(*asked, "--format", "csv").out)))) == 3
    assert cchc(*asked, "--format", "markdown").out.count("\n") == 4
    assert cchc(*asked, "--format", "xlsx", "-o", "a.xlsx").code == 0
    assert load_workbook(office / "a.xlsx").sheetnames == ["tasks.overdue"]


def test_every_figure_of_the_json_can_be_opened(office, cchc):
    whole = json.loads(cchc("status", *TODAY, "--format", "json").out)
    for kind in ("tasks", "periods", "duties"):
        for name, value in whole[kind].items():
            asked = ("status", *TODAY, "--explain", f"{kind}.{name}", "--format", "json")
            assert json.loads(cchc(*asked).out)["value"] == value


def test_a_figure_that_is_none_is_refused_with_the_nearest(office, cchc):
    ran = cchc("status", "--explain", "tasks.overdew")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean “tasks.overdue”?" in ran.err
    assert cchc("status", "--explain", "tasks.done", "--history").code == 2


@pytest.mark.parametrize("name", ["periods.due", "periods.overdue", "nothing"])
def test_a_figure_that_is_like_none_is_answered_with_the_columns(office, cchc, name):
    ran = cchc("status", "--explain", name)
    assert (ran.code, "did you mean" in ran.err) == (2, False)
    assert "“overdue” tasks.overdue, " in ran.err
    assert "“periods ended” periods.total, " in ran.err
    assert ran.err.count("periods.open") == 1
    assert "did you mean “periods.done”?" in cchc("status", "--explain", "periods.don").err


def test_plans_of_several_years_are_said_to_be_counted_together(office, cchc):
    assert "several years" not in cchc("status", *TODAY).out
    one = next((office / "plans").glob("*.yaml"))
    text = one.read_text(encoding="utf-8").replace("year: 2026", "year: 2027", 1)
    (office / "plans" / "sang-nam.yaml").write_text(text, encoding="utf-8")
    told = cchc("status", "--by", "plan", *TODAY).out
    assert "in “% of the whole year” too: 2026 (2), 2027 (1)." in told
    assert "several years" not in cchc("status", one.stem, *TODAY).out


def test_plans_are_named_with_or_without_an_option(office, cchc):
    named = cchc("status", "--plan", "an-binh", *TODAY)
    assert (
        cchc("status", "an-binh", *TODAY) == cchc("status", "plans/an-binh.yaml", *TODAY) == named
    )
    assert cchc("status", "plans", *TODAY) == cchc("status", *TODAY) != named


def test_a_file_can_be_written(office, cchc):
    ran = cchc("status", *TODAY, "--format", "csv", "-o", "tinh-hinh.csv")
    assert ran == (0, "", "written: tinh-hinh.csv\n")
    assert (office / "tinh-hinh.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_history_reads_each_months_end_from_git(office, cchc):
    plan = office / "plans" / "binh-minh.yaml"
    later = plan.read_text(encoding="utf-8")
    record = ", progress: {state: done, date: 15/7/2026, evidence: 77/BC-UBND}}"
    assert later.count(record) == 1
    plan.write_text(later.replace(record, "}"), encoding="utf-8")
    commit(office, "2026-05-10T08:00:00+07:00")
    plan.write_text(later, encoding="utf-8")
    commit(office, "2026-07-16T08:00:00+07:00")
    options = ("status", "--history", "--plan", "an-binh", "--plan", "binh-minh")
    plan.write_text(later.replace("giai-ngan", "doi-ten"), encoding="utf-8")

    months = json.loads(cchc(*options, "--today", "2026-08-31", "--format", "json").out)["history"]
    assert [one["date"] for one in months] == [
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30",
        "2026-07-31", "2026-08-31",
    ]  # fmt: skip
    assert [one["commit"] is None for one in months] == [True] * 4 + [False] * 4
    assert [one["plans"] for one in months] == [0] * 4 + [2] * 4
    assert [one["total"] for one in months[:4]] == [None] * 4
    assert [one["done"] + one["done_late"] for one in months[4:]] == [3, 3, 4, 4]
    out = cchc(*options, *TODAY).out
    assert "31/01/2026: nothing was in git yet" in out
    assert "30/06/2026" in out
    assert "31/07/2026" not in out


def test_history_outside_git_says_so(office, cchc):
    ran = cchc("status", "--history")
    assert (ran.code, ran.out) == (2, "")
    assert "is in no git repository" in ran.err
    assert "leave --history out" in ran.err


def test_history_leaves_the_working_files_alone(office, cchc):
    commit(office, "2026-05-10T08:00:00+07:00")
    path = office / "plans" / "an-binh.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# sửa\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in office.rglob("*.yaml")}
    assert cchc("status", "--history", *TODAY).code == 0
    assert {file: file.read_bytes() for file in office.rglob("*.yaml")} == before
