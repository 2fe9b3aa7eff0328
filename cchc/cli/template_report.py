"""What `cchc template` shows: as text for people, and as the JSON kinds `templates` and `template-check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cchc.cli.options import Format
from cchc.messages import Message, say
from cchc.outputs import docx_findings, json, table

if TYPE_CHECKING:
    from cchc.app.template import CheckedTemplate, TemplateFile


def show_list(found: Sequence[TemplateFile], form: Format) -> int:
    """List templates: name, where they come from, file."""
    if form is Format.JSON:
        json.write("templates", {"templates": [
            {"name": one.name, "origin": "workspace" if one.own else "packaged",
             "path": one.path.as_posix()}
            for one in found
        ]})  # fmt: skip
        return 0
    columns = [table.TextColumn(one) for one in (say("Name"), say("From"), say("File"))]
    table.write(columns, [
        (one.name, str(say("workspace") if one.own else say("comes with cchc")),
         one.path.as_posix())
        for one in found
    ])  # fmt: skip
    return 0


def show_checked(checked: CheckedTemplate, form: Format) -> int:
    """Write what is wrong with a template and with what it prints; return the exit code."""
    path, problems, entries = checked
    if form is Format.JSON:
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


def show_tidied(path: Path, removed: Sequence[Message]) -> int:
    """Write what was taken out of a template."""
    if not removed:
        typer.echo(str(say("{path}: nothing to tidy", path=path)))
    for one in removed:
        typer.echo(str(say("{path}: removed: {what}", path=path, what=one)))
    return 0
