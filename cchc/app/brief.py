"""The page for a meeting: one plan on one day, beside the end of the month before."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from cchc.app.paper_files import RenderedPlan
from cchc.app.past import past_of
from cchc.app.render import print_paper
from cchc.document.brief_chat import chat
from cchc.document.papers.brief import TEMPLATE, brief_paper
from cchc.errors import UserError
from cchc.model.plan import Plan
from cchc.read.folders import find_root
from cchc.read.workspace import one_plan
from cchc.views.brief import Brief, brief


class Loaded(NamedTuple):
    """A brief, and the plan that it is of."""

    found: Brief
    plan: Plan


def load_brief(plan: str, today: date, cwd: Path) -> Loaded:
    """Return the brief of the plan called `plan`.

    Where git knows nothing of the end of last month, its figures stay blank.

    Raises:
        UserError: there is no such plan, or it has errors.
    """
    source, loaded = one_plan(plan, cwd)
    before = _before(plan, source.id, today, cwd)
    return Loaded(brief(source.id, loaded, today, before), loaded)


def print_brief(loaded: Loaded, cwd: Path) -> RenderedPlan:
    """Print the page.

    Raises:
        UserError: the template cannot be used.
    """
    found, plan = loaded
    paper = brief_paper(found, plan)
    name = f"{found.plan}-{found.today.isoformat()}"
    printed = print_paper(paper, TEMPLATE, find_root(cwd), plan=found.plan, name=name)
    return RenderedPlan(found.plan, [printed])


def chat_brief(loaded: Loaded) -> str:
    """Return the lines for a chat."""
    return chat(loaded.found, loaded.plan)


def _before(name: str, plan_id: str, today: date, cwd: Path) -> Plan | None:
    last = today.replace(day=1) - timedelta(days=1)
    try:
        past = past_of([name], cwd)(last)
    except UserError:
        return None
    return dict(past.plans).get(plan_id)
