"""The options that only `cchc validate` has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.model.finding import Severity

PlansOrPapers = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PLAN|FILE]...",
        help=_("Plan ids, files or folders; none: every plan of the workspace."),
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help=_("Only these codes, names or families (C); repeatable.")),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help=_("Not these codes, names or families; repeatable.")),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="LEVEL",
        help=_("Exit with 1 for findings of this level or worse: error, warning or info."),
    ),
]
Statistics = Annotated[
    bool,
    typer.Option("--statistics", help=_("Instead, count the findings by code and score sáu rõ.")),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND[=FILE]",
        help=_("Also write a report: github, sarif, junit, json; repeatable."),
    ),
]
Fix = Annotated[bool, typer.Option("--fix", help=_("Fix what is safe to fix, in the files."))]
Unsafe = Annotated[
    bool,
    typer.Option("--unsafe", help=_("With --fix: also make fixes that may change the meaning.")),
]
FixDiff = Annotated[
    bool, typer.Option("--diff", help=_("With --fix: show the changes, write nothing."))
]

ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help=_("Only plans changed since this revision of git, and what is said of others in "
               "comparison with them."),
    ),
]  # fmt: skip
KnownFindings = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=_("Only findings that are not in this baseline; lines that moved stay known."),
    ),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline", metavar="FILE", help=_("Write what is found now to this baseline.")
    ),
]


def level_of(word: str | None) -> Severity | None:
    """Return the level that --fail-on names.

    Raises:
        UserError: it is none.
    """
    from cchc.model.finding import Severity

    if word is None:
        return None
    try:
        return Severity(word)
    except ValueError:
        raise UserError(
            say("--fail-on: “{word}” is not a level", word=word),
            say("one of: {known}", known=", ".join(Severity)),
        ) from None
