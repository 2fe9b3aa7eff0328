"""The reader of everyday YAML says what the full parser says, or nothing at all."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from textwrap import dedent, indent
from typing import Any

import pytest

from benchmarks.generate import plans
from cchc.read import everyday, everyday_places
from cchc.read.tree import parse
from tests.conftest import ROOT

from .yaml_constructs import ACCEPTED, LENIENT, REFUSED

PLANS = [path.read_text("utf-8") for path in sorted((ROOT / "plans").glob("*.yaml"))]
MADE_UP = [
    text
    for broken in (0.0, 1.0)
    for _, text in plans(6, seed=7, defects=0.5, broken=broken)
]  # fmt: skip
CONSTRUCTS = [
    text
    for rows in (*ACCEPTED.values(), LENIENT)
    for text, _ in rows
] + [text for rows in REFUSED.values() for text in rows]  # fmt: skip

ODD = (
    "1_000", "0o7", "yes", "2026-01-01", "~", "1e3", "-1", ".5", "=", "<<", "null", "a #b", "a#b",
    "a: b", "a:b", "b:", "a :", "a: ", ":", ": a", "? a", "?a", "a?", "- a", "-a", "-", "- - a",
    "'a'", '"a"', "''", '""', "'a", '"a', "a'b", 'a"b', "'a''b'", '"a\\nb"', "'a' b", '"a" # b',
    "[]", "[ ]", "[a, b]", "[ a , b ]", "[a,b]", "[a,]", "[, a]", "[a", "a]", "[a] b", "[a, [b]]",
    "[-a]", "[a:b]", "[a: b]", "[a b, 'c, d', \"e\"]", "['a' b]", "[#a]", "[a #b]", "[a]: b",
    "{}", "{a: b}", "{ a: b , c: 'd' }", "{a: b, a: c}", "{a:b}", "{a: }", "{a, b}", "{a: b: c}",
    '{a: [b, "c, d: e"], f: g}', "{a: b}c", "{a: {b: c}}", "{A: b}", "{a: b,c: d}", "{'a': b}",
    "&a b", "*a", "!a b", "!!str a", "%a", "@a", "`a", "|a", ">a", "# a", "...", "---", "... a",
    "a\u00a0", "\u00a0a", "\u2028", "\ufeffa", "a\tb", "\t", "a\rb", "\x07", "\x85", "\u200b",
    "e\u0301", "\U0001f600", "\ufffd", "\u3000", "a\\", "https://a.vn/b?c=d#e", "a, b", "50%",
)  # fmt: skip
STYLES = (">-", ">", "|", "|-", ">+", "|+", ">2", "|1-", "> # a", ">-  ")


def grown(chance: random.Random, column: int, depth: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping that is everyday YAML as a rule."""
    keys = ("a", "b", "c_d", "e", "f", *(("Đ", "a b", "a") if chance.random() < 0.03 else ()))
    for key in chance.sample(keys, k=3)[: 1 + depth]:
        yield from value(chance, f"{' ' * column}{key}:", column, depth)
        while chance.random() < 0.1:
            yield " " * chance.randrange(9) * chance.randrange(2) + chance.choice(("", "# a: b"))


def value(chance: random.Random, start: str, column: int, depth: int) -> Iterator[str]:
    """Yield the lines of a value, the first of which begins with `start`."""
    kind = chance.randrange(12 if depth < 4 else 8)
    inner = column + chance.choice((2, 2, 2, 2, 2, 2, 1, 4, 8, 0))
    if kind < 4:
        yield f"{start} {chance.choice((*['một', 'hai ba'] * 4, chance.choice(ODD)))}"
    elif kind < 5:
        yield start + "  "[: chance.randrange(3)]
    elif kind < 8:
        yield f"{start} {chance.choice(STYLES[: 4 if chance.random() < 0.95 else None])}"
        for _ in range(chance.randint(1, 3)):
            extra = chance.choice((*[0] * 20, 1, -1))
            yield " " * (inner + extra) + chance.choice(("một", "hai ", "# ba", "- b", "c: d", "'"))
            if chance.random() < 0.2:
                yield " " * (inner if chance.random() < 0.2 else 0)
    elif kind < 10:
        yield start
        yield from grown(chance, inner, depth + 1)
    else:
        yield start
        dash = " " * inner + "-" + " " * chance.choice((1, 1, 1, 3))
        for _ in range(chance.randint(1, 3)):
            if chance.random() < 0.5:
                yield from value(chance, dash[:-1], inner, 4)
            else:
                first, *others = grown(chance, len(dash), depth + 1)
                yield dash + first.lstrip(" ")
                yield from others


def changed(chance: random.Random, text: str) -> str:
    """Return `text` with one thing changed: a character, a line, an indentation, a value."""
    at = chance.randrange(len(text) + 1)
    lines = text.split("\n")
    line = chance.randrange(len(lines))
    match chance.randrange(9):
        case 0:
            return text[:at] + chance.choice("-?:,[]{}#&*!|>'\"%@` \n\t\ra_~\u00a0\\") + text[at:]
        case 1:
            return text[:at] + text[at + 1 :]
        case 2:
            return text[:at] + text[at + chance.randrange(30) :]
        case 3:
            lines[line : line + 1] = []
        case 4:
            lines.insert(line, chance.choice(lines))
        case 5:
            lines[line] = " " * chance.randrange(10) + lines[line].lstrip(" ")
        case 6:
            head, sign, _ = lines[line].partition(chance.choice((": ", "- ")))
            lines[line] = head + sign + chance.choice(ODD) + " " * chance.randrange(2)
        case 7:
            lines.insert(line, " " * chance.randrange(12) + chance.choice(("", "#", "a: b", "- a")))
        case _:
            return text.replace("\n", "\r\n")
    return "\n".join(lines)


