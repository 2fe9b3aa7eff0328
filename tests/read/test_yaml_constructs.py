"""YAML 1.2, chapter by chapter: the data of what a plan may use, a place for what is refused."""

from __future__ import annotations

import re
import sys

import pytest

from cchc.read.yaml.tree import Tree, parse_yaml

from .yaml_constructs import ACCEPTED, LENIENT, ONLY_LIBYAML, REFUSED

GOOD = [
    pytest.param(text, data, id=f"{chapter} {text!r}")
    for chapter, rows in {**ACCEPTED, "lenient": LENIENT}.items()
    for text, data in rows
]
BAD = [
    pytest.param(text, id=f"{chapter} {text!r}")
    for chapter, rows in REFUSED.items()
    for text in rows
]


@pytest.fixture(params=["libyaml", "pure"])
def _parser(request, monkeypatch):
    """Read with the C parser, then without it."""
    if request.param == "pure":
        monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)


def _assert_inside(tree: Tree, text: str) -> None:
    """Assert that each problem has a message and a place in `text`."""
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    for problem in tree.problems:
        span = problem.span
        assert span is not None
        assert str(problem.message)
        assert 0 <= span.start <= span.stop <= len(text)
        assert starts[span.line - 1] + span.column - 1 == span.start


def test_the_set_is_as_large_as_promised():
    texts = [text for rows in ACCEPTED.values() for text, _ in rows]
    texts += [text for rows in REFUSED.values() for text in rows]
    assert len(set(texts)) == len(texts) >= 150


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "data"), GOOD)
def test_what_a_plan_may_use_has_its_exact_data(text, data):
    tree = parse_yaml(text, places=True)
    assert [str(problem.message) for problem in tree.problems] == []
    assert tree.data == data


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize("text", BAD)
def test_what_is_refused_has_its_place(text):
    tree = parse_yaml(text)
    assert tree.problems
    _assert_inside(tree, text)


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(("text", "data"), GOOD)
def test_a_text_cut_anywhere_is_read_or_refused_at_a_place(text, data):
    for stop in range(len(text)):
        _assert_inside(parse_yaml(text[:stop]), text[:stop])


@pytest.mark.parametrize(("text", "data"), ONLY_LIBYAML)
def test_a_tab_after_text_is_read_or_refused_at_its_place(monkeypatch, text, data):
    assert parse_yaml(text).data == data
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    assert [problem.code for problem in parse_yaml(text).problems] in ([], ["Y007"])
    _assert_inside(parse_yaml(text), text)


@pytest.mark.parametrize("text", BAD)
def test_both_parsers_agree_on_what_is_left_of_a_refused_text(monkeypatch, text):
    fast = parse_yaml(text)
    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    slow = parse_yaml(text)
    if fast.data is not None and slow.data is not None:
        assert slow.data == fast.data
