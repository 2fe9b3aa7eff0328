"""`cchc score`: the points of a plan's criteria."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import cchc.outputs.score as room
from cchc import discover
from cchc.cli.options import Output, Today, format_option, refuse_screen, today_or
from cchc.messages import _, say

GROUP = "follow"
HELP = say(
    "Show the points of a plan's criteria (PAR Index): by field, where points were lost and why, "
    "which are at risk today, and what is still to win.\n\n"
    "The plan keeps its criteria under “criteria”, and its tasks name them. Sums that do not fit are "
    "refused. A criterion is at risk when a task that names it is overdue, or done without evidence.\n\n"
    "Examples:\n\n"
    "  cchc score phu-thinh\n\n"
    "  cchc score phu-thinh --today 30/9/2026 --format xlsx -o diem.xlsx"
)


def command(
    plan: Annotated[str, typer.Argument(help=_("The plan: its id, or its file."))],
    today: Today = None,
    form: Annotated[str, format_option(room, _("How to write the answer."))] = "text",
    output: Output = None,
) -> int:
    from cchc.app.score import score_of
    from cchc.cli.output import deliver
    from cchc.outputs.layout import Layout

    module = discover.module(room, form)
    refuse_screen(module, output, say("name a file: -o diem.xlsx"))
    answer = score_of(plan, today_or(today), Path.cwd())
    deliver(module.write(answer, Layout.of(output)), output, form, discover.names(room))
    return 0
