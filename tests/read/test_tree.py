"""Reading YAML: text stays text, every key has a place, and every refusal is one finding."""

from __future__ import annotations

import pytest

from cchc.messages import say
from cchc.model.finding import Finding, Severity
from cchc.read.yaml.builder import MAX_DEPTH
from cchc.read.yaml.tree import parse_yaml


def problems(text: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.span.line, f.span.column) for f in parse_yaml(text).problems]


def place(text: str, *path: str | int, key: bool = False) -> tuple[int, int, int, int]:
    finding = Finding("X", "x", Severity.INFO, say("x"), path, key=key)
    return parse_yaml(text).places().locate(finding)[:4]


@pytest.mark.parametrize(
    "written",
    ["2.10", "NO", "07/12", "05", "1_000", "0x10", "12:30", "2026-02-30", "1e3", "="],
)
def test_scalars_stay_as_typed(written):
    assert parse_yaml(f"a: {written}\n").data == {"a": written}


def test_only_an_empty_value_is_none():
    assert parse_yaml("a:\nb: ''\nc: \"\"\n").data == {"a": None, "b": "", "c": ""}


def test_a_value_has_its_line_and_column():
    assert place("a:\n  - b: Trước 30/11\n", "a", 0, "b") == (2, 8, 2, 19)


def test_a_key_has_its_own_place():
    assert place("a:\n  - b: Trước 30/11\n", "a", 0, "b", key=True) == (2, 5, 2, 6)


def test_a_mapping_is_shown_by_its_first_key():
    assert place("a:\n  - b: 1\n    c: 2\n", "a", 0) == (2, 5, 2, 6)


def test_a_field_that_is_missing_is_shown_at_what_should_hold_it():
    assert place("a:\n  b: 1\n", "a", "zz") == (1, 1, 1, 2)


def test_a_bare_text_stands_for_a_section():
    assert place("items:\n  - chữ\n", "items", 0, "text") == (2, 5, 2, 8)


def test_words_within_a_value_are_found():
    text = "a: Căn cứ 76/NQCP ngày\n"
    finding = Finding("X", "x", Severity.INFO, say("x"), ("a",), within="76/NQCP")
    assert parse_yaml(text).places().locate(finding)[:4] == (1, 11, 1, 18)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("Y005", 1, 1)]),
        ("   \n\n", [("Y005", 1, 1)]),
        ("xin chào\n", [("Y012", 1, 1)]),
        ("- a\n", [("Y012", 1, 1)]),
        ("a: b: c\n", [("Y006", 1, 5)]),
        ("a: 'x\n", [("Y006", 2, 1)]),
        ("a: [1,\nb: 2\n", [("Y006", 3, 1)]),
        ("a: @x\n", [("Y006", 1, 4)]),
        ("a:\n\t- b\n", [("Y007", 2, 1)]),
        ("a: 1\nb: 2\na: 3\n", [("Y008", 3, 1)]),
        ("a: &x 1\n", [("Y009", 1, 4)]),
        ("a: *x\n", [("Y009", 1, 4)]),
        ("a: !!python/object:os.system x\n", [("Y009", 1, 4)]),
        ("a: 1\n---\nb: 2\n", [("Y010", 2, 1)]),
        ("a: " + "[" * 100_000, [("Y011", 1, MAX_DEPTH + 3)]),
        ("? [a]\n: b\n", [("Y013", 1, 3)]),
        ('a: "x\\ty"\nb: "x\\x0by"\n', [("Y004", 2, 4)]),
    ],
)
def test_each_fault_has_one_finding_at_its_place(text, expected):
    assert problems(text) == expected


def test_two_duplicate_keys_are_both_reported():
    assert problems("a: 1\na: 2\nb: 1\nb: 2\n") == [("Y008", 2, 1), ("Y008", 4, 1)]


def test_the_first_of_two_equal_keys_counts():
    assert parse_yaml("a: 1\na: 2\n").data == {"a": "1"}


def test_both_parsers_give_the_same_data_and_places(monkeypatch):
    text = "a: 1\nb:\n  - x: 'Trước ''30/11'''\n    y: >-\n      gập\n      dòng\n  - [c, d]\n"
    fast = parse_yaml(text, places=True)
    monkeypatch.setitem(__import__("sys").modules, "_ruamel_yaml", None)
    slow = parse_yaml(text, places=True)
    assert slow.data == fast.data
    assert slow._spots == fast._spots
