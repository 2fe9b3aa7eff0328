"""`cchc` without words: a menu at a terminal, help elsewhere."""

from __future__ import annotations

import io
import os
import sys

import pytest

from cchc.cli.menu import STEPS, dragged, menu


@pytest.fixture
def steps(workspace, monkeypatch, capsys):
    """Return what runs the menu with what a person types, and gives the commands it ran."""

    def go(*typed: str, end: str = "0\n") -> list[list[str]]:
        ran: list[list[str]] = []
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{one}\n" for one in typed) + end))
        assert menu(lambda words: ran.append(list(words)) or 0) == 0
        out = capsys.readouterr().out
        assert out.count("\n> cchc ") == len(ran)  # each says what it runs
        return ran

    return go


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("1", '"KH 2026.docx"'), ["import", "KH 2026.docx"]),
        (("2",), ["due", "--within", "7"]),
        (("3",), ["brief", "an-binh", "--open"]),
        (("4", "17", "1", "12/6/2026", "15/BC-UBND", ""),
         ["progress", "an-binh", "17", "--state", "done", "--date", "12/6/2026", "--evidence", "15/BC-UBND"]),
        (("4", "1.1", "2", "", "", "2026-Q2"),
         ["progress", "an-binh", "1.1", "--state", "running", "--occurrence", "2026-Q2"]),
        (("5",), ["render", "an-binh", "--open"]),
        (("6", "da-sua.docx"), ["import", "da-sua.docx", "--update", "an-binh"]),
    ],
)  # fmt: skip
def test_each_step_runs_one_command(steps, typed, words):
    assert steps(*typed, "") == [words]


def test_every_step_is_one_that_the_table_above_tries(steps):
    assert len(STEPS) == 6


def test_nothing_is_run_by_mistake(steps):
    assert steps("", end="") == []  # an empty line leaves
    assert steps("9", "x", "-1", "4", "") == []  # an empty answer leads back
    assert steps("2", end="") == [["due", "--within", "7"]]  # the terminal is closed


def test_of_several_plans_one_is_chosen_by_number_or_name(steps, workspace):
    (workspace / "plans" / "hoa-binh.yaml").write_bytes(
        (workspace / "plans/an-binh.yaml").read_bytes()
    )
    assert steps("5", "2", "", "5", "an", "") == [
        ["render", "hoa-binh", "--open"], ["render", "an", "--open"],
    ]  # fmt: skip


def test_a_folder_without_plans_becomes_a_workspace_only_when_asked(steps, tmp_path, monkeypatch):
    (tmp_path / "khác").mkdir()
    monkeypatch.chdir(tmp_path / "khác")
    monkeypatch.setattr("cchc.read.folders.is_workspace", lambda root: False)
    assert steps("2", "k") == []
    assert steps("2", "c", "") == [["init"], ["due", "--within", "7"]]


def test_the_menu_is_for_terminals_and_runs_the_real_commands(cchc, workspace, monkeypatch):
    assert cchc().code == 2  # as before: help, for whoever reads it through a pipe
    monkeypatch.setattr(sys, "stdin", Terminal("5\n\n0\n"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("cchc.cli.open_files.open_written", lambda paths: None)
    ran = cchc()
    assert ran.code == 0
    assert "Print a plan as a Word document" in ran.out
    assert "> cchc render an-binh --open" in ran.out
    assert (workspace / "out" / "an-binh.docx").is_file()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "typed",
    ['"{path}"', "'{path}'", "{path}", " {path} ", "& '{path}'", "{uri}"]
    + ([r"{escaped}"] if os.name != "nt" else []),
)
def test_a_file_may_be_dragged_in(tmp_path, typed):
    path = tmp_path / "Kế hoạch (sửa) 2026.docx"
    path.write_bytes(b"")
    escaped = "".join(c if c.isalnum() or c in "/._-" else f"\\{c}" for c in str(path))
    assert dragged(typed.format(path=path, uri=path.as_uri(), escaped=escaped)) == str(path)


def test_what_is_not_there_is_left_for_the_command_to_tell():
    assert dragged('"D:/không có.docx"') == "D:/không có.docx"
    assert dragged("it's.docx") == "it's.docx"
