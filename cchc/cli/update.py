"""`cchc import FILE --update PLAN`: show what a returned paper changes, ask, write."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.cli.options import Format
from cchc.cli.output import tell
from cchc.errors import UserError
from cchc.messages import say

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
    from cchc.read.layout import find_root
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
        word = answer.strip().casefold()
        if word[:1] in ("y", "c"):
            found[pair] = True
        elif word[:1] in ("n", "k"):
            found[pair] = False
    return found


def _agreed(update: Update) -> bool:
    _show(update, Format.TEXT, written=False)
    return typer.confirm(str(say("Write these changes into {path}?", path=update.path)), err=True)


def _show(update: Update, form: Format, *, written: bool) -> None:
    from cchc.cli.update_text import content, text
    from cchc.outputs import json

    if form is Format.JSON:
        json.write("update", content(update, written=written))
    else:
        typer.echo(text(update, written=written), nl=False)
