"""`cchc due`: what falls due, what is overdue, and for whom."""

from __future__ import annotations

from pathlib import Path

import cchc.outputs.due as room
from cchc import discover
from cchc.app.date_range import PeriodOptions
from cchc.cli import due_options, options
from cchc.cli.options import date_option, today_or
from cchc.cli.output import deliver
from cchc.errors import UserError
from cchc.messages import say

GROUP = "follow"
HELP = say(
    "Show what falls due in a period, and what is overdue.\n\n"
    "Without a period: the next 30 days (all dates with --overdue or --state). Tasks that are "
    "already overdue come first; continuous and conditional tasks are listed separately and are "
    "never overdue. Weekends and holidays are shown, but never move a deadline.\n\n"
    "Examples:\n\n"
    "  cchc due --quarter 2\n\n"
    '  cchc due --within 7 --unit "Phòng Kinh tế" --lead-only\n\n'
    "  cchc due nam-dan --overdue --today 2026-07-01\n\n"
    "  cchc due --quarter 4 --format xlsx --sheet-per-unit -o quy-4.xlsx"
)


def command(
    names: options.PlanNames = None,
    quarter: options.Quarter = None,
    month: options.Month = None,
    year: options.Year = None,
    first: options.FirstDay = None,
    last: options.LastDay = None,
    within: options.Within = None,
    overdue: due_options.Overdue = False,
    unit: due_options.ForUnit = None,
    lead_only: due_options.LeadOnly = False,
    area: due_options.InArea = None,
    leader: options.Leader = None,
    kind: due_options.Kinds = None,
    state: due_options.States = None,
    plan: options.AlsoPlans = None,
    group_by: due_options.Grouping = None,
    sort: due_options.Sorting = "date",
    today: options.Today = None,
    exit_code: due_options.FailOverdue = False,
    form: due_options.AnswerForm = "text",
    output: options.Output = None,
    sheet_per_unit: due_options.SheetPerUnit = False,
    every: options.ShowAll = False,
    no_cache: options.NoCache = False,
) -> int:
    from cchc.app.due import DueRequest, ask_due
    from cchc.cli.progress_bar import progress_bar
    from cchc.cli.unread import report_unread
    from cchc.outputs.layout import DueLayout
    from cchc.views.due import STATES

    due_options.refuse_conflicts(form, output, group_by, sheet_per_unit=sheet_per_unit)
    if lead_only and unit is None:
        raise UserError(say("--lead-only needs --unit"), say("name the unit with --unit"))
    if overdue and state:
        raise UserError(
            say("{one} and {two} cannot be used together", one="--overdue", two="--state"),
            say("--state overdue says the same as --overdue"),
        )
    wanted = ["overdue"] if overdue else state or []
    period = PeriodOptions(
        quarter, month, year, date_option(first, "--from"), date_option(last, "--to"), within,
        everything=bool(wanted),
    )  # fmt: skip
    request = DueRequest(
        [*(names or []), *(plan or [])], period, unit, lead_only, area, kind or [],
        [one for one in STATES if one in wanted], leader, sort,
    )  # fmt: skip
    answer, unread, several = ask_due(
        request, today_or(today), Path.cwd(), lasting=not no_cache, steps=progress_bar
    )
    layout = DueLayout.of(
        output, unread=unread, several=several, group_by=group_by,
        sheet_per_unit=sheet_per_unit, every=every,
    )  # fmt: skip
    content = discover.module(room, form).write(answer, layout)
    deliver(content, output, form, discover.names(room))
    overdue_now = exit_code and any(item.state == "overdue" for item in answer.items)
    return report_unread(unread) or int(overdue_now)
