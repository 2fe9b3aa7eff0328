"""Work grows with the plans, not faster: counted in calls of functions, so that any machine agrees."""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from contextlib import redirect_stdout
from itertools import islice, product

import pytest

from benchmarks.generate import generate
from benchmarks.names import communes
from benchmarks.plan import plan_text
from benchmarks.texts import parts
from cchc.cli.app import run
from cchc.read.load import load
from cchc.read.register import find_register
from cchc.rules import all_rules, diagnose, rule_name
from cchc.rules._facts import Facts
from tests.counting import calls

FEW, SOME, MANY = 10, 30, 90
LINEAR = 1.1
"""What a plan, or a line of one, may cost more among many than among few."""
PAIRS = {"paragraphs": 2.5, "units": 2}
"""What is compared in pairs, or looked for in every text, up to a limit of work: somewhat more."""


def calls_of(*arguments: str) -> int:
    """Return how many functions are called while cchc answers."""
    codes: list[int] = []
    with redirect_stdout(io.StringIO()):
        counted = calls(lambda: codes.append(run(list(arguments))))
    assert codes[0] in (0, 1)
    return counted


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory):
    made = {}
    for count in (FEW, SOME, MANY):
        made[count] = tmp_path_factory.mktemp(f"plans-{count}")
        for file in generate(made[count], count, defects=0.1):
            file.write_text(shortened(file.read_text("utf-8")), "utf-8")
    return made


def shortened(text: str) -> str:
    """Return a plan with two tasks only: what plans cost one another is not lost beside them."""
    head, body, rest = text.partition("body:\n")
    _, appendices, areas = rest.partition("appendices:\n")
    tasks = areas.split("          - id: ")[:3]
    short = "  - title: TỔ CHỨC THỰC HIỆN\n    items: [Các đơn vị làm đúng hạn.]\n"
    return head + body + short + appendices + "          - id: ".join(tasks)


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate",),
        ("due", "--quarter", "2", "--today", "2026-05-04"),
        ("status", "--today", "2026-05-04"),
        ("assignments",),
    ],
    ids=lambda words: words[0],
)
def test_a_plan_among_many_costs_what_it_costs_among_few(arguments, workspaces, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)  # calls of worker processes cannot be counted
    found = {}
    for turn, count in enumerate((FEW, FEW, SOME, MANY)):  # twice: what is read once counts once
        monkeypatch.chdir(workspaces[count])
        monkeypatch.setenv(
            "CCHC_CACHE_DIR", str(workspaces[count] / f"cache-{arguments[0]}-{turn}")
        )
        found[count] = calls_of(*arguments)
    among_few = (found[SOME] - found[FEW]) / (SOME - FEW)
    among_many = (found[MANY] - found[SOME]) / (MANY - SOME)
    assert among_few > 1000  # plans were looked at
    assert among_many <= LINEAR * among_few


def plan_of(copies: int) -> str:
    """Return a plan with its tasks so many times; titles and ids differ."""
    head, areas, tasks = plan_text(communes(1, 1)[0], 1).partition("    areas:\n")
    more = [
        re.sub(r"(?m)^( {12}title: (?:>-\n {14})?)", rf"\g<1>Đợt {number} ", renamed)
        for number in range(copies)
        for renamed in [re.sub(r"(?m)^( {10}- id: \S+)$", rf"\g<1>-{number}", tasks)]
    ]
    return head + areas + "".join(more)


def plan_with(part: str, line: str, *words: str) -> str:
    """Return a plan with a line more before `part` for each of `words`."""
    text = plan_text(communes(1, 1)[0], 1)
    return text.replace(part, "".join(line.format(word) for word in words) + part, 1)


def numbers(count: int) -> list[str]:
    return [str(number) for number in range(count)]


def mixed_sentences(count: int) -> list[str]:
    """Return sentences that share halves, but never both."""
    texts = [words.replace(": ", " ") for part in parts("body.txt").values() for words in part]
    halves = [text.partition(", ") for text in texts if ", " in text]
    pairs = product(range(1, len(halves)), range(len(halves)))
    return [
        f"{halves[at][0]}, {halves[(at + step) % len(halves)][2]}"
        for step, at in islice(pairs, count)
    ]


LONG = {
    "tasks": lambda size: plan_of(size),
    "paragraphs": lambda size: plan_with(
        "      - role: requirements\n", "      - {0}\n", *mixed_sentences(40 * size)
    ),
    "allowances": lambda size: plan_with(
        "body:\n", "# cchc: allow D003 - {0}\n", *numbers(40 * size)
    ),
    "comments": lambda size: plan_with("body:\n", "# Ghi chú {0}\n", *numbers(400 * size)),
    "units": lambda size: plan_with(
        "groups:\n", "  - {{id: don-vi-{0}, name: Đơn vị thứ {0}}}\n", *numbers(40 * size)
    ),
    "unknown keys": lambda size: plan_with("closing: ", "khoa-{0}: x\n", *numbers(40 * size)),
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_plan_costs_what_its_lines_cost(kind, tmp_path, monkeypatch):
    generate(tmp_path, 1)  # for the register that plans cite
    (file,) = tmp_path.glob("plans/*/*.yaml")
    monkeypatch.chdir(tmp_path)
    found = {}
    for size in (2, 2, 4, 10):
        file.write_text(LONG[kind](size), "utf-8")
        assert (load(file).plan is None) == (kind == "unknown keys")  # rules are asked
        found[size] = calls_of("validate", str(file), "--no-cache")
    assert found[4] > found[2]
    growth = (found[10] - found[4]) / 3 / (found[4] - found[2])
    assert growth <= PAIRS.get(kind, LINEAR)


def test_no_rule_takes_more_than_a_tenth_of_a_validation(tmp_path):
    generate(tmp_path, 3)
    register = find_register(tmp_path)
    assert register is not None
    whole, own = 0, Counter[str]()
    for path in sorted(tmp_path.glob("plans/*/*.yaml")):
        validated(path, register.register)  # what is made once, at first use, is no part of it
        whole += calls(lambda path=path: validated(path, register.register))
        facts = Facts(load(path).plan, register.register)
        for rule in all_rules():  # on facts that are known, so that only its own work is counted
            list(rule.check(facts))
            own[rule_name(rule)] += calls(lambda rule=rule, facts=facts: list(rule.check(facts)))
    assert own.total() > 0.1 * whole  # they were really asked
    assert {name: spent / whole for name, spent in own.items() if spent > 0.1 * whole} == {}


def validated(path, register):
    source = load(path)
    return diagnose(source, None, Facts(source.plan, register))
