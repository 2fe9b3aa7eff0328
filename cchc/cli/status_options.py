"""The options that only `cchc status` has."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

import cchc.outputs.status as room
from cchc.cli.options import format_option
from cchc.messages import _

CountBy = Annotated[
    Literal["plan", "commune", "area", "unit", "parent"] | None,
    typer.Option("--by", help=_("Count for each of these; default: plan, area and unit.")),
]
RankBy = Annotated[
    Literal["overdue", "done"] | None,
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
WithHistory = Annotated[
    bool,
    typer.Option("--history", help=_("The figures at the end of each month, read from git.")),
]
StatusForm = Annotated[str, format_option(room, _("How to write the answer."))]
