"""`cchc coverage`: who has taken up what of a plan above."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

import cchc.outputs.coverage as room
from cchc import discover
from cchc.cli.options import Output, Today, format_option, refuse_screen, today_or
from cchc.messages import _, say

GROUP = "follow"
HELP = say(
    "Show who has taken up which task of a plan above, what nobody has, and where it stands.\n\n"
    "A commune has taken up a task when a task of one of its plans carries it out (“cchc link”). The "
    "key “for” of a task says who has to. Text shows tasks or communes; the workbook and JSON have "
    "both, and every link.\n\n"
    "Examples:\n\n"
    "  cchc coverage tinh/cchc-2026\n\n"
    "  cchc coverage tinh/cchc-2026 --by commune --missing\n\n"
    "  cchc coverage tinh/cchc-2026 --format xlsx -o trien-khai.xlsx"
)


def command(
    plan: Annotated[str, typer.Argument(help=_("The plan above: its id, or its file."))],
    by: Annotated[
        Literal["task", "commune"],
        typer.Option("--by", help=_("A row for each task, or for each commune.")),
    ] = "task",
    missing: Annotated[
        bool, typer.Option("--missing", help=_("Only what somebody has still to take up."))
    ] = False,
    today: Today = None,
    form: Annotated[str, format_option(room, _("How to write the answer."))] = "text",
    output: Output = None,
) -> int:
    from cchc.app.coverage import coverage_of
    from cchc.cli.output import deliver
    from cchc.cli.unread import report_unread
    from cchc.outputs.layout import Layout
    from cchc.views.coverage import missing_only

    module = discover.module(room, form)
    refuse_screen(module, output, say("name a file: -o trien-khai.xlsx"))
    answer, unread = coverage_of(plan, today_or(today), Path.cwd())
    if missing:
        answer = missing_only(answer)
    content = module.write(answer, by, Layout.of(output, unread=unread))
    deliver(content, output, form, discover.names(room))
    return report_unread(unread)
