"""`cchc new`: a new plan with the headings of its kind, or carried forward from last year's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.output import tell
from cchc.cli.parser import WordChoice
from cchc.edit.files.write import STDOUT
from cchc.messages import _, quoted, say
from cchc.model.plan_kinds import KINDS

if TYPE_CHECKING:
    from cchc.app.new import NewPlan

GROUP = "draft"
HELP = say(
    "Begin a new plan: plans/ID.yaml, with the parts of its kind and places to fill in.\n\n"
    "With --from, last year's plan is carried forward: units, areas, text and tasks are kept; "
    "the plan's own year moves forward in titles, texts and deadlines; number, dates and "
    "progress are left out. Cited documents stay as they are and are listed for checking; "
    "tasks that do not recur get a remark. The command lists what it did.\n\n"
    "Examples:\n\n"
    '  cchc new phu-thinh-2027 --kind cchc --commune "xã Phú Thịnh" --province "tỉnh Thái '
    'Nguyên" --year 2027\n\n'
    '  cchc new thai-nguyen-2027 --kind cchc --agency "tỉnh Thái Nguyên" --year 2027\n\n'
    "  cchc new phu-thinh-2027 --from phu-thinh-2026"
)


def command(
    plan: Annotated[str, typer.Argument(metavar="ID", help=_("The id: the name of the file."))],
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", click_type=WordChoice([*KINDS]),
            help="; ".join(f"{key}: {kind.called}" for key, kind in KINDS.items()) + ".",
        ),
    ] = None,
    commune: Annotated[
        str | None, typer.Option(
            "--commune", "--agency",
            help=_('Whose plan it is: "xã Phú Thịnh", "tỉnh Thái Nguyên", "Sở Nội vụ".'),
        )
    ] = None,
    level: Annotated[
        str | None, typer.Option("--level", help=_("The level, where the name does not say it: xã (default), sở, phòng ..."))
    ] = None,
    province: Annotated[
        str | None, typer.Option("--province", help=_('The province: "tỉnh Thái Nguyên".'))
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", min=2000, max=2100,
            help=_("The year of the plan (default with --from: the next year)."),
        ),
    ] = None,
    last_year: Annotated[
        str | None,
        typer.Option("--from", metavar="PLAN", help=_("Last year's plan: its id or its file.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("The folder or the file, if not plans/ID.yaml.")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Overwrite the file if it exists."))
    ] = False,
) -> int:  # fmt: skip
    from cchc.app.new import new_plan

    given = {"--kind": kind, "--commune": commune, "--province": province, "--year": year}
    made = new_plan(
        plan, given, Path.cwd(), level=level, last_year=last_year, output=output, force=force
    )
    _report(made)
    return 0


def _report(made: NewPlan) -> None:
    lines = []
    for heading, details in made.done:
        lines += [str(heading), *(f"  {line}" for line in details)]
    if made.path == STDOUT:
        tell(*lines)
        return
    look = say("open {path} and search for “ĐIỀN” and “KIỂM TRA”", path=made.path)
    lines += [
        str(say("written: {path}", path=made.path)),
        str(say("Next:")),
        f"  1. {look}",
        f"  2. cchc validate {quoted(made.name)}",
        f"  3. cchc render {quoted(made.name)}",
    ]
    if not made.has_schema:
        hint = say("“cchc init” adds the schema with which editors explain every key")
        lines.append(f"  {hint}")
    tell(*lines)
