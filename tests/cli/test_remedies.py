"""What a refusal says is true where it is read, and its remedy names what is there."""

from __future__ import annotations

import unicodedata

import pytest

from tests.cli.conftest import MINIMAL

GONE = (
    ": nope.yaml: there is no such file\n  check the name, or run the command from the workspace\n"
)
FEBRUARY = "there is no day 29/02/2026: month 02 has only 28 days"


@pytest.mark.parametrize(
    "words",
    [
        ("diff", "plans/an-binh.yaml", "nope.yaml"), ("diff", "nope.yaml", "plans/an-binh.yaml"),
        ("render", "an-binh", "--amending", "nope.yaml"),
    ],
)  # fmt: skip
def test_a_file_to_compare_with_that_is_not_there_is_said_not_to_be_there(cchc, workspace, words):
    ran = cchc(*words)
    assert ran.code == 2
    assert ran.err.endswith(GONE)


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"\x89PNG\r\n"])
def test_a_picture_is_compared_with_nothing(cchc, workspace, start):
    (workspace / "x.pdf").write_bytes(start)
    ran = cchc("diff", "x.pdf", "plans/an-binh.yaml")
    assert ran.code == 2
    assert ran.err.startswith("cchc: x.pdf: a picture or PDF file cannot be read\n")


def test_words_of_no_file_are_still_revisions(cchc, workspace):
    assert "in no git repository" in cchc("diff", "plans/an-binh.yaml", "v1").err


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_plan_is_helped_on_with_commands(cchc, workspace, text):
    (workspace / "plans" / "trong.yaml").write_text(text, encoding="utf-8")
    assert "= “cchc new” makes a plan to start from" in cchc("validate", "trong").out


@pytest.mark.parametrize("name", ["plans/an-lap", "plans/an-lap.yaml"])
def test_no_command_is_recommended_for_a_file_that_is_not_there(cchc, workspace, name):
    ran = cchc("due", name)
    assert ran.code == 2
    assert ran.err.endswith("\n  check the name, or run the command from the workspace\n")


def test_coverage_of_an_unknown_plan_names_those_there_are(cchc, workspace):
    assert cchc("coverage", "tinh/cchc-2026").err == (
        "cchc: there is no plan “tinh/cchc-2026”\n  plans here: an-binh\n"
    )


def test_a_bad_table_is_told_without_the_name_of_another_option(cchc, workspace):
    (workspace / "kq.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    ran = cchc("progress", "--from-csv", "kq.csv")
    assert ran.code == 2
    assert "--from-xlsx" not in ran.err


def test_a_number_with_a_least_value_says_it(cchc, workspace):
    assert cchc("status", "--top", "0").err.startswith(
        "cchc: --top: give a whole number, at least 1\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("due", "--today", "29/02/2026"), f"--today: {FEBRUARY}"),
        (("due", "--today", "2026-02-29"), f"--today: {FEBRUARY}"),
        (("due", "--today", "1/13/2026"), "--today: the calendar has no day 1/13/2026"),
        (("due", "--today", "0/3/2026"), "--today: the calendar has no day 0/3/2026"),
        (("due", "--today", "hôm nay"), "--today: “hôm nay” is not a date"),
        (("progress", "an-binh", "1", "--state", "done", "--date", "29/2/2026"), FEBRUARY),
    ],
)  # fmt: skip
def test_a_day_that_its_month_does_not_have_is_told_as_such(cchc, workspace, words, told):
    ran = cchc(*words)
    assert ran.code == 2
    assert told in ran.err


def test_a_cell_and_a_day_off_say_it_too(cchc, workspace):
    (workspace / "kq.csv").write_text(
        "Kế hoạch,Mã,Tình trạng,Ngày\nan-binh,1,Hoàn thành,30/2/2026\n", encoding="utf-8"
    )
    assert "there is no day 30/02/2026" in cchc("progress", "--from-csv", "kq.csv").err


def test_a_full_disk_wants_room(cchc, workspace):
    ran = cchc("due", "--format", "csv", "-o", "/dev/full")
    assert ran.code == 2
    assert ran.err.endswith("\n  make room on the disk, or choose another place\n")


def test_lines_of_equal_findings_are_named_once_and_ten_at_most(cchc, workspace):
    path = workspace / "plans" / "an-binh.yaml"
    path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), "utf-8")
    told = [
        line for line in cchc("validate", "an-binh").out.splitlines() if "more, on lines" in line
    ]
    assert told
    for line in told:
        numbers = line.rpartition("on lines ")[2].removesuffix(" …").split(", ")
        assert len(numbers) == len(set(numbers)) <= 10


def test_a_key_that_comes_twice_is_told_with_the_line_of_the_first(cchc, workspace):
    path = workspace / "plans" / "an-binh.yaml"
    text = MINIMAL.read_text(encoding="utf-8")
    path.write_text(f"{text}year: 2026\n", encoding="utf-8")
    line = text.splitlines().index("year: 2026") + 1
    told = f"key “year” stands here a second time; the first is on line {line} "
    assert told in cchc("validate", "an-binh").out
    path.write_text(text.replace("{id: vh-xh,", "{id: vh-xh, id: vh-xh,"), encoding="utf-8")
    assert "key “id” stands here a second time [Y008" in cchc("validate", "an-binh").out


def test_near_options_are_offered_the_nearest_first(cchc, workspace):
    near = cchc("due", "--qarter", "2").err.partition("did you mean ")[2]
    assert near.startswith("--quarter?")


def test_an_option_of_another_command_for_the_same_thing_is_offered(cchc, workspace):
    assert "did you mean --occurrence?" in cchc("progress", "an-binh", "1", "--period", "Q1").err
    assert "did you mean --period?" in cchc("report", "an-binh", "--occurrence", "Q1").err


@pytest.mark.parametrize("name", ["-dash.csv", "--dash.csv", "-s ổ.csv"])
def test_a_file_whose_name_looks_like_options_is_named_with_its_folder(cchc, workspace, name):
    (workspace / name).write_text("STT,Nhiệm vụ\n1,Kiểm tra\n", encoding="utf-8")
    for command in ("import", "validate"):
        ran = cchc(command, name)
        assert ran.code == 2
        shown = f'"./{name}"' if " " in name else f"./{name}"
        assert ran.err.endswith(f"\n  for the file of that name write {shown}\n")
    (workspace / name).unlink()
    assert "--help" in cchc("import", name).err


@pytest.mark.parametrize(
    "words",
    [("progress", "x", "1", "--state", "running"), ("report", "x", "--period", "Q1"), ("brief", "x"),
     ("render", "x"), ("score", "x"), ("coverage", "x"), ("due", "x")],
    ids=lambda words: words[0],
)  # fmt: skip
def test_outside_of_a_workspace_a_name_of_a_plan_is_not_the_fault(
    cchc, tmp_path, monkeypatch, words
):
    monkeypatch.chdir(tmp_path)
    ran = cchc(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"cchc: this is not a workspace: {tmp_path} has no plans folder\n"
        "  go to your workspace, or make one here with “cchc init”\n"
    )
