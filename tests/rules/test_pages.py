"""Every rule's page is true: Bad gives exactly its code, Good gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.read.load import read_source
from cchc.read.register import read_register
from cchc.rules import PlanRule, all_rules, rule_name

from .all_findings import diagnose_all
from .pages import MINIMAL, example, whole_plan

RULES = [pytest.param(rule, id=rule_name(rule)) for rule in all_rules()]


def codes(text: str, register: str = "") -> set[str]:
    source = read_source(Path("plan.yaml"), text)
    held = read_register(Path("register.yaml"), register).register if register else None
    assert held or not register
    return {found.finding.code for found in diagnose_all([source], register=held)}


def codes_of_example(rule: PlanRule, heading: str) -> set[str]:
    """Behind `---` an example may show the register of the workspace."""
    snippet, _, register = example(rule, heading).partition("---\n")
    return codes(whole_plan(snippet), register)


def test_nothing_objects_to_the_minimal_plan():
    assert codes(MINIMAL) == set()


def test_there_are_rules():
    assert len(all_rules()) >= 12


def test_codes_are_unique():
    assert len({rule.CODE for rule in all_rules()}) == len(all_rules())


@pytest.mark.parametrize("rule", RULES)
def test_the_bad_example_gives_exactly_this_code(rule: PlanRule):
    assert codes_of_example(rule, "Bad") == {rule.CODE}


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_gives_nothing(rule: PlanRule):
    assert codes_of_example(rule, "Good") == set()


@pytest.mark.parametrize("rule", RULES)
def test_the_page_says_why_and_where_it_comes_from(rule: PlanRule):
    assert "\nWhy: " in rule.__doc__
    assert "\nSource: " in rule.__doc__
