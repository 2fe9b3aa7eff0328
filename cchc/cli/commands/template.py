"""`cchc template`: the Word templates of a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import Message, _, say

if TYPE_CHECKING:
    from cchc.app.template import CheckedTemplate, TemplateFile

GROUP = "print"
HELP = say(
    "List, copy, check, dump or tidy the Word templates that papers are made from.\n\n"
    "list: which templates there are and where. copy NAME: put one into the workspace's own "
    "templates/, to be changed in Word. check FILE: what is wrong with one, with part, row and "
    "cell. dump FILE: its words, styles and pages as text. tidy FILE: take out names, company and "
    "editing marks.\n\n"
    "Examples:\n\n"
    "  cchc template list\n\n"
    "  cchc template copy ke-hoach\n\n"
    "  cchc template check templates/ke-hoach.docx\n\n"
    "  cchc template dump ke-hoach --write\n\n"
    "  cchc template tidy templates/ke-hoach.docx"
)


class Action(StrEnum):
    """What to do."""

    LIST = "list"
    COPY = "copy"
    CHECK = "check"
    DUMP = "dump"
    TIDY = "tidy"


def command(
    action: Annotated[Action, typer.Argument(help=_("list, copy, check, dump or tidy."))],
    what: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE]", help=_("A template's name or file."))
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("With copy: replace the workspace's own."))
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help=_("With dump: into a file beside the template."))
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help=_("With tidy: accept all tracked changes."))
    ] = False,
    form: Annotated[
        Format, typer.Option("--format", help=_("With list and check: how to write the answer."))
    ] = Format.TEXT,
) -> int:
    from cchc.app import template

    cwd = Path.cwd()
    if action is Action.LIST:
        return _list(template.list_templates(cwd), form)
    if what is None:
        raise UserError(
            say("which template? NAME or FILE is missing"), say("see “cchc template list”")
        )
    if action is Action.COPY:
        typer.echo(str(template.copy_template(what, cwd, force=force)))
        return 0
    path = template.template_file(what, cwd)
    if action is Action.CHECK:
        return _check(template.check(path), form)
    if action is Action.DUMP:
        dumped = template.dump_template(path)
        if write:
            typer.echo(str(template.write_dump(path, dumped)))
        else:
            typer.echo(dumped, nl=False)
        return 0
    return _tidy(path, template.tidy_template(path, cwd, accept=accept))


def _list(found: Sequence[TemplateFile], form: Format) -> int:
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("templates", {"templates": [
            {"name": one.name, "origin": "workspace" if one.own else "packaged",
             "path": one.path.as_posix()}
            for one in found
        ]})  # fmt: skip
        return 0
    from cchc.outputs import table

    columns = [table.Column(str(one)) for one in (say("Name"), say("From"), say("File"))]
    table.write(columns, [
        (one.name, str(say("workspace") if one.own else say("comes with cchc")),
         one.path.as_posix())
        for one in found
    ])  # fmt: skip
    return 0


def _check(checked: CheckedTemplate, form: Format) -> int:
    from cchc.outputs import docx_findings

    path, problems, entries = checked
    if form is Format.JSON:
        from cchc.outputs import json

        told = [
            {"message": str(one.message), "help": str(one.hint) if one.hint else None}
            for one in problems
        ]
        content = {"path": str(path), "problems": told, **docx_findings.content(entries, 1)}
        json.write("template-check", content)
    else:
        for one in problems:
            typer.echo(f"{one.message}\n" + (f"      = {one.hint}\n" if one.hint else ""))
        typer.echo(docx_findings.text(entries), nl=False)
        typer.echo(str(_summary(path, len(problems), len(entries))))
    return int(checked.bad)


def _summary(path: Path, problems: int, findings: int) -> Message:
    if not problems and not findings:
        return say("{path}: a sound template", path=path)
    return say(
        "{path}: {problems} faults in the template, {findings} in what it prints",
        path=path, problems=problems, findings=findings,
    )  # fmt: skip


def _tidy(path: Path, removed: Sequence[Message]) -> int:
    if not removed:
        typer.echo(str(say("{path}: nothing to tidy", path=path)))
    for one in removed:
        typer.echo(str(say("{path}: removed: {what}", path=path, what=one)))
    return 0
