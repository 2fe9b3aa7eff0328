"""What `cchc sheet` tells: as text for people, and as the JSON kinds `sheets` and `sheet-in`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.cli.options import Format
from cchc.cli.output import tell
from cchc.cli.progress_report import changes
from cchc.cli.unread import report_unread
from cchc.edit.files.write import STDOUT
from cchc.edit.progress.request import doubts
from cchc.messages import Message, say
from cchc.outputs import json
from cchc.outputs.unified import unified_diff
from cchc.read.unread import content as left_out

if TYPE_CHECKING:
    from cchc.app.sheets import Sheets, WrittenSheets
    from cchc.edit.sheets.answer import SheetFault
    from cchc.edit.sheets.take_in import Intake, Silent
    from cchc.read.unread import Unread

_NAMED = 5
"""Units or tasks that a notice names."""
_ROWS_SHOWN = 12
_SINGLY = 12
"""Units that owe answers and are told one by one; more are gathered by plan."""


def show_written(written: WrittenSheets, form: Format) -> int:
    """List the sheets written, tell who has none, and return the exit code."""
    sheets, folder, unread = written
    if form is Format.JSON:
        json.write("sheets", _written_content(sheets, folder, unread))
    elif folder != STDOUT:
        for one in sheets.made:
            sys.stdout.write(f"{(folder / one.name).as_posix()}\n")
    tell(*_written_lines(sheets))
    return report_unread(unread)


def show_intake(intake: Intake, form: Format, *, check: bool) -> int:
    """Write what came of the sheets that were taken in, and return the exit code."""
    if form is Format.JSON:
        json.write("sheet-in", _content(intake, check=check))
        return int(bool(intake.faults))
    for line in _fault_lines(intake):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(_diff(intake))
    tell(*_report_lines(intake, check=check))
    return int(bool(intake.faults))


def _written_content(sheets: Sheets, folder: Path, unread: list[Unread]) -> dict[str, Any]:
    return {
        "files": [
            {"path": folder / one.name, "plan": one.plan, "unit": one.unit, "rows": one.rows}
            for one in sheets.made
        ],
        "unread": left_out(unread),
    }


def _written_lines(sheets: Sheets) -> list[Message]:
    """Return what there is to say of the sheets written: who and what has none."""
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


def _fault_lines(intake: Intake) -> Iterator[str]:
    """Yield a line for each fault: place, column, what is wrong, what to do."""
    for fault in intake.faults:
        column = f" [{fault.column}]" if fault.column else ""
        hint = f" ({fault.hint})" if fault.hint else ""
        if fault.sheet:
            yield f"{fault.place}{column}: {fault.message}{hint}"
        else:
            yield f"{_with_path(fault)}{hint}"


def _with_path(fault: SheetFault) -> str:
    text = str(fault.message)
    return text if Path(fault.file).name in text else f"{fault.file}: {text}"


def _diff(intake: Intake) -> str:
    """Return what changes in the plan files, as one unified diff."""
    return "".join(unified_diff(one.path.as_posix(), one.old, one.new) for one in intake.rewrites)


def _report_lines(intake: Intake, *, check: bool) -> Iterator[Message]:
    """Yield what came of it: how much was recorded, what nobody reads, and who owes answers."""
    rows, sheets = intake.answers, intake.sheets
    nothing = intake.faults and not intake.changes
    if nothing:
        yield say("nothing was recorded; errors: {count}", count=len(intake.faults))
    elif intake.faults:
        yield say("faults: {count}; the rows that have one are left out", count=len(intake.faults))
    if check and not nothing:
        yield say("sheets: {sheets}; rows filled in: {rows}; would change: {count} (nothing was "
                  "written)", sheets=sheets, rows=rows, count=len(intake.changes))  # fmt: skip
    elif not nothing:
        yield say("sheets: {sheets}; rows filled in: {rows}; recorded: {count}",
                  sheets=sheets, rows=rows, count=len(intake.changes))  # fmt: skip
    for change in intake.changes:
        for doubt in doubts((change.after and change.after.evidence) or ""):
            yield say(
                "{plan}: {number}: {doubt}", plan=change.plan, number=change.name, doubt=doubt
            )
    for place in intake.stray:
        yield say("{place}: not read, because it stands outside the table", place=place)
    for shared in intake.shared:
        yield say(
            "{plan}: {number} is recorded as done, but these units lead it too and have not "
            "answered: {units}",
            plan=shared.plan, number=_numbered(str(shared.name), shared.period),
            units="; ".join(shared.missing),
        )  # fmt: skip
    if len(intake.silent) <= _SINGLY:
        yield from map(_owes, intake.silent)
        return
    for plan in dict.fromkeys(one.plan for one in intake.silent):
        yield from _owed(plan, [one for one in intake.silent if one.plan == plan])


def _numbered(number: str, period: str) -> str:
    return f"{number} ({period})" if period else number


def _owes(one: Silent) -> Message:
    numbers = [_numbered(str(row.item.name), row.item.occurrence) for row in one.rows]
    shown = ", ".join(numbers[:_ROWS_SHOWN]) + (", …" if len(numbers) > _ROWS_SHOWN else "")
    values = {"plan": one.plan, "unit": one.name, "count": len(numbers), "rows": shown}
    if one.has_sheet:
        return say("{plan}: {unit}: left empty: {count} ({rows})", **values)
    return say("{plan}: {unit}: no sheet came back; open: {count} ({rows})", **values)


def _owed(plan: str, units: Sequence[Silent]) -> Iterator[Message]:
    """Yield what the units of one plan owe, in a line or two."""
    for has_sheet in (True, False):
        mine = [one for one in units if one.has_sheet == has_sheet]
        names = "; ".join(f"{one.name} {len(one.rows)}" for one in mine)
        values = {"plan": plan, "count": sum(len(one.rows) for one in mine), "units": names}
        if mine and has_sheet:
            yield say("{plan}: left empty: {count} ({units})", **values)
        elif mine:
            yield say("{plan}: no sheet came back; open: {count} ({units})", **values)


def _content(intake: Intake, *, check: bool) -> dict[str, Any]:
    return {
        "written": bool(intake.rewrites) and not check,
        "sheets": intake.sheets,
        "answers": intake.answers,
        "faults": [
            {
                "file": one.file, "sheet": one.sheet or None, "cell": one.cell or None,
                "column": one.column or None, "message": str(one.message),
                "help": str(one.hint) if one.hint else None,
            }
            for one in intake.faults
        ],
        "changes": changes(intake.changes),
        "diff": _diff(intake),
        "not_read": intake.stray,
        "shared": [
            {
                "plan": one.plan, "number": one.number, "occurrence": one.period or None,
                "unanswered": list(one.missing),
            }
            for one in intake.shared
        ],
        "unanswered": [
            {
                "plan": one.plan, "unit": one.unit, "name": one.name, "sheet": one.has_sheet,
                "tasks": [
                    {
                        "task": row.item.task, "number": row.item.number,
                        "occurrence": row.item.occurrence or None, "due": row.item.due,
                    }
                    for row in one.rows
                ],
            }
            for one in intake.silent
        ],
    }  # fmt: skip
