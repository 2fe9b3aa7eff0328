"""Taking filled-in follow-up sheets into the plans: every cell is checked, rows without faults recorded.

And who has not answered: units without a sheet, rows left empty, work that others spoke for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from cchc.edit.progress.journal import Outcome, Rewrite, record
from cchc.edit.progress.plan_edit import RecordChange
from cchc.edit.progress.request_error import RefusalError
from cchc.edit.sheets.answer import (
    Merged,
    ReturnedSheet,
    SheetAnswer,
    SheetFault,
    choose_a_state,
    merged_answers,
)
from cchc.edit.sheets.plans import PlanNow, SheetPlans, outdated, recorded_since
from cchc.edit.sheets.rows import read_returned
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.model.work import Progress
from cchc.read.tables.workbook import read_workbook
from cchc.views.followup import OPEN, FollowUpRow, Period, RowKey, follow_up
from cchc.views.followup_form import ColumnKey, recorded_words

_CELL = re.compile(r"([A-Z]*)(\d*)")


@dataclass(slots=True)
class Intake:
    """What became of a batch of sheets. Of a row with a fault nothing was written."""

    sheets: int
    faults: list[SheetFault] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    """Places of cells that nobody reads."""
    answers: int = 0
    """Rows that were filled in."""
    changes: list[RecordChange] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)
    silent: list[Silent] = field(default_factory=list)
    shared: list[Shared] = field(default_factory=list)


def take_in(
    files: Sequence[Path], cwd: Path, today: date, *, write: bool = True, accept: bool = False,
    all_or_nothing: bool = False,
) -> Intake:  # fmt: skip
    """Record what the sheets `files` say in the plans of the workspace around `cwd`.

    `accept` takes answers also where the plan, or what it records, has changed since the sheet was
    made. Without `write` only the outcome is worked out. A fault keeps its own row from being
    recorded, with `all_or_nothing` every row.

    Raises:
        UserError: a plan cannot be written, or another writer holds it for too long.
    """
    plans = SheetPlans(cwd, today)
    intake = Intake(len(files))
    sheets = list(_read(files, intake))
    asked = _asked(sheets, plans, intake, accept=accept)
    merged = [merged_answers(answers, now.path.as_posix(), now.plan) for now, answers in asked]
    intake.faults += [fault for one in merged for fault in one.faults]

    faulty = {(one.file, one.sheet, _row_of(one.cell)) for one in intake.faults}

    def judge(index: int, change: RecordChange) -> None:
        if any(_place(one) in faulty for one in merged[index].answers):
            raise _FaultyRowError("task", say("a cell of this row has a fault"), None)
        if not accept:
            _judge(merged[index], asked[index][0], change)

    requests = [one.request for one in merged]
    outcome = record(
        requests, cwd, today, judge=judge, partly=not all_or_nothing,
        write=write and not (all_or_nothing and intake.faults),
    )  # fmt: skip
    intake.faults += _refusals(outcome, merged)
    intake.faults.sort(key=lambda fault: _rank(fault, files))
    if not (all_or_nothing and intake.faults):
        intake.changes = [one for one in outcome.changes if one.before != one.after]
        intake.rewrites = outcome.rewrites
        accepted = [one for n, one in enumerate(asked) if n not in outcome.refusals]
        for change, (now, answers) in zip(outcome.changes, accepted, strict=True):
            if found := shared_work(change, answers, now):
                intake.shared.append(found)
    intake.silent = silent_units(sheets, plans, today)
    return intake


class _FaultyRowError(RefusalError):
    """The row has a fault that is told already."""


def _place(answer: SheetAnswer) -> tuple[str, str, str]:
    return answer.file, answer.sheet, _row_of(answer.cells["state"])


def _row_of(cell: str) -> str:
    """Return the number of the row of a cell, of the first one of an area."""
    found = _CELL.match(cell)
    return found[2] if found else ""


def _read(files: Iterable[Path], intake: Intake) -> Iterable[ReturnedSheet]:
    for path in files:
        try:
            sheet = read_returned(read_workbook(path))
        except UserError as error:
            intake.faults.append(SheetFault(error.message, error.hint, path.as_posix()))
        else:
            intake.faults += sheet.faults
            intake.stray += sheet.stray
            intake.answers += sum(answer.filled for answer in sheet.answers)
            yield sheet


def _asked(
    sheets: Iterable[ReturnedSheet], plans: SheetPlans, intake: Intake, *, accept: bool
) -> list[tuple[PlanNow, list[SheetAnswer]]]:
    """Return the answers to each row of the plans that is still there; the rest are faults."""
    found: dict[tuple[str, RowKey], tuple[PlanNow, list[SheetAnswer]]] = {}
    told: set[tuple[str, str]] = set()
    for sheet in sheets:
        for answer in sheet.answers:
            if not answer.filled:
                continue
            try:
                now = plans.get(answer.plan)
            except UserError as error:
                if (sheet.file, answer.plan) not in told:  # once for a file, not for every row
                    told.add((sheet.file, answer.plan))
                    intake.faults.append(answer.fault("plan", error.message, error.hint))
                continue
            intake.faults += outdated(answer, now, accept=accept)
            key = (answer.task, answer.occurrence)
            if key in now.rows:
                found.setdefault((answer.plan, key), (now, []))[1].append(answer)
    return list(found.values())


def _judge(one: Merged, now: PlanNow, change: RecordChange) -> None:
    """Refuse to write over what was recorded after the sheet had been made.

    Raises:
        RefusalError: something of that record would be lost.
    """
    first = one.answers[0]
    row = now.rows[first.task, first.occurrence]
    if change.before is None or change.after is None or not _loses(change.before, change.after):
        return
    if any(recorded_since(answer.facts, row) for answer in one.answers):
        raise RefusalError(
            "state",
            say("recorded since this sheet was made: {text}", text=recorded_words(change.before)),
            say("if the sheet is right, add --accept-changed; else clear this row"),
        )


def _loses(before: Progress, after: Progress) -> bool:
    if before.state == "done" and (after.state, after.date) != (before.state, before.date):
        return True
    pairs = ((before.evidence, after.evidence), (before.note, after.note))
    return any(old and old not in (new or "") for old, new in pairs)


def _refusals(outcome: Outcome, merged: Sequence[Merged]) -> Iterator[SheetFault]:
    """Yield what cannot be recorded, at the cell that is at fault."""
    for index, error in outcome.refusals.items():
        if isinstance(error, _FaultyRowError):
            continue
        one = merged[index]
        key = cast("ColumnKey", error.field) if isinstance(error, RefusalError) else "task"
        if one.is_told(key):
            continue
        hint = error.hint
        if key == "state" and one.request.state is None:
            hint = choose_a_state()
        yield one.holder(key).fault(key, error.message, hint)


def _rank(fault: SheetFault, files: Sequence[Path]) -> tuple[int, str, int, int, str]:
    """Return the order in which people look: file, sheet, row, column."""
    names = [path.as_posix() for path in files]
    found = _CELL.match(fault.cell)
    column, row = found.groups() if found else ("", "")
    return names.index(fault.file), fault.sheet, int(row or 0), len(column), column


@dataclass(frozen=True, slots=True)
class Silent:
    """A unit that still owes answers."""

    plan: str
    unit: str
    name: str
    has_sheet: bool
    """Whether a sheet of it came back in this run."""
    rows: tuple[FollowUpRow, ...]
    """The open rows that neither it nor another unit has answered."""


class Shared(NamedTuple):
    """Work of several units that is recorded as done although not all of them have answered."""

    plan: str
    number: str
    period: str
    name: Message | str
    """The number in a sentence."""
    missing: tuple[str, ...]
    """Names of the units that lead it too and have said nothing in this run."""


def shared_work(
    change: RecordChange, answers: Sequence[SheetAnswer], now: PlanNow
) -> Shared | None:
    """Return whom a record made of `answers` speaks for without having asked; None: nobody."""
    if change.before == change.after or change.after is None or change.after.state != "done":
        return None
    names = {unit.id: unit.name for unit in now.plan.units}
    answered = {names.get(answer.unit) for answer in answers}
    row = now.rows[answers[0].task, answers[0].occurrence]
    missing = tuple(name for name in row.item.units if name not in answered)
    return (
        Shared(change.plan, change.number, change.period, change.name, missing) if missing else None
    )


def silent_units(sheets: Sequence[ReturnedSheet], plans: SheetPlans, today: date) -> list[Silent]:
    """Return, for each plan of the sheets, the units that owe answers, in declared order.

    Units without a sheet owe what is open in the period of the sheets that came back.
    """
    found: list[Silent] = []
    for plan in dict.fromkeys(sheet.plan for sheet in sheets):
        mine = [sheet for sheet in sheets if sheet.plan == plan]
        try:
            now = plans.get(plan)
        except UserError:
            continue  # told where its sheets name it
        found += _of_plan(plan, now, mine, today)
    return found


def _of_plan(
    plan: str, now: PlanNow, sheets: Sequence[ReturnedSheet], today: date
) -> Iterable[Silent]:
    answered: set[RowKey] = set()
    asked: dict[str, list[RowKey]] = {}
    for sheet in sheets:
        for answer in sheet.answers:
            key = (answer.task, answer.occurrence)
            asked.setdefault(sheet.unit, []).append(key)
            if answer.filled:
                answered.add(key)
    period = _union([sheet.period for sheet in sheets])
    owed = {one.unit: one.rows for one in follow_up(plan, now.plan, today, period)}
    came = {sheet.unit for sheet in sheets}
    for unit in now.plan.units:
        if unit.id in came:
            keys = dict.fromkeys(asked.get(unit.id, []))
            rows = [now.rows[key] for key in keys if key in now.rows]
            rows = [row for row in rows if row.item.state in OPEN]
        else:
            rows = list(owed.get(unit.id, ()))
        rows = [row for row in rows if row.key not in answered]
        if rows:
            yield Silent(plan, unit.id, unit.name, unit.id in came, tuple(rows))


def _union(periods: Sequence[Period]) -> Period:
    firsts = [period.first for period in periods]
    lasts = [period.last for period in periods]
    return Period(
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )
