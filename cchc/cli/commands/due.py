"""`cchc due`: what falls due, what is overdue, and for whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from cchc.cli.options import Format, load_all, read_date, today_or, units_of
from cchc.errors import UserError
from cchc.messages import _, say

if TYPE_CHECKING:
    from cchc.model.plan import Plan

HELP = say(
    "Show what falls due in a period, and what is overdue.\n\n"
    "Without a period: the next 30 days. What is overdue from before stands on top; continuous "
    "and conditional tasks stand apart and are never overdue.\n\n"
    "Examples:\n\n"
    "  cchc due --quarter 2\n\n"
    '  cchc due --within 7 --unit "Phòng Kinh tế"\n\n'
    "  cchc due --overdue --plan nam-dan --today 2026-07-01"
)
DAYS_AHEAD = 30
"""How far `cchc due` looks when it is asked for no period."""


def command(
    quarter: Annotated[
        int | None,
        typer.Option("--quarter", min=1, max=4, help=_("A quarter, 1 to 4.")),
    ] = None,
    month: Annotated[
        int | None,
        typer.Option("--month", min=1, max=12, help=_("A month, 1 to 12.")),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year",
            min=2000,
            max=2100,
            help=_("The year of --quarter and --month; default: that of the plans."),
        ),
    ] = None,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help=_("The first day.")),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help=_("The last day.")),
    ] = None,
    within: Annotated[
        int | None,
        typer.Option("--within", min=0, metavar="DAYS", help=_("So many days from today on.")),
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help=_("Only what is overdue."))] = False,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help=_("Only what this unit leads or supports: id, name or alias.")),
    ] = None,
    plan: Annotated[
        list[str] | None,
        typer.Option("--plan", help=_("Only these plans: ids, files or folders; may be repeated.")),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help=_("Answer as if today were this day.")),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help=_("How to write the answer."))
    ] = Format.TEXT,
) -> int:
    from cchc.outputs import due as written
    from cchc.views.due import due

    periods = {
        "--quarter": quarter, "--month": month, "--within": within,
        "--from/--to": first or last, "--overdue": overdue or None,
    }  # fmt: skip
    given = [name for name, value in periods.items() if value is not None]
    if len(given) > 1:
        raise UserError(
            say("{one} and {two} cannot stand together", one=given[0], two=given[1]),
            say("choose one way to give the period"),
        )
    now = today_or(today)
    plans = load_all(plan or [])
    start, end = _period(_year(year, now, plans), quarter, month)
    if within is not None or not given:
        start, end = now, now + timedelta(days=DAYS_AHEAD if within is None else within)
    elif first or last:
        start, end = read_date(first, "--from"), read_date(last, "--to")
        if start and end and start > end:
            raise UserError(say("--from lies after --to"), say("exchange the two dates"))
    answer = due(
        plans, now, start, end, units=units_of(unit, plans) if unit else None, overdue_only=overdue
    )
    if form is Format.JSON:
        from cchc.outputs import json

        json.write("due", written.content(answer))
    else:
        written.write(answer, several=len(plans) > 1)
    return 0


def _year(asked: int | None, today: date, plans: list[tuple[str, Plan]]) -> int:
    """Return the year meant: the one asked for, else this year if a plan has it, else the last."""
    years = {plan.year for _, plan in plans}
    return asked or (today.year if today.year in years else max(years))


def _period(year: int, quarter: int | None, month: int | None) -> tuple[date | None, date | None]:
    if quarter is None and month is None:
        return None, None
    first_month = month or 3 * (quarter or 1) - 2
    after = first_month + (1 if month else 3)
    start = date(year, first_month, 1)
    end = date(year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return start, end
