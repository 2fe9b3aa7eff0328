"""The plans that a job is about: those that can be read, and the others with what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cchc.app.bulkhead import ask_apart

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.read.source import Source
    from cchc.read.unread import Unread

R = TypeVar("R")
MARK = b"amends:"
"""What a plan file holds that amends another one: only these are read besides."""


class LoadedPlans(NamedTuple):
    """The plans of a run with their ids, and those that cannot be read."""

    plans: list[tuple[str, Plan]]
    unread: list[Unread]
    files: dict[str, Path]
    """The file of each plan, by id."""

    def ask(self, question: Callable[[list[tuple[str, Plan]]], R]) -> R:
        """Return the answer to a question about the plans; those on which it fails are `unread`."""
        answer, failed = ask_apart(
            lambda chosen: question([one for one in self.plans if one[0] in chosen]), self.files
        )
        self.unread.extend(failed)
        return answer


def load_plans(names: Sequence[str]) -> LoadedPlans:
    """Return the plans that `names` mean in the current folder; none given: all of the workspace.

    A plan that is named brings those that amend it. Work that one of them amends in another is left
    out of that other: it counts once.

    Raises:
        UserError: a name fits no plan, or none of the plans can be read.
    """
    from cchc.read.workspace import load_readable
    from cchc.views.superseded import counted_once

    cwd = Path.cwd()
    sources, unread = load_readable(names, cwd)
    if names:
        sources += amendments_of([one.path for one in sources], cwd)
    plans = counted_once([(one.id, one.plan) for one in sources if one.plan is not None])
    return LoadedPlans(plans, unread, {one.id: one.path for one in sources})


def with_amendments(plan: str, cwd: Path) -> tuple[Source, list[tuple[str, Plan]]]:
    """Return the plan called `plan`, alone and with the plans of the workspace that amend it.

    Of the list each piece of work stands in one plan only; the plan itself comes first.

    Raises:
        UserError: there is no such plan, or it has errors.
    """
    from cchc.read.workspace import one_plan
    from cchc.views.superseded import counted_once

    source, own = one_plan(plan, cwd)
    others = [
        (one.id, one.plan) for one in amendments_of([source.path], cwd) if one.plan is not None
    ]
    return source, counted_once([(source.id, own), *others])


def amendments_of(paths: Sequence[Path], cwd: Path) -> list[Source]:
    """Return the other plans of the workspace that amend one of these, or what amends it."""
    from cchc.read.folders import find_root
    from cchc.read.load import load
    from cchc.read.workspace import plan_files
    from cchc.views.superseded import amending

    taken = {path.resolve() for path in paths}
    others = {
        source.id: source
        for path in plan_files(find_root(cwd) / "plans")
        if path.is_file() and path.resolve() not in taken and MARK in path.read_bytes()
        if (source := load(path)).plan is not None
    }
    if not others:
        return []
    plans = [(one.id, one.plan) for one in map(load, paths) if one.plan is not None]
    marked = [(name, one.plan) for name, one in others.items() if one.plan is not None]
    return [others[name] for name, _ in amending(plans, marked)]
