"""`cchc import FILE --update PLAN`: show what a returned paper changes, as text or JSON, ask, write."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from cchc.cli.options import Format
from cchc.cli.output import agreed, meaning, tell
from cchc.errors import UserError
from cchc.messages import Message, quoted, say
from cchc.outputs.changes import DiffAnswer
from cchc.outputs.diff import json as diff_json
from cchc.outputs.diff import text as diff_text

if TYPE_CHECKING:
    from cchc.app.update import Update
    from cchc.document.returned.three_ways import Take


def take_back(
    file: Path, plan: str, *, check: bool, yes: bool, take: Take, form: Format
) -> int:  # fmt: skip
    """Take the changes of a paper into a plan; return the exit code.

    Raises:
        UserError: the paper or the plan cannot be read, nobody is there to be asked, or the plan
            cannot be written.
    """
    from cchc.app.update import read_update
    from cchc.read.folders import find_root
    from cchc.read.workspace import one_file

    path, root = one_file(plan, Path.cwd()), find_root(Path.cwd())
    asks = sys.stdin.isatty() and sys.stderr.isatty() and form is Format.TEXT
    update = read_update(file, path, root, take)
    if asks and not check and not yes and (answers := _answers(update)):
        update = read_update(file, path, root, take, answers)
    written = update.changed and not check and (yes or (asks and _agreed(update)))
    if update.changed and not check and not written and not asks:
        _show(update, form, written=False)
        raise UserError(
            say("nothing is written: nobody is there to be asked"),
            say("look at it with --check, write it with --yes"),
        )
    if written:
        update.write()
    if not (asks and not check and not yes and update.changed):
        _show(update, form, written=written)
    elif written:
        tell(say("{path} is written", path=update.path))
    open_ends = bool(update.conflicts or update.unsure)
    return int(open_ends or (update.changed and not written))


def _answers(update: Update) -> dict[tuple[int, int], bool]:
    found: dict[tuple[int, int], bool] = {}
    for pair, question in update.questions.items():
        tell(question)
        answer = typer.prompt(str(say("the same work? y (yes), n (no), Enter: leave both out")),
                              default="", show_default=False, err=True)  # fmt: skip
        same = meaning(answer)
        if same is not None:
            found[pair] = same
    return found


def _agreed(update: Update) -> bool:
    _show(update, Format.TEXT, written=False)
    return agreed(say("Write these changes into {path}? y (yes), n (no)", path=update.path))


def _show(update: Update, form: Format, *, written: bool) -> None:
    from cchc.outputs import json

    if form is Format.JSON:
        json.write("update", content(update, written=written))
    else:
        typer.echo(text(update, written=written), nl=False)


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
        out.append(f"{say('next:')}\n  cchc validate {quoted(update.path)}\n")
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
        "changes": [diff_json.change_entry(one) for one in update.changes],
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
