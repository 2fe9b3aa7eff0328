"""Progress kept in a table: its rows become requests; every fault is told with its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.edit.journal import Outcome, record
from cchc.edit.refusal import Field, RefusalError
from cchc.edit.request import Request, read_state
from cchc.errors import UserError
from cchc.language.names import bare
from cchc.messages import say
from cchc.model.values import PartialDate
from cchc.read.sheet import Row, Sheet, Value

_HEADERS: dict[Field, tuple[str, ...]] = {
    "plan": ("plan", "ke hoach", "ma ke hoach"),
    "task": ("task", "ma", "ma/stt", "stt", "ma nhiem vu", "so thu tu", "tt"),
    "occurrence": ("occurrence", "ky", "ky bao cao"),
    "state": ("state", "tinh trang", "trang thai"),
    "date": ("date", "ngay", "ngay hoan thanh"),
    "evidence": ("evidence", "tai lieu kiem chung", "minh chung"),
    "note": ("note", "ghi chu"),
}
_FIELD = {header: field for field, headers in _HEADERS.items() for header in headers}
_SAID: tuple[Field, ...] = ("state", "date", "evidence", "note")
_HEADER_WITHIN = 20
"""Rows in which the header is looked for, below a title and the name of the office."""

Columns = dict[Field, list[int]]


class TableFault(NamedTuple):
    """What is wrong with one cell."""

    where: str
    header: str
    error: UserError


@dataclass(frozen=True, slots=True)
class _Table:
    sheet: Sheet
    header: Row
    columns: Columns
    rows: tuple[Row, ...]

    def value(self, row: Row, field: Field) -> Value:
        """Return the first filled cell of the field's columns ("Mã" before "STT" if both)."""
        return next((row.cell(n) for n in self.columns.get(field, ()) if row.cell(n)), "")

    def fault(self, row: Row, error: UserError) -> TableFault:
        """Return `error` at the cell of its field, or at the task when that has no column."""
        field = error.field if isinstance(error, RefusalError) else "task"
        columns = self.columns.get(field) or self.columns["task"]
        column = next((n for n in columns if row.cell(n)), columns[0])
        return TableFault(self.sheet.where(row, column), str(self.header.cell(column)), error)


def record_tables(
    sheets: Sequence[Sheet], plan: str | None, cwd: Path, today: date, *, write: bool = True
) -> Outcome:
    """Record every row of `sheets`, or nothing; `plan` is meant where a row names none.

    Sheets without a header row, and rows that say nothing about progress, are left out.

    Raises:
        UserError: with every fault of every cell; or no sheet has the columns.
    """
    tables = [table for sheet in sheets if (table := _table(sheet, plan))]
    if not tables:
        raise UserError(
            say("{file} has no header row with the columns of progress", file=sheets[0].file),
            say("columns: Kế hoạch, Mã/STT, Kỳ, Tình trạng, Ngày, Tài liệu kiểm chứng, Ghi chú"),
        )
    asked: list[tuple[_Table, Row, Request]] = []
    faults: dict[tuple[int, int], list[TableFault]] = {}
    order: list[tuple[int, int]] = []
    for n, table in enumerate(tables):
        for row in table.rows:
            if not any(table.value(row, field) for field in _SAID):
                continue
            request, wrong = _request(table, row, plan)
            if wrong:
                faults[n, row.number] = wrong
            else:
                order.append((n, row.number))
                asked.append((table, row, request))
    requests = [request for _, _, request in asked]
    outcome = record(requests, cwd, today, write=write and not faults)
    for index, refusal in outcome.refusals.items():
        table, row, _ = asked[index]
        faults[order[index]] = [table.fault(row, refusal)]
    if faults:
        raise _refused([fault for place in sorted(faults) for fault in faults[place]])
    return outcome


def _table(sheet: Sheet, plan: str | None) -> _Table | None:
    for index, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns: Columns = {}
        for column, cell in enumerate(row.cells):
            field = _FIELD.get(bare(str(cell)))
            if field:
                columns.setdefault(field, []).append(column)
        if "task" in columns and "state" in columns and (plan or "plan" in columns):
            return _Table(sheet, row, columns, sheet.rows[index + 1 :])
    return None


def _request(table: _Table, row: Row, plan: str | None) -> tuple[Request, list[TableFault]]:
    """Return the request of a row, and what is wrong with its cells."""
    wrong: list[TableFault] = []
    request = Request(plan=_text(table.value(row, "plan")) or plan or "", task="")
    if not request.plan:
        wrong.append(table.fault(row, RefusalError("plan", say("the plan is missing"))))
    if not table.value(row, "task"):
        wrong.append(table.fault(row, RefusalError("task", say("the task is missing"))))
    for field, read in READERS.items():
        if value := table.value(row, field):
            try:
                request = replace(request, **{field: read(value)})  # type: ignore[arg-type]
            except RefusalError as error:
                wrong.append(table.fault(row, error))
    return request, wrong


def _text(value: Value) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def _task(value: Value) -> str:
    if isinstance(value, date):
        raise RefusalError(
            "task",
            say("Excel has made a date of this number"),
            say("format the column as Text and type the number again"),
        )
    return value


def _period(value: Value) -> str:
    # Excel makes the first day of the month of "2026-06".
    return f"{value:%Y-%m}" if isinstance(value, date) and value.day == 1 else _text(value)


def _date(value: Value) -> date:
    if isinstance(value, date):
        return value
    try:
        found = PartialDate.parse(value).full
    except ValueError:
        found = None
    if found is None:
        raise RefusalError(
            "date", say("“{text}” is not a date", text=value), say("write 2026-03-31 or 31/3/2026")
        )
    return found


READERS: Mapping[Field, Callable[[Value], object]] = {
    "task": _task, "occurrence": _period, "state": lambda value: read_state(_text(value)),
    "date": _date, "evidence": _text, "note": _text,
}  # fmt: skip
"""How the cell of each field is read; what cannot be read is a `RefusalError`."""


def _refused(faults: Iterable[TableFault]) -> UserError:
    lines = []
    for fault in faults:
        hint = f" ({fault.error.hint})" if fault.error.hint else ""
        lines.append(f"  {fault.where} [{fault.header}]: {fault.error.message}{hint}")
    return UserError(
        say(
            "nothing was recorded; errors: {count}\n{lines}",
            count=len(lines),
            lines="\n".join(lines),
        ),
        say("correct these cells and run the command again"),
    )
