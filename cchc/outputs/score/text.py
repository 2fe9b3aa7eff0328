"""The answer of `cchc score` for reading."""

from __future__ import annotations

from cchc.outputs import score_words as words
from cchc.outputs import table
from cchc.outputs.layout import Layout
from cchc.outputs.table import TextColumn
from cchc.views.score import Score


def write(answer: Score, layout: Layout) -> str:
    """Return the tables, one below the other, and what is lacking to the goal."""
    parts = [words.heading(answer)]
    for one in words.tables(answer):
        columns = [
            TextColumn(heading, 3 if n in one.wide else 0) for n, heading in enumerate(one.headings)
        ]
        drawn = (
            table.plain(columns, one.rows)
            if layout.columns is None
            else table.drawn(columns, one.rows, [], layout.columns, colour=True)
        )
        parts.append(f"{one.title}\n{drawn.rstrip()}")
    if goal := words.goal(answer):
        parts.append(goal)
    return "\n\n".join(parts) + "\n"
