"""Who has not answered: units without a sheet, rows left empty, work that others spoke for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cchc.edit.plan_edit import RecordChange
from cchc.edit.sheet_answer import ReturnedSheet, SheetAnswer
from cchc.edit.sheet_plans import PlanNow, SheetPlans
from cchc.errors import UserError
from cchc.messages import Message
from cchc.views.followup import OPEN, FollowUpRow, Period, follow_up
from cchc.views.followup import RowKey as RowKey


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
