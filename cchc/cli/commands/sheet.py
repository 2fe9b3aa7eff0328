"""`cchc sheet`: follow-up sheets in Excel, one for each unit, out and in again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cchc.cli import options
from cchc.cli.options import ConflictingOptionsError, Format, date_option, today_or
from cchc.errors import UserError
from cchc.messages import _, say

GROUP = "exchange"
HELP = say(
    "Ask every unit in Excel how its tasks stand, and take its answers into the plans.\n\n"
    "out [PLAN]...: write one .xlsx for each unit, with its open tasks, reports and duties; only "
    "the yellow cells can be filled in. Without a period: everything that is open.\n\n"
    "in FILE...: check every cell of the sheets that came back, show what changes, record every "
    "row without an error, and report who has not answered. Errors are reported with file, sheet and cell. "
    "Sheets may be renamed, sorted, or saved by LibreOffice.\n\n"
    "Examples:\n\n"
    "  cchc sheet out --quarter 2\n\n"
    '  cchc sheet out nam-dan --unit "Phòng Kinh tế" --month 6 -o phieu/\n\n'
    "  cchc sheet in out/sheets --check\n\n"
    "  cchc sheet in out/sheets/*.xlsx"
)


def command(
    action: Annotated[
        Literal["out", "in"], typer.Argument(help=_("out: write sheets; in: take them in."))
    ],
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLAN|FILE]...",
            help=_("With out: plans, none for all. With in: sheets, or folders of them."),
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", help=_("With out: one unit, or all (default)."))
    ] = None,
    quarter: options.Quarter = None,
    month: options.Month = None,
    year: options.Year = None,
    first: options.FirstDay = None,
    last: options.LastDay = None,
    within: options.Within = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("With out: the folder (default: out/sheets).")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("With out: overwrite existing sheets."))
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help=_("With in: show what would change; write nothing."))
    ] = False,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept-changed",
            help=_("With in: also accept answers to tasks that have changed since, in place of "
                   "what was recorded meanwhile."),
        ),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--all-or-nothing", help=_("With in: record nothing if any row has an error.")),
    ] = False,
    today: options.Today = None,
    form: options.AnswerFormat = Format.TEXT,
) -> int:  # fmt: skip
    from cchc.app.date_range import PeriodOptions
    from cchc.app.sheets import take_in_sheets, written_sheets
    from cchc.cli.progress_bar import progress_bar
    from cchc.cli.sheet_report import show_intake, show_written

    now = today_or(today)
    names = names or []
    if action == "in":
        _refuse("out", {
            "--unit": unit, "--quarter": quarter, "--month": month, "--year": year, "--from": first,
            "--to": last, "--within": within, "--output": output, "--force": force,
        })  # fmt: skip
        intake = take_in_sheets(
            names, Path.cwd(), now, write=not check, accept=accept, all_or_nothing=strict
        )
        return show_intake(intake, form, check=check)
    _refuse("in", {"--check": check, "--accept-changed": accept, "--all-or-nothing": strict})
    if form is Format.JSON and output is not None and str(output) == "-":
        raise ConflictingOptionsError("-o -", "--format json")
    start, end = date_option(first, "--from"), date_option(last, "--to")
    period = PeriodOptions(quarter, month, year, start, end, within, everything=True)
    written = written_sheets(
        names, unit, period, now, output, Path.cwd(), force=force, steps=progress_bar
    )
    return show_written(written, form)


def _refuse(action: str, given: dict[str, object]) -> None:
    for option, value in given.items():
        if value not in (None, False):
            raise UserError(
                say("{option} goes with “cchc sheet {action}” only", option=option, action=action),
                say("leave it out"),
            )
