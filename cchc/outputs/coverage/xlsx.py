"""The answer of `cchc coverage` as a workbook: by task, by commune, and every link."""

from __future__ import annotations

from cchc.outputs import coverage_words as words
from cchc.outputs import xlsx as workbooks
from cchc.outputs.layout import Layout
from cchc.views.coverage import Coverage

FILE_ONLY = True
_WIDE, _NUMBER = 40, 12


def write(answer: Coverage, by: words.By, layout: Layout) -> bytes:
    """Return the workbook; the sheet that was asked for comes first."""
    other: words.By = "commune" if by == "task" else "task"
    tables = [
        words.table(answer, by, None),
        words.table(answer, other, None),
        words.entries(answer),
    ]
    return workbooks.workbook([_sheet(one, answer) for one in tables], answer.today)


def _sheet(made: words.Table, answer: Coverage) -> workbooks.Sheet:
    wide = [max((len(str(row[n])) for row in made.rows), default=0) > _NUMBER
            for n in range(len(made.headings))]  # fmt: skip
    return workbooks.Sheet(
        made.title, made.title.upper(), words.heading(answer), made.headings,
        [_WIDE if one else _NUMBER for one in wide], made.rows, ["" for _ in made.rows],
    )  # fmt: skip
