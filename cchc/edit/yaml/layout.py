"""YAML as a plan file has it: values, the order of keys, and entries added and taken away in the style that is there.

Every function that edits returns edits for the text; none touches a character of another entry. The
order of keys is that of the model, so that a new field finds its place by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from cchc.edit.yaml.nodes import YamlNode
from cchc.edit.yaml.splice import line_start
from cchc.model.agency import Agency, Commune
from cchc.model.base import Model
from cchc.model.criteria import Criterion
from cchc.model.document import AmendedPlan, CitedBase, Decision, Document, Signer
from cchc.model.finding import Edit
from cchc.model.plan import Appendix, Area, Column, Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.model.units import Group, Unit
from cchc.model.work import Link, Progress, Report, Target
from cchc.read.yaml.builder import NULLS

# What a plain value may not start with; "-" only counts before a space, a bracket or the end.
_START = re.compile("[,\\[\\]{}#&*!|>'\"%@`?:\\s]|-(?:[\\s,\\[\\]{}]|$)")
_INSIDE = re.compile(r":(?:\s|$)|\s#|\s$")
_FLOW = re.compile(r"[,\[\]{}:?]")  # libyaml takes no colon there, though YAML 1.2 does
# Line breaks, tabs and other controls, half characters, and marks that YAML readers drop.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: str, *, flow: bool) -> str:
    """Return `value` as it is to be typed; `flow`: inside braces or brackets.

    Types need no quotes here: a plan's scalars are text until the schema says otherwise.
    """
    needs_quotes = (
        value in NULLS
        or _START.match(value)
        or _INSIDE.search(value)
        or (flow and _FLOW.search(value))
        or _UNPRINTABLE.search(value)
    )
    return (
        ('"' + "".join(_ESCAPES.get(c) or _printable(c) for c in value) + '"')
        if needs_quotes
        else value
    )


def _printable(c: str) -> str:
    if not _UNPRINTABLE.match(c):
        return c
    return f"\\x{ord(c):02x}" if ord(c) < 0x100 else f"\\u{ord(c):04x}"


def in_line(value: object) -> str:
    """Return texts, numbers, lists and mappings in one line: `{state: done, lead: [a, b]}`."""
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, flow=True)}: {in_line(one)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(in_line, value)) + "]"
    return scalar(str(value), flow=True)


KeyValues = Sequence[tuple[str, str]]
"""Keys with their values, in the order in which they are to be written."""

_BLOCK_HEAD = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)?")


def yaml_lines(fields: KeyValues, column: int) -> str:
    """Return the entries of a mapping in lines, each at `column`."""
    return "\n".join(f"{' ' * column}{key}: {scalar(value, flow=False)}" for key, value in fields)


def new_value(text: str, old: YamlNode, value: str) -> Edit:
    """Return the change of one scalar; the comment beside a block text's "|" stays."""
    comment = ""
    if old.style in ("|", ">") and (head := _BLOCK_HEAD.match(text, old.start)):
        comment = head[1] or ""
    gap = " " if text[old.start - 1] == ":" and old.start == old.stop else ""
    return Edit(old.start, old.stop, gap + scalar(value, flow=old.flow) + comment)


def add_fields(text: str, mapping: YamlNode, fields: KeyValues) -> Edit:
    """Return the change that puts entries behind the last one of `mapping`."""
    if mapping.flow:
        return add_in_line(text, mapping.pairs[-1].value, in_line(dict(fields))[1:-1])
    return add_lines(text, mapping.pairs[-1].value, yaml_lines(fields, mapping.column))


def add_in_line(text: str, last: YamlNode, written: str) -> Edit:
    """Return the change that puts one more entry behind `last` inside braces or brackets."""
    gap = " " if text[last.stop - 1] == ":" else ""  # behind a key without a value
    return Edit(last.stop, last.stop, f"{gap}, {written}")


def add_lines(text: str, last: YamlNode, written: str) -> Edit:
    """Return the change that puts whole lines below the one on which `last` ends."""
    at = last.after
    if text[at - 1] not in "\r\n":
        end = _line_end(text, at)
        if end == len(text):
            return Edit(end, end, f"\n{written}")
        at = _past_break(text, end)
    return Edit(at, at, f"{written}\n")


