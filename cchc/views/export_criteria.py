"""Every criterion of a score book as one row: its points, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc.model.criteria import POINTS, total, walked
from cchc.model.plan import Plan
from cchc.views.export import OF_EXPORT, OF_PLAN, ExportColumn, Row, of_plan

COLUMNS = (
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


def criterion_rows(plan_id: str, plan: Plan, path: str, today: date) -> Iterator[Row]:
    """Yield the criteria of `plan`, the outer before the inner, in written order."""
    about = of_plan(plan_id, plan, path, today)
    for placed in walked(plan.criteria):
        one = placed.criterion
        made = about | {
            "field": placed.field.code, "code": one.code, "title": one.title,
            "is_part": int(not one.parts), "survey": one.survey, "arising": one.arising,
            "evidence": one.evidence,
        } | {key: total(one, key) for key in POINTS}  # fmt: skip
        yield tuple(made[column.name] for column in COLUMNS)
