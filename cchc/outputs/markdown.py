"""Rows as a Markdown table, for comments and issues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the rows under their headings; dates as 31/03/2026."""
    lines = [_line(headings), _line(["---"] * len(headings))]
    lines += [_line([escape(_text(value)) for value in row]) for row in rows]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return `text` on one line, so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _text(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
