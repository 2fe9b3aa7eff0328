"""The keys of a plan file and their words, as the JSON Schema has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any


@cache
def _schema() -> dict[str, Any]:
    from cchc.model.schema import json_schema

    return json_schema()


def keys_below(path: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields that a mapping under the keys `path` may have, by the JSON Schema."""
    nodes = _resolved(_schema())
    for key in path:
        nodes = [
            inner for node in nodes for inner in _resolved(node.get("properties", {}).get(key, {}))
        ]
    found: dict[str, Any] = {}
    for node in nodes:
        found |= node.get("properties", {})
    return found


def _resolved(node: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the nodes that `node` stands for: what it refers to, lists and choices opened."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        return _resolved(_schema()["$defs"][name])
    found = [node] if "properties" in node else []
    for key in ("anyOf", "oneOf", "allOf"):
        for one in node.get(key, ()):
            found += _resolved(one)
    if isinstance(node.get("items"), dict):
        found += _resolved(node["items"])
    return found


def choices(path: tuple[str, ...]) -> list[str]:
    """Return the fixed values that the last key of `path` may have, by the JSON Schema."""
    field = keys_below(path[:-1]).get(path[-1], {}) if path else {}
    return list(dict.fromkeys(_choices(field)))


def _choices(node: dict[str, Any]) -> Iterator[str]:
    yield from (str(one) for one in node.get("enum", ()) if one is not None)
    if node.get("const") is not None:
        yield str(node["const"])
    if "$ref" in node:
        yield from _choices(_schema()["$defs"][node["$ref"].rpartition("/")[2]])
    for key in ("anyOf", "oneOf", "allOf"):
        for one in node.get(key, ()):
            yield from _choices(one)
    if isinstance(node.get("items"), dict):
        yield from _choices(node["items"])
