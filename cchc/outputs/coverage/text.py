"""The answer of `cchc coverage` for reading."""

from __future__ import annotations

from cchc.outputs import coverage_words as words
from cchc.outputs import table
from cchc.outputs.layout import Layout
from cchc.outputs.table import TextColumn
from cchc.views.coverage import Coverage

_WEIGHTS = {"task": (0, 4, 0, 0, 0, 0, 0, 0, 3), "commune": (2, 0, 0, 0, 0, 0, 0, 4)}


def write(answer: Coverage, by: words.By, layout: Layout) -> str:
    """Return the table of the tasks or of the communes, and the sums."""
    made = words.table(answer, by)
    rows = [[str(cell) for cell in row] for row in made.rows]
    columns = [
        TextColumn(one, weight) for one, weight in zip(made.headings, _WEIGHTS[by], strict=True)
    ]
    drawn = (
        table.plain(columns, rows)
        if layout.columns is None
        else table.drawn(columns, rows, [], layout.columns, colour=True)
    )
    return f"{words.heading(answer)}\n\n{drawn}\n{words.closing(answer)}\n"
