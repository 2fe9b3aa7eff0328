"""What the parser says: in the language of whoever reads it."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from cchc.cli.app import _commands
from cchc.cli.parser import GROUPS


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


@pytest.mark.parametrize("name", _commands())
def test_every_command_stands_in_a_group_that_help_shows(name):
    module = import_module(f"cchc.cli.commands.{_commands()[name]}")
    assert module.GROUP in GROUPS


def test_help_lists_every_command_under_the_title_of_its_group(cchc):
    out = cchc("--help").out
    titles = [f"{title}:" for title in GROUPS.values()]
    assert [line for line in out.splitlines() if line in titles] == titles
    group = ""
    found = {}
    for line in out.splitlines():
        if line in titles:
            group = line
        elif group and (listed := re.match(r"  ([a-z][a-z-]+) ", line)):
            found[listed[1]] = group
    assert found == {
        name: f"{GROUPS[import_module(f'cchc.cli.commands.{module}').GROUP]}:"
        for name, module in _commands().items()
    }


def test_no_words_at_all_get_help_and_code_2(cchc):
    ran = cchc()
    assert (ran.code, ran.err) == (2, "")
    assert ran.out == cchc("--help").out
