"""The table of tasks as CSV, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from cchc.outputs import csv
from cchc.views.export import COLUMNS, ExportRow, ExportValue

MARK = csv.MARK
SEPARATOR = "; "
"""Between the values of one cell, where a format has no lists."""


def lines(rows: Iterable[ExportRow]) -> Iterator[str]:
    """Yield the table as CSV; no cell can become a formula."""
    names = [column.name for column in COLUMNS]
    return csv.csv_lines(names, ([flat_cell(value) for value in row] for row in rows))


def flat_cell(value: ExportValue) -> str | int | date | None:
    """Return a value as one cell of a table without lists."""
    if isinstance(value, Decimal):
        return str(value)
    return SEPARATOR.join(value) if isinstance(value, tuple) else value
