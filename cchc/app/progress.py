"""Recording in plan files what is done: one record, or all rows of a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cchc.edit.progress.bulk import RecordedTable, record_tables
from cchc.edit.progress.journal import Outcome, record
from cchc.edit.progress.request import Request
from cchc.read.configuration import read_configuration
from cchc.read.folders import find_root
from cchc.read.tables.spreadsheet import read_csv
from cchc.read.tables.workbook import read_xlsx


def record_one(request: Request, cwd: Path, today: date, *, write: bool = True) -> Outcome:
    """Record one thing; `write` False only works out what would change.

    Raises:
        UserError: it cannot be recorded; nothing was written.
    """
    outcome = record([request], cwd, today, write=write)
    for refusal in outcome.refusals.values():
        raise refusal
    return outcome


def record_table(
    from_csv: Path | None, from_xlsx: Path | None, plan: str | None, cwd: Path, today: date, *,
    write: bool = True, partly: bool = True,
) -> RecordedTable:  # fmt: skip
    """Record the rows of a CSV file, or of an Excel file; `plan` is that of rows that name none.

    `partly`: rows that are sure are recorded also when others are not; else all or none.

    Raises:
        UserError: the file cannot be read or has no such table; or, without `partly`, a row cannot
            be recorded. Nothing was written.
    """
    sheets = read_csv(from_csv) if from_csv else read_xlsx(from_xlsx or Path())
    named = read_configuration(find_root(cwd)).progress_columns
    return record_tables(sheets, plan, cwd, today, write=write, partly=partly, named=named)
