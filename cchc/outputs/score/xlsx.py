"""The answer of `cchc score` as a workbook, a sheet for each table."""

from __future__ import annotations

from cchc.outputs import score_words as words
from cchc.outputs import xlsx as workbooks
from cchc.outputs.layout import Layout
from cchc.views.score import Score

FILE_ONLY = True


def write(answer: Score, _layout: Layout) -> bytes:
    """Return the workbook."""
    said = "; ".join(filter(None, (words.heading(answer), words.goal(answer))))
    sheets = [
        workbooks.sheet_of(one, said, [column.weight > 0 for column in one.columns])
        for one in words.tables(answer)
    ]
    return workbooks.workbook(sheets, answer.today)
