"""`cchc coverage`: who has taken up what of a plan above."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import cchc.outputs.coverage as room
from cchc import discover
from cchc.cli.formats import format_of, refuse_screen
from cchc.cli.options import Output, Today, today_or
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
if TYPE_CHECKING:
    CoverageFormat = str
else:
    CoverageFormat = format_of(room)


class By(StrEnum):
    """What there is a row for."""

    TASK = "task"
    COMMUNE = "commune"


def command(
    plan: Annotated[str, typer.Argument(help=_("The plan above: its id, or its file."))],
    by: Annotated[
        By, typer.Option("--by", help=_("A row for each task, or for each commune."))
    ] = By.TASK,
    missing: Annotated[
        bool, typer.Option("--missing", help=_("Only what somebody has still to take up."))
    ] = False,
    today: Today = None,
    form: Annotated[
        CoverageFormat, typer.Option("--format", help=_("How to write the answer."))
    ] = "text",
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
    content = module.write(answer, by.value, Layout.of(output, unread=unread))
    deliver(content, output, form, discover.names(room))
    return report_unread(unread)
