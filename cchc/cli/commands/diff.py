"""`cchc diff`: what changed in meaning between two versions of the plans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import cchc.outputs.diff as room
from cchc import discover
from cchc.cli import options
from cchc.cli.options import format_option
from cchc.cli.output import deliver
from cchc.messages import _, say

GROUP = "draft"
HELP = say(
    "Show what changed in meaning between two git revisions, files or folders.\n\n"
    "Without arguments: the last commit against the working tree. New numbers and a new order "
    "do not count as changes. Files need no git; a Word file is read as “cchc import” reads it.\n\n"
    "With --docx: the new paper with Word's tracked changes, to accept or reject one by one; in "
    "out/so-sanh/PLAN.docx of the workspace, unless -o names another place.\n\n"
    "Examples:\n\n"
    "  cchc diff\n\n"
    "  cchc diff main\n\n"
    "  cchc diff main HEAD --plan phu-thinh --format markdown\n\n"
    "  cchc diff draft.yaml signed.docx\n\n"
    "  cchc diff main --plan phu-thinh --docx -o thay-doi.docx"
)

REDLINES = "so-sanh"
"""The folder in out/ that papers with tracked changes go to."""


def command(
    old: Annotated[
        str | None, typer.Argument(help=_("Revision, file or folder; default: the last commit."))
    ] = None,
    new: Annotated[
        str | None, typer.Argument(help=_("Revision, file or folder; default: the working tree."))
    ] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option("--plan", help=_("Only these plans: ids or their beginnings; repeatable.")),
    ] = None,
    form: Annotated[str, format_option(room, _("How to write the changes."))] = "text",
    output: options.PaperOutput = None,
    docx: Annotated[
        bool, typer.Option("--docx", help=_("Write the new paper with tracked changes."))
    ] = False,
    force: options.PaperForce = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("Exit with 1 when something changed."))
    ] = False,
) -> int:
    from cchc.app.diff import compare
    from cchc.cli.unread import report_unread

    if docx:
        return _redlines(old, new, plan or (), form, output, force=force)
    answer = compare(old, new, Path.cwd(), plan or ())
    deliver(discover.module(room, form).write(answer), output, form, discover.names(room))
    if code := report_unread(answer.unread):
        return code if answer.changes else max(code, 2)
    return int(exit_code and answer.total > 0)


def _redlines(
    old: str | None, new: str | None, plans: Sequence[str], form: str, output: Path | None, *,
    force: bool,
) -> int:  # fmt: skip
    from cchc.app.diff import ComparedVersions
    from cchc.app.paper_paths import PaperFormat
    from cchc.app.redline import redlines
    from cchc.cli.papers import PaperOptions, write_papers

    if form == "markdown":
        raise options.ConflictingOptionsError("--docx", "--format markdown")
    compared = ComparedVersions(old, new, Path.cwd(), plans)
    wanted = PaperOptions(
        (PaperFormat.DOCX,), REDLINES, output, force, show=False, form=options.Format(form)
    )
    return write_papers(redlines(compared), len(compared), wanted)
