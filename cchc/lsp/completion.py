"""What may stand at the cursor: ids, fixed words, deadline phrases, keys.

The place of the cursor is read from the lines above it, not from the tree: a line that is being typed
is seldom whole YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lsprotocol import types

from cchc.language.numbering import sections
from cchc.lsp.plan_keys import choices, keys_below
from cchc.lsp.plan_text import PlanText
from cchc.model.plan import Plan

UNIT_KEYS = frozenset({"lead", "support", "units", "via", "members"})
"""The keys whose values are ids of units and groups."""

_PHRASES = (
    "Trước 30/11/{year}", "Trong ngày 31/12/{year}", "Quý I/{year}", "Quý II/{year}",
    "Quý III/{year}", "Quý IV/{year}", "Tháng 6/{year}", "6 tháng đầu năm {year}", "Hằng tháng",
    "Hằng quý", "Trước ngày 15 tháng cuối quý", "Tháng 6 và tháng 12", "Thường xuyên",
)  # fmt: skip

_LINE = re.compile(r"(?P<indent> *(?:- +)*)(?:(?P<key>[a-z_]+):(?: |$))?")
_TYPED_KEY = re.compile(r"(?:^ *(?:- +)*|[{,] *)(?P<word>[a-z_]*)$")
_VALUE_OF = re.compile(r"(?:^ *(?:- +)*|[{,] *)(?P<key>[a-z_]+): *(?:\[[^\]\n]*|[^\[\]{},\n]*)$")
_ITEM = re.compile(r"^ *- +[^:{\[]*$")


class EditorCursor(NamedTuple):
    """Where something is typed: the keys above it, and whether it is a value of the last one."""

    path: tuple[str, ...]
    is_value: bool


def complete(document: PlanText, offset: int) -> list[types.CompletionItem]:
    """Return what may stand at `offset`."""
    cursor = cursor_at(document.text, offset)
    if cursor is None:
        return []
    if not cursor.is_value:
        return [
            types.CompletionItem(
                key, kind=types.CompletionItemKind.Field, insert_text=f"{key}: ",
                detail=field.get("title"), documentation=field.get("description"),
            )
            for key, field in keys_below(cursor.path).items()
        ]  # fmt: skip
    return list(_values(document, cursor.path))


def _values(document: PlanText, path: tuple[str, ...]) -> Iterator[types.CompletionItem]:
    plan, key = document.plan, path[-1]
    if key in UNIT_KEYS and plan is not None:
        for unit_id, name in plan.unit_names.items():
            yield types.CompletionItem(
                unit_id, kind=types.CompletionItemKind.Reference, detail=name
            )
    elif key == "cite" and document.register is not None:
        for listed in document.register.documents:
            yield types.CompletionItem(
                listed.key, kind=types.CompletionItemKind.Reference,
                detail=f"{listed.kind} {listed.symbol or ''} {listed.title or ''}".strip(),
            )  # fmt: skip
    elif key == "deadline":
        year = plan.year if plan is not None else None
        known = [phrase.format(year=year) for phrase in _PHRASES if year or "{" not in phrase]
        yield from _words([*_used_deadlines(plan), *known])
    else:
        yield from _words(choices(path))


def _words(words: Iterable[str]) -> Iterator[types.CompletionItem]:
    for word in dict.fromkeys(words):
        yield types.CompletionItem(word, kind=types.CompletionItemKind.Value)


def _used_deadlines(plan: Plan | None) -> Iterator[str]:
    if plan is None:
        return
    for found in sections(plan):
        if found.section.deadline:
            yield found.section.deadline
    yield from (task.deadline for task in plan.tasks if task.deadline)


def cursor_at(text: str, offset: int) -> EditorCursor | None:
    """Return where the cursor stands; None inside a comment or a long text."""
    lines = text[:offset].splitlines() or [""]
    if text[:offset].endswith("\n"):
        lines.append("")
    typed = lines[-1]
    if typed.lstrip().startswith("#"):
        return None
    above = _above(lines[:-1], _depth(typed))
    inside = _flow_path(typed)
    if value := _VALUE_OF.search(typed):
        return EditorCursor((*above, *inside, value["key"]), is_value=True)
    if _ITEM.match(typed) and above and not keys_below(above):
        return EditorCursor(above, is_value=True)
    if _TYPED_KEY.search(typed):
        return EditorCursor((*above, *inside), is_value=False)
    return None


def _depth(line: str) -> int:
    """Return the column in which the content of a line begins, behind its dashes."""
    found = _LINE.match(line)
    return len(found["indent"]) if found else 0


def _above(lines: list[str], depth: int) -> tuple[str, ...]:
    """Return the keys under which a line of this depth stands."""
    path: list[str] = []
    for line in reversed(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.match(line)
        assert found is not None  # it matches every line
        key, column = found["key"], len(found["indent"])
        if key and column < depth:
            path.append(key)
            depth = column
        # "- title: x" begins an item: what stands in its column above it belongs to another one
        dash = line.find("-") if found["indent"].strip() else column
        depth = min(depth, dash + 1) if found["indent"].strip() and column <= depth else depth
        if depth == 0:
            break
    return tuple(reversed(path))


def _flow_path(typed: str) -> tuple[str, ...]:
    """Return the keys that lead into the braces in which the cursor stands."""
    path: list[str | None] = []
    for found in re.finditer(r"(?:([a-z_]+): *)?([{\[])|[}\]]", typed):
        if found[2]:
            path.append(found[1])
        elif path:
            path.pop()
    opened = [key for key in path if key]
    if typed.rfind("[") > typed.rfind("]") and opened and _VALUE_OF.search(typed):
        opened.pop()  # the key of the list itself, which the value names
    return tuple(opened)
