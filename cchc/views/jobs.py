"""What of a plan can be due: the rows of its tables, its reports, and its dated duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cchc.language.deadline import Deadline
from cchc.language.deadline.starts import first_day_named
from cchc.language.numbering import numbered_rows, sections
from cchc.model.finding import KeyPath
from cchc.model.plan import Area, Plan
from cchc.model.subject import Subject
from cchc.model.work import Progress, Report
from cchc.views.agenda import Agenda, AgendaGroup, AgendaUnit, Job, Recipient, Record, Timing
from cchc.views.deadlines import read_plan_deadline
from cchc.views.paper_keys import owner_of, paper_of
from cchc.views.report_periods import cadence


def agenda(plan: Plan) -> Agenda:
    """Return what of `plan` can be due."""
    return Agenda(
        plan.year, plan.kind,
        tuple(AgendaUnit(unit.id, unit.name, unit.aliases, unit.kind) for unit in plan.units),
        tuple(AgendaGroup(one.id, one.name, one.aliases, one.members) for one in plan.groups),
        tuple(jobs(plan)),
        owner_of(plan), paper_of(plan),
    )  # fmt: skip


def jobs(plan: Plan) -> Iterator[Job]:
    """Yield the dated sections of the body, then every task, in printed order."""
    for order, job in enumerate((*_of_body(plan), *_of_tables(plan))):
        yield job._replace(order=order)


@dataclass(frozen=True, slots=True)
class _AreaAbove:
    """What a section or table heading hands down to what stands under it."""

    units: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    subject: Subject | None = None


_NOTHING = _AreaAbove()


def _of_body(plan: Plan) -> Iterator[Job]:
    names = plan.unit_names
    above: dict[KeyPath, _AreaAbove] = {}
    for found in sections(plan):
        section = found.section
        outer = above.get(found.place[:-2], _NOTHING)
        here = _AreaAbove(section.units or outer.units, (), section.subject or outer.subject)
        above[found.place] = here
        if section.deadline:
            reading = read_plan_deadline(plan, section.deadline)
            yield Job(
                section.id or found.label, found.number, section.text or section.title or "",
                here.units, section.support, section.deadline, "report" if section.report else "duty", 0,
                _dates(reading), _timing(reading), subject=here.subject,
                report=_recipient(section.report, names, reading),
                records=_records(section.progress),
            )  # fmt: skip


def _of_tables(plan: Plan) -> Iterator[Job]:
    above: dict[KeyPath, _AreaAbove] = {}
    for found in numbered_rows(plan):
        row = found.row
        outer = above.get(found.place[:-2], _NOTHING)
        if isinstance(row, Area):
            above[found.place] = _AreaAbove(
                (), (*outer.areas, row.title), row.subject or outer.subject
            )
            continue
        reading = read_plan_deadline(plan, row.deadline)
        yield Job(
            row.id, found.number, row.title, row.lead, row.support, row.deadline or "", "task", 0,
            _dates(reading), _timing(reading), outer.areas, outer.subject,
            records=_records(row.progress),
            start=first_day_named(row.start or "", year=plan.year, issued=plan.issued),
            leader=row.leader or "",
            links=tuple((link.task, link.seen or "") for link in row.carries_out),
        )  # fmt: skip


def _dates(reading: Deadline | None) -> tuple[tuple[str, date], ...]:
    return tuple((one.key, one.due) for one in reading.occurrences) if reading else ()


def _records(progress: tuple[Progress, ...]) -> tuple[Record, ...]:
    return tuple(
        Record(one.state, one.date, one.evidence, one.note, one.occurrence) for one in progress
    )


def _timing(reading: Deadline | None) -> Timing:
    if reading is None:
        return "conditional"
    dates = len(reading.occurrences)
    if reading.kind == "recurring" or dates > 1 or (reading.kind == "reporting" and dates):
        return "recurring"
    if dates:
        return "one-off"
    return "continuous" if reading.continuous else "conditional"


def _recipient(
    report: Report | None, names: Mapping[str, str], reading: Deadline | None
) -> Recipient | None:
    if report is None:
        return None
    via = names.get(report.via, report.via) if report.via else ""
    keys = [one.key for one in reading.occurrences] if reading else []
    return Recipient(report.to or "", via, cadence(keys))
