"""The answer of `cchc status` as CSV: its tables with an empty line between."""

from __future__ import annotations

from cchc.outputs import csv
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import StatusAnswer


def write(answer: StatusAnswer, layout: Layout) -> str:
    """Return the tables."""
    text = "\r\n".join(csv.dumps(one.headings, one.cells) for one in answer.tables())
    return csv.MARK + text if layout.to_file else text
