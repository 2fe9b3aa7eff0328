"""One paper never takes the others with it: unread and failing ones are named, the others checked."""

from __future__ import annotations

import json

import pytest

import cchc.app.import_ as importing
import cchc.document.check as checking
from tests.intake.docx_pieces import cell, document, paragraph, row, table

COMMANDS = ("check-docx", "validate")
HEAD = ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")


@pytest.fixture
def papers(tmp_path, monkeypatch):
    """Stand in a folder with two equal papers."""
    monkeypatch.chdir(tmp_path)
    tasks = [
        row([cell(one) for one in HEAD]),
        row([cell(one) for one in ("1", "Họp", "VP", "Quý I")]),
    ]
    paper = document([paragraph("KẾ HOẠCH"), table(tasks, 4)])
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(paper)
    return tmp_path


def found(ran) -> list[str]:
    return [one["code"] for one in json.loads(ran.out)["diagnostics"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_paper_that_cannot_be_read_is_named_and_the_others_are_checked(cchc, papers, command):
    (papers / "trong.docx").write_bytes(b"")
    whole = cchc(command, "a.docx", "b.docx", "--format", "json")
    ran = cchc(command, "trong.docx", "a.docx", "khong.docx", "b.docx", "--format", "json")
    assert ran.code == 2
    assert found(ran) == found(whole)
    assert "cchc: trong.docx: the file is empty\n" in ran.err
    assert "cchc: khong.docx: cannot be opened: no such file or folder\n" in ran.err
    assert json.loads(ran.out)["summary"] == json.loads(whole.out)["summary"]


@pytest.mark.parametrize("command", COMMANDS)
def test_where_none_can_be_read_there_is_no_answer(cchc, papers, command):
    ran = cchc(command, "x.docx", "y.docx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("cannot be opened") == 2


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("others", [(), ("b.docx",)])
def test_a_bug_on_one_paper_is_said_of_that_paper(cchc, papers, monkeypatch, command, others):
    module, name = (
        (checking, "check_docx") if command == "check-docx" else (importing, "import_paper")
    )
    real = getattr(module, name)

    def fail(path):
        if path.name == "a.docx":
            raise IndexError("a bug")
        return real(path)

    monkeypatch.setattr(module, name, fail)
    monkeypatch.setattr("cchc.app.validate_papers.import_paper", fail)
    ran = cchc(command, "a.docx", *others)
    assert ran.code == 3
    assert "cchc: a.docx: internal error in cchc: IndexError: a bug" in ran.err
    assert ("b.docx: " in ran.out) == bool(others)


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_paper_is_called_empty_where_copies_are_asked_for_too(cchc, papers, command):
    (papers / "trong.docx").write_bytes(b"")
    ran = cchc(command, "trong.docx", "a.docx", "--annotate")
    assert ran.code == 2
    assert "cchc: trong.docx: the file is empty\n" in ran.err
    assert (papers / "a-nhan-xet.docx").is_file()