def piece(chance: random.Random, text: str) -> str:
    """Return some lines of `text`, as the value of a key."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    return (
        "a:\n" + indent(dedent("\n".join(lines[start : start + chance.randint(3, 40)])), " ") + "\n"
    )


def is_same(one: Any, other: Any) -> bool:
    """Whether two trees of data are equal, their types and the order of their keys, too."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return bool(one == other)


def agrees(text: str) -> bool:
    """Assert that what is said about `text` is the full parser's word; tell whether any is said."""
    data = everyday.read(text)
    if data is None:
        return False
    full = parse(text, places=True)
    assert [str(problem.message) for problem in full.problems] == [], text
    assert is_same(data, full.data), text
    if "\r" not in text:
        assert everyday_places.spots(text) == full._spots, text
    return True


@pytest.mark.parametrize("text", PLANS)
def test_the_plans_of_the_repository_are_everyday_yaml(text):
    assert agrees(text)
    assert agrees(text.replace("\n", "\r\n"))


def test_made_up_plans_are_everyday_yaml_unless_spoiled():
    assert [agrees(text) for text in MADE_UP].count(True) >= 6


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_each_construct_of_yaml_is_read_as_by_the_full_parser_or_left_alone(text):
    agrees(text)
    agrees(text + "\n")
    agrees(f"a:\n  - {text}")


@pytest.mark.parametrize("odd", ODD)
def test_each_odd_value_is_read_as_by_the_full_parser_or_left_alone(odd):
    for before in ("a: ", "a:\n  - ", "a:\n  - b: ", "a: [", "a: {b: ", "a: >-\n  ", "", "a:\n"):
        for after in (
            "",
            "\n",
            " \n",
            "\nc: d\n",
            "\n    c: d\n",
            " # c\n",
            "]\n",
            "}\n",
            "\n  \n",
        ):
            agrees(before + odd + after)


def test_whatever_grows_from_its_grammar_is_read_as_by_the_full_parser_or_left_alone():
    chance = random.Random(7)
    grown_ones = ["\n".join((*grown(chance, 0, 1), "")) for _ in range(8_000)]
    assert sum(map(agrees, grown_ones)) >= 3_000
    assert sum(agrees(changed(chance, text)) for text in grown_ones) >= 1_400


def test_whatever_becomes_of_a_plan_is_read_as_by_the_full_parser_or_left_alone():
    chance = random.Random(11)
    pieces = [piece(chance, chance.choice(PLANS + MADE_UP)) for _ in range(4_000)]
    assert sum(agrees(changed(chance, text)) for text in pieces) >= 400
    whole = [changed(chance, text) for text in PLANS * 3]
    assert sum(map(agrees, whole)) >= 3


@pytest.mark.parametrize("text", ["", "\n", "# a\n", "a: b", "a: b\n# c", "a: >-\n  b"])
def test_a_text_without_entries_or_a_last_line_end_is_left_to_the_full_parser(text):
    assert everyday.read(text) is None


def test_a_list_at_the_margin_of_its_key_is_everyday_yaml():
    assert agrees("a:\n- b\n- c: d\n  e: f\ng: h\n")


@pytest.mark.parametrize("levels", range(10, 40))
def test_what_is_nested_too_deep_is_left_to_the_full_parser(levels):
    deep = "".join(f"{' ' * level}a:\n" for level in range(levels))
    assert agrees(deep) == (levels <= everyday.DEEPEST + 1)
    agrees(f"{deep}{' ' * levels}[a]\n")


SPACES = " " * 300_000


@pytest.mark.parametrize(
    "text",
    ["a: b\n" * 100_000, "[" * 400_000, f"a: {'[' * 300_000}", f"a:\n{SPACES}", f"a:\n{SPACES}-x",
     f"a:{SPACES}- b", f"a: b{SPACES}:", f"a: {'b ' * 200_000}:", f"a: [b{SPACES}#]", f"a: [{SPACES}#]",
     f"a: [b, {SPACES}#]", f"a: [{'b,' * 200_000}#]", f"a: [{'] ' * 200_000}#", f"a: {{{SPACES}#}}",
     f"a: {{b: {SPACES}#}}", f"a: {{b: c{SPACES}#}}", f"a: {{{'b: [c, d], ' * 40_000}}}", f"a: '{SPACES}",
     f"a: >\n{SPACES}", "a: >\n" + " b\n\n" * 100_000, f"a: >\n b\n{SPACES}c", f"a: 'b'{SPACES}c",
     "\n" * 900_000, "#" * 900_000, " #\n" * 200_000, f"a:\n{SPACES}#b", "- a\n" * 200_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_no_large_text_takes_long(text):
    started = time.process_time()
    everyday.read(f"{text}\n")
    assert time.process_time() - started < 1
