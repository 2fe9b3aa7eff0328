"""The cells of a table of progress as values: what cannot be read is a `RefusalError`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cchc.edit.progress.request import read_state
from cchc.edit.progress.request_error import RefusalError, RequestField
from cchc.messages import say
from cchc.model.dates import PartialDate, why_no_date
from cchc.read.tables.spreadsheet import CellContent


def cell_text(value: CellContent) -> str:
    """Return a cell as text: a date as 31/03/2026."""
    return value if isinstance(value, str) else f"{value:%d/%m/%Y}"


def number_in_cell(field: RequestField, value: CellContent) -> str:
    """Return a number or symbol: of a task, of a paper.

    Raises:
        RefusalError: Excel has made a date of it.
    """
    if isinstance(value, date):
        raise RefusalError(
            field,
            say("Excel has made a date of this number"),
            say("format the column as Text and type the number again"),
        )
    return value


def period_of_cell(value: CellContent) -> str:
    """Return the words for a period."""
    # Excel makes the first day of the month of "2026-06".
    return f"{value:%Y-%m}" if isinstance(value, date) and value.day == 1 else cell_text(value)


def date_of(value: CellContent) -> date:
    """Return a day.

    Raises:
        RefusalError: it is no full date.
    """
    if isinstance(value, date):
        return value
    try:
        found = PartialDate.parse(value).full
    except ValueError:
        found = None
    if found is None:
        raise RefusalError("date", *why_no_date(value))
    return found


READERS: Mapping[RequestField, Callable[[CellContent], object]] = {
    "task": lambda value: number_in_cell("task", value),
    "occurrence": period_of_cell, "state": lambda value: read_state(cell_text(value)),
    "date": date_of, "evidence": cell_text, "note": cell_text,
}  # fmt: skip
"""How the cell of each field is read."""
