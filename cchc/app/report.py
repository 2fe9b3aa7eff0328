"""The periodic report on a plan: the numbers worked out, the office's own words put in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.app.load_plans import with_amendments
from cchc.app.paper_files import RenderedPlan
from cchc.app.render import print_paper
from cchc.document.papers.report import TEMPLATE, report_paper
from cchc.document.report_parts import missing
from cchc.document.report_words import PLACES, skeleton
from cchc.edit.files.write import write_bytes
from cchc.errors import UserError
from cchc.messages import say
from cchc.model.plan import Plan
from cchc.read.folders import find_root, shown_path
from cchc.read.prose import prose_path, read_prose
from cchc.read.workspace import one_plan
from cchc.views.report import ReportNumbers, ReportPeriod, period_bounds, report


class PeriodicReport(NamedTuple):
    """A report on one plan, and what it lacks."""

    numbers: ReportNumbers
    rendered: RenderedPlan
    words: Path
    """The file for the office's own words, as one would name it from the current folder."""
    missing: list[str]
    """The headings that have no words."""
    unsigned: bool
    """Whether nobody is named who signs."""


def print_report(
    plan: str, period: ReportPeriod, today: date, cwd: Path, signer: str | None = None
) -> PeriodicReport:
    """Print the report on the plan called `plan`, signed by `signer` or by the plan's signer.

    Numbers are those of the last day of the period, or of `today` while the period runs.

    Raises:
        UserError: there is no such plan, it has errors, the period has not begun, the file of the
            office's words cannot be used, or the template cannot.
    """
    source, whole = with_amendments(plan, cwd)
    loaded = source.plan
    assert loaded is not None  # or it would have been refused
    root = find_root(cwd)
    place = prose_path(root, source.id, period)
    numbers = _numbers(whole, period, today)
    prose = read_prose(place, PLACES)
    paper = report_paper(numbers, loaded, prose, signer)
    printed = print_paper(
        paper, TEMPLATE, root, plan=source.id, name=f"{source.id}-{period.lower()}"
    )
    return PeriodicReport(
        numbers, RenderedPlan(source.id, [printed]), shown_path(place, cwd),
        [PLACES[key] for key in missing(prose)], not paper.signer.name,
    )  # fmt: skip


def start_words(plan: str, period: ReportPeriod, cwd: Path) -> Path:
    """Write the file for the office's own words, and return it as one would name it from `cwd`.

    Raises:
        UserError: there is no such plan, it has errors, or the file is there already.
    """
    source, _ = one_plan(plan, cwd)
    place = prose_path(find_root(cwd), source.id, period)
    path = shown_path(place, cwd)
    if place.exists():
        raise UserError(
            say("{path} is there already", path=path), say("open it and write your words there")
        )
    write_bytes(place, skeleton(source.id, period).encode(), was=None)
    return path


def _numbers(plans: Sequence[tuple[str, Plan]], period: ReportPeriod, today: date) -> ReportNumbers:
    first, last = period_bounds(period, plans[0][1].year)
    if today < first:
        raise UserError(
            say("the period begins on {day}, after today", day=f"{first:%d/%m/%Y}"),
            say("choose an earlier period, or give the day with --today"),
        )
    return report(*plans[0], period, min(today, last), amending=plans[1:])
