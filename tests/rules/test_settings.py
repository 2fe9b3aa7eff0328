"""Which findings count, by codes or by names."""

from __future__ import annotations

import pytest

from cchc.messages import say
from cchc.model.finding import Diagnostic, Finding, Severity, Span
from cchc.read.configuration import Configuration
from cchc.rules import across_plans, all_rules, links, rule_name, rule_names
from cchc.rules._settings import settings

FOUND = [
    Diagnostic(
        "a.yaml", Span(1, 1, 1, 1, 0, 0), Finding(code, name, Severity.WARNING, say("x"), ())
    )
    for code, name in (
        ("D003", "vague-deadline"),
        ("C009", "date-padding"),
        ("S001", "unknown-key"),
    )
]


def left(configured: Configuration) -> list[tuple[str, str]]:
    found = settings(configured).apply(FOUND)
    return [(one.finding.code, one.finding.severity.value) for one in found]


def test_the_names_of_rules_are_those_of_their_modules():
    every = (*all_rules(), *across_plans.all_rules(), *links.all_rules())
    assert rule_names() == {rule_name(rule) for rule in every}


@pytest.mark.parametrize("word", ["vague-deadline", "D003", "d003", "D"])
def test_a_name_counts_as_its_code_does(word):
    info = Severity.INFO
    assert left(Configuration(ignore=(word,))) == [("C009", "warning"), ("S001", "warning")]
    assert left(Configuration(select=(word,))) == [("D003", "warning"), ("S001", "warning")]
    assert left(Configuration(severity={word: info, "date-padding": info})) == [
        ("D003", "info"), ("C009", "info"), ("S001", "warning"),
    ]  # fmt: skip


def test_of_two_words_for_one_finding_the_later_counts():
    severity = {"vague-deadline": Severity.ERROR, "D": Severity.INFO}
    assert left(Configuration(severity=severity))[0] == ("D003", "info")
    severity = {"D": Severity.INFO, "vague-deadline": Severity.ERROR}
    assert left(Configuration(severity=severity))[0] == ("D003", "error")


def test_names_load_no_rule(monkeypatch):
    monkeypatch.setattr(
        "cchc.rules._catalogue.plan_codes", lambda: pytest.fail("rules were loaded")
    )
    names = ("vague-deadline", "task-with-two-leads", "link-to-nothing")
    assert settings(Configuration(ignore=names)).ignored == set(names)
