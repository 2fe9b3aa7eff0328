"""The plans above that the plans of a run carry out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.model.above import PlanAbove
    from cchc.model.plan import Plan
    from cchc.store.database import Store
    from cchc.views.changes import Change
    from cchc.views.touched import Touched


def linked_plans(links: Iterable[str], root: Path) -> Mapping[str, PlanAbove]:
    """Return the plans that links (`PLAN#ID`) lead to, as far as they are there, by id.

    Raises:
        UserError: a source under `[upstream]` cannot be read.
    """
    from cchc.read.upstream import plans_named

    wanted = {link.rpartition("#")[0] for link in links}
    return {one.id: one for one in plans_named(root, wanted)} if wanted else {}


def titles_above(plans: Iterable[tuple[str, Plan]]) -> Mapping[str, str]:
    """Return the title of each task above that a task of `plans` carries out, by the link to it.

    Raises:
        UserError: a source under `[upstream]` cannot be read.
    """
    from cchc.read.layout import find_root
    from cchc.views.works import works

    links = dict.fromkeys(
        link for _, plan in plans for work in works(plan) for link, _ in work.links
    )
    above = linked_plans(links, find_root(Path.cwd()))
    tasks = {f"{plan.id}#{task.id}": task.title for plan in above.values() for task in plan.tasks}
    return {link: title for link, title in tasks.items() if link in links}


def touched_by(changes: Mapping[str, Sequence[Change]], cwd: Path) -> Sequence[Touched]:
    """Return what changes of plans above touch in the plans of the workspace as they are now.

    Raises:
        UserError: no plan of the workspace can be read.
    """
    from cchc.app.agendas import Agendas, ask
    from cchc.read.layout import find_root
    from cchc.read.workspace import plan_files
    from cchc.views.touched import counting_changes, touched

    root = find_root(cwd)
    paths = plan_files(root / "plans")
    if not paths or not any(counting_changes(every) for every in changes.values()):
        return []

    def answer(cache: Store) -> Sequence[Touched]:
        plans = Agendas(cache, root, paths, whole=True)
        return touched(changes, plans.with_jobs(plans.ids().keys()))

    return ask(root, answer, lasting=True)
