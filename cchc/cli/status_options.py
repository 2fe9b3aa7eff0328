"""The options that only `cchc status` has."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

import cchc.outputs.status as room
from cchc.cli.formats import format_of
from cchc.messages import _

if TYPE_CHECKING:
    StatusFormat = str
else:
    StatusFormat = format_of(room)


class Sort(StrEnum):
    """Which rows stand on top."""

    OVERDUE = "overdue"
    DONE = "done"


class By(StrEnum):
    """What is counted for each."""

    PLAN = "plan"
    COMMUNE = "commune"
    AREA = "area"
    UNIT = "unit"
    PARENT = "parent"


CountBy = Annotated[
    By | None,
    typer.Option("--by", help=_("Count for each of these; default: plan, area and unit.")),
]
RankBy = Annotated[
    Sort | None,
    typer.Option("--sort", help=_("What comes first: most overdue, or least done.")),
]
Top = Annotated[
    int | None,
    typer.Option("--top", min=1, metavar="N", help=_("At most this many rows of each.")),
]
Figure = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="FIGURE",
        help=_(
            "List the tasks or periods behind a figure of --format json: tasks.overdue, "
            "periods.open."
        ),
    ),
]
History = Annotated[
    bool,
    typer.Option("--history", help=_("The figures at the end of each month, read from git.")),
]
StatusForm = Annotated[StatusFormat, typer.Option("--format", help=_("How to write the answer."))]
