"""From the answer of `cchc due` to the form that was asked for, on the screen or in a file."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import cchc.outputs.due as room
from cchc import discover
from cchc.cli.formats import format_of, heeding, heeds, refuse_screen
from cchc.cli.output import deliver
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.read.unread import Unread
    from cchc.views.due import Due

if TYPE_CHECKING:
    DueFormat = str
else:
    DueFormat = format_of(room)


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
    module = discover.module(room, form)
    refuse_screen(module, output, say("name a file: -o den-han.xlsx"))
    if sheet_per_unit and not heeds(module, "--sheet-per-unit"):
        raise UserError(say("--sheet-per-unit needs --format xlsx"), say("add --format xlsx"))
    if by and not heeds(module, "--group-by"):
        raise UserError(
            say(
                "--group-by is for --format {formats}",
                formats=", ".join(heeding(room, "--group-by")),
            ),
            say("--sort orders every format; --sheet-per-unit splits a workbook"),
        )


def write(
    answer: Due, form: DueFormat, output: Path | None, *, unread: Sequence[Unread] = (),
    several: bool, by: GroupBy | None, sheet_per_unit: bool, every: bool,
) -> None:  # fmt: skip
    """Write `answer` in `form`, to the file `output` or to standard output.

    `unread`: the plans that it is without; `every`: a long answer whole on a terminal too.
    """
    from cchc.outputs.layout import DueLayout

    layout = DueLayout.of(
        output, unread=unread, several=several, group_by=by.value if by else None,
        sheet_per_unit=sheet_per_unit, every=every,
    )  # fmt: skip
    deliver(discover.module(room, form).write(answer, layout), output)
