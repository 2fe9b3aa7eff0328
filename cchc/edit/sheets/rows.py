"""A follow-up sheet that came back, cell by cell: what it says, and which cells cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from cchc.edit.progress.cell_values import READERS, cell_text, number_in_cell
from cchc.edit.progress.request import check_evidence
from cchc.edit.progress.request_error import RefusalError, RequestField
from cchc.edit.sheets.answer import (
    HEADINGS,
    REQUIRED,
    ReturnedSheet,
    SheetAnswer,
    SheetFault,
    choose_a_state,
)
from cchc.errors import UserError, did_you_mean
from cchc.language.names import bare, nearest
from cchc.messages import Message, say
from cchc.read.tables.spreadsheet import CellContent, SheetRow, letters
from cchc.read.tables.workbook import SheetPage, Workbook
from cchc.views.followup import Period
from cchc.views.followup_form import (
    COLUMNS,
    FILLED,
    FORMAT,
    HIDDEN,
    STATES,
    ColumnKey,
    SheetFacts,
    one_line_of,
    seal,
)

_BY_HEADING = {bare(column.heading): column.key for column in COLUMNS}
_HEADER_WITHIN = 20
_HEADER_MATCHES = 8
_OWN: frozenset[ColumnKey] = frozenset({"task", "state", "seal"})
"""Columns that only the sheet to be filled in has."""
_SHORT_DATE = re.compile(r"(\d{1,2})[.\-](\d{1,2})[.\-](\d{4})")


def read_returned(book: Workbook) -> ReturnedSheet:
    """Return what a filled-in sheet says; what cannot be read is in its `faults`.

    Raises:
        UserError: it is no follow-up sheet, or one of another version of the form.
    """
    found = _about(book)
    pages = [page for page in book.pages if page.sheet.name != HIDDEN]
    headers = [(page, header) for page in pages if (header := _header(page))]
    if not headers:
        raise _foreign(book)
    for page, header in headers:
        _AnswerReader(book, page, found).read(header)
    return found


def _about(book: Workbook) -> ReturnedSheet:
    page = next((page for page in book.pages if page.sheet.name == HIDDEN), None)
    if page is None:
        raise _foreign(book)
    facts = {cell_text(row.cell(0)): cell_text(row.cell(1)) for row in page.sheet.rows}
    if not facts.get("plan") or not facts.get("unit"):
        raise _foreign(book)
    if facts.get("format") != FORMAT:
        raise UserError(
            say("{path} was made by another version of cchc", path=book.path.as_posix()),
            say("make new sheets with “cchc sheet out”"),
        )
    first, last = (_iso(facts.get(key, "")) for key in ("first", "last"))
    return ReturnedSheet(book.path.as_posix(), facts["plan"], facts["unit"], Period(first, last))


def _foreign(book: Workbook) -> UserError:
    return UserError(
        say("{path} is not a sheet made by “cchc sheet out”", path=book.path.as_posix()),
        say("fill in the file that was sent; other tables go in with “cchc progress --from-xlsx”"),
    )


def _header(page: SheetPage) -> SheetRow | None:
    for row in page.sheet.rows[:_HEADER_WITHIN]:
        keys = {_BY_HEADING.get(bare(cell_text(cell))) for cell in row.cells} - {None}
        if len(keys) >= _HEADER_MATCHES and keys & _OWN:
            return row
    return None


class _AnswerReader:
    """Reads the rows of one sheet into what its file says."""

    def __init__(self, book: Workbook, page: SheetPage, into: ReturnedSheet) -> None:
        self._book, self._page, self._into = book, page, into
        self._name = page.sheet.name
        self._columns: dict[ColumnKey, int] = {}

    def read(self, header: SheetRow) -> None:
        """Read every row below `header`; nothing is read when a column is missing or twice."""
        faults = list(self._find_columns(header))
        self._into.faults += faults
        if faults:
            return
        for area in self._page.merged:
            if area.last_row > header.number and any(
                area.first_column <= self._columns[key] <= area.last_column for key in FILLED
            ):
                self._wrong(
                    area.name, "",
                    say("cells are merged, so that it is not clear which row is meant"),
                    say("unmerge them and fill in each row"),
                )  # fmt: skip
        for row in self._page.sheet.rows:
            if row.number > header.number:
                self._row(row)

    def _find_columns(self, header: SheetRow) -> Iterator[SheetFault]:
        for n, cell in enumerate(header.cells):
            key = _BY_HEADING.get(bare(cell_text(cell)))
            if key in self._columns:
                yield self._fault(
                    f"{letters(n)}{header.number}", HEADINGS[key],
                    say("the column “{name}” stands here a second time", name=HEADINGS[key]),
                    say("delete the column that was added"),
                )  # fmt: skip
            elif key:
                self._columns[key] = n
        for key in REQUIRED:
            if key not in self._columns:
                yield self._fault(
                    f"{letters(0)}{header.number}", HEADINGS[key],
                    say("the column “{name}” is missing", name=HEADINGS[key]),
                    say("do not delete or rename columns; fill in the file that was sent"),
                )  # fmt: skip

    def _row(self, row: SheetRow) -> None:
        cells = {key: f"{letters(n)}{row.number}" for key, n in self._columns.items()}
        values = {key: row.cell(n) for key, n in self._columns.items()}
        known = set(self._columns.values())
        filled = [key for key in FILLED if values[key] != ""]
        stray = [n for n, cell in enumerate(row.cells) if cell != "" and n not in known]
        if values["task"] == "" or values["plan"] == "":
            for key in filled[:1]:
                self._wrong(
                    cells[key], HEADINGS[key], say("this row belongs to no task of the plan"),
                    say("rows cannot be added here; clear it, or fill in the file that was sent"),
                )  # fmt: skip
            if not filled:
                stray = [n for n, cell in enumerate(row.cells) if cell != ""]
        else:
            self._answer(row, cells, values, filled)
        self._into.stray += [
            f"{self._into.file}: {self._name}!{letters(n)}{row.number}" for n in stray
        ]

    def _answer(
        self,
        row: SheetRow,
        cells: dict[ColumnKey, str],
        values: dict[ColumnKey, CellContent],
        filled: list[ColumnKey],
    ) -> None:
        said: dict[RequestField, Any] = {}
        for key in filled:
            try:
                said[cast("RequestField", key)] = self._value(row, key, values[key])
            except RefusalError as error:
                self._wrong(cells[key], HEADINGS[key], error.message, error.hint)
        plan, task = cell_text(values["plan"]), cell_text(values["task"])
        occurrence = cast("str", READERS["occurrence"](values["occurrence"]))
        due = values["due"]
        if isinstance(due, str):
            due = self._book.day(due) or due
        facts = SheetFacts(
            one_line_of(cell_text(values["title"])), one_line_of(cell_text(values["result"])),
            one_line_of(cell_text(values["deadline"])), cell_text(due), one_line_of(cell_text(values["recorded"])),
        )  # fmt: skip
        sealed = cell_text(values["seal"]) == seal(plan, task, occurrence, facts)
        answer = SheetAnswer(
            self._into.file, self._name, self._into.unit, cells, plan, task, occurrence,
            cell_text(values["number"]), facts, sealed, said, bool(filled), frozenset(filled) - said.keys(),
        )  # fmt: skip
        self._into.answers.append(answer)

    def _value(self, row: SheetRow, key: ColumnKey, value: CellContent) -> Any:
        name = cast("RequestField", key)
        odd = self._page.odd.get((row.number, self._columns[key]))
        if odd == "formula" or (isinstance(value, str) and value.startswith("=")):
            raise RefusalError(
                name,
                say("a formula stands here"),
                say("type the value itself, or paste it as value"),
            )
        if odd == "error":
            raise RefusalError(
                name, say("this cell shows an error: {text}", text=value), say("type it again")
            )
        if key == "state":
            return _state(value)
        if key == "evidence":
            number_in_cell(name, value)
        if key == "date" and isinstance(value, str):
            value = self._book.day(value) or _SHORT_DATE.sub(r"\1/\2/\3", value)
        read = READERS[name](value)
        if key == "evidence":
            check_evidence(one_line_of(cast("str", read)))
        return read

    def _wrong(self, cell: str, column: str, message: Message, hint: Message | None) -> None:
        self._into.faults.append(self._fault(cell, column, message, hint))

    def _fault(self, cell: str, column: str, message: Message, hint: Message | None) -> SheetFault:
        return SheetFault(message, hint, self._into.file, self._name, cell, column)


def _state(value: CellContent) -> object:
    """Return the state that a cell means; what it could have meant is offered from the list."""
    try:
        return READERS["state"](value)
    except RefusalError as error:
        near = next(iter(nearest(cell_text(value), STATES.values(), limit=1)), None)
        raise RefusalError("state", error.message, did_you_mean(near, choose_a_state())) from None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
