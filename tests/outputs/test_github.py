"""Workflow commands: every mark that GitHub reads is escaped."""

from __future__ import annotations

import re

import pytest

from cchc.model.finding import Severity
from cchc.outputs.github import SHOWN, dumps, summary
from tests.outputs.defects import defective, diagnostic

WHERE = "file=plans/a.yaml,line=3,endLine=3,col=5,endColumn=9,title=C002 malformed-symbol"


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_a_command_names_level_place_and_title(severity, command):
    assert dumps([diagnostic("sai", severity=severity)]) == f"::{command} {WHERE}::sai\n"


def test_a_message_keeps_colons_and_commas_and_escapes_the_rest():
    found = [diagnostic("a: b, 100% c\r\nd ::error::e")]
    assert dumps(found) == f"::error {WHERE}::a: b, 100%25 c%0D%0Ad ::error::e\n"


def test_a_file_name_cannot_add_a_property_or_a_command():
    out = dumps([diagnostic("x", path="plans/a,line=1::b%\n::stop.yaml")])
    assert out.startswith("::error file=plans/a%2Cline=1%3A%3Ab%25\\n%3A%3Astop.yaml,line=3,")
    assert out.count("\n") == 1


def test_columns_are_left_out_over_several_lines():
    out = dumps([diagnostic("x", at=(3, 5, 4, 2))])
    assert out == "::error file=plans/a.yaml,line=3,endLine=4,title=C002 malformed-symbol::x\n"


def test_help_stands_on_the_next_line():
    assert dumps([diagnostic("sai", remedy="sửa\nngay")]) == f"::error {WHERE}::sai%0Asửa%0Angay\n"


def test_each_kind_of_finding_of_a_plan_is_one_line():
    _, found = defective()
    titles = [line.partition("title=")[2].split()[0] for line in dumps(found).splitlines()]
    assert sorted(set(titles)) == sorted({one.finding.code for one in found})
    assert {"C002", "D003"} <= set(titles)


def test_the_worst_come_first_and_what_repeats_is_one():
    found = [
        diagnostic("nhẹ", severity=Severity.INFO), diagnostic("sai", at=(9, 1, 9, 2)),
        diagnostic("sai", at=(12, 1, 12, 2)), diagnostic("khác"),
    ]  # fmt: skip
    levels = [re.match("::([a-z]+)", line)[1] for line in dumps(found).splitlines()]
    assert levels == ["error", "error", "notice"]
    assert "::sai%0Avà 1 chỗ nữa, ở các dòng 12\n" in dumps(found)


def test_no_more_than_github_shows_and_the_summary_has_the_rest():
    found = [
        diagnostic(f"sai {n}", path=f"plans/{n % 25:02}.yaml", at=(n + 1, 1, n + 1, 2))
        for n in range(50)
    ]
    lines = dumps(found).splitlines()
    assert len(lines) == SHOWN
    assert all("và 1 chỗ nữa, ở các dòng" in line for line in lines)  # by code: messages differ
    told = summary(found)
    assert "25 tệp có chỗ cần xem: 50 lỗi, 0 cảnh báo, 0 lưu ý" in told
    assert "| C002 | malformed-symbol | lỗi | 50 |" in told
    assert "| plans/00.yaml | 2 | 0 | 0 |" in told
    assert "và 5 tệp nữa" in told
    assert summary([]) == ""


def test_nothing_found_is_nothing_written():
    assert dumps([]) == ""
