"""`cchc check-docx`: text, JSON, exit codes, and what is refused."""

from __future__ import annotations

import json

import pytest

from cchc.document.check import catalogue
from cchc.word.package import write_package
from tests.document.broken import run, sound, sound_bytes, styled, swap


@pytest.fixture
def document(tmp_path, monkeypatch):
    """Write the sound document, broken by some edits, as van-ban.docx of the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(*edits):
        parts = sound()
        for edit in edits:
            edit(parts)
        (tmp_path / "van-ban.docx").write_bytes(write_package(parts))
        return "van-ban.docx"

    return write


def test_a_sound_document_has_nothing_to_report(cchc, document):
    ran = cchc("check-docx", document())
    assert ran == (0, "documents checked: 1; nothing to report\n", "")


def test_a_finding_names_place_text_fault_wish_and_source(cchc, document):
    ran = cchc("check-docx", document(run("1. Mục đích", '<w:sz w:val="24"/>')))
    assert ran.code == 1
    assert ran.out == (
        "van-ban.docx: paragraph 8: error: the title of a section (1.): 12 pt "
        "[W203 wrong-size]\n"
        "      | 1. Mục đích\n"
        "      = wanted: 13 to 14 pt\n"
        "      = Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6\n"
        "\n"
        "documents checked: 1; errors: 1, warnings: 0, infos: 0\n"
    )


def test_a_vietnamese_reader_is_told_in_vietnamese(cchc, document, monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "vi")
    out = cchc("check-docx", document(run("1. Mục đích", '<w:sz w:val="25"/>'))).out
    assert "van-ban.docx: đoạn 8: lỗi: tiêu đề khoản (1.): cỡ 12,5 [W203 wrong-size]" in out
    assert "= phải là: cỡ 13 đến 14" in out


def test_equal_findings_are_shown_once_with_the_places_of_the_others(cchc, document):
    broken = document(styled("OBang", '<w:sz w:val="24"/>', '<w:sz w:val="18"/>'))
    out = cchc("check-docx", broken).out
    assert out.count("W606") == 1
    assert "more: table 3, row 3, cell 3; table 3, row 3, cell 4" in out
    every = cchc("check-docx", broken, "--every").out
    assert every.count("W606") > 5
    assert " more: " not in every


def test_warnings_alone_do_not_fail(cchc, document):
    ran = cchc("check-docx", document(swap("Điểm thứ nhất.", "Điểm thứ nhất.________")))
    assert ran.code == 0
    assert "warning: " in ran.out


def test_json_has_all_a_program_needs(cchc, document):
    broken = document(swap("Trần Thị Bình", "ThS. Trần Thị Bình"))
    ran = cchc("check-docx", broken, "--format", "json")
    assert ran.code == 1
    answer = json.loads(ran.out)
    assert (answer["schema_version"], answer["kind"]) == (1, "docx-diagnostics")
    assert answer["summary"] == {"documents": 1, "errors": 1, "warnings": 0, "infos": 0}
    assert answer["diagnostics"] == [
        {
            "path": "van-ban.docx",
            "code": "W506",
            "name": "signer-with-a-degree",
            "severity": "error",
            "part": "word/document.xml",
            "place": "table 2, row 1, cell 2, paragraph 5",
            "text": "ThS. Trần Thị Bình",
            "found": "“ThS. Trần Thị Bình”",
            "wants": "the name without degrees",
            "source": "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7",
        }
    ]


def test_several_documents_are_judged_in_one_run(cchc, document, tmp_path):
    (tmp_path / "tot.docx").write_bytes(sound_bytes())
    ran = cchc("check-docx", "tot.docx", document(swap("./.", ".")))
    assert ran.code == 1
    assert "tot.docx" not in ran.out
    assert ran.out.endswith("documents checked: 2; errors: 1, warnings: 0, infos: 0\n")


def test_what_is_no_word_document_is_one_message(cchc, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"not Word")
    ran = cchc("check-docx", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cchc: {path}: not a Word document\n")


def test_a_document_must_be_named(cchc):
    ran = cchc("check-docx")
    assert ran.code == 2
    assert "FILE is missing" in ran.err


def test_the_list_of_codes_is_whole(cchc):
    lines = cchc("check-docx", "--codes").out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == sorted(catalogue())


def test_the_command_is_called_with_a_hyphen(cchc):
    assert cchc("check_docx").code == 2
    assert "did you mean “check-docx”?" in cchc("check-doc").err
