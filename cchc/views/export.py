"""Every task of a plan as one row of a tidy table, with the same columns for all plans.

One row is one task; a recurring task is one row too, with its occurrences counted. The columns are
a contract (`docs/export.md`): new ones are added at the end, none changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Literal, NamedTuple

from cchc import __version__
from cchc.language.numbering import NumberedRow, rows
from cchc.language.places import listed_code
from cchc.model.above import target_line
from cchc.model.levels import COMMUNES
from cchc.model.plan import Area, Plan
from cchc.model.subject import Subject
from cchc.model.task import TASK_FIELDS, Task
from cchc.views.agenda import first_day
from cchc.views.counting import part_of
from cchc.views.deadlines import read_plan_deadline
from cchc.views.membership import expanded
from cchc.views.occurrences import Item, occurrences, worst

SCHEMA_VERSION = 1

ExportValue = str | int | date | Decimal | tuple[str, ...] | None
ColumnType = Literal["text", "integer", "date", "texts", "points"]


class ExportColumn(NamedTuple):
    """A column: its name, and what its cells hold (all but texts may be empty)."""

    name: str
    type: ColumnType = "text"


OF_PLAN = (
    ExportColumn("province"),
    ExportColumn("commune_level"),
    ExportColumn("commune"),
    ExportColumn("year", "integer"),
    ExportColumn("kind"),
    ExportColumn("plan"),
)
"""The columns with which every table begins."""
OF_EXPORT = (ExportColumn("path"), ExportColumn("as_of", "date"), ExportColumn("cchc_version"))
"""Those with which the tables of records and criteria end."""

_FIRST: tuple[ExportColumn, ...] = (
    *OF_PLAN,
    ExportColumn("status"),
    ExportColumn("plan_number"),
    ExportColumn("plan_date", "date"),
    ExportColumn("appendix"),
    ExportColumn("area"),
    ExportColumn("subarea"),
    ExportColumn("subject"),
    ExportColumn("task"),
    ExportColumn("number"),
    ExportColumn("title"),
    ExportColumn("requirement"),
    ExportColumn("product"),
    ExportColumn("deadline"),
    ExportColumn("deadline_kind"),
    ExportColumn("due_first", "date"),
    ExportColumn("due_last", "date"),
    ExportColumn("due_next", "date"),
    ExportColumn("occurrences", "integer"),
    ExportColumn("occurrences_done", "integer"),
    ExportColumn("occurrences_overdue", "integer"),
    ExportColumn("lead_ids", "texts"),
    ExportColumn("lead", "texts"),
    ExportColumn("lead_units", "texts"),
    ExportColumn("support_ids", "texts"),
    ExportColumn("support", "texts"),
    ExportColumn("approver"),
    ExportColumn("officer"),
    ExportColumn("targets", "texts"),
    ExportColumn("state"),
    ExportColumn("recorded"),
    ExportColumn("done_date", "date"),
    ExportColumn("evidence", "texts"),
    ExportColumn("progress_note", "texts"),
    ExportColumn("note"),
    ExportColumn("incomplete"),
    ExportColumn("path"),
    ExportColumn("counted_as"),
    ExportColumn("as_of", "date"),
    ExportColumn("cchc_version"),
)


_LISTS = ("units", "targets", "links", "list")


def _added() -> Iterator[ExportColumn]:
    """Yield the columns of task fields that came after the first ones: new columns are the last."""
    first = {column.name for column in _FIRST}
    for name, field in TASK_FIELDS.items():
        if field.exported and name not in first and name != "id":
            if field.kind == "units":
                yield ExportColumn(f"{name}_ids", "texts")
            yield ExportColumn(name, "texts" if field.kind in _LISTS else "text")


_AGENCY = tuple(
    ExportColumn(name)
    for name in ("agency_level", "agency_name", "agency", "agency_code", "province_code")
)
COLUMNS = (*_FIRST, *_added(), *_AGENCY)

ExportRow = tuple[ExportValue, ...]
"""One value for each of `COLUMNS`."""


def export_rows(plan_id: str, plan: Plan, path: str, today: date) -> Iterator[ExportRow]:
    """Yield the tasks of `plan` in printed order as they stand on `today`.

    `path` is the plan's file as the reader of the table should see it.
    """
    items = (one for one in occurrences(plan_id, plan, today) if one.source == "task")
    names = plan.unit_names
    # By their order, not by their ids: a plan with an id used twice is still read.
    for held, (_, group) in zip(
        tasks_of(plan), groupby(items, key=lambda item: item.order), strict=True
    ):
        made = {
            **of_plan(plan_id, plan, path, today),
            **_of_task(held, names, plan),
            **_standing(list(group)),
        }
        yield tuple(made[column.name] for column in COLUMNS)


class HeldTask(NamedTuple):
    """A task with what stands above it in its table."""

    task: Task
    number: str
    appendix: str
    areas: tuple[str, ...]
    subject: Subject | None


def tasks_of(plan: Plan) -> Iterator[HeldTask]:
    """Yield the tasks of a plan in printed order."""
    for index, appendix in enumerate(plan.appendices):
        above: list[NumberedRow] = []
        for found in rows(appendix, index):
            del above[found.depth - 1 :]
            if isinstance(found.row, Area):
                above.append(found)
                continue
            areas = [one.row for one in above if isinstance(one.row, Area)]
            subjects = [area.subject for area in reversed(areas) if area.subject]
            yield HeldTask(
                found.row, found.number, appendix.title, tuple(area.title for area in areas),
                subjects[0] if subjects else None,
            )  # fmt: skip


def of_plan(plan_id: str, plan: Plan, path: str, today: date) -> dict[str, ExportValue]:
    """Return what every row about a plan says of it, and of the export."""
    signed, owner = plan.document.signed, plan.owner
    in_commune = owner.place in COMMUNES
    return {
        "province": owner.home,
        "commune_level": owner.place if in_commune else None,
        "commune": owner.place_name if in_commune else None,
        "year": plan.year,
        "kind": plan.kind,
        "plan": plan_id,
        "status": plan.status,
        "plan_number": "/".join(filter(None, (signed.number, signed.symbol)))
        if signed.number
        else None,
        "plan_date": signed.date.full if signed.date else None,
        "path": path,
        "as_of": today,
        "cchc_version": __version__,
        "agency_level": owner.level,
        "agency_name": owner.name,
        "agency": owner.full_name,
        "agency_code": owner.code or listed_code(owner.level, owner.name, owner.home) or None,
        "province_code": listed_code("", "", owner.home) or None,
    }


def _of_task(held: HeldTask, names: dict[str, str], plan: Plan) -> dict[str, ExportValue]:
    task = held.task
    reading = read_plan_deadline(plan, task.deadline)
    leaders = expanded(plan, task.lead)
    return {
        **_of_fields(task, names),
        "appendix": held.appendix,
        "area": held.areas[0] if held.areas else None,
        "subarea": " / ".join(held.areas[1:]) or None,
        "subject": held.subject,
        "task": task.id,
        "number": held.number,
        "deadline_kind": reading.kind if reading else None,
        "lead_units": tuple(unit.name for unit in plan.units if unit.id in leaders),
    }


def _of_fields(task: Task, names: dict[str, str]) -> dict[str, ExportValue]:
    made: dict[str, ExportValue] = {}
    for name, field in TASK_FIELDS.items():
        value = getattr(task, name)
        if field.kind == "units":
            made[f"{name}_ids"], made[name] = value, _named(value, names)
        elif field.kind == "targets":
            made[name] = tuple(target_line(target) for target in value)
        elif field.kind == "links":
            made[name] = tuple(link.task for link in value)
        elif field.kind == "extra":
            made[name] = (
                "\n".join(f"{key}: {' '.join(text.split())}" for key, text in value.items()) or None
            )
        elif field.kind == "list":
            made[name] = (value,) if isinstance(value, str) else value
        elif field.exported:
            made[name] = value
    return made


def _named(ids: Sequence[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(one, one) for one in ids)


def _standing(items: list[Item]) -> dict[str, ExportValue]:
    """Return how a task stands, all its occurrences together."""
    due = sorted(item.due for item in items if item.due)
    done = [item for item in items if item.state in ("done", "done-late")]
    still = sorted(item.due for item in items if item.due and item not in done)
    seen = [item.record for item in items if item.record]
    last = max((first_day(one) for one in seen if one.state == "done"), default=date.min)
    return {
        "due_first": due[0] if due else None,
        "due_last": due[-1] if due else None,
        "due_next": still[0] if still else None,
        "occurrences": len(due),
        "occurrences_done": len(done),
        "occurrences_overdue": sum(item.state == "overdue" for item in items),
        "state": worst(items),
        "counted_as": part_of(items),
        "recorded": seen[-1].state if seen else None,
        "done_date": last if len(done) == len(items) and last != date.min else None,
        "evidence": tuple(one.evidence for one in seen if one.evidence),
        "progress_note": tuple(one.note for one in seen if one.note),
    }
