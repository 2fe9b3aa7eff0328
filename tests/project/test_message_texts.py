"""What is said is turned into text where it is written: no job and no rule knows the language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cchc

ROOT = Path(cchc.__file__).parent
ROOMS = ("app", "edit", "views", "rules", "read", "intake", "language", "word", "document")


def turned(path: Path) -> Iterator[int]:
    """Yield the lines on which a message becomes text at once: `str(say(...))`, `f"{say(...)}"`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        inner = getattr(node, "value", None) if isinstance(node, ast.FormattedValue) else None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str":
            inner = node.args[0] if node.args else None
        if isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "say":
            yield node.lineno


@pytest.mark.parametrize("room", ROOMS)
def test_no_message_is_turned_into_text_before_it_is_written(room):
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / room).rglob("*.py"))
        for line in turned(path)
    ]
    assert found == []
