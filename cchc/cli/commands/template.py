"""`cchc template`: the Word templates of a workspace."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import Message, _, say

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
    from cchc.read.layout import find_root

    root = find_root(Path.cwd())
    if action is Action.LIST:
        return _list(root, form)
    if what is None:
        raise UserError(
            say("which template? NAME or FILE is missing"), say("see “cchc template list”")
        )
    if action is Action.COPY:
        return _copy(what, root, force=force)
    path = _file(what, root)
    if action is Action.CHECK:
        return _check(path, form)
    if action is Action.DUMP:
        return _dump(path, write=write)
    return _tidy(path, root, accept=accept)


def _file(what: str, root: Path) -> Path:
    from cchc.document.templates_folder import find_template

    path = Path(what)
    return path if path.suffix or path.exists() else find_template(what, root)


def _list(root: Path, form: Format) -> int:
    from cchc.document.templates_folder import FOLDER, available_templates
    from cchc.read.layout import shown

    own = root / FOLDER
    rows = [
        {"name": name, "origin": "workspace" if path.parent == own else "packaged",
         "path": shown(path, Path.cwd()).as_posix()}
        for name, path in sorted(available_templates(root).items())
    ]  # fmt: skip
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("templates", {"templates": rows})
        return 0
    from cchc.outputs import table

    origins = {"workspace": str(say("workspace")), "packaged": str(say("comes with cchc"))}
    columns = [table.Column(str(one)) for one in (say("Name"), say("From"), say("File"))]
    table.write(columns, [(r["name"], origins[r["origin"]], r["path"]) for r in rows])
    return 0


def _copy(name: str, root: Path, *, force: bool) -> int:
    from cchc.document.templates_folder import FOLDER, find_template, packaged_templates
    from cchc.edit.write import NOW, write_bytes
    from cchc.read.layout import shown

    source = packaged_templates() / f"{name}.docx"
    if Path(name).name != name or not source.is_file():
        source = find_template(name, None)
    target = root / FOLDER / f"{name}.docx"
    if target.exists() and not force:
        raise UserError(
            say("{path} is there already", path=shown(target, Path.cwd())),
            say("use --force to replace it; what was changed in it is lost"),
        )
    write_bytes(target, source.read_bytes(), NOW if force else None)
    typer.echo(str(shown(target, Path.cwd())))
    return 0


def _check(path: Path, form: Format) -> int:
    from cchc.app.check_docx import entries_of
    from cchc.document.template_check import check_template
    from cchc.model.finding import Severity
    from cchc.outputs import docx_findings

    verdict = check_template(path)
    entries = [
        entry for sample, finding in verdict.findings
        for entry in entries_of(f"{path.name} ({sample})", [finding])
    ]  # fmt: skip
    if form is Format.JSON:
        from cchc.outputs import json

        problems = [
            {"message": str(one.message), "help": str(one.hint) if one.hint else None}
            for one in verdict.problems
        ]
        json.write(
            "template-check",
            {"path": str(path), "problems": problems, **docx_findings.content(entries, 1)},
        )
    else:
        for one in verdict.problems:
            typer.echo(f"{one.message}\n" + (f"      = {one.hint}\n" if one.hint else ""))
        typer.echo(docx_findings.text(entries), nl=False)
        typer.echo(str(_summary(path, len(verdict.problems), len(entries))))
    bad = bool(verdict.problems) or any(one.severity is Severity.ERROR for one in entries)
    return int(bad)


def _summary(path: Path, problems: int, findings: int) -> Message:
    if not problems and not findings:
        return say("{path}: a sound template", path=path)
    return say(
        "{path}: {problems} faults in the template, {findings} in what it prints",
        path=path, problems=problems, findings=findings,
    )  # fmt: skip


def _dump(path: Path, *, write: bool) -> int:
    from cchc.document.dump import dump
    from cchc.edit.write import write_bytes
    from cchc.word.package import read_package, write_package

    text = dump(write_package(read_package(path)))
    if not write:
        typer.echo(text, nl=False)
        return 0
    target = path.with_suffix(".dump.txt")
    write_bytes(target, text.encode())
    typer.echo(str(target))
    return 0


def _tidy(path: Path, root: Path, *, accept: bool) -> int:
    from cchc.document.templates_folder import FOLDER, packaged_templates
    from cchc.document.tidy import tidy
    from cchc.edit.write import write_bytes
    from cchc.word.package import read_package

    if path.resolve().parent == packaged_templates() and path.resolve().parent != root / FOLDER:
        raise UserError(
            say("{path} comes with cchc and stays as it is", path=path.name),
            say("copy it first: cchc template copy {name}", name=path.stem),
        )
    was = path.read_bytes() if path.is_file() else None
    tidied = tidy(read_package(path), path, accept=accept)
    if not tidied.removed:
        typer.echo(str(say("{path}: nothing to tidy", path=path)))
        return 0
    write_bytes(path, tidied.content, was)
    for one in tidied.removed:
        typer.echo(str(say("{path}: removed: {what}", path=path, what=one)))
    return 0
