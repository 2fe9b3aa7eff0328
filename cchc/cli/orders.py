"""What `cchc render` makes of one plan file, from reading it to its papers; runs in any process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.cli.paper_files import Made, PrintError
from cchc.cli.rendering import Job, print_job
from cchc.errors import UserError
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.model.plan import Plan, Unit

EVERY = "all"
"""What `--sheet` takes for every unit that has something to do."""


@dataclass(frozen=True, slots=True)
class Order:
    """One plan file, and which of its papers are wanted: `sheet` names a unit, or `EVERY`."""

    path: Path
    root: Path
    sheet: str | None = None
    signer: str | None = None


def fulfil(order: Order) -> Made:
    """Read the plan and print its papers; what is wrong with one is in the answer, not raised."""
    try:
        return _fulfilled(order)
    except Exception as error:  # one plan never takes the others with it
        from cchc.read.layout import plan_id
        from cchc.read.unread import failed

        made = Made(plan_id(order.path))
        made.unread = failed(made.plan, order.path, error)
        return made


def _fulfilled(order: Order) -> Made:
    from cchc.read.layout import plan_id
    from cchc.read.load import broken, load
    from cchc.read.unread import unread

    made = Made(plan_id(order.path))
    source = load(order.path)
    plan = source.plan
    if plan is None:
        made.unread = unread(source)
        made.error = None if made.unread else broken(source)
        return made
    try:
        jobs = _sheets(made, plan, order) if order.sheet else _plan(made, plan)
    except UserError as error:
        made.error = error
        return made
    try:
        made.papers = [print_job(job, order.root) for job in jobs]
    except UserError as error:
        made.error = PrintError(error.message, error.hint)
    return made


def known(stream: Iterable[Made]) -> Iterator[Made]:
    """Pass on what is made; that some plans have no papers is a mistake only if none has any."""
    absent = []
    printed = False
    for made in stream:
        printed = printed or bool(made.papers)
        if made.absent:
            absent.append(made)
        else:
            yield made
    for made in absent:
        assert made.absent is not None  # they were chosen for it
        if printed:
            made.notes.append(made.absent.message)
        else:
            made.error = made.absent
        yield made
        if not printed:
            break  # the same is said of each


def _plan(made: Made, plan: Plan) -> Iterator[Job]:
    from cchc.document.context import plan_context
    from cchc.document.papers.plan import TEMPLATE

    for appendix in plan.appendices:
        if appendix.incomplete and not appendix.areas and not appendix.tasks:
            made.notes.append(
                say("{plan}: the appendix “{title}” is not printed: {reason}",
                    plan=made.plan, title=appendix.title, reason=appendix.incomplete)
            )  # fmt: skip
    yield Job(made.plan, made.plan, TEMPLATE, plan_context(plan))


def _sheets(made: Made, plan: Plan, order: Order) -> Iterator[Job]:
    from cchc.document.papers.sheet import TEMPLATE, sheet_paper

    wanted = _units(made, plan, order.sheet or "")
    idle = []
    for unit in wanted:
        paper = sheet_paper(made.plan, plan, unit.id, order.signer)
        if paper is None:
            idle.append(unit.name)
        else:
            yield Job(made.plan, unit.id, TEMPLATE, paper, unit.id)
    if idle:
        told = say("{plan}: gives nothing to do to {units}: no sheet for them",
                   plan=made.plan, units="; ".join(idle))  # fmt: skip
        if len(idle) == len(wanted):
            made.absent = UserError(told)
        else:
            made.notes.append(told)


def _units(made: Made, plan: Plan, query: str) -> list[Unit]:
    """Return the units of the plan that `query` means; agencies outside only when named."""
    from cchc.app.units import units_of
    from cchc.views.membership import expanded

    if query == EVERY:
        return [unit for unit in plan.units if unit.kind != "outside"]
    try:
        found = expanded(plan, units_of(query, [(made.plan, plan)])[made.plan])
    except UserError as error:
        told = say("{plan}: there is no unit “{query}”", plan=made.plan, query=query)
        made.absent = UserError(told, error.hint)
        return []
    return [unit for unit in plan.units if unit.id in found]
