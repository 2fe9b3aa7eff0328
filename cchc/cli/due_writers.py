"""From the answer of `cchc due` to the form that was asked for, on the screen or in a file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.cli.output import deliver
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc.read.unread import Unread
    from cchc.views.due import Due
    from cchc.views.grouping import By


class DueFormat(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    ICS = "ics"


class GroupBy(StrEnum):
    """What rows are put together by."""

    UNIT = "unit"
    PLAN = "plan"
    DATE = "date"


def check_request(
    form: DueFormat, output: Path | None, by: GroupBy | None, *, sheet_per_unit: bool
) -> None:
    """Refuse options that do not go together.

    Raises:
        UserError: with what to do instead.
    """
    if form is DueFormat.XLSX and output is None:
        raise UserError(
            say("a workbook cannot be shown on the screen"), say("name a file: -o den-han.xlsx")
        )
    if sheet_per_unit and form is not DueFormat.XLSX:
        raise UserError(say("--sheet-per-unit needs --format xlsx"), say("add --format xlsx"))
    if by and form not in (DueFormat.TEXT, DueFormat.MARKDOWN):
        raise UserError(
            say("--group-by is for --format text and markdown"),
            say("--sort orders every format; --sheet-per-unit splits a workbook"),
        )


def write(
    answer: Due,
    form: DueFormat,
    output: Path | None,
    *,
    unread: Sequence[Unread] = (),
    several: bool,
    by: GroupBy | None,
    sheet_per_unit: bool,
    every: bool,
) -> None:
    """Write `answer` in `form`, to the file `output` or to standard output.

    `unread`: the plans that it is without; `every`: a long answer whole on a terminal too.
    """
    group: By | None = by.value if by else None
    match form:
        case DueFormat.TEXT:
            from cchc.outputs import due_text
            from cchc.outputs.terminal import is_rich, width

            drawn = output is None and is_rich(sys.stdout)
            columns = width() if drawn else None
            pieces = due_text.pieces(
                answer, several=several, by=group, columns=columns, every=every
            )
            if output is None:
                sys.stdout.writelines(pieces)
            else:
                deliver("".join(pieces), output)
        case DueFormat.JSON:
            from cchc.outputs import due, json
            from cchc.read.unread import content as left_out

            whole = {**due.content(answer), "unread": left_out(unread)}
            deliver(json.dumps("due", whole), output)
        case DueFormat.CSV:
            from cchc.outputs import csv, due_files

            text = due_files.csv(answer)
            deliver(csv.MARK + text if output else text, output)
        case DueFormat.MARKDOWN:
            from cchc.outputs import due_files

            deliver(due_files.markdown(answer, group), output)
        case DueFormat.XLSX:
            from cchc.outputs import due_files

            deliver(due_files.xlsx(answer, per_unit=sheet_per_unit), output)
        case DueFormat.ICS:
            from cchc.outputs import ics

            deliver(ics.calendar(answer), output)
