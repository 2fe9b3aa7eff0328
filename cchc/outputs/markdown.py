"""Rows as a Markdown table, for comments and issues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from cchc.messages import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&])")
_APART = "\u200b"
# GitHub and GitLab make links of these, and tell the people and issues that are named: @name and
# a@b.vn, #1 and owner/repo#1, GH-1, !1, addresses, hashes of commits.
_LINK = re.compile(
    r"(@|#|\bGH-|!)(?=\w)|(\b(?:https?|ftp|mailto):|\bwww)(?=[/.]|\S)|\b([0-9a-f])(?=[0-9a-f]{6,39}\b)",
    re.IGNORECASE,
)
# At the start of a line: headings, lists, rules.
_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)](?:\s|$)))")


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the rows under their headings; dates as 31/03/2026."""
    lines = [_line(headings), _line(["---"] * len(headings))]
    lines += [_line([escape(_text(value)) for value in row]) for row in rows]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return `text` on one line, so that Markdown shows it as it is."""
    line = _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))
    line = _LINK.sub(_apart, line)
    if found := _START.match(line):
        line = f"{found[0]}\\{line[found.end() :]}" if found[0].isdigit() else f"\\{line}"
    return line


def _apart(found: re.Match[str]) -> str:
    hexadecimal = found[3] is not None
    if hexadecimal and re.match(r"\d+\b", found.string[found.start() :]):
        return found[0]  # a number, no hash
    return found[0] + _APART


def _text(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
