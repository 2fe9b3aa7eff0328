"""Every task, report and dated duty of a plan with its due dates and its state on one day.

The states are those of the `due` contract; a task is done only when its record says so, and a
record dated after the day that is asked about was not there yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cchc.language.labels import label_words
from cchc.messages import Message
from cchc.views.agenda import (
    Agenda,
    Job,
    JobSource,
    Recipient,
    Record,
    Timing,
    first_day,
)
from cchc.views.membership import expanded
from cchc.views.report_periods import Cadence, figures_close

if TYPE_CHECKING:
    from cchc.model.plan import Kind, Plan
    from cchc.model.subject import Subject

State = Literal[
    "overdue", "due", "upcoming", "done", "done-late", "recurring", "continuous", "conditional"
]
"""recurring: a rhythm without last days ("mỗi tháng ít nhất 02 tin"); it is never due."""

SOON = 7
"""Days before the due date from which something counts as "due" and not only "upcoming"."""


_WORST_FIRST: tuple[State, ...] = (
    "overdue", "due", "upcoming", "conditional", "recurring", "continuous", "done-late", "done",
)  # fmt: skip


class ReportFacts(NamedTuple):
    """What belongs to a report and to nothing else."""

    to: str
    via: str
    """The name of the unit that collects it before; empty when it goes straight."""
    cadence: Cadence | None
    figures_close: date | None
    """The last day whose figures the report counts; None when its period is unknown."""


class Item(NamedTuple):
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
    source: JobSource
    kind: Kind
    areas: tuple[str, ...] = ()
    """The headings of the table above it, outermost first."""
    subject: Subject | None = None
    record: Record | None = None
    """What is recorded for this occurrence."""
    report: ReportFacts | None = None
    occurrence: str = ""
    """Which one of a recurring task: `2026-Q2`; empty when there is only one."""
    order: int = 0
    """Place in the plan, to keep equal dates in printed order."""
    year: int = 0
    """The year of the plan."""
    agency: str = ""
    """Whose plan it is: level, name and province."""
    timing: Timing = "one-off"
    start: date | None = None
    """The day from which it is worked on."""
    leader: str = ""
    """The leader in charge of it."""
    links: tuple[tuple[str, str], ...] = ()
    """The tasks above that it carries out, each with the digest of what was seen of it."""

    @property
    def name(self) -> Message | str:
        """The number in a sentence; a dash without an id has one of its own: "IV.8, dash 2"."""
        return label_words(self.task) if self.task.startswith(f"{self.number}.") else self.number


def worst(items: Iterable[Item]) -> State:
    """Return the state of a task with all its occurrences: the worst of theirs."""
    return min((item.state for item in items), key=_WORST_FIRST.index)


def occurrences(
    plan_id: str,
    plan: Plan | Agenda,
    today: date,
    first: date = date.min,
    last: date = date.max,
) -> Iterator[Item]:
    """Yield the items of `plan` as they stand on `today`, in printed order.

    Of those with a date: what falls due from `first` to `last`, what is overdue from before, and
    what has begun (its `start` has come) and is due later.
    """
    held = plan if isinstance(plan, Agenda) else _agenda_of(plan)
    names = {unit.id: unit.name for unit in held.declared}
    leaders: dict[tuple[str, ...], tuple[str, ...]] = {}
    printed: dict[tuple[str, ...], tuple[str, ...]] = {}
    agency = " ".join(held.owner)
    for job in held.jobs:
        several = len(job.dates) > 1
        has_begun = job.timing == "one-off" and job.start is not None and job.start <= today
        for key, due in job.dates or (("", None),):
            if due and due > last and not (has_begun and job.start and job.start <= due):
                continue
            if due and due < first and due >= today:
                continue
            record = _record(job, key, alone=not several, today=today) if job.records else None
            state = _state(record, due, today, timing=job.timing)
            if due and due < first and state != "overdue":
                continue
            if due and due > last and state in ("done", "done-late"):
                continue
            lead = _once(job.lead)
            support = _once(job.support)
            if lead not in leaders:
                leaders[lead] = _once(_leaders(held, names, lead))
            for refs in (lead, support):
                if refs not in printed:
                    printed[refs] = _once(tuple([names.get(ref, ref) for ref in refs]))
            yield Item(
                plan_id, _once(job.id), _once(job.number), _once(job.title),
                printed[lead], printed[support], lead, support, leaders[lead],
                _once(job.deadline), _once(due), state,
                _once((due - today).days) if due else None,
                job.source, held.kind, _once(job.areas), job.subject, record,
                _facts(job.report, key) if job.report else None, _once(key) if several else "",
                job.order,
                held.year, agency, job.timing, job.start, job.leader, job.links,
            )  # fmt: skip


def _agenda_of(plan: Plan) -> Agenda:
    from cchc.views.jobs import agenda  # with the grammar of deadlines: an agenda needs it no more

    return agenda(plan)


@lru_cache(maxsize=4096)
def _once(value: Any) -> Any:
    """Return `value`: words and dates that plans have in common are held in memory once."""
    return value


def _leaders(held: Agenda, names: Mapping[str, str], lead: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom `lead` means in the end: units, and names that stand for no declared unit."""
    found: dict[str, None] = {}
    for ref in lead:
        members = expanded(held, [ref])
        for unit in held.units:
            if unit.id in members:
                found[unit.name] = None
        if not members:
            found[names.get(ref, ref)] = None
    return tuple(found)


def _facts(report: Recipient, key: str) -> ReportFacts:
    return ReportFacts(report.to, report.via, report.cadence, figures_close(key) if key else None)


def _record(job: Job, key: str, *, alone: bool, today: date) -> Record | None:
    """Return the last record for the occurrence `key` that was there on `today`.

    The only occurrence of a task may be recorded with or without its key.
    """
    wanted = {key, ""} if alone else {key}
    found = None
    for one in job.records:
        if (one.occurrence or "") in wanted and not (one.date and first_day(one) > today):
            found = one
    return found


def _state(record: Record | None, due: date | None, today: date, *, timing: Timing) -> State:
    if record and record.state == "done":
        return "done-late" if due and first_day(record) > due else "done"
    if due is None:
        return "conditional" if timing == "one-off" else timing
    if due < today:
        return "overdue"
    return "due" if (due - today).days <= SOON else "upcoming"
