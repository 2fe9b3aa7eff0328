"""`cchc progress`: record in the plan file what is done, with its proof."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format, read_date, today_or
from cchc.errors import UserError
from cchc.messages import Message, _, say

if TYPE_CHECKING:
    from cchc.edit.book import Change
    from cchc.edit.journal import Outcome, Rewrite
    from cchc.edit.request import Request
    from cchc.model.plan import Progress

GROUP = "follow"
HELP = say(
    "Record in the plan file what is done, when, and which document proves it.\n\n"
    "TASK is an id or a printed number. Recorded again, a record is corrected: what is not given "
    "stays, an empty text (“”) takes a value away. A task that is done needs the day on which it "
    "was done, because that day decides between on time and late; a task that is running or "
    "suspended may go without. Only the lines of the record change in the file.\n\n"
    "Tables have the columns plan, task, occurrence, state, date, evidence, note (or Kế hoạch, "
    "Mã/STT, Kỳ, Tình trạng, Ngày, Tài liệu kiểm chứng, Ghi chú); other columns, and rows that "
    "say nothing about progress, are left alone. All rows are recorded or none.\n\n"
    "Examples:\n\n"
    "  cchc progress nam-dan 17 --state done --date 12/6/2026 --evidence 15/BC-UBND\n\n"
    "  cchc progress dinh-hoa 1.1 --occurrence 2026-Q2 --state done --date 12/6/2026\n\n"
    "  cchc progress nam-dan 17 --withdraw\n\n"
    "  cchc progress --from-xlsx ket-qua.xlsx --diff"
)
STATES = {"done": say("done"), "running": say("running"), "suspended": say("suspended")}


def command(
    plan: Annotated[
        str | None, typer.Argument(help=_("The plan: its id, the beginning of it, or its file."))
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
            "--date", metavar="DATE", help=_("The day on which it was done; needed for done.")
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
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help=_("Take the record back."))
    ] = False,
    from_csv: Annotated[
        Path | None,
        typer.Option("--from-csv", metavar="FILE", help=_("Record every row of a CSV file.")),
    ] = None,
    from_xlsx: Annotated[
        Path | None,
        typer.Option("--from-xlsx", metavar="FILE", help=_("Record every row of an Excel file.")),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help=_("Show what would change; write nothing."))
    ] = False,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help=_("Answer as if today were this day.")),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the answer."))
    ] = Format.TEXT,
) -> int:  # fmt: skip
    from cchc.edit.request import Request, read_state

    said = {
        "--state": state, "--date": day, "--evidence": evidence, "--note": note,
        "--occurrence": occurrence, "--withdraw": withdraw or None,
    }  # fmt: skip
    given = [name for name, value in said.items() if value is not None]
    now = today_or(today)
    if from_csv or from_xlsx:
        given += [name for name, value in (("TASK", task), ("--from-xlsx", from_xlsx)) if value]
        _alone("--from-csv" if from_csv else "--from-xlsx", given)
        outcome = _from_table(from_csv, from_xlsx, plan, now, write=not diff)
        return _show(outcome, form, diff=diff)
    if not plan or not task:
        raise UserError(
            say("{name} is missing", name="TASK" if plan else "PLAN"),
            say("see “cchc{command} --help”", command=" progress"),
        )
    if withdraw:
        _alone("--withdraw", [name for name in given if name not in ("--withdraw", "--occurrence")])
    request = Request(
        plan, task, occurrence, read_state(state) if state is not None else None,
        read_date(day, "--date"), evidence, note, withdraw,
    )  # fmt: skip
    return _show(_one(request, now, write=not diff), form, diff=diff)


def _alone(option: str, others: list[str]) -> None:
    others = [name for name in others if name != option]
    if others:
        raise UserError(
            say("{one} and {two} cannot stand together", one=option, two=others[0]),
            say("use one of them"),
        )


def _one(request: Request, today: date, *, write: bool) -> Outcome:
    from cchc.edit.journal import record

    outcome = record([request], Path.cwd(), today, write=write)
    for refusal in outcome.refusals.values():
        raise refusal
    return outcome


def _from_table(
    from_csv: Path | None, from_xlsx: Path | None, plan: str | None, today: date, *, write: bool
) -> Outcome:
    from cchc.edit.bulk import record_tables
    from cchc.read.sheet import read_csv, read_xlsx

    sheets = read_csv(from_csv) if from_csv else read_xlsx(from_xlsx or Path())
    return record_tables(sheets, plan, Path.cwd(), today, write=write)


def _show(outcome: Outcome, form: Format, *, diff: bool) -> int:
    if form is Format.JSON:
        _show_json(outcome, diff=diff)
        return 0
    if diff:
        for rewrite in outcome.rewrites:
            typer.echo(_difference(rewrite), nl=False)
        return 0
    for change in outcome.changes:
        typer.echo(str(_line(change)))
        for doubt in _doubts(change):
            typer.echo(str(doubt), err=True)
    if not outcome.changes:
        typer.echo(str(say("no row says anything about progress")))
    return 0


def _show_json(outcome: Outcome, *, diff: bool) -> None:
    from cchc.cli.recorded import changes
    from cchc.outputs import json

    json.write("progress", {
        "written": bool(outcome.rewrites) and not diff,
        "changes": changes(outcome.changes),
        "diff": "".join(map(_difference, outcome.rewrites)),
    })  # fmt: skip
    for change in outcome.changes:
        for doubt in _doubts(change):
            typer.echo(str(doubt), err=True)


def _doubts(change: Change) -> Iterable[Message]:
    from cchc.edit.evidence import doubts

    evidence = change.after.evidence if change.after and change.after != change.before else None
    return doubts(evidence) if evidence else ()


def _line(change: Change) -> Message:
    name = str(change.name)
    if "." not in change.task and change.task != change.number:  # it has an id of its own
        name = f"{name} ({change.task})"
    what = " ".join(part for part in (change.plan, name, change.period) if part)
    if change.after is None:
        return say("{what}: taken back; was {before}", what=what, before=_words(change.before))
    after = _words(change.after)
    if change.before is None:
        return say("{what}: {after}", what=what, after=after)
    if change.before == change.after:
        return say("{what}: {after}; recorded already, nothing changed", what=what, after=after)
    return say(
        "{what}: {after}; was {before}", what=what, after=after, before=_words(change.before)
    )


def _words(record: Progress | None) -> str:
    if record is None:
        return ""
    when = record.date
    day = (
        ""
        if when is None
        else f" {when.full:%d/%m/%Y}"
        if when.full
        else f" {when.month}/{when.year}"
    )
    parts = (f"{STATES[record.state]}{day}", record.evidence, record.note)
    return ", ".join(part for part in parts if part)


def _difference(rewrite: Rewrite) -> str:
    from difflib import unified_diff

    name = rewrite.path.as_posix()
    out = unified_diff(
        rewrite.old.splitlines(), rewrite.new.splitlines(), f"a/{name}", f"b/{name}", lineterm=""
    )
    return "".join(f"{line}\n" for line in out)
