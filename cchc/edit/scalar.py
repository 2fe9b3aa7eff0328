"""One value as YAML text: plain where that reads back as itself, else in double quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cchc.read.builder import NULLS

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
    return _quoted(value) if needs_quotes else value


def _quoted(value: str) -> str:
    return '"' + "".join(_ESCAPES.get(c) or _printable(c) for c in value) + '"'


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
