"""What of a plan can be due, whatever the day: plain words and dates, worked out once from a plan.

An agenda needs no pydantic, so it can be kept (`cchc.app.agendas`) and asked again without reading
the plan: `cchc.views.occurrences` says how it stands on one day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from cchc.model.dates import PartialDate
from cchc.model.subject import Subject
from cchc.views.paper_keys import Owner, PaperKeys
from cchc.views.report_periods import Cadence

JobSource = Literal["task", "report", "duty"]
"""What kind of work it is."""


Timing = Literal["one-off", "recurring", "continuous", "conditional"]
"""one-off: one last day; recurring: periods, or a rhythm without days; continuous: never due;
conditional: waits for an event, or has no deadline that could be read."""


class Record(NamedTuple):
    """What is recorded for one occurrence, as `progress` of a plan has it."""

    state: Literal["done", "running", "suspended"]
    date: PartialDate | None = None
    evidence: str | None = None
    note: str | None = None
    occurrence: str | None = None


class AgendaUnit(NamedTuple):
    """A unit as the plan declares it."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str


class AgendaGroup(NamedTuple):
    """A collective name, and whom it means."""

    id: str
    name: str
    aliases: tuple[str, ...]
    members: Literal["all"] | tuple[str, ...]


class Recipient(NamedTuple):
    """To whom a report goes, through which unit (its name; empty for none), and how often."""

    to: str
    via: str
    cadence: Cadence | None


class Job(NamedTuple):
    """A task, a report or a dated duty with all its due dates."""

    id: str
    number: str
    title: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    deadline: str
    source: JobSource
    order: int
    dates: tuple[tuple[str, date], ...]
    """Key and last day of each occurrence."""
    timing: Timing
    areas: tuple[str, ...] = ()
    subject: Subject | None = None
    report: Recipient | None = None
    records: tuple[Record, ...] = ()
    start: date | None = None
    """The day from which it is worked on; None when nothing is said."""
    leader: str = ""
    """The leader in charge of it."""
    links: tuple[tuple[str, str], ...] = ()
    """The tasks above that it carries out, each with the digest of what was seen of it."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The jobs of one plan in printed order, and the units that do them."""

    year: int
    kind: str
    units: tuple[AgendaUnit, ...]
    groups: tuple[AgendaGroup, ...]
    jobs: tuple[Job, ...]
    owner: Owner
    paper: PaperKeys

    @property
    def declared(self) -> tuple[AgendaUnit | AgendaGroup, ...]:
        """Every unit and group, in the order of their declaration."""
        return (*self.units, *self.groups)


def first_day(record: Record) -> date:
    """Return the record's day, or the first of its month while the day is blank."""
    found = record.date
    return found.first if found else date.min
