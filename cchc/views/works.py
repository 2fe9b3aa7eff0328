"""What of a plan can be due: the rows of its tables, its reports, and its dated duties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.language.numbering import NumberedSection, rows, sections
from cchc.model.finding import Place
from cchc.model.plan import Appendix, Area, Plan
from cchc.model.section import Section
from cchc.model.subject import Subject
from cchc.model.task import Task
from cchc.model.work import Progress, Report
from cchc.views.agenda import Source


@dataclass(frozen=True, slots=True)
class Work:
    """What tasks and dated sections have in common."""

    id: str
    number: str
    title: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    deadline: str
    progress: tuple[Progress, ...]
    source: Source
    areas: tuple[str, ...] = ()
    subject: Subject | None = None
    report: Report | None = None
    start: str = ""
    """When it begins, as written."""
    leader: str = ""
    """The leader in charge of it."""
    links: tuple[tuple[str, str], ...] = ()
    """The tasks above that it carries out, each with the digest of what was seen of it."""


def works(plan: Plan) -> Iterator[Work]:
    """Yield the dated sections of the body, then every task, in printed order."""
    above: dict[Place, _Above] = {}
    for found in sections(plan):
        section = found.section
        outer = above.get(found.place[:-2], _NOTHING)
        here = _Above(section.units or outer.units, (), section.subject or outer.subject)
        above[found.place] = here
        if section.deadline:
            yield _of_section(found, section, section.deadline, here)
    for index, appendix in enumerate(plan.appendices):
        yield from _of_table(appendix, index)


@dataclass(frozen=True, slots=True)
class _Above:
    """What a section or table heading hands down to what stands under it."""

    units: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    subject: Subject | None = None


_NOTHING = _Above()


def _of_section(found: NumberedSection, section: Section, deadline: str, here: _Above) -> Work:
    return Work(
        section.id or found.label, found.number,
        section.text or section.title or "", here.units, (), deadline,
        section.progress, "report" if section.report else "duty",
        subject=here.subject, report=section.report,
    )  # fmt: skip


def _of_table(appendix: Appendix, index: int) -> Iterator[Work]:
    above: dict[Place, _Above] = {}
    for found in rows(appendix, index):
        row = found.row
        outer = above.get(found.place[:-2], _NOTHING)
        if isinstance(row, Area):
            subject = row.subject or outer.subject
            above[found.place] = _Above((), (*outer.areas, row.title), subject)
        elif isinstance(row, Task):
            yield Work(
                row.id, found.number, row.title, row.lead, row.support, row.deadline or "",
                row.progress, "task", outer.areas, outer.subject,
                start=row.start or "", leader=row.leader or "",
                links=tuple((link.task, link.seen or "") for link in row.carries_out),
            )  # fmt: skip
