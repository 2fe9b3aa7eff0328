"""`cchc due`: what falls due, what is overdue, and for whom."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.app.date_range import PeriodOptions, date_range
from cchc.app.units import units_of
from cchc.cli.due_output import DueFormat, GroupBy, check_request, write
from cchc.cli.options import (
    AlsoPlans,
    FirstDay,
    LastDay,
    Leader,
    Month,
    NoCache,
    Output,
    PlanNames,
    Quarter,
    ShowAll,
    Today,
    Within,
    Year,
    choices,
    read_date,
    today_or,
)
from cchc.errors import UserError
from cchc.messages import _, say
from cchc.model.plan_kinds import KINDS

if TYPE_CHECKING:
    from cchc.read.unread import Unread
    from cchc.store.database import Store

GROUP = "follow"
HELP = say(
    "Show what falls due in a period, and what is overdue.\n\n"
    "Without a period: the next 30 days (all dates with --overdue or --state). Tasks that are "
    "already overdue come first; continuous and conditional tasks are listed apart and are "
    "never overdue. Weekends and holidays are shown, but never move a deadline.\n\n"
    "Examples:\n\n"
    "  cchc due --quarter 2\n\n"
    '  cchc due --within 7 --unit "Phòng Kinh tế" --lead-only\n\n'
    "  cchc due nam-dan --overdue --today 2026-07-01\n\n"
    "  cchc due --quarter 4 --format xlsx --sheet-per-unit -o quy-4.xlsx"
)


if TYPE_CHECKING:
    Kind = StrEnum
else:
    Kind = choices("Kind", (*KINDS, "task", "report", "duty"))
"""Kinds of plan, and kinds of work."""


class StateName(StrEnum):
    """The states of the contract."""

    OVERDUE = "overdue"
    DUE = "due"
    UPCOMING = "upcoming"
    DONE = "done"
    DONE_LATE = "done-late"
    CONTINUOUS = "continuous"
    CONDITIONAL = "conditional"


class Sort(StrEnum):
    """What rows are sorted by."""

    DATE = "date"
    PLAN = "plan"
    UNIT = "unit"
    STATE = "state"


def command(
    names: PlanNames = None,
    quarter: Quarter = None,
    month: Month = None,
    year: Year = None,
    first: FirstDay = None,
    last: LastDay = None,
    within: Within = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=_("Only what is overdue."))] = False,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help=_("Only what this unit leads or supports: id, name or alias.")),
    ] = None,
    lead_only: Annotated[
        bool, typer.Option("--lead-only", help=_("With --unit: only what it leads."))
    ] = False,
    area: Annotated[
        str | None,
        typer.Option(
            "--area", help=_("Only this area: part of its title, accents may be left out.")
        ),
    ] = None,
    leader: Leader = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option("--kind", help=_("Only this kind of plan or of work; may be repeated.")),
    ] = None,
    state: Annotated[
        list[StateName] | None,
        typer.Option("--state", help=_("Only this state; may be repeated.")),
    ] = None,
    plan: AlsoPlans = None,
    group_by: Annotated[
        GroupBy | None, typer.Option("--group-by", help=_("Group the rows by this."))
    ] = None,
    sort: Annotated[Sort, typer.Option("--sort", help=_("Sort the rows by this."))] = Sort.DATE,
    today: Today = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("Exit with 1 when something is overdue."))
    ] = False,
    form: Annotated[
        DueFormat, typer.Option("--format", help=_("How to write the answer."))
    ] = "text",
    output: Output = None,
    sheet_per_unit: Annotated[
        bool, typer.Option("--sheet-per-unit", help=_("In xlsx: add a sheet for each unit."))
    ] = False,
    every: ShowAll = False,
    no_cache: NoCache = False,
) -> int:
    from cchc.app.agendas import CACHE_ERRORS, Agendas, ask
    from cchc.app.bulkhead import ask_apart
    from cchc.app.days_off import days_off
    from cchc.cli.progress_bar import bar
    from cchc.cli.unread import report_unread
    from cchc.read.layout import find_root
    from cchc.read.workspace import choose
    from cchc.views.due import Due, Wanted, due

    check_request(form, output, group_by, sheet_per_unit=sheet_per_unit)
    if lead_only and unit is None:
        raise UserError(say("--lead-only needs --unit"), say("name the unit with --unit"))
    if overdue and state:
        raise UserError(
            say("{one} and {two} cannot be used together", one="--overdue", two="--state"),
            say("--state overdue says the same as --overdue"),
        )
    now = today_or(today)
    states = [StateName.OVERDUE] if overdue else state or []
    options = PeriodOptions(
        quarter, month, year, read_date(first, "--from"), read_date(last, "--to"), within,
        everything=bool(states),
    )  # fmt: skip
    root = find_root(Path.cwd())

    names = [*(names or []), *(plan or [])]

    def answered(cache: Store) -> tuple[Due, list[Unread], bool]:
        kept_days = days_off(cache, root)
        paths = choose(names, Path.cwd())
        plans = Agendas(cache, root, paths, whole=not names, steps=bar)
        start, end = date_range(options, now, plans)
        wanted = Wanted(
            start, end, units_of(unit, plans) if unit else None, lead_only, area or "",
            frozenset(one.value for one in kind or []), frozenset(one.value for one in states),
            leader or "",
        )  # fmt: skip
        found, failed = ask_apart(
            lambda chosen: due(
                plans.with_jobs(chosen), now, wanted, order=sort.value, days_off=kept_days
            ),
            plans.ids(), through=CACHE_ERRORS,
        )  # fmt: skip
        return found, plans.unread + failed, len(plans) - len(failed) > 1

    answer, unread, several = ask(root, answered, lasting=not no_cache)
    write(
        answer, form, output, unread=unread, several=several, by=group_by,
        sheet_per_unit=sheet_per_unit, every=every,
    )  # fmt: skip
    overdue_now = exit_code and any(item.state == "overdue" for item in answer.items)
    return report_unread(unread) or int(overdue_now)
