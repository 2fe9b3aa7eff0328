"""`cchc check-docx`: any Word document against Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

HELP = say(
    "Check Word documents against Nghị định 30/2020/NĐ-CP: page, letters, components, tables.\n\n"
    "Any .docx is judged: one made by cchc, one edited by hand, one made elsewhere. Exit code 1 "
    "when there is an error, 0 otherwise, 2 when a file is not a Word document.\n\n"
    "Examples:\n\n"
    "  cchc check-docx out/phu-thinh.docx\n\n"
    "  cchc check-docx *.docx --format json\n\n"
    "  cchc check-docx --codes"
)


def command(
    files: Annotated[list[Path] | None, typer.Argument(help=_("Word documents (.docx)."))] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the findings."))
    ] = Format.TEXT,
    every: Annotated[
        bool, typer.Option("--every", help=_("Show every repetition in full."))
    ] = False,
    codes: Annotated[
        bool, typer.Option("--codes", help=_("List what can be found, and stop."))
    ] = False,
) -> int:
    from cchc.cli.docx_entries import entries_of
    from cchc.document.check import check_docx
    from cchc.model.finding import Severity
    from cchc.outputs import docx_findings

    if codes:
        _list_codes()
        return 0
    if not files:
        raise UserError(say("which document? FILE is missing"), say("name a .docx file"))
    found = [one for path in files for one in entries_of(str(path), check_docx(path))]
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("docx-diagnostics", docx_findings.content(found, len(files)))
    else:
        from cchc.outputs.terminal import is_rich

        typer.echo(docx_findings.text(found, every=every, rich=is_rich()), nl=False)
        typer.echo(str(docx_findings.summary(found, len(files))))
    return int(any(one.severity is Severity.ERROR for one in found))


def _list_codes() -> None:
    from cchc.document.check import catalogue
    from cchc.outputs import table
    from cchc.outputs.diagnostics import LABELS

    columns = [
        table.Column(str(say("Code"))), table.Column(str(say("Name"))),
        table.Column(str(say("Level"))), table.Column(str(say("Source")), 1),
    ]  # fmt: skip
    rows = [
        (one.code, one.name, str(LABELS[one.severity]), one.source) for one in catalogue().values()
    ]
    table.write(columns, rows)