def remove_pair(text: str, mapping: YamlNode, name: str) -> Edit:
    """Return the change that takes the entry `name` away, with the comment on its last line."""
    index = next(n for n, pair in enumerate(mapping.pairs) if pair.name == name)
    pair = mapping.pairs[index]
    if mapping.flow:
        return _cut_in_line(
            text, [(pair.key.start, pair.value.stop) for pair in mapping.pairs], index
        )
    start = line_start(text, pair.key.start)
    if text[start : pair.key.start].strip():  # behind a dash: the next key takes its place
        return Edit(pair.key.start, mapping.pairs[index + 1].key.start, "")
    return _cut_lines(text, start, pair.value.after)


def remove_item(text: str, listed: YamlNode, index: int) -> Edit:
    """Return the change that takes one of several items of a list away."""
    if listed.flow:
        return _cut_in_line(text, [(item.start, item.stop) for item in listed.items], index)
    item = listed.items[index]
    start = listed.start
    if index:
        dash = re.compile(rf"(?:\A|(?<=[\r\n])) {{{listed.column}}}-(?=\s)")
        found = dash.finditer(text, listed.items[index - 1].stop, item.start)
        start = [match.start() for match in found][-1]
    return _cut_lines(text, line_start(text, start), item.after)


def _cut_in_line(text: str, spans: Sequence[tuple[int, int]], index: int) -> Edit:
    start, stop = spans[index]
    if index and "#" not in text[spans[index - 1][1] : start]:
        return Edit(spans[index - 1][1], stop, "")
    if index + 1 < len(spans) and "#" not in text[stop : spans[index + 1][0]]:
        return Edit(start, spans[index + 1][0], "")
    comma = re.compile(r"\s*,").match(text, stop)  # comments around it belong to its neighbours
    return Edit(start, comma.end() if comma else stop, "")


def _cut_lines(text: str, start: int, after: int) -> Edit:
    if text[after - 1] in "\r\n":
        return Edit(start, after, "")
    end = _line_end(text, after)
    if end < len(text):
        return Edit(start, _past_break(text, end), "")
    before = start - (2 if text[start - 2 : start] == "\r\n" else 1)
    return Edit(before, end, "")  # the last line has no break of its own: take the one before


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"[\r\n]").search(text, at)
    return found.start() if found else len(text)


def _past_break(text: str, at: int) -> int:
    return at + (2 if text.startswith("\r\n", at) else 1)


class Shape(NamedTuple):
    """The layout of one kind of entry."""

    order: tuple[str, ...] = ()
    """Its keys, in the order of the model."""

    one_line: bool = False
    """Written `{key: value, ...}` where that fits the line."""


_SMALL = (
    Agency,
    Commune,
    Signer,
    Decision,
    CitedBase,
    Unit,
    Group,
    Target,
    Progress,
    Report,
    Column,
    Link,
)
_MODELS: Mapping[str, type[Model]] = {
    "agency": Agency,
    "commune": Commune,
    "document": Document,
    "signer": Signer,
    "decision": Decision,
    "amends": AmendedPlan,
    "bases": CitedBase,
    "units": Unit,
    "groups": Group,
    "targets": Target,
    "progress": Progress,
    "carries_out": Link,
    "report": Report,
    "body": Section,
    "items": Section,
    "appendices": Appendix,
    "columns": Column,
    "areas": Area,
    "criteria": Criterion,
    "parts": Criterion,
}
"""What stands under a key; a key has one meaning wherever it is used for entries."""

ONE_LINE_LISTS = frozenset(
    {"lead", "support", "units", "leads", "members", "aliases", "authority", "criteria", "for"}
)
"""Lists written `[a, b]` where they fit the line: ids, and short names."""

PARTS = frozenset(
    {"document", "bases", "units", "body", "appendices", "criteria", "withdrawn", "unplaced"}
)
"""Keys of a plan with an empty line before them."""


def shape_of(key: str, entry: Mapping[str, Any]) -> Shape:
    """Return the layout of `entry`, which stands under `key` ("" for the whole plan)."""
    model: type[Model] | None = _MODELS.get(key)
    if not key:
        model = Plan
    elif key == "tasks":
        model = Area if "tasks" in entry else Task
    if model is None:
        return Shape()
    return Shape(tuple(model.model_fields), model in _SMALL)
