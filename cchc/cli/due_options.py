"""The options that only `cchc due` has."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import cchc.outputs.due as room
from cchc import discover
from cchc.cli.formats import format_of, heeding, heeds, refuse_screen
from cchc.cli.options import one_of
from cchc.errors import UserError
from cchc.messages import _, say
from cchc.model.plan_kinds import KINDS

if TYPE_CHECKING:
    DueFormat = str
    Kind = str
else:
    DueFormat = format_of(room)
    Kind = one_of((*KINDS, "task", "report", "duty"))
"""Formats; kinds of plan, and kinds of work."""


class GroupBy(StrEnum):
    """What rows are put together by."""

    UNIT = "unit"
    PLAN = "plan"
    DATE = "date"


class StateName(StrEnum):
    """The states of the contract."""

    OVERDUE = "overdue"
    DUE = "due"
    UPCOMING = "upcoming"
    DONE = "done"
    DONE_LATE = "done-late"
    CONTINUOUS = "continuous"
    CONDITIONAL = "conditional"


class Sort(StrEnum):
    """What rows are sorted by."""

    DATE = "date"
    PLAN = "plan"
    UNIT = "unit"
    STATE = "state"


Overdue = Annotated[bool, typer.Option("--overdue", help=_("Only what is overdue."))]
ForUnit = Annotated[
    str | None,
    typer.Option("--unit", help=_("Only what this unit leads or supports: id, name or alias.")),
]
LeadOnly = Annotated[bool, typer.Option("--lead-only", help=_("With --unit: only what it leads."))]
Area = Annotated[
    str | None,
    typer.Option("--area", help=_("Only this area: part of its title, accents may be left out.")),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option("--kind", help=_("Only this kind of plan or of work; may be repeated.")),
]
States = Annotated[
    list[StateName] | None,
    typer.Option("--state", help=_("Only this state; may be repeated.")),
]
Grouping = Annotated[GroupBy | None, typer.Option("--group-by", help=_("Group the rows by this."))]
Sorting = Annotated[Sort, typer.Option("--sort", help=_("Sort the rows by this."))]
FailOverdue = Annotated[
    bool, typer.Option("--exit-code", help=_("Exit with 1 when something is overdue."))
]
AnswerForm = Annotated[DueFormat, typer.Option("--format", help=_("How to write the answer."))]
SheetPerUnit = Annotated[
    bool, typer.Option("--sheet-per-unit", help=_("In xlsx: add a sheet for each unit."))
]


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
