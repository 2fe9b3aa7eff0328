"""`cchc validate`: the schema and every rule over plans, with the place of each finding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.options import Format
from cchc.messages import _, say

HELP = say(
    "Check plans against the schema and the rules.\n\n"
    "Exit code 1 when there is an error, 0 otherwise.\n\n"
    "Examples:\n\n"
    "  cchc validate plans/\n\n"
    "  cchc validate phu-thinh --every\n\n"
    "  cchc validate plans/ --format json > findings.json"
)


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help=_("Plan ids, files or folders; none: every plan of the workspace.")),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the findings."))
    ] = Format.TEXT,
    every: Annotated[
        bool, typer.Option("--every", help=_("Show every repetition in full."))
    ] = False,
) -> int:
    from cchc.model.finding import Severity
    from cchc.outputs import diagnostics
    from cchc.read.load import load
    from cchc.read.workspace import choose
    from cchc.rules import diagnose

    sources = [load(path) for path in choose(paths or [], Path.cwd())]
    found = [one for source in sources for one in diagnose(source)]
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("diagnostics", diagnostics.content(found, len(sources)))
    else:
        from cchc.outputs.terminal import is_rich

        texts = {str(source.path): source.text for source in sources}
        typer.echo(diagnostics.text(found, texts, every=every, rich=is_rich()), nl=False)
        typer.echo(str(diagnostics.summary(found, len(sources))))
    return int(any(one.finding.severity is Severity.ERROR for one in found))
