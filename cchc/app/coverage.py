"""Who has taken up what of a plan above, asked of the plans of the workspace through the store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cchc.app.agendas import CACHE_ERRORS, Agendas, ask_store
from cchc.app.bulkhead import ask_apart
from cchc.model.above import PlanAbove
from cchc.read.folders import find_root, plan_id
from cchc.read.unread import Unread
from cchc.read.workspace import choose, fitting, plan_files, unknown_plan
from cchc.store.database import Store
from cchc.views.coverage import Coverage, coverage


def coverage_of(name: str, today: date, cwd: Path) -> tuple[Coverage, list[Unread]]:
    """Return who has taken up the tasks of the plan `name`, and the plans that cannot be read.

    Raises:
        UserError: there is no such plan, or no plan of the workspace can be read.
    """
    root = find_root(cwd)
    above = _above(name, root)

    def answer(cache: Store) -> tuple[Coverage, list[Unread]]:
        plans = Agendas(cache, root, choose((), cwd), whole=True)
        found, failed = ask_apart(
            lambda chosen: coverage(above, plans.with_jobs(chosen), today), plans.ids(),
            through=CACHE_ERRORS,
        )  # fmt: skip
        return found, plans.unread + failed

    return ask_store(root, answer, lasting=True)


def _above(name: str, root: Path) -> PlanAbove:
    from cchc.read.load import load, required_plan
    from cchc.read.upstream import plan_above, plans_above

    files = {plan_id(path): path for path in plan_files(root / "plans")}
    path = Path(name) if Path(name).is_file() else None
    if path is None and (fits := fitting(name, files)):
        path = files[fits[0]]
    if path is not None:
        source = load(path)
        return plan_above(source.id, required_plan(source))
    others = {one.id: one for one in plans_above(root)}
    if fits := fitting(name, others):
        return others[fits[0]]
    raise unknown_plan(name, [*files, *others], root)
