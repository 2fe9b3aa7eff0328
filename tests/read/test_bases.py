"""Bases cited by key: written out from the register, or a finding at the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.read.bases import citation_of
from cchc.read.load import load, read_source
from cchc.read.register import find_register

from ..rules.pages import MINIMAL

REGISTER = """\
register: 1
documents:
  - {key: nq-76, kind: Nghị quyết, symbol: 76/NQ-CP, date: 15/7/2021, issuer: Chính phủ,
     title: ban hành Chương trình tổng thể cải cách hành chính}
  - {key: nd-63, kind: Nghị định, symbol: 63/2010/NĐ-CP, date: 8/6/2010, issuer: Chính phủ,
     title: kiểm soát thủ tục hành chính}
  - {key: nd-48, kind: Nghị định, symbol: 48/2013/NĐ-CP}
  - {key: luat-vbqppl, kind: Luật, date: 19/2/2025, title: Ban hành văn bản quy phạm pháp luật}
"""
START = MINIMAL.index("  - Căn cứ Nghị quyết số 76/NQ-CP")
STOP = MINIMAL.index("opening:")


@pytest.fixture
def plan(tmp_path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "register.yaml").write_text(REGISTER, encoding="utf-8")
    return folder / "an-binh.yaml"


def with_bases(*lines: str) -> str:
    return MINIMAL[:START] + "".join(f"  - {line}\n" for line in lines) + MINIMAL[STOP:]


@pytest.mark.parametrize(
    ("base", "printed"),
    [
        ("{cite: nq-76}", "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành "
         "Chương trình tổng thể cải cách hành chính"),
        ("{cite: nd-63, word: Thực hiện}", "Thực hiện Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 "
         "của Chính phủ về kiểm soát thủ tục hành chính"),
        ("{cite: nd-48}", "Căn cứ Nghị định số 48/2013/NĐ-CP"),
        ("{cite: luat-vbqppl}", "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19/02/2025"),
        ("Căn cứ tình hình thực tế", "Căn cứ tình hình thực tế"),
    ],
)  # fmt: skip
def test_a_key_is_written_out_as_the_register_has_it(plan, base, printed):
    source = read_source(plan, with_bases("Căn cứ đề nghị của phòng", base))
    assert source.plan is not None
    assert source.plan.bases == ("Căn cứ đề nghị của phòng", printed)


@pytest.mark.parametrize(
    ("base", "code", "words", "meant"),
    [
        ("{cite: nq-67}", "S011", "nq-67", "nq-76"),
        ("{cite: zz}", "S011", "zz", None),
        ("{cite: NQ 76}", "S007", "NQ 76", None),
        ("{cites: nq-76}", "S001", "cites", "cite"),
        ("{cite: nq-76, word: ''}", "S006", "''", None),
        ("[a]", "S003", "[a", None),
    ],
)
def test_a_key_that_says_nothing_is_found_at_its_place(plan, base, code, words, meant):
    text = with_bases(base)
    source = read_source(plan, text)
    assert source.plan is None
    (found,) = source.findings
    span = source.span(found)
    assert (found.code, found.replacement) == (code, meant)
    assert text[span.start : span.stop] == words


def test_without_a_register_a_key_says_that_there_is_none(tmp_path):
    (found,) = read_source(tmp_path / "a.yaml", with_bases("{cite: nq-76}")).findings
    assert (found.code, found.help.text) == (
        "S011", "correct the key, or add the document to plans/register.yaml",
    )  # fmt: skip
    assert "there is none here" in found.message.text


def test_a_register_with_faults_does_not_hide_the_plan_behind_others(plan):
    (plan.parent / "register.yaml").write_text("register: 2\ndocuments: []\n", encoding="utf-8")
    plan.write_text(with_bases("{cite: nq-76}"), encoding="utf-8")
    assert [one.code for one in load(plan).findings] == ["S011"]


def test_every_document_of_this_repository_is_cited_as_the_rules_want_it(plans):
    from cchc.language.citation import find_citations

    register = find_register(plans.parent).register
    for entry in register.documents:
        first = find_citations(f"Căn cứ {citation_of(entry)}")[0]
        assert first.problems == ()
        assert (first.symbol, first.document_kind) == (entry.symbol or "", entry.kind)
        assert first.date == (entry.date.full if entry.date else None)
