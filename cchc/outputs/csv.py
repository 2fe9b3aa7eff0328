"""Rows as CSV (RFC 4180): comma, double quotes, UTF-8; no cell can become a formula."""

from __future__ import annotations

import csv as _csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from cchc.messages import visible

MARK = "\ufeff"
"""In front of a file it tells Excel that the text is UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def dumps(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the rows under their headings; dates as 2026-03-31, None as an empty cell."""
    return "".join(csv_lines(headings, rows))


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield what `dumps` returns, row by row: for tables that no memory should have to hold."""
    out = StringIO()
    writer = _csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    yield out.getvalue()
    for row in rows:
        out.seek(0)
        out.truncate()
        writer.writerow([_cell(value) for value in row])
        yield out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if value.startswith(_FORMULA) else text  # a spreadsheet would compute it
