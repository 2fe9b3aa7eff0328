"""The answer of `cchc coverage` as a workbook: by task, by commune, and every link."""

from __future__ import annotations

from cchc.outputs import coverage_words as words
from cchc.outputs import xlsx as workbooks
from cchc.outputs.layout import Layout
from cchc.outputs.table import TitledTable
from cchc.views.coverage import Coverage

FILE_ONLY = True
_SHORT = 12
"""Letters of a cell that is no wide one."""


def write(answer: Coverage, by: words.CoverageRows, layout: Layout) -> bytes:
    """Return the workbook; the sheet that was asked for comes first."""
    other: words.CoverageRows = "commune" if by == "task" else "task"
    tables = [
        words.table(answer, by, None),
        words.table(answer, other, None),
        words.entries(answer),
    ]
    return workbooks.workbook([_sheet(one, answer) for one in tables], answer.today)


def _sheet(made: TitledTable, answer: Coverage) -> workbooks.WorkbookSheet:
    wide = [
        max((len(str(row[n])) for row in made.rows), default=0) > _SHORT
        for n in range(len(made.columns))
    ]
    return workbooks.sheet_of(made, words.heading(answer), wide)
