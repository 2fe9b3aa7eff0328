"""`cchc progress`: record in the plan file what is done, with its proof."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cchc.cli import options
from cchc.cli.options import ConflictingOptionsError, Format, date_option, today_or
from cchc.errors import UserError
from cchc.messages import _, say

GROUP = "follow"
HELP = say(
    "Record in the plan file what is done, when, and which document proves it.\n\n"
    "TASK is an id or a printed number. Record a task again to correct it: what you do not "
    "give stays, and an empty text (“”) removes a value. A task that is done needs its date, "
    "which decides whether it was on time; a running or suspended task does not. The date goes "
    "with its state: a new state takes a new date. Only the lines of the record change in the "
    "file.\n\n"
    "Tables have the columns plan, task, occurrence, state, date, evidence, note (or Kế hoạch, "
    "Mã/STT, Kỳ, Tình trạng, Ngày, Tài liệu kiểm chứng, Ghi chú); other columns, and rows "
    "without progress, are ignored. The table that an office keeps is read too: headings as "
    "“cchc import” knows them, “Đã HT”, “x”, “90%”, days in remarks, tasks by their words. Rows "
    "that are sure are recorded, the others listed.\n\n"
    "Examples:\n\n"
    "  cchc progress nam-dan 17 --state done --date 12/6/2026 --evidence 15/BC-UBND\n\n"
    "  cchc progress dinh-hoa 1.1 --occurrence 2026-Q2 --state done --date 12/6/2026\n\n"
    "  cchc progress nam-dan 17 --withdraw\n\n"
    "  cchc progress --from-xlsx ket-qua.xlsx --diff"
)


def command(
    plan: Annotated[
        str | None, typer.Argument(help=_("The plan: its id, the beginning of the id, or its "
                                          "file."))
    ] = None,
    task: Annotated[
        str | None, typer.Argument(help=_("The task, report or duty: its id or printed number."))
    ] = None,
    state: Annotated[
        str | None,
        typer.Option("--state", help=_("done, running or suspended; Vietnamese words too.")),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help=_("The date it was done; required for done.")
        ),
    ] = None,
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", help=_("The document that proves it: 15/BC-UBND, or words.")),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help=_("A remark."))] = None,
    occurrence: Annotated[
        str | None,
        typer.Option(
            "--occurrence", metavar="PERIOD",
            help=_("The period of a recurring task: 2026-Q2, “Quý II”, or its last day."),
        ),
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help=_("Remove the record."))] = False,
    from_csv: Annotated[
        Path | None,
        typer.Option("--from-csv", metavar="FILE", help=_("Record every row of a CSV file.")),
    ] = None,
    from_xlsx: Annotated[
        Path | None,
        typer.Option("--from-xlsx", metavar="FILE", help=_("Record every row of an Excel file.")),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--all-or-nothing", help=_("Record no row unless every row can be recorded.")),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=_("Show what would change; write nothing."))
    ] = False,
    today: options.Today = None,
    form: options.AnswerFormat = Format.TEXT,
) -> int:  # fmt: skip
    from cchc.app.progress import record_one, record_table
    from cchc.cli.progress_report import show_outcome, show_recorded
    from cchc.edit.progress.request import Request, read_state

    said = {
        "--state": state, "--date": day, "--evidence": evidence, "--note": note,
        "--occurrence": occurrence, "--withdraw": withdraw or None,
    }  # fmt: skip
    given = [name for name, value in said.items() if value is not None]
    now = today_or(today)
    if from_csv or from_xlsx:
        given += [name for name, value in (("TASK", task), ("--from-xlsx", from_xlsx)) if value]
        _alone("--from-csv" if from_csv else "--from-xlsx", given)
        recorded = record_table(
            from_csv, from_xlsx, plan, Path.cwd(), now, write=not diff, partly=not strict
        )
        return show_recorded(recorded, form, diff=diff)
    if not plan or not task:
        raise UserError(
            say("{name} is missing", name="TASK" if plan else "PLAN"),
            say("see “cchc{command} --help”", command=" progress"),
        )
    if withdraw:
        _alone("--withdraw", [name for name in given if name not in ("--withdraw", "--occurrence")])
    request = Request(
        plan, task, occurrence, read_state(state) if state is not None else None,
        "" if day == "" else date_option(day, "--date"), evidence, note, withdraw,
    )  # fmt: skip
    outcome = record_one(request, Path.cwd(), now, write=not diff)
    return show_outcome(outcome, form, diff=diff)


def _alone(option: str, others: list[str]) -> None:
    for other in others:
        if other != option:
            raise ConflictingOptionsError(option, other)
