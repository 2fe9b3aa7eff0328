"""The table of tasks as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from cchc.outputs.json import harmless
from cchc.views.export import COLUMNS, ExportRow, ExportValue

MARK = ""


def lines(rows: Iterable[ExportRow]) -> Iterator[str]:
    """Yield one JSON object a line: dates as 2026-03-31, lists as arrays, nothing as null."""
    names = [column.name for column in COLUMNS]
    for row in rows:
        record = dict(zip(names, map(_plain, row), strict=True))
        yield harmless(json.dumps(record, ensure_ascii=False)) + "\n"


def _plain(value: ExportValue) -> object:
    return value.isoformat() if isinstance(value, date) else value
