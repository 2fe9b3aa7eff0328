"""Printing plans, or the sheets that assign their work, as Word documents.

One `RenderJob` is one plan file. `render_plan` needs nothing else and raises nothing that a user can
mend, so that jobs can be spread over processes or machines.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.app.cores import FEW, over_cores
from cchc.app.known_names import ALL_UNITS, units_of
from cchc.app.paper_files import PrintedPaper, RenderedPlan, TemplateError
from cchc.errors import UserError
from cchc.messages import Listed, say

if TYPE_CHECKING:
    from cchc.document.paper import Paper, PlanPaper
    from cchc.model.plan import Plan
    from cchc.model.units import Unit

FEW_WITH_SHEETS = 8
"""Plans whose sheets one process prints: those of a plan are four times the work of itself."""


@dataclass(frozen=True, slots=True)
class RenderJob:
    """One plan file of the workspace `root`, and which of its papers are wanted.

    A plan stands behind the decision that issues it. `decision`: the decision alone is printed;
    `apart`: decision, plan and appendices are files of their own. `sheet`: the unit whose sheet is printed instead of the plan, or `ALL_UNITS`; `signer`: who signs
    the sheets in place of the plan's signer.
    """

    path: Path
    root: Path
    sheet: str | None = None
    signer: str | None = None
    amending: str | None = None
    """The revision or file with the issued plan, when the paper that amends it is wanted."""
    decision: bool = False
    apart: bool = False


def render_plans(render_jobs: Sequence[RenderJob], jobs: int = 0) -> Generator[RenderedPlan]:
    """Yield what `render_plan` makes of each job, in their order, on `jobs` cores (0: all).

    That some plans have no papers is told at the end: a mistake only when no plan has any.
    """
    few = FEW_WITH_SHEETS if any(job.sheet for job in render_jobs) else FEW
    with closing(over_cores(render_plan, render_jobs, jobs, few=few)) as rendered:
        yield from _absent_last(rendered)


def render_plan(job: RenderJob) -> RenderedPlan:
    """Read a plan and print its papers; what is wrong with one is in the result, not raised."""
    try:
        return _rendered(job)
    except Exception as error:  # one plan never takes the others with it
        from cchc.read.folders import plan_id
        from cchc.read.unread import failed

        rendered = RenderedPlan(plan_id(job.path))
        rendered.unread = failed(rendered.plan, job.path, error)
        return rendered


def _rendered(job: RenderJob) -> RenderedPlan:
    from cchc.read.folders import plan_id
    from cchc.read.load import broken, load
    from cchc.read.unread import unread

    rendered = RenderedPlan(plan_id(job.path))
    source = load(job.path)
    if source.plan is None:
        rendered.unread = unread(source)
        rendered.error = None if rendered.unread else broken(source)
        return rendered
    if source.blanks:
        from cchc.outputs.key_words import dotted, place_in_plan

        keys = Listed(
            say("{place} ({key})", place=place_in_plan(place), key=dotted(place))
            for place in sorted(source.blanks, key=str)
        )
        if source.plan.status == "issued":
            rendered.error = _refused(keys)
            return rendered
        rendered.notes.append(
            say("{plan}: printed with blanks: {keys}", plan=rendered.plan, keys=keys)
        )
    papers = (
        _sheets if job.sheet else _amending if job.amending
        else _decision if job.decision else _plan
    )  # fmt: skip
    try:
        rendered.papers = list(papers(rendered, source.plan, job))
    except UserError as error:
        rendered.error = TemplateError(error.message, error.hint)
    return rendered


def _refused(keys: Listed) -> UserError:
    return UserError(
        say("an issued plan is not printed with blanks: {keys}", keys=keys),
        say("fill them in, or print it as a draft with “status: draft”"),
    )


def print_paper(
    paper: Paper, template: str, root: Path, *, plan: str, name: str, unit: str | None = None
) -> PrintedPaper:
    """Print one paper through its template in the workspace `root`, or the packaged one.

    Raises:
        UserError: the template cannot be used.
    """
    from cchc.document.template.compiled import render_paper

    return PrintedPaper(plan, name, template, unit, render_paper(paper, template, root))


def _absent_last(stream: Iterable[RenderedPlan]) -> Iterator[RenderedPlan]:
    absent = []
    printed = False
    for rendered in stream:
        printed = printed or bool(rendered.papers)
        if rendered.absent:
            absent.append(rendered)
        else:
            yield rendered
    for rendered in absent:
        assert rendered.absent is not None  # they were chosen for it
        if printed:
            rendered.notes.append(rendered.absent.message)
        else:
            rendered.error = rendered.absent
        yield rendered
        if not printed:
            break  # the same is said of each


def _plan(rendered: RenderedPlan, plan: Plan, job: RenderJob) -> Iterator[PrintedPaper]:
    from cchc.document.context import plan_context
    from cchc.document.issued import render_issued
    from cchc.document.papers.plan import TEMPLATE

    for appendix in plan.appendices:
        if appendix.incomplete and not appendix.areas and not appendix.tasks:
            rendered.notes.append(
                say("{plan}: the appendix “{title}” is not printed: {reason}",
                    plan=rendered.plan, title=appendix.title, reason=appendix.incomplete)
            )  # fmt: skip
    if not job.apart:
        docx = render_issued(plan, rendered.plan, job.root)
        yield PrintedPaper(rendered.plan, rendered.plan, TEMPLATE, None, docx)
        return
    for name, one in _files(rendered.plan, plan_context(plan, rendered.plan)):
        yield print_paper(one, TEMPLATE, job.root, plan=rendered.plan, name=name)
    if plan.document.decision:
        yield from _decision(rendered, plan, job, f"{rendered.plan}-quyet-dinh")


def _files(plan: str, paper: PlanPaper) -> Iterator[tuple[str, PlanPaper]]:
    """Yield the file names and papers of a plan whose appendices are apart (Mẫu 2.2)."""
    from cchc.document.context import appendix_alone, without_appendices

    yield plan, without_appendices(paper)
    for n, appendix in enumerate(paper.appendices, start=1):
        number = f"-{n}" if len(paper.appendices) > 1 else ""
        yield f"{plan}-phu-luc{number}", appendix_alone(paper, appendix)


def _decision(
    rendered: RenderedPlan, plan: Plan, job: RenderJob, name: str = ""
) -> Iterator[PrintedPaper]:
    from cchc.document.papers.decision import TEMPLATE, decision_paper

    paper = decision_paper(plan)
    if paper is None:
        rendered.absent = UserError(
            say("{plan}: is issued without a decision", plan=rendered.plan),
            say("document.decision says with which decision a plan is issued"),
        )
        return
    yield print_paper(paper, TEMPLATE, job.root, plan=rendered.plan, name=name or rendered.plan)


def _amending(rendered: RenderedPlan, plan: Plan, job: RenderJob) -> Iterator[PrintedPaper]:
    from cchc.app.diff import issued_as
    from cchc.document.papers import amending, amending_decision

    old = issued_as(job.amending or "", job.path)
    if not old.document.signed.number:
        rendered.notes.append(
            say("{plan}: the plan that is amended has no number; the paper leaves it blank",
                plan=rendered.plan)
        )  # fmt: skip
    decided = amending_decision.amending_decision(old, plan)
    template = amending_decision.TEMPLATE if decided else amending.TEMPLATE
    paper = decided or amending.amending_paper(old, plan)
    if paper is None:
        rendered.absent = UserError(
            say("{plan}: prints the same as {old}: there is nothing to amend",
                plan=rendered.plan, old=job.amending)
        )  # fmt: skip
        return
    yield print_paper(paper, template, job.root, plan=rendered.plan, name=rendered.plan)


def _sheets(rendered: RenderedPlan, plan: Plan, job: RenderJob) -> Iterator[PrintedPaper]:
    from cchc.document.papers.assignment_sheet import TEMPLATE, sheet_paper

    wanted = _units(rendered, plan, job.sheet or "")
    idle = []
    for unit in wanted:
        paper = sheet_paper(rendered.plan, plan, unit.id, job.signer)
        if paper is None:
            idle.append(unit.name)
        else:
            yield print_paper(
                paper, TEMPLATE, job.root, plan=rendered.plan, name=unit.id, unit=unit.id
            )
    if idle:
        told = say("{plan}: gives nothing to do to {units}: no sheet for them",
                   plan=rendered.plan, units="; ".join(idle))  # fmt: skip
        if len(idle) == len(wanted):
            rendered.absent = UserError(told)
        else:
            rendered.notes.append(told)


def _units(rendered: RenderedPlan, plan: Plan, query: str) -> list[Unit]:
    """Return the units of the plan that `query` means; agencies outside only when named."""
    from cchc.views.membership import expanded

    if query == ALL_UNITS:
        return [unit for unit in plan.units if unit.kind != "outside"]
    try:
        found = expanded(plan, units_of(query, [(rendered.plan, plan)])[rendered.plan])
    except UserError as error:
        told = say("{plan}: there is no unit “{query}”", plan=rendered.plan, query=query)
        rendered.absent = UserError(told, error.hint)
        return []
    return [unit for unit in plan.units if unit.id in found]
