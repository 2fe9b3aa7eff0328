"""Phiếu giao việc: what one unit has to do by a plan, `templates/phieu-giao-viec.docx`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from cchc.document import letterhead
from cchc.document.paper import FRAME, STYLE_DASH, Paper, Rows, Styled, TaskRow, printed_fields
from cchc.document.samples import SIGNER, plan_samples
from cchc.document.words import (
    date_words,
    lowered,
    short_date,
    text_lines,
    with_deadline,
    without_end,
)
from cchc.language.numbering import sections
from cchc.messages import Message
from cchc.model.plan import Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.views.assignments import Assignment, UnitAssignments, assignments
from cchc.views.deadlines import read_plan_deadline
from cchc.views.report_periods import Cadence, cadence

TEMPLATE = "phieu-giao-viec"
MANY_DATES = 4
"""A recurring task with more due dates shows its phrase only."""
CADENCES: dict[Cadence | None, str] = {
    "monthly": "Hằng tháng", "quarterly": "Hằng quý", "half-yearly": "6 tháng",
    "yearly": "Hằng năm", None: "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class UnitName:
    """`unit`: its name, and the post of its head."""

    name: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTask(TaskRow):
    """`led`, `supported`: a task the unit leads or supports, with all that `task` has."""

    due: str
    """Its due dates where the phrase does not name them."""
    through: str
    """The collective name by which the unit is meant; empty when it is named itself."""


@dataclass(frozen=True, slots=True)
class SheetReport:
    """`report`: a report the unit owes."""

    number: str
    title: str
    cadence: str
    deadline: str
    due: str
    to: str
    via: str
    through: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPaper(Paper):
    """Everything the sheet of one unit prints."""

    PARTS: ClassVar = (
        *FRAME,
        ("unit.name", "unit"), ("plan",), ("duties",), ("led.title",), ("led.deadline",),
        ("supported.title",), ("report.title",), ("report.deadline",),
    )  # fmt: skip

    unit: UnitName
    plan: str
    """How the plan is cited: Kế hoạch số ... ngày ... của ..."""
    plan_title: str
    duties: tuple[Styled, ...]
    led: Rows
    supported: Rows
    report: Rows


PAPER = SheetPaper


def sheet_paper(
    plan_id: str, plan: Plan, unit_id: str, signer: str | None = None
) -> SheetPaper | None:
    """Return the sheet of one unit; None when the plan gives it nothing to do.

    `signer` takes the place of the plan's signer's name.
    """
    (found,) = assignments([(plan_id, plan)], {plan_id: [unit_id]})
    if not (found.lead or found.support or found.duties or found.reports):
        return None
    return _sheet(plan, found, signer)


def _sheet(plan: Plan, found: UnitAssignments, signer: str | None) -> SheetPaper:
    unit = next(one for one in plan.units if one.id == found.id)
    names = plan.unit_names
    tasks = {task.id: task for task in plan.tasks}
    regime = {_key(one.section, one.label): one.section for one in sections(plan)}
    title = lowered(plan.document.title)
    return SheetPaper(
        **letterhead.letterhead(
            plan, date_words(None, plan.year), letterhead.symbol_of(plan, "PGV")
        ),
        title=letterhead.broken_line(
            f"Giao {unit.name}", f"thực hiện Kế hoạch {title}", letterhead.BOLD_MM
        ),
        recipients=letterhead.later_recipients(plan, [unit.name]),
        signer=letterhead.later_signer(plan, signer),
        properties=letterhead.file_properties(plan, "Phiếu giao việc", unit.name),
        unit=UnitName(unit.name, unit.head or ""),
        plan=letterhead.plan_citation(plan),
        plan_title=title,
        duties=tuple(_duty(one, line) for one in found.duties for line in _lines(one)),
        led=Rows(_task(one, tasks[one.task], names) for one in found.lead),
        supported=Rows(_task(one, tasks[one.task], names) for one in found.support),
        report=Rows(
            _report(plan, one, regime[one.task, one.title], names) for one in found.reports
        ),
    )


def _key(section: Section, label: str) -> tuple[str, str]:
    # Labels alone are not unique: dash items have none of their own.
    return section.id or label, section.text or section.title or ""


def _lines(duty: Assignment) -> tuple[str, ...]:
    lines = text_lines(duty.title)
    return (*lines[:-1], with_deadline(lines[-1], duty.deadline)) if lines else ()


def _duty(duty: Assignment, line: str) -> Styled:
    shared = f" (giao chung: {duty.via})" if duty.via else ""
    return Styled(STYLE_DASH, f"- {without_end(line)}{shared}.")


def _task(one: Assignment, task: Task, names: Mapping[str, str]) -> SheetTask:
    printed = printed_fields(task, one.number, names)
    return SheetTask(**printed, due=_due(one), through=_through(one))


def _report(plan: Plan, one: Assignment, section: Section, names: Mapping[str, str]) -> SheetReport:
    reading = read_plan_deadline(plan, section.deadline)
    rhythm = cadence([each.key for each in reading.occurrences]) if reading else None
    report = section.report
    via = names.get(report.via, report.via) if report and report.via else ""
    return SheetReport(
        number=one.number,
        title=one.title,
        cadence=CADENCES[rhythm],
        deadline=one.deadline,
        due=_due(one),
        to=(report.to if report else None) or "",
        via=f"(qua {via})" if via else "",
        through=_through(one),
    )


def _due(one: Assignment) -> str:
    days = [short_date(day) for day in one.due]
    if not 0 < len(days) <= MANY_DATES or days[0] in one.deadline:
        return ""
    return f"({'; '.join(days)})"


def _through(one: Assignment) -> str:
    return f"Giao chung: {one.via}" if one.via else ""


def samples() -> list[tuple[Message, Paper]]:
    """Return sheets of the sample plans: all a unit can have, and a single duty."""
    found: list[tuple[Message, Paper]] = []
    for name, plan in plan_samples():
        unit = plan.units[0].id
        more: list[dict[str, object]] = [{"text": "Việc chung.", "units": [unit]}]
        if plan.appendices:
            more.append(
                {"text": "Báo cáo kết quả.", "units": [unit], "deadline": "Hằng quý",
                 "report": {"to": "UBND xã", "via": unit}}
            )  # fmt: skip
        body = (*plan.body, *(Section.model_validate(one) for one in more))
        paper = sheet_paper("mau", plan.model_copy(update={"body": body}), unit, SIGNER)
        assert paper is not None  # it has the duty added above
        found.append((name, paper))
    return found
