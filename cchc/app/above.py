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


def plans_above_of(plans: Iterable[tuple[str, Plan]]) -> list[PlanAbove]:
    """Return the plans whose tasks `plans` carry out, as far as they are there.

    Raises:
        UserError: a source under `[upstream]` cannot be read.
    """
    from cchc.read.folders import find_root
    from cchc.read.upstream import plans_named

    linked = {
        link.task.rpartition("#")[0]
        for _, plan in plans
        for task in plan.tasks
        for link in task.carries_out
    }
    return list(plans_named(find_root(Path.cwd()), linked)) if linked else []


def titles_above(plans: Sequence[tuple[str, Plan]]) -> Mapping[str, str]:
    """Return the title of each task above that tasks of `plans` may carry out, by the link to it.

    Raises:
        UserError: as `plans_above_of`.
    """
    return {
        f"{plan.id}#{task.id}": task.title for plan in plans_above_of(plans) for task in plan.tasks
    }


def touched_by(changes: Mapping[str, Sequence[Change]], cwd: Path) -> Sequence[Touched]:
    """Return what changes of plans above touch in the plans of the workspace as they are now.

    Raises:
        UserError: no plan of the workspace can be read.
    """
    from cchc.app.agendas import Agendas, ask_store
    from cchc.read.folders import find_root
    from cchc.read.upstream import plans_named
    from cchc.read.workspace import plan_files
    from cchc.views.touched import asked_anew, counting_changes, touched

    root = find_root(cwd)
    paths = plan_files(root / "plans")
    grown = {
        plan for plan, every in changes.items()
        if any(one.kind == "added" and one.subject.part == "task" for one in every)
    }  # fmt: skip
    if not paths or not (grown or any(map(counting_changes, changes.values()))):
        return []

    def answer(cache: Store) -> Sequence[Touched]:
        plans = Agendas(cache, root, paths, whole=True)
        held = list(plans.with_jobs(plans.ids().keys()))
        return touched(changes, held) + asked_anew(changes, plans_named(root, grown), held)

    return ask_store(root, answer, lasting=True)
