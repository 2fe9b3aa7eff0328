"""What was recorded in plans, as JSON: the part that `progress` and `sheet in` have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc.edit.plan_edit import RecordChange
    from cchc.model.work import Progress


def changes(found: Iterable[RecordChange]) -> list[dict[str, Any]]:
    """Return the list `changes`: each record as it was and as it is now."""
    return [
        {
            "plan": one.plan, "task": one.task, "number": one.number,
            "occurrence": one.period or None, "before": _record(one.before),
            "after": _record(one.after),
        }
        for one in found
    ]  # fmt: skip


def _record(record: Progress | None) -> dict[str, Any] | None:
    if record is None:
        return None
    return {
        "state": record.state, "date": str(record.date) if record.date else None,
        "evidence": record.evidence, "note": record.note,
    }  # fmt: skip
