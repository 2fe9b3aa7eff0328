"""What changed in meaning, as the JSON kind `diff`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cchc.outputs import json
from cchc.outputs.changes import DiffAnswer
from cchc.read.unread import content as left_out
from cchc.views.changes import Change


def write(answer: DiffAnswer) -> str:
    """Return every change, and what was compared."""
    return json.dumps("diff", _content(answer))


def _content(answer: DiffAnswer) -> dict[str, Any]:
    return {
        "old": answer.old,
        "new": answer.new,
        "changes": [change_entry(one) for changes in answer.changes.values() for one in changes],
        "touched": [
            {
                "task": f"{one.plan}#{one.task}",
                "title": one.title,
                "communes": list(one.agencies),
                "to_be_taken_up": list(one.asked),
                "tasks": [reached._asdict() for reached in one.reached],
            }
            for one in answer.touched
        ],
        "unread": left_out(answer.unread),
        "summary": {
            "plans": len(answer.changes),
            "changed": len(answer.changed),
            "changes": answer.total,
        },
    }


def change_entry(one: Change) -> dict[str, Any]:
    """Return one change as plain data."""
    known = {key: value or None for key, value in one.subject._asdict().items()}
    difference = asdict(one.difference)
    different = {
        **difference,
        "field": difference["field"] or None,
        "item": difference["item"] or None,
        **{
            side: None if value is None else str(value)
            for side, value in (("old", one.difference.old), ("new", one.difference.new))
        },
    }
    return {"plan": one.plan, "kind": one.kind, **known, **different}
