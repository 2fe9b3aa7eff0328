"""What a returned paper changes in its plan: as text, and as the JSON kind `update`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cchc.messages import Message, say
from cchc.outputs.changes import DiffAnswer
from cchc.outputs.diff import json as diff_json
from cchc.outputs.diff import text as diff_text

if TYPE_CHECKING:
    from cchc.app.update import Update


def text(update: Update, *, written: bool) -> str:
    """Return what changes, what is left open, and what was noticed."""
    answer = DiffAnswer(str(update.path), str(update.file), {update.plan: update.changes})
    out = [diff_text.write(answer)]
    if update.changed and not update.changes:
        out.append(f"{say('numbers or the order of entries change')}\n")
    if update.withdrawn:
        out.append(f"\n{say('withdrawn, with their records (under “withdrawn” in the plan):')}\n")
        out += [
            f"  {one.title} [{one.id}]: {say('records: {count}', count=one.records)}\n"
            for one in update.withdrawn
        ]
    if update.conflicts:
        out.append(f"\n{say('changed on both sides; --take paper or --take plan decides:')}\n")
        for one in update.conflicts:
            out.append(f"  {one.subject} {one.field}\n".replace(" \n", "\n"))
            out.append(f"    {say('paper: {text}', text=one.paper or '-')}\n")
            out.append(f"    {say('plan: {text}', text=one.plan or '-')}\n")
    out += _listed(say("unsure, and left out:"), update.unsure)
    out += _listed(say("comments in the paper:"), update.comments)
    out += _listed(say("noticed:"), update.notes)
    if written:
        out.append(f"\n{say('{path} is written', path=update.path)}\n")
        out.append(f"{say('next:')}\n  cchc validate {update.path}\n")
    return "".join(out)


def _listed(heading: Message, lines: Sequence[Message | str]) -> list[str]:
    return [f"\n{heading}\n", *(f"  {line}\n" for line in lines)] if lines else []


def content(update: Update, *, written: bool) -> Mapping[str, Any]:
    """Return the content of the JSON kind `update`."""
    return {
        "plan": update.plan,
        "path": update.path,
        "file": update.file,
        "changed": update.changed,
        "written": written,
        "changes": [diff_json.entry(one) for one in update.changes],
        "conflicts": [
            {
                "subject": str(one.subject), "field": one.field, "paper": one.paper,
                "plan": one.plan,
            }
            for one in update.conflicts
        ],
        "unsure": [str(one) for one in update.unsure],
        "withdrawn": [
            {"task": one.id, "title": one.title, "records": one.records}
            for one in update.withdrawn
        ],
        "comments": list(update.comments),
        "notes": [str(one) for one in update.notes],
    }  # fmt: skip
