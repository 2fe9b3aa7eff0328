"""The table of tasks as text, row by row: CSV, and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from cchc.outputs import csv
from cchc.outputs.json import harmless
from cchc.views.export import COLUMNS, Row, Value

SEPARATOR = "; "
"""Between the values of one cell, where a format has no lists."""


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the table as CSV; no cell can become a formula."""
    names = [column.name for column in COLUMNS]
    return csv.lines(names, ([flat(value) for value in row] for row in rows))


def json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield one JSON object a line: dates as 2026-03-31, lists as arrays, nothing as null."""
    names = [column.name for column in COLUMNS]
    for row in rows:
        record = dict(zip(names, map(_plain, row), strict=True))
        yield harmless(json.dumps(record, ensure_ascii=False)) + "\n"


def flat(value: Value) -> str | int | date | None:
    """Return a value as one cell of a table without lists."""
    return SEPARATOR.join(value) if isinstance(value, tuple) else value


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, date) else value
