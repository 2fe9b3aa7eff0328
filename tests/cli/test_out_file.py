"""What `-o` and its like may write over: no plan, and no file whose name says something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

import cchc.outputs.due as due
from cchc import discover
from cchc.cli.options import format_option
from cchc.cli.output import deliver
from cchc.errors import UserError

PLAN = "plans/an-binh.yaml"
ANSWERS = (
    ("due", "--year", "2026", "--today", "2026-06-01"),
    ("status", "--today", "2026-06-01"),
    ("export", "--today", "2026-06-01"),
    ("board", "--today", "2026-06-01"),
    ("diff", PLAN, PLAN),
    ("brief", "an-binh", "--format", "chat", "--today", "2026-06-01"),
    ("coverage", "an-binh", "--today", "2026-06-01"),
)


def names(words):
    return " ".join(words[:1])


@pytest.mark.parametrize("words", ANSWERS, ids=names)
@pytest.mark.parametrize("target", [PLAN, "alias.txt", "x.docx", "x.YML", "cchc.toml"])
def test_an_answer_goes_over_no_plan_and_into_no_file_of_another_kind(
    workspace, cchc, words, target
):
    (workspace / "alias.txt").symlink_to(PLAN)
    before = (workspace / PLAN).read_bytes()
    ran = cchc(*words, "-o", target)
    assert ran.code == 2
    assert "nothing is written" in ran.err
    assert (workspace / PLAN).read_bytes() == before
    assert not (workspace / target).exists() or target in (PLAN, "alias.txt")


@pytest.mark.parametrize(
    ("words", "target", "remedy"),
    [
        (("due", "--year", "2026"), "x.xlsx", "add --format xlsx, or end the name in .txt"),
        (("status",), "x.csv", "add --format csv"),
        (("status", "--format", "xlsx"), "x.txt", "end the name in .xlsx"),
        (("board",), "b.xlsx", "end the name in .html"),
        (("export",), "x.json", "end the name in .csv"),
        (("diff", PLAN, PLAN, "--format", "json"), "x.md", "add --format markdown"),
    ],
)
def test_the_remedy_is_the_format_or_the_ending(workspace, cchc, words, target, remedy):
    ran = cchc(*words, "--today", "2026-06-01", "-o", target) if words[0] != "diff" else cchc(
        *words, "-o", target
    )  # fmt: skip
    assert ran.code == 2
    assert remedy in ran.err
    assert not (workspace / target).exists()


def test_what_comes_through_the_common_way_is_looked_at(workspace):
    with pytest.raises(UserError, match="does not go into"):
        deliver("a,b", Path("x.xlsx"), "csv", ("text", "json", "csv"))
    with pytest.raises(UserError, match="is a plan"):
        deliver("a,b", Path(PLAN), "csv")


def test_a_table_in_a_pipe_has_no_mark(workspace, cchc):
    assert not cchc("export", "--today", "2026-06-01", "-o", "-").out.startswith("\ufeff")


@pytest.mark.parametrize("target", ["x.txt", "x.md", "x.log", "x.ket-qua", "x"])
def test_text_goes_into_plain_and_unknown_endings(workspace, cchc, target):
    assert cchc("status", "--today", "2026-06-01", "-o", target).code == 0
    assert (workspace / target).exists()


@pytest.mark.parametrize("ending", ["xlsx", "CSV", "jsonl"])
def test_export_goes_by_the_ending(workspace, cchc, ending):
    assert cchc("export", "--today", "2026-06-01", "-o", f"x.{ending}").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "--report", f"sarif={PLAN}"),
        ("validate", "--report", "junit=x.junit", "--report", "json=x.yaml"),
        ("validate", "--write-baseline", PLAN),
        ("new", "moi", "--commune", "xã An Bình", "-o", "moi.docx"),
        ("merge", PLAN, PLAN, PLAN, "-o", "x.docx"),
        ("render", "an-binh", "--text", "--force", "-o", "alias.txt"),
    ],
    ids=names,
)
def test_other_ways_to_name_a_file_are_as_careful(workspace, cchc, words):
    (workspace / "alias.txt").symlink_to(PLAN)
    before = (workspace / PLAN).read_bytes()
    ran = cchc(*words)
    assert ran.code == 2
    assert "nothing is written" in ran.err
    assert (workspace / PLAN).read_bytes() == before
    assert sorted(path.name for path in workspace.iterdir()) == ["alias.txt", "plans"]


def test_a_merge_goes_over_no_plan_but_its_own(workspace, cchc):
    other = workspace / "plans" / "khac.yaml"
    other.write_bytes((workspace / PLAN).read_bytes())
    assert cchc("merge", PLAN, PLAN, PLAN, "-o", PLAN).code == 0
    ran = cchc("merge", PLAN, PLAN, PLAN, "-o", "plans/khac.yaml")
    assert ran.code == 2
    assert "nothing is written" in ran.err


def test_a_format_of_due_is_one_module(workspace, monkeypatch, tmp_path_factory):
    room = tmp_path_factory.mktemp("due")
    (room / "lines.py").write_text("def write(answer, layout):\n    return ''\n")
    monkeypatch.setattr(due, "__path__", [*due.__path__, str(room)])
    offered = discover.names(due)
    assert "lines" in format_option(due, "").click_type.choices
    deliver("a", Path("x.lines"), "lines", offered)
    assert (workspace / "x.lines").read_text("utf-8") == "a"
    for form, target, remedy in (
        ("lines", "x.csv", "add --format csv, or end the name in .lines"),
        ("text", "y.lines", "add --format lines"),
        ("text", "y.xlsx", "add --format xlsx"),
        ("lines", "y.docx", "end the name in .lines"),
    ):
        with pytest.raises(UserError) as refused:
            deliver("a", Path(target), form, offered)
        assert remedy in str(refused.value.hint)


@pytest.mark.parametrize(
    "words", [one for one in ANSWERS if one[0] in ("due", "status", "export")], ids=names
)
def test_a_workbook_of_the_office_stays_and_one_of_ours_is_written_again(workspace, cchc, words):
    own = workspace / "theo doi.xlsx"
    Workbook().save(own)
    before = own.read_bytes()
    ran = cchc(*words, "--format", "xlsx", "-o", own.name)
    assert (ran.code, own.read_bytes()) == (2, before)
    assert "cchc did not write" in ran.err
    own.write_bytes(b"")
    for _ in range(2):
        assert cchc(*words, "--format", "xlsx", "-o", own.name).code in (0, 1)
