"""The options that only `cchc import` has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cchc.messages import _

OfficeFile = Annotated[
    Path, typer.Argument(help=_("The file: .docx, .xlsx, .csv, .txt, .md, .doc, .odt."))
]
PlanOutput = Annotated[
    Path | None,
    typer.Option("-o", "--output", help=_("The plan file to write; - for standard output.")),
]
PlanId = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help=_("Write plans/ID.yaml of the workspace.")),
]
Force = Annotated[bool, typer.Option("--force", help=_("Overwrite an existing plan file."))]
DiscardProgress = Annotated[
    bool,
    typer.Option("--discard-progress", help=_("With --force: also where progress is recorded.")),
]
UpdatePlan = Annotated[
    str | None,
    typer.Option("--update", metavar="PLAN", help=_("Take the paper's changes into this plan.")),
]
Check = Annotated[
    bool,
    typer.Option("--check", help=_("With --update: write nothing; exit with 1 on changes.")),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("With --update: write without asking."))]
TakeFrom = Annotated[
    Literal["paper", "plan"] | None,
    typer.Option("--take", help=_("With --update: whose words count where both changed.")),
]
