"""`cchc explain` and `cchc citation`: pages of codes, and readings of texts."""

from __future__ import annotations

import json

import pytest

from cchc.document.check import all_faults
from cchc.rules._catalogue import plan_codes


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_code_has_a_page_in_both_languages(cchc, monkeypatch, language):
    monkeypatch.setenv("CCHC_LANG", language)
    for code, fault in plan_codes().items():
        ran = cchc("explain", code)
        assert ran.code == 0, code
        assert ran.out.startswith(f"{code} {fault.name} (")
        assert len(ran.out.splitlines()) > 2, code


def test_a_page_is_found_by_name(cchc):
    assert cchc("explain", "vague-deadline").out == cchc("explain", "d003").out


def test_an_unknown_code_is_refused(cchc):
    ran = cchc("explain", "vague-dedline")
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean “vague-deadline”?" in ran.err


def test_the_list_has_every_code(cchc):
    out = cchc("explain", "--list").out
    codes = [line.split()[0] for line in out.splitlines()[1:]]
    assert [code for code in codes if not code.startswith("W")] == sorted(plan_codes())
    assert {"W101", "W203", "W708"} <= set(codes)
    assert cchc("explain").out == out


@pytest.mark.parametrize("word", ["W203", "w203", "wrong-size"])
def test_the_codes_of_documents_are_explained_with_their_source(cchc, word):
    out = cchc("explain", word).out
    assert out.startswith("W203 wrong-size (error)")
    assert "Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II" in out


def test_every_code_of_documents_says_what_it_is_about():
    assert len({str(about) for _, about in all_faults()}) == len(all_faults())


def test_a_citation_is_taken_apart(cchc):
    ran = cchc(
        "citation",
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình",
        "--format",
        "json",
    )
    assert ran.code == 0
    answer = json.loads(ran.out)
    assert (answer["schema_version"], answer["kind"]) == (1, "citations")
    (one,) = answer["citations"]
    assert {key: one[key] for key in ("symbol", "class", "document_kind", "date", "issuer")} == {
        "symbol": "76/NQ-CP",
        "class": "resolution-government",
        "document_kind": "Nghị quyết",
        "date": "2021-07-15",
        "issuer": "Chính phủ",
    }


def test_a_faulty_citation_says_what_is_wrong(cchc):
    ran = cchc("citation", "Nghị định số 118/NĐ-CP ngày 09/6/2025")
    assert ran.code == 1
    assert "! the symbol 118/NĐ-CP must carry the year" in ran.out


def test_a_text_without_a_citation(cchc):
    assert cchc("citation", "xin chào") == (1, "no document is cited here\n", "")
