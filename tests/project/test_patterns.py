"""Patterns that each Python we run on reads alike."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import cchc

ROOT = Path(cchc.__file__).parent
PERHAPS = re.compile(r"[*+?}]\+|\(\?>")
WRONG = re.compile(r"\b(?:POSSESSIVE_REPEAT|ATOMIC_GROUP)\b")


def test_no_pattern_is_possessive():
    """Python 3.11.0 to 3.11.4, as in Debian 12, match these wrongly (gh-106052)."""
    assert WRONG.search(parsed("(?:a(?!b))*+"))
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(ROOT.rglob("*.py"))
        if PERHAPS.search(text := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        for one in node.args[:1]
        if isinstance(one, ast.Constant) and WRONG.search(parsed(one.value))
    ]
    assert found == []


def parsed(pattern: str | bytes) -> str:
    """Return the parts of a pattern, as the module that reads patterns names them."""
    return repr(re._parser.parse(pattern))  # type: ignore[attr-defined]
