"""The answer of `cchc score` as a workbook, a sheet for each table."""

from __future__ import annotations

from cchc.outputs import score_words as words
from cchc.outputs import xlsx as workbooks
from cchc.outputs.layout import Layout
from cchc.views.score import Score

FILE_ONLY = True
_WIDE, _NUMBER = 40, 12


def write(answer: Score, _layout: Layout) -> bytes:
    """Return the workbook."""
    said = "; ".join(filter(None, (words.heading(answer), words.goal(answer))))
    sheets = [
        workbooks.Sheet(
            one.title, one.title.upper(), said, one.headings,
            [_WIDE if n in one.wide else _NUMBER for n in range(len(one.headings))],
            one.rows, ["" for _ in one.rows],
        )
        for one in words.tables(answer)
    ]  # fmt: skip
    return workbooks.workbook(sheets, answer.today)
