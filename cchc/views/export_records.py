"""Every record of progress as one row: what was recorded, for which task and which of its periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc.model.plan import Plan
from cchc.views.export import OF_EXPORT, OF_PLAN, ExportColumn, Row, of_plan, tasks_of

COLUMNS = (
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


def record_rows(plan_id: str, plan: Plan, path: str, today: date) -> Iterator[Row]:
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
            yield tuple(made[column.name] for column in COLUMNS)
