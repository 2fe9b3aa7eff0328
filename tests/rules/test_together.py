"""The rules over several plans: their pages are true, and places are in the right file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.read.load import read_source
from cchc.rules._pages import page
from cchc.rules.together import Rule, all_rules

from .all_findings import diagnose_all
from .pages import whole_plan

RULES = [pytest.param(rule, id=rule.NAME) for rule in all_rules()]


def found(example: str) -> list[tuple[str, str]]:
    sources = [
        read_source(Path(f"{name}.yaml"), whole_plan(snippet))
        for name, snippet in zip("ab", example.split("---\n"), strict=False)
    ]
    return [(one.path, one.finding.code) for one in diagnose_all(sources)]


def test_there_are_rules():
    assert len(all_rules()) >= 3


@pytest.mark.parametrize("rule", RULES)
def test_the_bad_example_gives_this_code_in_the_second_plan(rule: Rule):
    assert found(page(rule.__doc__).bad) == [("b.yaml", rule.CODE)]


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_gives_nothing(rule: Rule):
    assert found(page(rule.__doc__).good) == []


def test_a_plan_alone_has_nothing_to_compare_with():
    rule = all_rules()[0]
    assert found(page(rule.__doc__).bad.split("---\n")[0]) == []


def test_plans_of_two_communes_are_not_compared():
    bad = page(all_rules()[0].__doc__).bad
    other = bad + "commune: {level: xã, name: Yên Lạc, province: tỉnh Thái Nguyên}\n"
    assert all(code != "X001" for _, code in found(other))
