"""`cchc template`: the Word templates of a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

GROUP = "print"
HELP = say(
    "List, copy, check, dump or tidy the Word templates that papers are made from.\n\n"
    "list: show the templates and where they are. copy NAME: copy one into the workspace's "
    "templates/, to change it in Word. check FILE: show what is wrong with one, with part, row "
    "and cell. dump FILE: show its text, styles and page settings. tidy FILE: remove names, "
    "company and editing marks.\n\n"
    "Examples:\n\n"
    "  cchc template list\n\n"
    "  cchc template copy ke-hoach\n\n"
    "  cchc template check templates/ke-hoach.docx\n\n"
    "  cchc template dump ke-hoach --write\n\n"
    "  cchc template tidy templates/ke-hoach.docx"
)


def command(
    action: Annotated[
        Literal["list", "copy", "check", "dump", "tidy"],
        typer.Argument(help=_("list, copy, check, dump or tidy.")),
    ],
    what: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE]", help=_("A template's name or file."))
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("With copy: replace the workspace's copy."))
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help=_("With dump: write a file beside the template."))
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help=_("With tidy: accept all tracked changes."))
    ] = False,
    form: Annotated[
        Format, typer.Option("--format", help=_("With list and check: how to write the answer."))
    ] = Format.TEXT,
) -> int:
    from cchc.app import template
    from cchc.cli.template_report import show_checked, show_list, show_tidied

    cwd = Path.cwd()
    if action == "list":
        return show_list(template.list_templates(cwd), form)
    if what is None:
        raise UserError(
            say("which template? NAME or FILE is missing"), say("see “cchc template list”")
        )
    if action == "copy":
        typer.echo(str(template.copy_template(what, cwd, force=force)))
        return 0
    path = template.template_file(what, cwd)
    if action == "check":
        return show_checked(template.checked_template(path), form)
    if action == "dump":
        dumped = template.dump_template(path)
        if write:
            typer.echo(str(template.write_dump(path, dumped)))
        else:
            typer.echo(dumped, nl=False)
        return 0
    return show_tidied(path, template.tidy_template(path, cwd, accept=accept))
