"""What changed between two versions of the plans, as papers with Word's tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.app.diff import ComparedVersions
from cchc.app.paper_files import PrintedPaper, RenderedPlan, TemplateError
from cchc.errors import UserError
from cchc.messages import say
from cchc.model.plan import Plan
from cchc.read.git.sides import Held, PlanPair
from cchc.read.unread import failed, unread


def redlines(compared: ComparedVersions) -> Iterator[RenderedPlan]:
    """Yield for each plan its new print with the changes against the old one.

    A plan that only one side has, or that prints the same on both, has no such paper, and says so.
    """
    for pair in compared.pairs():
        rendered = RenderedPlan(pair.plan)
        try:
            _redline(rendered, pair, compared.root)
        except UserError as error:
            rendered.error = TemplateError(error.message, error.hint)
        except Exception as error:  # one plan never takes the others with it
            held = pair.new or pair.old
            assert held is not None
            rendered.unread = failed(pair.plan, held.path, error)
        yield rendered


def _redline(rendered: RenderedPlan, pair: PlanPair, root: Path) -> None:
    from cchc.document.issued import render_issued
    from cchc.document.papers.plan import TEMPLATE
    from cchc.document.redline import redlined

    if pair.old is None or pair.new is None:
        rendered.notes.append(
            say("{plan}: only one side has it, so there is nothing to mark", plan=pair.plan)
        )
        return
    plans = [_plan(rendered, held) for held in (pair.old, pair.new)]
    if plans[0] is None or plans[1] is None:
        return
    old, new = (render_issued(plan, pair.plan, root) for plan in plans if plan)
    if old == new:
        rendered.notes.append(say("{plan}: prints the same on both sides", plan=pair.plan))
        return
    marked = redlined(old, new)
    rendered.notes.append(
        say("{plan}: {count} tracked changes", plan=pair.plan, count=marked.changes)
    )
    rendered.papers.append(PrintedPaper(pair.plan, pair.plan, TEMPLATE, None, marked.docx))


def _plan(rendered: RenderedPlan, held: Held) -> Plan | None:
    source = held.source()
    if source.plan is None and rendered.unread is None:
        fault = unread(source)
        rendered.unread = fault and fault._replace(plan=rendered.plan)
    return source.plan
