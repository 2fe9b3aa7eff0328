"""The answer of `cchc score` for reading."""

from __future__ import annotations

from cchc.outputs import score_words as words
from cchc.outputs.layout import Layout
from cchc.views.score import Score


def write(answer: Score, layout: Layout) -> str:
    """Return the tables, one below the other, and what is lacking to the goal."""
    parts = [words.heading(answer)]
    for one in words.tables(answer):
        parts.append(f"{one.title}\n{one.shown(layout.columns).rstrip()}")
    if goal := words.goal(answer):
        parts.append(goal)
    return "\n\n".join(parts) + "\n"
