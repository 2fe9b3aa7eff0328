"""`cchc due` as an officer types it."""

from __future__ import annotations

import json
import sys

import icalendar
import pytest
from openpyxl import load_workbook

import cchc.outputs.due as room
from cchc.cli.options import format_names, heeding
from cchc.outputs import due_words as words
from tests.conftest import ROOT

FORMATS = format_names(room)
TODAY = ("--today", "2026-07-20")


@pytest.fixture
def due(cchc):
    """Return the items that `cchc due` with these options lists, as `task due`."""

    def ask(*options: str) -> list[str]:
        ran = cchc("due", *options, "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        return [f"{one['task']} {one['due']}" for one in json.loads(ran.out)["items"] if one["due"]]

    return ask


def test_the_first_quarter_of_a_real_plan(due, monkeypatch):
    monkeypatch.chdir(ROOT)
    found = due("--quarter", "1", "--plan", "nam-dan", "--today", "2026-01-02")
    assert [line.split()[1] for line in found] == [
        "2026-01-19", "2026-03-14", "2026-03-31", "2026-03-31", "2026-03-31",
    ]  # fmt: skip


def test_the_last_quarter_of_a_real_plan(cchc, monkeypatch):
    monkeypatch.chdir(ROOT)
    options = ("due", "--quarter", "4", "--plan", "phu-thinh", "--today", "2026-10-01")
    items = json.loads(cchc(*options, "--format", "json").out)["items"]
    by_phrase = {one["deadline"]: one for one in items}
    assert by_phrase["Trước 30/11/2026"]["due"] == "2026-11-29"
    assert by_phrase["Trước 30/11/2026"]["day_off"]["kind"] == "sunday"
    assert by_phrase["Trong ngày 31/12/2026"]["due"] == "2026-12-31"
    monkeypatch.setenv("CCHC_LANG", "vi")
    assert "Chủ nhật, ngày làm việc liền trước: 27/11/2026" in cchc(*options).out


def test_without_a_period_it_is_the_next_thirty_days(office, due):
    assert due("--today", "2026-11-20") == due("--from", "20/11/2026", "--to", "20/12/2026",
                                               "--today", "2026-11-20")  # fmt: skip


@pytest.mark.parametrize(
    ("options", "first", "last"),
    [
        (("--quarter", "2"), "2026-04-01", "2026-06-30"),
        (("--quarter", "4", "--year", "2028"), "2028-10-01", "2028-12-31"),
        (("--month", "2"), "2026-02-01", "2026-02-28"),
        (("--month", "2", "--year", "2028"), "2028-02-01", "2028-02-29"),
        (("--month", "12"), "2026-12-01", "2026-12-31"),
        (("--year", "2026"), "2026-01-01", "2026-12-31"),
        (("--within", "7"), "2026-07-20", "2026-07-27"),
        (("--within", "0"), "2026-07-20", "2026-07-20"),
        (("--from", "1/3/2026"), "2026-03-01", None),
        (("--to", "2026-03-01"), None, "2026-03-01"),
        (("--overdue",), None, None),
        (("--overdue", "--quarter", "1"), "2026-01-01", "2026-03-31"),
        (("--state", "done"), None, None),
    ],
)
def test_the_period_that_options_mean(office, cchc, options, first, last):
    whole = json.loads(cchc("due", *options, *TODAY, "--format", "json").out)
    assert (whole["from"], whole["to"]) == (first, last)


def test_the_year_is_that_of_the_plans_when_today_lies_elsewhere(office, cchc):
    whole = json.loads(
        cchc("due", "--quarter", "1", "--today", "2027-02-01", "--format", "json").out
    )
    assert whole["from"] == "2026-01-01"


def test_what_is_overdue_from_before_stands_on_top(office, cchc):
    out = cchc("due", "--month", "8", *TODAY).out
    assert out.index("Overdue from before: 9") < out.index("In the period: 1")
    assert "Total 12: overdue 9" in out


def test_filters_narrow_the_rows(office, due):
    assert due("--overdue", *TODAY, "--plan", "binh-minh") == ["quyet-toan 2026-04-30"]
    assert due("--year", "2026", *TODAY, "--area", "tai chinh", "--state", "done-late") == [
        "giai-ngan 2026-06-30"
    ]
    assert due("--state", "done", "--state", "done-late", *TODAY) == [
        "so-lieu 2026-01-25", "so-lieu 2026-02-25", "ke-hoach 2026-03-31", "giai-ngan 2026-06-30",
    ]  # fmt: skip
    assert due("--year", "2026", *TODAY, "--kind", "duty") == ["ke-hoach-don-vi 2026-01-19"]
    assert due("--quarter", "3", *TODAY, "--kind", "par-index") == ["quyet-toan 2026-04-30"]
    kinh_te = due("--year", "2026", *TODAY, "--unit", "phong kinh te", "--kind", "task")
    assert kinh_te == [
        "ke-hoach 2026-03-31", "quyet-toan 2026-04-30", "giai-ngan 2026-06-30",
        "sang-kien 2026-11-29",
    ]  # fmt: skip
    leads = due("--year", "2026", *TODAY, "--unit", "kinh te", "--lead-only", "--kind", "task")
    assert leads == [line for line in kinh_te if not line.startswith("ke-hoach")]


def test_the_exit_code_tells_whether_something_is_overdue(office, cchc):
    assert cchc("due", "--within", "7", *TODAY).code == 0
    assert cchc("due", "--within", "7", *TODAY, "--exit-code").code == 1
    assert cchc("due", "--within", "7", "--today", "2026-01-02", "--exit-code").code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--quarter", "1", "--month", "2"), "--quarter and --month cannot be used together"),
        (("--within", "7", "--to", "1/1/2027"), "--within and --from/--to cannot be used together"),
        (("--from", "2/1/2026", "--to", "1/1/2026"), "--from lies after --to"),
        (("--from", "31/6/2026"), "--from: there is no day 31/6/2026: month 6 has only 30 days"),
        (("--lead-only",), "--lead-only needs --unit"),
        (("--overdue", "--state", "done"), "--overdue and --state cannot be used together"),
        (("--format", "xlsx"), "a workbook cannot be shown on the screen"),
        (("--sheet-per-unit",), "--sheet-per-unit needs --format xlsx"),
        (
            ("--group-by", "unit", "--format", "csv"),
            f"--group-by is for --format {', '.join(heeding(room, '--group-by'))}",
        ),
        (("--unit", "Sở Nội vụ"), "no plan has a unit “Sở Nội vụ”"),
        (("--state", "late"), "--state: not one of overdue, due, upcoming"),
        (("--format", "pdf"), f"--format: not one of {', '.join(FORMATS)}"),
        (("--quarter", "5"), "--quarter: give a whole number from 1 to 4"),
    ],
)
def test_a_wrong_request_says_what_is_wrong(office, cchc, options, message):
    ran = cchc("due", *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cchc: {message}")


def test_a_fault_in_the_holiday_file_names_its_line(office, cchc):
    (office / "plans" / "holidays.yaml").write_text("days_off:\n  - {date: 30/2/2026, name: A}\n")
    ran = cchc("due", *TODAY)
    assert ran.code == 2
    assert ran.err.startswith(
        "cchc: holidays.yaml:2:12: there is no day 30/02/2026: month 02 has only 28 days"
    )


def test_the_holiday_file_of_the_workspace_is_used(office, cchc):
    (office / "plans" / "holidays.yaml").write_text(
        "days_off: [{date: 31/3/2026, name: Ngày nghỉ}]\n"
    )
    out = cchc("due", "--month", "3", "--today", "2026-03-01").out
    assert "public holiday (Ngày nghỉ), last working day before: 30/03/2026" in out


def test_files_are_written_whole_and_named(office, cchc):
    for name in FORMATS:
        path = office / "ra" / f"den-han.{name}"
        ran = cchc("due", "--year", "2026", *TODAY, "--format", name, "-o", str(path))
        assert (ran.code, ran.out, ran.err) == (0, "", f"written: {path}\n")
        assert path.stat().st_size > 500
    assert load_workbook(office / "ra" / "den-han.xlsx").sheetnames == ["Due list"]
    events = icalendar.Calendar.from_ical((office / "ra" / "den-han.ics").read_bytes()).events
    assert len(events) == 25
    assert (office / "ra" / "den-han.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_piped_csv_has_no_mark_in_front(office, cchc):
    assert cchc("due", *TODAY, "--format", "csv").out.startswith("Plan,Id,Period,No.,")


def test_each_unit_gets_a_sheet_on_request(office, cchc):
    cchc("due", "--year", "2026", *TODAY, "--format", "xlsx", "--sheet-per-unit", "-o", "a.xlsx")
    names = load_workbook(office / "a.xlsx").sheetnames
    assert {"xã An Bình - Phòng Kinh tế", "xã Bình Minh - Phòng Kinh tế xã"} <= {*names}
    cchc("due", "an-binh", "--year", "2026", *TODAY, "--format", "xlsx", "--sheet-per-unit",
         "-o", "b.xlsx")  # fmt: skip
    assert "Phòng Kinh tế" in load_workbook(office / "b.xlsx").sheetnames


def test_overdue_work_of_all_dates_has_its_own_heading(office, cchc):
    out = cchc("due", "--overdue", *TODAY).out
    assert "\nOverdue: 9\n" in out
    assert "In the period" not in out
    assert "\nIn the period: " in cchc("due", "--quarter", "3", *TODAY).out


def test_plans_are_named_with_or_without_an_option(office, cchc):
    named = cchc("due", "--plan", "an-binh", *TODAY)
    assert cchc("due", "an-binh", *TODAY) == named
    assert cchc("due", "plans/an-binh.yaml", *TODAY) == named
    assert cchc("due", "plans", *TODAY) == cchc("due", *TODAY)
    both = cchc("due", "an-binh", "--plan", "binh-minh", *TODAY)
    assert both == cchc("due", *TODAY) != named


def test_a_terminal_gets_tables_of_its_width(office, cchc, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    out = cchc("due", "--quarter", "3", *TODAY).out
    assert "─" * 80 in out
    assert "\x1b[" in out


def test_light_formats_load_no_heavy_package(office):
    import subprocess

    code = (
        "import sys; from cchc.cli.app import run; run(['due', '--format', 'json']);"
        "print([n for n in ('rich', 'openpyxl', 'docx', 'jinja2') if n in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=office, check=True, text=True
    )
    assert done.stderr == "[]\n"


def test_every_state_has_its_words():
    from typing import get_args

    from cchc.views.occurrences import State

    assert set(words.STATES) == set(get_args(State))
