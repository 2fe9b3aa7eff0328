"""The answer of `cchc coverage` for reading."""

from __future__ import annotations

from cchc.outputs import coverage_words as words
from cchc.outputs.layout import Layout
from cchc.views.coverage import Coverage


def write(answer: Coverage, by: words.CoverageRows, layout: Layout) -> str:
    """Return the table of the tasks or of the communes, and the sums."""
    return f"{words.heading(answer)}\n\n{words.table(answer, by).shown(layout.columns)}\n{words.closing(answer)}\n"
