"""Options that several commands share, and how their words become values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.views.agenda import Agenda


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


def units_of(query: str, plans: Iterable[tuple[str, Plan | Agenda]]) -> dict[str, list[str]]:
    """Return, for each plan, the ids of the units that `query` means there.

    Raises:
        UserError: no plan has such a unit; near names are offered.
    """
    from cchc.language.names import find_unit, nearest

    found: dict[str, list[str]] = {}
    for plan_id, plan in plans:
        known = {unit.id: (unit.name, *unit.aliases) for unit in plan.declared}
        if ids := find_unit(query, known):
            found[plan_id] = ids
    if not found:
        names = {name for _, plan in plans for unit in plan.units for name in (unit.id, unit.name)}
        near = nearest(query, sorted(names))
        raise UserError(
            say("no plan has a unit “{query}”", query=query),
            say("did you mean: {near}?", near="; ".join(near))
            if near
            else say("“cchc assignments” lists the units there are"),
        )
    return found
