"""Every task, report and dated duty of a plan with its due dates and its state on one day.

The states are those of the `due` contract; a task is done only when its record says so, and a
record dated after the day that is asked about was not there yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cchc.language.deadline import Deadline, DeadlineError, Occurrence, read_deadline
from cchc.model.plan import Kind, Plan, Progress, Report, Subject
from cchc.views.membership import expanded
from cchc.views.periods import Cadence, cadence, figures_close
from cchc.views.works import Source, Work, works

State = Literal["overdue", "due", "upcoming", "done", "done-late", "continuous", "conditional"]

SOON = 7
"""Days before the due date from which something counts as "due" and not only "upcoming"."""


@dataclass(frozen=True, slots=True)
class Item:
    """One occurrence of one task, report or duty."""

    plan: str
    task: str
    """The permanent id; for a section without one, its printed number."""
    number: str
    title: str
    lead: tuple[str, ...]
    """Names as printed."""
    support: tuple[str, ...]
    lead_ids: tuple[str, ...]
    support_ids: tuple[str, ...]
    units: tuple[str, ...]
    """Names of the units that lead, collective names expanded; a name without members stays."""
    deadline: str
    due: date | None
    state: State
    days: int | None
    """Days until due, negative when late; None without a date."""
    source: Source
    kind: Kind
    areas: tuple[str, ...] = ()
    """The headings of the table above it, outermost first."""
    subject: Subject | None = None
    record: Progress | None = None
    """What is recorded for this occurrence."""
    report: ReportFacts | None = None
    occurrence: str = ""
    """Which one of a recurring task: `2026-Q2`; empty when there is only one."""
    order: int = 0
    """Place in the plan, to keep equal dates in printed order."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What belongs to a report and to nothing else."""

    to: str
    via: str
    """The name of the unit that collects it before; empty when it goes straight."""
    cadence: Cadence | None
    figures_close: date | None
    """The last day whose figures the report counts; None when its period is unknown."""


def read_plan_deadline(plan: Plan, phrase: str | None) -> Deadline | None:
    """Return what a deadline of `plan` means, or None when it cannot be understood."""
    issued = plan.document.date.full if plan.document.date else None
    try:
        return read_deadline(phrase, year=plan.year, issued=issued, before=plan.before)
    except DeadlineError:
        return None


def occurrences(plan_id: str, plan: Plan, today: date) -> Iterator[Item]:
    """Yield the items of `plan` as they stand on `today`, in printed order."""
    names = {unit.id: unit.name for unit in plan.declared}
    leaders: dict[tuple[str, ...], tuple[str, ...]] = {}
    for order, work in enumerate(works(plan)):
        if work.lead not in leaders:
            leaders[work.lead] = _leaders(plan, names, work.lead)
        reading = read_plan_deadline(plan, work.deadline)
        dated: tuple[Occurrence | None, ...] = reading.occurrences if reading else ()
        endless = bool(reading and (reading.continuous or reading.kind == "recurring"))
        for one in dated or (None,):
            due = one.due if one else None
            record = _record(work, one, alone=len(dated) < 2, today=today)
            yield Item(
                plan_id, work.id, work.number, work.title,
                tuple(names.get(ref, ref) for ref in work.lead),
                tuple(names.get(ref, ref) for ref in work.support),
                work.lead, work.support, leaders[work.lead], work.deadline, due,
                _state(record, due, today, endless=endless),
                (due - today).days if due else None,
                work.source, plan.kind, work.areas, work.subject, record,
                _facts(work.report, names, reading, one),
                one.key if one and len(dated) > 1 else "", order,
            )  # fmt: skip


def _leaders(plan: Plan, names: dict[str, str], lead: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom `lead` means in the end: units, and names that stand for no declared unit."""
    found: dict[str, None] = {}
    for ref in lead:
        members = expanded(plan, [ref])
        for unit in plan.units:
            if unit.id in members:
                found[unit.name] = None
        if not members:
            found[names.get(ref, ref)] = None
    return tuple(found)


def _facts(
    report: Report | None, names: dict[str, str], reading: Deadline | None, one: Occurrence | None
) -> ReportFacts | None:
    if report is None:
        return None
    via = names.get(report.via, report.via) if report.via else ""
    keys = [each.key for each in reading.occurrences] if reading else []
    return ReportFacts(report.to, via, cadence(keys), figures_close(one.key) if one else None)


def _record(
    work: Work, occurrence: Occurrence | None, *, alone: bool, today: date
) -> Progress | None:
    """Return the last record for `occurrence` that was there on `today`.

    The only occurrence of a task may be recorded with or without its key.
    """
    key = occurrence.key if occurrence else ""
    wanted = {key, ""} if alone else {key}
    found = None
    for one in work.progress:
        if (one.occurrence or "") in wanted and not (one.date and _first_day(one) > today):
            found = one
    return found


def _first_day(record: Progress) -> date:
    """Return the record's day, or the first of its month while the day is blank."""
    found = record.date
    return date(found.year, found.month, found.day or 1) if found else date.min


def _state(record: Progress | None, due: date | None, today: date, *, endless: bool) -> State:
    if record and record.state == "done":
        return "done-late" if due and _first_day(record) > due else "done"
    if due is None:
        return "continuous" if endless else "conditional"
    if due < today:
        return "overdue"
    return "due" if (due - today).days <= SOON else "upcoming"
