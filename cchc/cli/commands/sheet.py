"""`cchc sheet`: follow-up sheets in Excel, one for each unit, out and in again."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format, read_date, today_or
from cchc.errors import UserError
from cchc.messages import Message, _, say

if TYPE_CHECKING:
    from datetime import date

    from cchc.app.date_range import PeriodOptions
    from cchc.cli.sheet_files import Sheets

HELP = say(
    "Ask every unit in Excel how its tasks stand, and take its answers into the plans.\n\n"
    "out [PLAN]...: write one .xlsx for each unit, with its open tasks, reports and duties; only "
    "the yellow cells can be filled in. Without a period: everything that is open.\n\n"
    "in FILE...: check every cell of the sheets that came back, show what changes, record all of "
    "it or nothing, and tell who has not answered. Faults are told with file, sheet and cell. "
    "Sheets may be renamed, sorted, or saved by LibreOffice.\n\n"
    "Examples:\n\n"
    "  cchc sheet out --quarter 2\n\n"
    '  cchc sheet out nam-dan --unit "Phòng Kinh tế" --month 6 -o phieu/\n\n'
    "  cchc sheet in out/sheets --check\n\n"
    "  cchc sheet in out/sheets/*.xlsx"
)


_NAMED = 5
"""Units or tasks that a notice names."""


class Action(StrEnum):
    """What to do."""

    OUT = "out"
    IN = "in"


def command(
    action: Annotated[Action, typer.Argument(help=_("out: write sheets; in: take them in."))],
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
    quarter: Annotated[
        int | None, typer.Option("--quarter", min=1, max=4, help=_("A quarter, 1 to 4."))
    ] = None,
    month: Annotated[
        int | None, typer.Option("--month", min=1, max=12, help=_("A month, 1 to 12."))
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", min=2000, max=2100,
            help=_("The year of --quarter and --month (default: that of the plans), or all of it."),
        ),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("The first day."))
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The last day."))
    ] = None,
    within: Annotated[
        int | None,
        typer.Option(
            "--within", min=0, max=3660, metavar="DAYS", help=_("So many days from today on.")
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help=_("With out: the folder (default: out/sheets).")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("With out: write over sheets that are there."))
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help=_("With in: show what would change; write nothing."))
    ] = False,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept-changed",
            help=_("With in: also take answers to tasks that have changed since, and put them in "
                   "the place of what was recorded since."),
        ),
    ] = False,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help=_("Answer as if today were this day.")),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the answer."))
    ] = Format.TEXT,
) -> int:  # fmt: skip
    from cchc.app.date_range import PeriodOptions

    period = PeriodOptions(
        quarter, month, year, read_date(first, "--from"), read_date(last, "--to"), within,
        everything=True,
    )  # fmt: skip
    now = today_or(today)
    if action is Action.OUT:
        _refuse("in", {"--check": check, "--accept-changed": accept})
        return _out(names or [], unit, period, now, output, form, force=force)
    _refuse("out", {
        "--unit": unit, "--quarter": quarter, "--month": month, "--year": year, "--from": first,
        "--to": last, "--within": within, "--output": output, "--force": force,
    })  # fmt: skip
    return _in(names or [], now, form, check=check, accept=accept)


def _refuse(action: str, options: dict[str, object]) -> None:
    for option, value in options.items():
        if value not in (None, False):
            raise UserError(
                say("{option} goes with “cchc sheet {action}” only", option=option, action=action),
                say("leave it out"),
            )


def _out(
    names: list[str], unit: str | None, period: PeriodOptions, today: date, output: Path | None,
    form: Format, *, force: bool,
) -> int:  # fmt: skip
    from cchc.app.date_range import date_range
    from cchc.app.paper_paths import OUT
    from cchc.cli.readable import load_readable, told
    from cchc.cli.sheet_files import make_sheets, write_sheets
    from cchc.read.layout import find_root, shown
    from cchc.views.followup import Period

    plans, unread, files = load_readable(names)
    span = Period(*date_range(period, today, plans))
    folder = output or shown(find_root(Path.cwd()) / OUT / "sheets", Path.cwd())
    sheets = make_sheets(plans, unit, span, today)
    unread += [one._replace(path=str(files[one.plan])) for one in sheets.failed]
    write_sheets(sheets, folder, force=force)
    if form is Format.JSON:
        from cchc.outputs import json
        from cchc.read.unread import content as left_out

        json.write("sheets", {"files": [
            {"path": folder / one.name, "plan": one.plan, "unit": one.unit, "rows": one.rows}
            for one in sheets.made
        ], "unread": left_out(unread)})  # fmt: skip
    else:
        for one in sheets.made:
            typer.echo((folder / one.name).as_posix())
    for line in _told(sheets):
        sys.stderr.write(f"{line}\n")
    return told(unread)


def _told(sheets: Sheets) -> list[Message]:
    lines = []
    if sheets.idle:
        lines.append(
            say("nothing to answer, so no sheet, for {count} units: {units}",
                count=len(sheets.idle), units=_few(sheets.idle))
        )  # fmt: skip
    if sheets.nobody:
        lines.append(
            say("led by no declared unit, so on no sheet, {count} tasks: {tasks}",
                count=len(sheets.nobody), tasks=_few(sheets.nobody))
        )  # fmt: skip
    if not sheets.made:
        lines.append(say("there is nothing open, so no sheet was written"))
    return lines


def _few(names: list[str]) -> str:
    """Return the first of `names`, and how many more there are."""
    shown = "; ".join(names[:_NAMED])
    if len(names) <= _NAMED:
        return shown
    return str(say("{shown}; and {count} more", shown=shown, count=len(names) - _NAMED))


def _in(names: list[str], today: date, form: Format, *, check: bool, accept: bool) -> int:
    from cchc.cli import sheet_words
    from cchc.cli.sheet_files import find_sheets
    from cchc.edit.sheet_in import take_in

    intake = take_in(find_sheets(names), Path.cwd(), today, write=not check, accept=accept)
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("sheet-in", sheet_words.content(intake, check=check))
        return int(bool(intake.faults))
    for line in sheet_words.fault_lines(intake):
        typer.echo(line)
    typer.echo(sheet_words.diff(intake), nl=False)
    for message in sheet_words.report_lines(intake, check=check):
        sys.stderr.write(f"{message}\n")
    return int(bool(intake.faults))
