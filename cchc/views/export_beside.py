"""The tables that stand beside that of the tasks: one row for each record of progress, each criterion of
a score book, each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from cchc.model.criteria import POINTS, total, walked
from cchc.model.finding import Diagnostic
from cchc.model.plan import Plan
from cchc.views.export import (
    OF_EXPORT,
    OF_PLAN,
    ExportColumn,
    ExportRow,
    ExportValue,
    of_plan,
    tasks_of,
)

RECORDS = (
    *OF_PLAN,
    ExportColumn("task"),
    ExportColumn("number"),
    ExportColumn("title"),
    ExportColumn("subject"),
    ExportColumn("occurrence"),
    ExportColumn("state"),
    ExportColumn("date", "date"),
    ExportColumn("date_written"),
    ExportColumn("evidence"),
    ExportColumn("note"),
    *OF_EXPORT,
)


def record_rows(plan_id: str, plan: Plan, path: str, today: date) -> Iterator[ExportRow]:
    """Yield the records of `plan` that were there on `today`, in printed order of their tasks."""
    about = of_plan(plan_id, plan, path, today)
    for held in tasks_of(plan):
        for record in held.task.progress:
            if record.date and record.date.first > today:
                continue
            made = about | {
                "task": held.task.id, "number": held.number, "title": held.task.title,
                "subject": held.subject, "occurrence": record.occurrence, "state": record.state,
                "date": record.date.full if record.date else None,
                "date_written": str(record.date) if record.date else None,
                "evidence": record.evidence, "note": record.note,
            }  # fmt: skip
            yield tuple(made[column.name] for column in RECORDS)


CRITERIA = (
    *OF_PLAN,
    ExportColumn("field"),
    ExportColumn("code"),
    ExportColumn("title"),
    ExportColumn("is_part", "integer"),
    *(ExportColumn(key, "points") for key in POINTS),
    ExportColumn("survey"),
    ExportColumn("arising"),
    ExportColumn("evidence"),
    *OF_EXPORT,
)
"""`is_part` is 1 where a criterion has no parts of its own: these rows alone can be added up."""


def criterion_rows(plan_id: str, plan: Plan, path: str, today: date) -> Iterator[ExportRow]:
    """Yield the criteria of `plan`, the outer before the inner, in written order."""
    about = of_plan(plan_id, plan, path, today)
    for placed in walked(plan.criteria):
        one = placed.criterion
        made = about | {
            "field": placed.field.code, "code": one.code, "title": one.title,
            "is_part": int(not one.parts), "survey": one.survey, "arising": one.arising,
            "evidence": one.evidence,
        } | {key: total(one, key) for key in POINTS}  # fmt: skip
        yield tuple(made[column.name] for column in CRITERIA)


FINDINGS = (
    *OF_PLAN,
    ExportColumn("path"),
    ExportColumn("line", "integer"),
    ExportColumn("column", "integer"),
    ExportColumn("code"),
    ExportColumn("name"),
    ExportColumn("severity"),
    ExportColumn("message"),
    ExportColumn("help"),
    ExportColumn("beside"),
    ExportColumn("as_of", "date"),
    ExportColumn("cchc_version"),
)


def finding_rows(
    found: Iterable[Diagnostic], about: Mapping[str, ExportValue]
) -> Iterator[ExportRow]:
    """Yield the findings of one file; `about` is what is known of its plan."""
    for one in found:
        finding = one.finding
        made = {
            **about, "path": one.path, "line": one.span.line, "column": one.span.column,
            "code": finding.code, "name": finding.name, "severity": finding.severity.value,
            "message": str(finding.message), "help": str(finding.help) if finding.help else None,
            "beside": one.beside or None,
        }  # fmt: skip
        yield tuple(made.get(column.name) for column in FINDINGS)
