"""`# cchc: allow CODE - reason`: what it covers, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.read.load import read_source
from cchc.rules import diagnose

from .pages import MINIMAL

VAGUE = MINIMAL.replace("deadline: Quý I,", "deadline: Năm 2026,")
TASK = "      - {id: kiem-tra"


def found(text: str) -> list[tuple[str, int]]:
    diagnostics = diagnose(read_source(Path("plan.yaml"), text))
    return [(one.finding.code, one.span.line) for one in diagnostics]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_without_a_comment_it_is_found():
    assert found(VAGUE) == [("D003", line_of(VAGUE, TASK))]


@pytest.mark.parametrize("word", ["D003", "d003", "vague-deadline"])
def test_a_comment_above_an_entry_allows_it(word):
    assert found(VAGUE.replace(TASK, f"      # cchc: allow {word} - chờ tỉnh\n{TASK}")) == []


def test_a_comment_at_the_end_of_the_line_allows_that_line():
    assert (
        found(VAGUE.replace("lead: [vh-xh]}\n", "lead: [vh-xh]}  # cchc: allow D003 - chờ tỉnh\n"))
        == []
    )


def test_a_comment_above_a_key_covers_everything_below_it():
    text = VAGUE.replace("appendices:", "# cchc: allow D003 - chờ tỉnh\nappendices:")
    assert found(text) == []


def test_a_comment_before_the_first_key_covers_the_file():
    assert found(f"# cchc: allow D003 - chờ tỉnh\n{VAGUE}") == []


def test_it_does_not_reach_the_next_entry():
    text = VAGUE.replace("body:", "# cchc: allow D003 - chờ tỉnh\nbody:")
    assert [code for code, _ in found(text)] == ["A001", "D003"]


def test_one_that_nothing_needs_is_found():
    text = MINIMAL.replace(TASK, f"      # cchc: allow D003 - cũ\n{TASK}")
    assert found(text) == [("A001", line_of(text, "# cchc: allow"))]


def test_one_without_a_reason_still_allows_and_is_found():
    text = VAGUE.replace(TASK, f"      # cchc: allow D003\n{TASK}")
    assert found(text) == [("A002", line_of(text, "# cchc: allow"))]


def test_an_unknown_code_is_found():
    text = VAGUE.replace(TASK, f"      # cchc: allow D003, D999 - chờ\n{TASK}")
    assert found(text) == [("A003", line_of(text, "# cchc: allow"))]


def test_words_inside_a_text_are_no_comment():
    text = VAGUE.replace("title: Kiểm tra,", "title: 'Việc # cchc: allow D003 - x',")
    assert [code for code, _ in found(text)] == ["D003"]


def test_faults_of_the_schema_cannot_be_allowed():
    text = MINIMAL.replace("status: draft", "staus: draft  # cchc: allow S001 - x")
    assert "S001" in [code for code, _ in found(text)]


def test_what_other_files_decide_may_be_allowed_without_them():
    assert (
        found(MINIMAL.replace(TASK, f"      # cchc: allow X002, R005 - đã thống nhất\n{TASK}"))
        == []
    )
