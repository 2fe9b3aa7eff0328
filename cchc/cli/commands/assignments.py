"""`cchc assignments`: who has to do what."""

from __future__ import annotations

from typing import Annotated

import typer

from cchc.app.known_names import units_of
from cchc.cli.options import AlsoPlans, AnswerFormat, Format, Leader, PlanNames, ShowAll
from cchc.messages import _, say

GROUP = "follow"
HELP = say(
    "Show what each unit leads, supports, and owes as duties and reports.\n\n"
    "Collective names (“các cơ quan, đơn vị”) are expanded into their members. Without --unit: an "
    "overview of all units.\n\n"
    "Examples:\n\n"
    "  cchc assignments\n\n"
    '  cchc assignments --unit "Phòng Kinh tế"\n\n'
    "  cchc assignments nam-dan --unit vh-xh"
)


def command(
    names: PlanNames = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help=_("A unit: its id, name or alias, accents may be left out.")),
    ] = None,
    leader: Leader = None,
    plan: AlsoPlans = None,
    form: AnswerFormat = Format.TEXT,
    every: ShowAll = False,
) -> int:
    from cchc.app.known_names import leaders_of, refuse_unknown_leader
    from cchc.app.load_plans import load_plans
    from cchc.cli.unread import report_unread
    from cchc.outputs import assignments as written
    from cchc.views.assignments import assignments

    readable = load_plans([*(names or []), *(plan or [])])
    wanted = units_of(unit, readable.plans) if unit else None
    if leader:
        refuse_unknown_leader(leader, leaders_of(readable.plans))
    found = readable.ask(lambda plans: assignments(plans, wanted, leader or ""))
    unread = readable.unread
    if form is Format.JSON:
        from cchc.outputs import json
        from cchc.read.unread import content as left_out

        json.write("assignments", {**written.content(found), "unread": left_out(unread)})
    elif unit:
        written.write(found, every=every)
    else:
        written.write_overview(found, every=every)
    return report_unread(unread)
