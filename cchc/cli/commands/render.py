"""`cchc render`: a plan and its appendices as a Word document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli.options import Format
from cchc.errors import UserError
from cchc.messages import _, say

HELP = say(
    "Print a plan with its appendices as a Word document laid out by Nghị định 30/2020/NĐ-CP.\n\n"
    "The document is written as out/PLAN.docx of the workspace unless -o names another place. A "
    "template in the workspace's own templates/ wins over the one that comes with cchc.\n\n"
    "Examples:\n\n"
    "  cchc render phu-thinh --docx\n\n"
    "  cchc render phu-thinh -o ke-hoach.docx\n\n"
    "  cchc render --all -o ban-in/"
)
OUT = "out"


def command(
    plan: Annotated[
        list[str] | None,
        typer.Argument(help=_("Plan ids or files.")),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Every plan of the workspace."))] = False,
    docx: Annotated[
        bool, typer.Option("--docx", help=_("Write a Word document; the default."))
    ] = True,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("A file, or a folder for several plans.")),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to list the files written."))
    ] = Format.TEXT,
) -> int:
    from cchc.document.render import render_plan
    from cchc.document.templates_folder import find_template
    from cchc.edit.write import write_bytes
    from cchc.read.workspace import find_root, load_plans, shown

    if not plan and not every:
        raise UserError(
            say("which plan? PLAN is missing"), say("name a plan, or use --all for every plan")
        )
    if plan and every:
        raise UserError(say("--all and PLAN cannot stand together"), say("use one of them"))
    root = find_root(Path.cwd())
    sources = load_plans(plan or [], Path.cwd())
    targets = _targets([source.id for source in sources], output, root)
    template = find_template("ke-hoach", root)
    files = []
    for source, target in zip(sources, targets, strict=True):
        assert source.plan is not None  # load_plans gives sources with plans only
        content = render_plan(source.plan, template)
        write_bytes(target, content)
        files.append({"plan": source.id, "path": shown(target, Path.cwd()), "bytes": len(content)})
        if form is Format.TEXT:
            typer.echo(str(files[-1]["path"]))
        for appendix in source.plan.appendices:
            if appendix.incomplete and not appendix.areas and not appendix.tasks:
                note = say(
                    "{plan}: the appendix “{title}” is not printed: {reason}",
                    plan=source.id, title=appendix.title, reason=appendix.incomplete,
                )  # fmt: skip
                typer.echo(str(note), err=True)
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("rendered", {"files": files})
    return 0


def _targets(ids: list[str], output: Path | None, root: Path) -> list[Path]:
    """Return where each plan goes."""
    if output is None:
        return [root / OUT / f"{name}.docx" for name in ids]
    if output.suffix.lower() == ".docx" and not output.is_dir():
        if len(ids) > 1:
            raise UserError(
                say("{count} plans do not fit into one file", count=len(ids)),
                say("name a folder after -o"),
            )
        return [output]
    return [output / f"{name}.docx" for name in ids]
