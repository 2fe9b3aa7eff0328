"""The options that only `cchc due` has."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.due_output import DueFormat, GroupBy
from cchc.cli.options import one_of
from cchc.messages import _
from cchc.model.plan_kinds import KINDS

if TYPE_CHECKING:
    Kind = str
else:
    Kind = one_of((*KINDS, "task", "report", "duty"))
"""Kinds of plan, and kinds of work."""


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
