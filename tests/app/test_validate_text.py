"""One text judged as a file is, without any file: what an editor asks at each key press."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cchc.app.validation import validate_text
from cchc.read.load import load
from cchc.read.register import read_register
from cchc.rules import diagnose
from tests.conftest import ROOT

PLANS = sorted((ROOT / "plans").glob("*.yaml"))
MINIMAL = (ROOT / "tests" / "rules" / "minimal.yaml").read_text(encoding="utf-8")
REGISTER = """\
register: 1
documents:
  - key: nq-76-2021
    kind: Nghị quyết
    symbol: 76/NQ-CP
    date: 15/7/2021
    issuer: Chính phủ
    title: >-
      ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030
"""


@pytest.fixture
def no_files(monkeypatch):
    """Refuse to open or look for any file but modules of Python."""

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise AssertionError(self)

    for name in ("open", "read_bytes", "read_text", "stat", "exists"):
        monkeypatch.setattr(Path, name, refuse)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_text_is_judged_as_the_file_that_holds_it(path):
    text = path.read_text(encoding="utf-8")
    assert validate_text(text, os.fspath(path)) == diagnose(load(path))


def test_no_file_is_read(no_files):
    validate_text(MINIMAL, "plan.yaml")
    citing = MINIMAL.replace("bases:", "bases:\n  - {cite: nq-76-2021}", 1)
    assert citing != MINIMAL
    assert "S011" in [one.finding.code for one in validate_text(citing, "plan.yaml")]
    register = read_register(Path("register.yaml"), REGISTER).register
    assert register is not None
    assert "S011" not in [one.finding.code for one in validate_text(citing, "plan.yaml", register)]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "Y005"), ("a: [", "Y006"), ("a: \x1b", "Y004"), ("a: \ud800", "Y003"), ("a: 1", "S008")],
)
def test_a_text_that_is_no_plan_is_told_so(text, code):
    assert code in [one.finding.code for one in validate_text(text, "plan.yaml")]


def test_a_register_is_judged_as_a_register():
    assert validate_text(REGISTER, "plans/register.yaml") == []
    assert validate_text(REGISTER, "plans/other.yaml") != []


def test_a_bug_is_a_finding(monkeypatch):
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("cchc.rules.no_deadline.check", fail)
    (one,) = validate_text(MINIMAL, "plan.yaml")
    assert (one.finding.code, one.span.line) == ("B001", 1)
