"""What the parser says: in the language of whoever reads it."""

from __future__ import annotations

import re

import pytest

from cchc.cli.app import _commands


@pytest.mark.parametrize("name", _commands())
def test_no_help_shows_names_of_python_types_or_formulas(cchc, name):
    out = cchc(name, "--help").out
    assert not re.search(r"<(str|int|path|int range|float)>", out)
    assert "<=x" not in out
    assert "x>=" not in out
    assert not re.search(r"^Usage: .*\[[a-z_]+\]", out, re.MULTILINE)


def test_bounds_are_shown_as_people_write_them(cchc):
    out = cchc("due", "--help").out
    assert "[1–4]" in out
    assert "[≥ 1]" in cchc("status", "--help").out


def test_a_word_too_many_is_told(cchc):
    ran = cchc("report", "nam-dan", "b", "c", "--period", "Q1")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cchc: not understood: b c\n  see “cchc report --help”\n"


def test_a_missing_argument_is_named_as_help_names_it(cchc):
    assert cchc("sheet").err.startswith("cchc: ACTION is missing\n")
