"""The options that only `cchc due` has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

import cchc.outputs.due as room
from cchc import discover
from cchc.cli.options import format_option, heeding, heeds, refuse_screen
from cchc.cli.parser import WordChoice
from cchc.errors import UserError
from cchc.messages import _, say
from cchc.model.plan_kinds import KINDS

_STATES = (
    "overdue", "due", "upcoming", "done", "done-late", "recurring", "continuous", "conditional",
)  # fmt: skip
_KINDS = (*KINDS, "task", "report", "duty")
"""Of plans, and of work."""

Overdue = Annotated[bool, typer.Option("--overdue", help=_("Only what is overdue."))]
ForUnit = Annotated[
    str | None,
    typer.Option("--unit", help=_("Only what this unit leads or supports: id, name or alias.")),
]
LeadOnly = Annotated[bool, typer.Option("--lead-only", help=_("With --unit: only what it leads."))]
InArea = Annotated[
    str | None,
    typer.Option("--area", help=_("Only this area: part of its title, accents may be left out.")),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        click_type=WordChoice(_KINDS),
        help=_("Only this kind of plan or of work; may be repeated."),
    ),
]
States = Annotated[
    list[str] | None,
    typer.Option(
        "--state", click_type=WordChoice(_STATES), help=_("Only this state; may be repeated.")
    ),
]
Grouping = Annotated[
    Literal["unit", "plan", "date"] | None,
    typer.Option("--group-by", help=_("Group the rows by this.")),
]
Sorting = Annotated[
    Literal["date", "plan", "unit", "state"],
    typer.Option("--sort", help=_("Sort the rows by this.")),
]
FailOverdue = Annotated[
    bool, typer.Option("--exit-code", help=_("Exit with 1 when something is overdue."))
]
AnswerForm = Annotated[str, format_option(room, _("How to write the answer."))]
SheetPerUnit = Annotated[
    bool, typer.Option("--sheet-per-unit", help=_("In xlsx: add a sheet for each unit."))
]


def refuse_conflicts(
    form: str, output: Path | None, by: str | None, *, sheet_per_unit: bool
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
