"""Plans above as a table that `cchc export` has written holds them: csv, xlsx or jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cchc.errors import UserError
from cchc.messages import say
from cchc.model.above import SEPARATOR, PlanAbove, TaskAbove, seen_keys

TABLES = (".csv", ".xlsx", ".jsonl")
_COLUMNS = ("plan", "year", "commune_level", "commune", "province", "task", "number", "title")
"""What a table must have to be one of `cchc export`."""
_FORMULA = ("'=", "'+", "'-", "'@")


def plans_of_table(path: Path) -> list[PlanAbove]:
    """Return the plans above that a table holds, with the values that it has of them.

    Raises:
        UserError: the table cannot be read, or is no export.
    """
    plans: dict[str, list[Mapping[str, Any]]] = {}
    for row in _rows(path):
        plans.setdefault(str(row["plan"]), []).append(row)
    return [_of_rows(name, rows) for name, rows in plans.items()]


def _of_rows(name: str, rows: list[Mapping[str, Any]]) -> PlanAbove:
    first = rows[0]
    commune = " ".join(filter(None, (_text(first, "commune_level"), _text(first, "commune"))))
    return PlanAbove(
        name, int(str(first["year"])), commune, _text(first, "province"),
        _text(first, "plan_number"), tuple(map(_of_row, rows)),
    )  # fmt: skip


def _of_row(row: Mapping[str, Any]) -> TaskAbove:
    values = {key: _text(row, key) for key in seen_keys()}
    due = _text(row, "due_last")
    asked = SEPARATOR.join(filter(None, (_text(row, "lead"), _text(row, "support"))))
    return TaskAbove(
        _text(row, "task"), _text(row, "number"), {key: text for key, text in values.items() if text},
        date.fromisoformat(due) if due else None,
        tuple(asked.split(SEPARATOR)) if asked else (),
    )  # fmt: skip


def _text(row: Mapping[str, Any], key: str) -> str:
    value = row.get(key)
    if isinstance(value, list):
        return SEPARATOR.join(map(str, value))
    text = "" if value is None else str(value)
    return text[1:] if text.startswith(_FORMULA) else text


def _rows(path: Path) -> Iterable[Mapping[str, Any]]:
    if path.suffix.casefold() == ".jsonl":
        found = _lines(path)
    else:
        from cchc.read.tables.spreadsheet import read_csv
        from cchc.read.tables.workbook import read_xlsx

        sheet = (read_csv if path.suffix.casefold() == ".csv" else read_xlsx)(path)[0]
        head = [str(name) for name in sheet.rows[0].cells] if sheet.rows else []
        found = [{name: row.cell(n) for n, name in enumerate(head)} for row in sheet.rows[1:]]
    wrong = not found or any(key not in found[0] for key in _COLUMNS)
    try:
        wrong = wrong or not all(int(str(row["year"])) for row in found)
    except ValueError:
        wrong = True
    if wrong:
        raise UserError(
            say("{path} is no table of “cchc export”", path=path),
            say("have it made with “cchc export PLAN -o FILE”, and leave its headings as they are"),
        )
    return found


def _lines(path: Path) -> list[Mapping[str, Any]]:
    from cchc.model.finding import Finding
    from cchc.read.files import read_text

    text = read_text(path)
    if isinstance(text, Finding):
        raise UserError(say("{path} cannot be read: {reason}", path=path, reason=text.message))
    try:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        rows = []
    return [row for row in rows if isinstance(row, dict)]
