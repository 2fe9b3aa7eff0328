"""`-o -`: the file itself goes to standard output, and nothing else does."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from cchc.cli.app import run
from tests.conftest import ROOT

ASKED = (
    ("render", "phu-thinh"),
    ("report", "phu-thinh", "--period", "Q1"),
    ("sheet", "out", "phu-thinh", "--unit", "van-phong", "--quarter", "1", "--today", "2026-05-04"),
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "plans").symlink_to(ROOT / "plans")
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    return tmp_path


def named(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("command", ASKED)
def test_a_paper_or_sheet_goes_to_standard_output(folder, capsysbinary, command):
    before = named(folder)
    assert run([*command, "-o", "-"]) == 0
    written = capsysbinary.readouterr().out
    assert written.startswith(b"PK")
    assert named(folder) == before


def test_a_new_plan_goes_to_standard_output(tmp_path, monkeypatch, capsysbinary):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", "en")
    asked = ("--commune", "Xã Nam Đàn", "--province", "Tỉnh Nghệ An", "--year", "2027")
    assert run(["new", "nam-dan-2027", "--kind", "cchc", *asked, "-o", "-"]) == 0
    answer = capsysbinary.readouterr()
    assert answer.out.startswith(b"# yaml-language-server")
    assert b"written:" not in answer.err
    assert named(tmp_path) == []


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("render", "phu-thinh", "nam-dan"), "several papers do not fit into one file"),
        (("render", "phu-thinh", "--docx", "--text"), "only one format fits into standard output"),
        (("render", "phu-thinh", "--format", "json"), "-o - and --format json cannot be used together"),
        (("sheet", "out", "phu-thinh"), "several sheets do not fit into standard output"),
        (("export", "--format", "parquet"), "a folder of tables does not fit into standard output"),
        (("check-docx", "x.docx", "--annotate"), "the annotated copy cannot go there too"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(folder, capsys, command, said):
    before = named(folder)
    assert run([*command, "-o", "-"]) == 2
    answer = capsys.readouterr()
    assert said in answer.err
    assert answer.out == ""
    assert named(folder) == before


@pytest.mark.parametrize("command", [("export", "--format", "xlsx", "-o", "-")])
def test_no_place_for_temporary_files_is_told(folder, capsys, monkeypatch, command):
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "missing"))
    assert run(command) == 2
    said = capsys.readouterr().err
    assert said.startswith("cchc: no temporary file can be written: no such file or folder\n")
    assert "TMPDIR" in said
