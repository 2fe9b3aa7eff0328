"""`cchc board`: one HTML page with every task, for whoever answers for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cchc.cli import options
from cchc.cli.options import PlanNames, today_or
from cchc.messages import _, say

GROUP = "follow"
HELP = say(
    "Write a page that shows who is late, what is due, and whether it gets better.\n\n"
    "One HTML file: it opens in any browser without a network, also on a phone, and can be mailed or printed. "
    "It holds every task with its deadline, days, record and evidence, and filters by commune, unit, leader, "
    "quarter and state.\n\n"
    "Examples:\n\n"
    "  cchc board -o bang-theo-doi.html\n\n"
    "  cchc board phu-thinh -o phu-thinh.html --open\n\n"
    "  cchc board -o bang-theo-doi.html --watch"
)


def command(
    names: PlanNames = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", help=_("The file to write; - prints it."))
    ] = Path("board.html"),
    today: options.Today = None,
    watch: Annotated[
        bool, typer.Option("--watch", help=_("Write it again whenever a plan changes."))
    ] = False,
    show: Annotated[bool, typer.Option("--open", help=_("Open it in the browser."))] = False,
) -> int:
    from cchc.cli.watch import watch_plans

    now = today_or(today)

    def write(changed: Sequence[Path] = (), *, show: bool = show) -> int:
        from cchc.app.board import board_page
        from cchc.cli.open_files import open_written
        from cchc.cli.output import deliver
        from cchc.cli.unread import report_unread

        page, unread = board_page(names or [], now)
        deliver(page, output, "html")
        if show and str(output) != "-":
            open_written([output])
        return report_unread(unread)

    return watch_plans(names or [], write, show=show) if watch else write()
