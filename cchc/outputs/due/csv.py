"""The answer of `cchc due` as CSV: every row, every column."""

from __future__ import annotations

from cchc.outputs import csv
from cchc.outputs.due_words import DATA, cells, headings
from cchc.outputs.layout import DueLayout
from cchc.views.due import Due


def write(answer: Due, layout: DueLayout) -> str:
    """Return every row as CSV."""
    rows = csv.dumps(headings(DATA), (cells(item, answer, DATA) for item in answer.items))
    return csv.MARK + rows if layout.to_file else rows
