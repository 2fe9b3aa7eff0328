"""The layout of a YAML text: where each key and value starts and stops, and in which style.

Reading needs only data and places (`cchc.read.yaml.tree`); writing must also know braces from
indentation and where a block text with its kept blank lines really ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cchc.model.finding import KeyPath
from cchc.read.yaml.parser import events

_KEEP = re.compile(r"[|>][0-9]?\+")
_COLON = re.compile(r"\s*:")
_LEAVES = ("ScalarEvent", "AliasEvent")
_NODES = (*_LEAVES, "MappingStartEvent", "SequenceStartEvent")


@dataclass(slots=True)
class YamlNode:
    """One value. Offsets count code points from 0; `stop` is exclusive."""

    start: int
    stop: int
    """Behind the last character of the value: comments and blank lines after it are outside."""
    after: int
    """From where on another line may follow: `stop`, or behind the blank lines that belong to a
    block text ("|+")."""
    column: int
    """From 0. Of a list in lines: the column of its dashes."""
    flow: bool
    """In braces or brackets, or inside some."""
    style: str = ""
    """Of a scalar: `'`, `"`, `|`, `>`, or empty when plain."""
    pairs: list[MappingEntry] = field(default_factory=list)
    items: list[YamlNode] = field(default_factory=list)
    mapping: bool = False

    def pair(self, name: str) -> MappingEntry | None:
        """Return the entry of a mapping called `name`."""
        return next((pair for pair in self.pairs if pair.name == name), None)


class MappingEntry(NamedTuple):
    """One entry of a mapping."""

    name: str
    key: YamlNode
    value: YamlNode


def compose(text: str) -> YamlNode:
    """Return the root of `text`, which must be YAML that `cchc.read.yaml.tree` takes."""
    stream = events(text)
    for event in stream:
        if type(event).__name__ in _NODES:
            return _node(text, event, stream, flow=False)
    raise ValueError("the text is empty")


def find(root: YamlNode, place: KeyPath) -> YamlNode:
    """Return the value at `place`.

    Raises:
        KeyError: nothing is written there.
    """
    node = root
    for part in place:
        if isinstance(part, int):
            if part >= len(node.items):
                raise KeyError(place)
            node = node.items[part]
        else:
            pair = node.pair(part)
            if pair is None:
                raise KeyError(place)
            node = pair.value
    return node


def _node(text: str, event: Any, stream: Iterator[Any], *, flow: bool) -> YamlNode:
    kind = type(event).__name__
    mark = event.start_mark
    if kind in _LEAVES:
        return _leaf(text, event, flow=flow)
    node = YamlNode(mark.index, mark.index, mark.index, mark.column, bool(event.flow_style))
    node.mapping = kind == "MappingStartEvent"
    while not type(event := next(stream)).__name__.endswith("EndEvent"):
        name = getattr(event, "value", "")
        first = last = _node(text, event, stream, flow=node.flow)
        if node.mapping:
            last = _node(text, next(stream), stream, flow=node.flow)
            if last.stop == last.start:  # nothing written: parsers place that differently
                colon = _COLON.match(text, first.stop)  # "? key" and "{key}" have none
                last.start = last.stop = last.after = colon.end() if colon else first.stop
            node.pairs.append(MappingEntry(name, first, last))
        else:
            node.items.append(last)
        node.stop, node.after = last.stop, last.after
    if node.flow:
        node.stop = node.after = event.end_mark.index
    return node


def _leaf(text: str, event: Any, *, flow: bool) -> YamlNode:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    stop = end
    if style in ("|", ">"):
        stop = start + len(text[start:end].rstrip())
        if not _KEEP.match(text, start):
            end = stop
    return YamlNode(start, stop, end, event.start_mark.column, flow, style)
