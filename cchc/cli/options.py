"""Options that several commands share, and how their words become values."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cchc.errors import UserError
from cchc.messages import _, say


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


Annotate = Annotated[
    bool,
    typer.Option(
        "--annotate",
        help=_(
            "Also write a copy of the Word file with the findings as comments: FILE-nhan-xet.docx."
        ),
    ),
]
AnnotateTo = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help=_("With --annotate: where the copy goes.")),
]
AnnotateOver = Annotated[
    bool,
    typer.Option(
        "--force", help=_("With --annotate: write even over a file that cchc did not write.")
    ),
]
AnnotateDay = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help=_("With --annotate: the day that the comments bear; default: today."),
    ),
]


ShowAll = Annotated[
    bool, typer.Option("--all", help=_("On a terminal: all of a long answer, not summed up."))
]


def read_date(text: str | None, option: str) -> date | None:
    """Return the date that an option gives, written 2026-03-31 or 31/3/2026.

    Raises:
        UserError: it is no full date.
    """
    if text is None:
        return None
    from cchc.model.dates import PartialDate

    try:
        found = PartialDate.parse(text).full
    except ValueError:
        found = None
    if found is None:
        raise UserError(
            say("{option}: “{text}” is not a date", option=option, text=text),
            say("write 2026-03-31 or 31/3/2026"),
        )
    return found


def today_or(text: str | None) -> date:
    """Return the date of `--today`, or the clock's: the only place where it is read."""
    return read_date(text, "--today") or date.today()
