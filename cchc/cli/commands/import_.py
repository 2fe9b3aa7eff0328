"""`cchc import`: a plan from the Word, Excel or text file that an office keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import ConflictingOptionsError, Format
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.app.import_ import Imported

GROUP = "exchange"
HELP = say(
    "Read a plan from the Word, Excel or text file an office keeps, and write it as a plan file.\n\n"
    "Word (.docx), Excel (.xlsx) and text (.txt, .md) are read directly; .doc, .odt and .rtf with "
    "LibreOffice. Nothing of the paper is dropped: what has no place in a plan stands under "
    "“unplaced”. The report says what was read and where to look; remarks (#) in the file say where "
    "a person should decide. A file that is there already is never written over without --force.\n\n"
    "Examples:\n\n"
    "  cchc import ke-hoach-2026.docx\n\n"
    "  cchc import ke-hoach-2026.docx --id phu-thinh-2026\n\n"
    "  cchc import phu-luc.xlsx -o plans/phu-thinh.yaml\n\n"
    "  cchc import ke-hoach-2026.docx -o -"
)
STDOUT = "-"


def command(
    file: Annotated[
        Path, typer.Argument(help=_("The paper: .docx, .xlsx, .txt, .md, .doc, .odt."))
    ],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("The plan file to write; - for standard output.")),
    ] = None,
    plan_id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help=_("Write plans/ID.yaml of the workspace.")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Write over a plan file that is there already."))
    ] = False,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the report."))
    ] = Format.TEXT,
) -> int:
    from cchc.app.import_ import import_paper, import_plan, plan_of

    to_stdout = output is not None and str(output) == STDOUT
    if output and plan_id:
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
    imported, target = import_plan(file, output, plan_id, Path.cwd(), force=force)
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("imported", imported.content(target))
    else:
        _report(imported, target)
        typer.echo(str(target))
    return int(bool(imported.missing))


def _report(imported: Imported, target: Path | None) -> None:
    """Tell on standard error what was read, what is missing, and what to do next."""
    for line in imported.report(target):
        typer.echo(line, err=True)
