"""The periodic report on a plan: the numbers worked out, the office's own words put in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.app.paper_files import RenderedPlan
from cchc.app.render import print_paper
from cchc.document.papers.report import TEMPLATE, report_paper
from cchc.document.report_parts import missing
from cchc.document.report_words import PLACES, skeleton
from cchc.edit.write import write_bytes
from cchc.errors import UserError
from cchc.messages import say
from cchc.read.layout import find_root, shown
from cchc.read.prose import prose_path, read_prose
from cchc.read.workspace import require_plans
from cchc.views.report import Period, Report, bounds, report

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.read.source import Source


class PeriodicReport(NamedTuple):
    """A report on one plan, and what it lacks."""

    numbers: Report
    rendered: RenderedPlan
    words: Path
    """The file for the office's own words, as one would name it from the current folder."""
    missing: list[str]
    """The headings that have no words."""
    unsigned: bool
    """Whether nobody is named who signs."""


def print_report(
    plan: str, period: Period, today: date, cwd: Path, signer: str | None = None
) -> PeriodicReport:
    """Print the report on the plan called `plan`, signed by `signer` or by the plan's signer.

    Numbers are those of the last day of the period, or of `today` while the period runs.

    Raises:
        UserError: there is no such plan, it has errors, the period has not begun, the file of the
            office's words cannot be used, or the template cannot.
    """
    source, loaded = _load(plan, cwd)
    root = find_root(cwd)
    place = prose_path(root, source.id, period)
    numbers = _numbers(source.id, loaded, period, today)
    prose = read_prose(place, PLACES)
    paper = report_paper(numbers, loaded, prose, signer)
    printed = print_paper(
        paper, TEMPLATE, root, plan=source.id, name=f"{source.id}-{period.lower()}"
    )
    return PeriodicReport(
        numbers, RenderedPlan(source.id, [printed]), shown(place, cwd),
        [PLACES[key] for key in missing(prose)], not paper.signer.name,
    )  # fmt: skip


def start_words(plan: str, period: Period, cwd: Path) -> Path:
    """Write the file for the office's own words, and return it as one would name it from `cwd`.

    Raises:
        UserError: there is no such plan, it has errors, or the file is there already.
    """
    source, _ = _load(plan, cwd)
    place = prose_path(find_root(cwd), source.id, period)
    path = shown(place, cwd)
    if place.exists():
        raise UserError(
            say("{path} is there already", path=path), say("open it and write your words there")
        )
    write_bytes(place, skeleton(source.id, period).encode(), was=None)
    return path


def _load(plan: str, cwd: Path) -> tuple[Source, Plan]:
    (source,) = require_plans([plan], cwd)
    assert source.plan is not None  # require_plans gives sources with plans only
    return source, source.plan


def _numbers(plan_id: str, plan: Plan, period: Period, today: date) -> Report:
    first, last = bounds(period, plan.year)
    if today < first:
        raise UserError(
            say("the period begins on {day}, after today", day=f"{first:%d/%m/%Y}"),
            say("choose an earlier period, or give the day with --today"),
        )
    return report(plan_id, plan, period, min(today, last))
