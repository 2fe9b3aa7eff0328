"""Workflow commands: every mark that GitHub reads is escaped."""

from __future__ import annotations

import pytest

from cchc.model.finding import Severity
from cchc.outputs.github import dumps
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


def test_each_finding_of_a_plan_is_one_line():
    _, found = defective()
    titles = [line.partition("title=")[2].split()[0] for line in dumps(found).splitlines()]
    assert titles == [one.finding.code for one in found]
    assert {"C002", "D003"} <= set(titles)


def test_nothing_found_is_nothing_written():
    assert dumps([]) == ""
