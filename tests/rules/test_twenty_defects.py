"""Twenty different defects in one plan: twenty diagnostics, each at its place, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cchc.cli.app import run
from cchc.edit.fix import fix
from cchc.read.load import read_source
from cchc.rules import diagnose

from ..golden import assert_golden

FILE = Path(__file__).parent / "twenty-defects.yaml"
TEXT = FILE.read_text(encoding="utf-8")
MARKED = [
    (number, code)
    for number, line in enumerate(TEXT.splitlines(), 1)
    for code in re.findall(r" # ([A-Z][0-9]{3})$", line)
]

FOR_A_PERSON = [
    "V003", "C007", "C013", "H010", "N008", "N006", "D001", "T001", "L001", "D003", "N001", "U003",
    "U001",
]  # fmt: skip
"""What no machine can decide, in the order of the file."""


def found(text: str) -> list[tuple[int, str]]:
    diagnostics = diagnose(read_source(Path("plan.yaml"), text))
    return [(one.span.line, one.finding.code) for one in diagnostics]


def test_the_plan_has_twenty_different_defects_of_eight_families():
    codes = [code for _, code in MARKED]
    assert len(codes) == len(set(codes)) == 20
    assert {code[0] for code in codes} == set("CDHLNTUV")


def test_each_defect_gives_one_diagnostic_on_its_line():
    assert found(TEXT) == MARKED


@pytest.mark.parametrize(
    ("language", "name"), [("en", "twenty-defects.txt"), ("vi", "twenty-defects.vi.txt")]
)
def test_what_the_user_reads(tmp_path, monkeypatch, capsys, language, name):
    (tmp_path / FILE.name).write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_LANG", language)
    assert run(("validate", FILE.name)) == 1
    assert_golden(name, capsys.readouterr().out)


def test_mending_leaves_what_needs_a_person():
    mended = fix(read_source(FILE, TEXT)).text
    assert [code for _, code in found(mended)] == FOR_A_PERSON


def test_mending_touches_only_the_lines_of_the_mended():
    mended = fix(read_source(FILE, TEXT)).text
    pairs = zip(TEXT.splitlines(), mended.splitlines(), strict=True)
    changed = [number for number, (old, new) in enumerate(pairs, 1) if old != new]
    assert changed == [line for line, code in MARKED if code not in FOR_A_PERSON]
