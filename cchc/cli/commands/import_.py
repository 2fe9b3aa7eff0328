"""`cchc import`: a plan from the Word, Excel or text file that an office keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli import import_options as options
from cchc.cli.options import ConflictingOptionsError, Format
from cchc.cli.output import tell
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.app.import_ import Imported

GROUP = "exchange"
HELP = say(
    "Read a plan from the Word, Excel or text file an office keeps, and write it as a plan "
    "file.\n\n"
    "Word (.docx), Excel (.xlsx, .csv) and text (.txt, .md) are read directly; .doc, .odt and "
    ".rtf with LibreOffice. Nothing is dropped: text that has no place in a plan is kept under "
    "“unplaced”. The report says what was read and where to look; remarks (#) in the file mark "
    "what a person should decide. An existing file is never overwritten without --force.\n\n"
    "With --update a printed plan that was edited in Word goes back into its plan: only what "
    "was changed on paper changes there; ids, records of progress, comments and all other "
    "lines stay. Changes made to the plan since it was printed are listed separately.\n\n"
    "Examples:\n\n"
    "  cchc import ke-hoach-2026.docx\n\n"
    "  cchc import ke-hoach-2026.docx --id phu-thinh-2026\n\n"
    "  cchc import phu-luc.xlsx -o plans/phu-thinh.yaml\n\n"
    "  cchc import ke-hoach-2026.docx -o -\n\n"
    "  cchc import ke-hoach-da-sua.docx --update phu-thinh-2026 --check\n\n"
    "  cchc import ke-hoach-da-sua.docx --update phu-thinh-2026 --yes"
)
STDOUT = "-"


def command(
    file: options.OfficeFile,
    output: options.PlanOutput = None,
    plan_id: options.PlanId = None,
    force: options.Force = False,
    discard_progress: options.DiscardProgress = False,
    update: options.UpdatePlan = None,
    check: options.Check = False,
    yes: options.Yes = False,
    take: options.TakeFrom = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the report."))
    ] = Format.TEXT,
) -> int:
    from cchc.app.import_ import import_paper, import_plan, plan_of

    if update is not None:
        from cchc.cli.update import take_back

        if output or plan_id is not None or force:
            other = "-o" if output else "--force" if plan_id is None else "--id"
            raise ConflictingOptionsError("--update", other)
        return take_back(file, update, check=check, yes=yes, take=take, form=form)
    if check or yes or take:
        option = "--check" if check else "--yes" if yes else "--take"
        raise UserError(
            say("{option} goes with --update", option=option),
            say("name the plan: --update PLAN"),
        )
    to_stdout = output is not None and str(output) == STDOUT
    if output and plan_id is not None:
        raise ConflictingOptionsError("-o", "--id")
    if to_stdout and form is Format.JSON:
        raise UserError(
            say("-o - and --format json both fill standard output"), say("give -o a file name")
        )
    if to_stdout:
        imported = import_paper(file)
        typer.echo(plan_of(imported, Path.cwd()), nl=False)
        _report(imported, None)
        return int(bool(imported.missing))
    imported, target = import_plan(
        file, output, plan_id, Path.cwd(), force=force, discard_progress=discard_progress
    )
    if form is Format.JSON:
        from cchc.cli.import_report import content
        from cchc.outputs import json

        json.write("imported", content(imported, target))
    else:
        _report(imported, target)
        typer.echo(str(target))
    return int(bool(imported.missing))


def _report(imported: Imported, target: Path | None) -> None:
    """Tell on standard error what was read, what is missing, and what to do next."""
    from cchc.cli.import_report import report_lines

    tell(*report_lines(imported, target))
