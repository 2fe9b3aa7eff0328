"""Progress kept in a table: its rows become requests; every fault is told with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.edit.progress.cell_values import cell_text
from cchc.edit.progress.columns import (
    NAMES,
    ProgressTable,
    TableFault,
    find_table,
    nearest_header,
)
from cchc.edit.progress.journal import Outcome, record
from cchc.edit.progress.request import Request
from cchc.edit.progress.row import RowReader
from cchc.errors import UserError
from cchc.messages import Listed, Words, say
from cchc.model.plan import Plan
from cchc.read.configuration import COLUMNS
from cchc.read.tables.spreadsheet import Sheet, SheetRow
from cchc.read.workspace import one_plan


class RecordedTable(NamedTuple):
    """What became of the rows of a table."""

    outcome: Outcome
    tables: Sequence[ProgressTable]
    """The tables that were read, one for each sheet that has one."""
    faults: Sequence[TableFault]
    """What is not sure or cannot be; these rows are not recorded."""


def record_tables(
    sheets: Sequence[Sheet], plan: str | None, cwd: Path, today: date, *, write: bool = True,
    partly: bool = False, named: Mapping[str, str] | None = None,
) -> RecordedTable:  # fmt: skip
    """Record every row of `sheets`; `plan` is meant where a row names none.

    Sheets without a header row, and rows that say nothing about progress, are left out. With
    `partly` the rows without a fault are recorded, else all or none. `named`: headings with what
    they mean, from `cchc.toml`.

    Raises:
        UserError: no sheet has the columns; or, without `partly`, with every fault of every cell.
    """
    headings = named or {}
    tables = [
        table for sheet in sheets if (table := find_table(sheet, headings, with_plan=not plan))
    ]
    if not tables:
        raise _no_header(sheets, headings, plan)
    plans = _plans(tables, plan, cwd)
    asked: list[tuple[int, SheetRow, Request]] = []
    faults: dict[tuple[int, int], list[TableFault]] = {}
    for n, table in enumerate(tables):
        reader = RowReader(table, plan or "", plans)
        for row in filter(table.says_something, table.rows):
            request, wrong = reader.read(row)
            if wrong:
                faults[n, row.number] = wrong
            elif request:
                asked.append((n, row, request))
    requests = [request for _, _, request in asked]
    outcome = record(requests, cwd, today, write=write and (partly or not faults), partly=partly)
    for index, refusal in outcome.refusals.items():
        n, row, _ = asked[index]
        faults[n, row.number] = [tables[n].fault(row, refusal)]
    found = [fault for place in sorted(faults) for fault in faults[place]]
    if found and not partly:
        raise _refused(found)
    return RecordedTable(outcome, tables, found)


def _plans(tables: Iterable[ProgressTable], plan: str | None, cwd: Path) -> dict[str, Plan]:
    """Return the plans that the rows name; what cannot be read is told when it is recorded."""
    names = {plan or ""} | {table.text(row, "plan") for table in tables for row in table.rows}
    found: dict[str, Plan] = {}
    for name in sorted(names - {""}):
        try:
            _, found[name] = one_plan(name, cwd)
        except UserError:
            continue
    return found


def _no_header(
    sheets: Sequence[Sheet], named: Mapping[str, str], plan: str | None
) -> UserError:  # fmt: skip
    row, held = nearest_header(sheets, named)
    missing = [NAMES[key] for key in COLUMNS if key in ("task", "state") and key not in held]
    if "plan" not in held and not plan:
        missing.insert(0, NAMES["plan"])
    seen = ", ".join(f"“{cell_text(cell)}”" for cell in row.cells if cell)
    return UserError(
        say(
            "{file} has no header row with the columns of progress; seen: {seen}; missing: {missing}",
            file=sheets[0].file, seen=seen or "-", missing=Listed(missing or "-"),
        )
        if held
        else say("{file} has no header row with the columns of progress", file=sheets[0].file),
        say(
            "columns: Kế hoạch, Mã/STT, Kỳ, Tình trạng, Ngày, Tài liệu kiểm chứng, Ghi chú; the plan can "
            "be named before the option instead, other headings in cchc.toml ([progress.columns])"
        ),
    )  # fmt: skip


def _refused(faults: Iterable[TableFault]) -> UserError:
    lines = Listed(map(line, faults), "\n  ")
    return UserError(
        say(
            "nothing was recorded; errors: {count}\n  {lines}",
            count=len(lines),
            lines=lines,
        ),
        say("correct these cells and run the command again"),
    )


def line(fault: TableFault) -> Words:
    """Return a fault on one line: its cell, the heading, what is wrong and what to do."""
    hint = (" (", fault.error.hint, ")") if fault.error.hint else ()
    return Listed((f"{fault.where} [{fault.header}]: ", fault.error.message, *hint), "")
