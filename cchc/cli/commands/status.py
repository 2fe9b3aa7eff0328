"""`cchc status`: how far the plans have come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import cchc.outputs.status as room
from cchc import discover
from cchc.cli import status_options
from cchc.cli.options import (
    AlsoPlans,
    Leader,
    Output,
    PlanNames,
    ShowAll,
    Today,
    refuse_screen,
    today_or,
)
from cchc.cli.output import deliver
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.outputs.status_words import StatusAnswer

GROUP = "follow"
HELP = say(
    "Show how much of the plans is done, late, running or not yet due.\n\n"
    "A task counts once; periods of recurring work are counted separately, from the same list as “cchc "
    "due”. docs/counting.md says what each figure means, and --explain lists what stands behind "
    "it.\n\n"
    "Examples:\n\n"
    "  cchc status\n\n"
    "  cchc status --by unit --sort overdue --top 20\n\n"
    "  cchc status nam-dan --by unit\n\n"
    "  cchc status --by parent\n\n"
    "  cchc status nam-dan --explain tasks.overdue\n\n"
    "  cchc status nam-dan --history"
)


def command(
    names: PlanNames = None,
    by: status_options.CountBy = None,
    leader: Leader = None,
    sort: status_options.RankBy = None,
    top: status_options.Top = None,
    every: ShowAll = False,
    plan: AlsoPlans = None,
    explain: status_options.Figure = None,
    history: status_options.WithHistory = False,
    today: Today = None,
    form: status_options.StatusForm = "text",
    output: Output = None,
) -> int:
    from cchc.app.above import titles_above
    from cchc.app.known_names import leaders_of, refuse_unknown_leader
    from cchc.app.load_plans import load_plans
    from cchc.cli.figures import refuse_unknown_figure
    from cchc.cli.unread import report_unread
    from cchc.outputs.layout import Layout
    from cchc.outputs.status_words import Explained, StandingNow, StatusHistory
    from cchc.outputs.table import LONG
    from cchc.views.status import CountedBy, ranked, status

    now = today_or(today)
    module = discover.module(room, form)
    refuse_screen(module, output, say("name a file: -o tinh-hinh.xlsx"))
    names = [*(names or []), *(plan or [])]
    if explain is not None:
        if history:
            raise UserError(
                say("--explain and --history do not go together"),
                say("leave one of them out; --today gives another day"),
            )
        refuse_unknown_figure(explain)
    readable = load_plans(names)
    if leader:
        refuse_unknown_leader(leader, leaders_of(readable.plans))
    layout = Layout.of(output, unread=readable.unread)
    if explain is not None:
        answer = readable.ask(lambda plans: status(plans, now, (), leader or ""))
        found: StatusAnswer = Explained(answer, explain)
    elif history:
        from cchc.app.date_range import year_of
        from cchc.app.past import past_of
        from cchc.views.trend import trend

        months = trend(year_of(None, now, readable.plans), now, past_of(names, Path.cwd()))
        found = StatusHistory(months, now)
    else:
        ways: list[CountedBy] = [by] if by else ["plan", "area", "unit"]
        if form == "text" and layout.columns and not every:
            top = top or LONG
        above = titles_above(readable.plans) if "parent" in ways else {}
        answer = readable.ask(lambda plans: status(plans, now, ways, leader or "", above))
        found = StandingNow(ranked(answer, sort, top))
    deliver(module.write(found, layout), output, form, discover.names(room))
    return report_unread(readable.unread)
