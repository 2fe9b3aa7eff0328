"""The answer of `cchc status` as CSV: its tables with an empty line between."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cchc.outputs import csv
from cchc.outputs import status_explained as explained
from cchc.outputs import status_words as words
from cchc.outputs.layout import Layout
from cchc.outputs.status_words import StatusTable
from cchc.views.status import Status
from cchc.views.trend import Month


def write(answer: Status, layout: Layout) -> str:
    """Return a table for each way to count."""
    return _tables([words.table(answer, way) for way in answer.groups], layout)


def write_history(months: Sequence[Month], today: date, layout: Layout) -> str:
    """Return the standing at the end of each month."""
    return _tables([words.months(months)], layout)


def write_explained(answer: Status, figure: str, layout: Layout) -> str:
    """Return what stands behind a figure."""
    text = csv.dumps(*explained.table(answer, figure))
    return csv.MARK + text if layout.to_file else text


def _tables(sheets: Sequence[StatusTable], layout: Layout) -> str:
    text = "\r\n".join(csv.dumps(sheet.headings, sheet.numbers()) for sheet in sheets)
    return csv.MARK + text if layout.to_file else text
