"""`cchc assignments`: who has to do what."""

from __future__ import annotations

from typing import Annotated

import typer

from cchc.cli.options import Format, load_all, units_of
from cchc.messages import _, say

HELP = say(
    "Show what each unit leads, supports, and owes as duties and reports.\n\n"
    "Collective names (“các cơ quan, đơn vị”) are expanded into their members. Without --unit: an "
    "overview of all units.\n\n"
    "Examples:\n\n"
    "  cchc assignments\n\n"
    '  cchc assignments --unit "Phòng Kinh tế"\n\n'
    "  cchc assignments --unit vh-xh --plan nam-dan"
)


def command(
    unit: Annotated[
        str | None,
        typer.Option("--unit", help=_("A unit: its id, name or alias, accents may be left out.")),
    ] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option("--plan", help=_("Only these plans: ids, files or folders; may be repeated.")),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the answer."))
    ] = Format.TEXT,
) -> int:
    from cchc.outputs import assignments as written
    from cchc.views.assignments import assignments

    plans = load_all(plan or [])
    found = assignments(plans, units_of(unit, plans) if unit else None)
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("assignments", written.content(found))
    elif unit:
        written.write(found)
    else:
        written.write_overview(found)
    return 0
