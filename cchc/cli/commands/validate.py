"""`cchc validate`: the schema and every rule over plans, with the place of each finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.model.finding import Severity
    from cchc.read.load import Source
    from cchc.rules._settings import Settings

HELP = say(
    "Check plans against the schema and the rules.\n\n"
    "Exit code 1 when there is an error (or what --fail-on names), 0 otherwise. cchc.toml sets "
    "the same for a whole workspace; a comment “# cchc: allow CODE - reason” allows one place.\n\n"
    "Examples:\n\n"
    "  cchc validate plans/\n\n"
    "  cchc validate phu-thinh --every\n\n"
    "  cchc validate plans/ --fix --diff\n\n"
    "  cchc validate plans/ --select C --fail-on warning\n\n"
    "  cchc validate plans/ --report github --report sarif=cchc.sarif"
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
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help=_("Only these codes, names or families (C); repeatable.")
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help=_("Not these codes, names or families; repeatable.")),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL", help=_("Exit with 1 from this level on: error, warning or info.")
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option(
            "--statistics", help=_("Count the findings by code, and score sáu rõ, instead.")
        ),
    ] = False,
    report: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND[=FILE]",
            help=_("Also write a report: github, sarif, junit, json; repeatable."),
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help=_("Mend what can be mended safely, in the files."))
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help=_("With --fix: also what may change the meaning."))
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=_("With --fix: show the changes, write nothing."))
    ] = False,
) -> int:
    from cchc.cli.writing import deliver
    from cchc.outputs import diagnostics
    from cchc.outputs.reports import read_reports, write_reports
    from cchc.read.configuration import read_configuration
    from cchc.read.load import load
    from cchc.read.register import find_register
    from cchc.read.workspace import choose, find_root
    from cchc.rules._settings import settings
    from cchc.rules.together import diagnose_all

    if (unsafe or diff) and not fix:
        raise UserError(say("--unsafe and --diff go with --fix"), say("add --fix"))
    reports = read_reports(report or ())
    chosen = settings(
        read_configuration(find_root(Path.cwd())), select or (), ignore or (), _level(fail_on)
    )
    sources = [load(path) for path in choose(paths or [], Path.cwd())]
    if fix:
        sources = _fixed(sources, chosen, unsafe=unsafe, diff=diff)
        if diff:
            return 0
    register = find_register(Path.cwd())
    judged = [one for one in sources if not register or one.path != register.source.path]
    if register:
        judged.append(register.source)
    found = diagnose_all(judged, chosen, register.register if register else None)
    texts = {str(source.path): source.text for source in judged}
    write_reports(reports, found, texts, deliver)
    if any(one.fills_stdout for one in reports):
        pass  # a whole document stands on standard output: nothing may stand beside it
    elif form is Format.JSON:
        from cchc.outputs import json

        json.write("diagnostics", diagnostics.content(found, len(sources)))
    elif statistics:
        from cchc.outputs import clarity

        diagnostics.write_statistics(found, len(sources))
        clarity.write([(source.id, source.plan) for source in sources if source.plan])
    else:
        from cchc.outputs.terminal import is_rich

        typer.echo(diagnostics.text(found, texts, every=every, rich=is_rich()), nl=False)
        typer.echo(str(diagnostics.summary(found, len(sources))))
    return int(chosen.fails(found))


def _level(word: str | None) -> Severity | None:
    from cchc.model.finding import Severity

    if word is None:
        return None
    try:
        return Severity(word)
    except ValueError:
        raise UserError(
            say("--fail-on: “{word}” is no level", word=word),
            say("one of: {known}", known=", ".join(Severity)),
        ) from None


def _fixed(sources: list[Source], chosen: Settings, *, unsafe: bool, diff: bool) -> list[Source]:
    """Mend the files (or show how), and return them as they are then."""
    from cchc.edit.fix import fix
    from cchc.edit.write import write_text
    from cchc.outputs.unified import unified_diff
    from cchc.read.load import read_source

    after = []
    for source in sources:
        mended = fix(source, chosen, unsafe=unsafe)
        if diff:
            typer.echo(unified_diff(str(source.path), source.text, mended.text), nl=False)
        elif mended.mended:
            write_text(source.path, source.text, mended.text)
            typer.echo(
                str(say("{path}: mended {count}", path=source.path, count=mended.mended)), err=True
            )
        after.append(read_source(source.path, mended.text) if mended.mended else source)
    return after
