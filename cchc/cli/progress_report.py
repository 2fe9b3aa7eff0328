"""What `cchc progress` tells of what it recorded; the records as JSON, which `sheet in` tells too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer

from cchc.cli.options import Format
from cchc.cli.output import tell
from cchc.edit.progress.bulk import RecordedTable, line
from cchc.edit.progress.columns import NAMES
from cchc.edit.progress.journal import Outcome, Rewrite
from cchc.edit.progress.plan_edit import RecordChange
from cchc.edit.progress.request import doubts
from cchc.messages import Message, say
from cchc.model.work import Progress
from cchc.outputs import json
from cchc.outputs.unified import unified_diff

STATES = {"done": say("done"), "running": say("running"), "suspended": say("suspended")}


def show_outcome(outcome: Outcome, form: Format, *, diff: bool) -> int:
    """Write what was recorded, and return the exit code."""
    if form is Format.JSON:
        _show_json(outcome, diff=diff)
        return 0
    if diff:
        for rewrite in outcome.rewrites:
            typer.echo(_difference(rewrite), nl=False)
        return 0
    for change in outcome.changes:
        typer.echo(str(_line(change)))
        tell(*_doubts(change))
    if not outcome.changes:
        typer.echo(str(say("no row says anything about progress")))
    return 0


def show_recorded(recorded: RecordedTable, form: Format, *, diff: bool) -> int:
    """Write what was recorded of a table, and what was not; return the exit code."""
    if form is Format.JSON:
        _show_json(recorded.outcome, diff=diff, table=recorded)
    else:
        tell(*_headings(recorded))
        show_outcome(recorded.outcome, form, diff=diff)
        if recorded.faults:
            count = len(recorded.faults)
            tell(say("not recorded, for a person to look at: {n}", n=count))
            for fault in recorded.faults:
                tell(f"  {line(fault)}")
    return int(bool(recorded.faults))


def _headings(recorded: RecordedTable) -> Iterable[Message]:
    """Say which headings were understood, where a table is not one of cchc's own form."""
    for table in recorded.tables:
        known = [(heading, key) for heading, key in table.headings() if key]
        unknown = [f"“{heading}”" for heading, key in table.headings() if not key]
        yield say(
            "{place}: read {known}; not used: {unknown}",
            place=table.sheet.where(table.header, 0),
            known=", ".join(f"“{heading}” ({NAMES[key]})" for heading, key in known),
            unknown=", ".join(unknown) or "-",
        )


def _show_json(outcome: Outcome, *, diff: bool, table: RecordedTable | None = None) -> None:
    content = {
        "written": bool(outcome.rewrites) and not diff,
        "changes": changes(outcome.changes),
        "diff": "".join(map(_difference, outcome.rewrites)),
    }
    if table:
        content["unsure"] = [
            {"place": one.where, "heading": one.header, "message": str(one.error.message),
             "hint": str(one.error.hint or "")}
            for one in table.faults
        ]  # fmt: skip
    json.write("progress", content)
    for change in outcome.changes:
        tell(*_doubts(change))


def _doubts(change: RecordChange) -> Iterable[Message]:
    evidence = change.after.evidence if change.after and change.after != change.before else None
    return doubts(evidence) if evidence else ()


def _line(change: RecordChange) -> Message:
    name = str(change.name)
    if "." not in change.task and change.task != change.number:  # it has an id of its own
        name = f"{name} ({change.task})"
    what = " ".join(part for part in (change.plan, name, change.period) if part)
    if change.after is None:
        return say("{what}: removed; was {before}", what=what, before=_words(change.before))
    after = _words(change.after)
    if change.before is None:
        return say("{what}: {after}", what=what, after=after)
    if change.before == change.after:
        return say("{what}: {after}; recorded already, nothing changed", what=what, after=after)
    return say(
        "{what}: {after}; was {before}", what=what, after=after, before=_words(change.before)
    )


def _words(record: Progress | None) -> str:
    if record is None:
        return ""
    when = record.date
    day = (
        ""
        if when is None
        else f" {when.full:%d/%m/%Y}"
        if when.full
        else f" {when.month}/{when.year}"
    )
    parts = (f"{STATES[record.state]}{day}", record.evidence, record.note)
    return ", ".join(part for part in parts if part)


def _difference(rewrite: Rewrite) -> str:
    return unified_diff(rewrite.path.as_posix(), rewrite.old, rewrite.new)


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
