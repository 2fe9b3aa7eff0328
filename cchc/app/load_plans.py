"""The plans that a job is about: those that can be read, and the others with what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cchc.app.bulkhead import ask_apart

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.read.unread import Unread

R = TypeVar("R")


class Plans(NamedTuple):
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


def load_plans(names: Sequence[str], cwd: Path | None = None) -> Plans:
    """Return the plans that `names` mean in the folder `cwd`; none given: all of the workspace.

    Raises:
        UserError: a name fits no plan, or none of the plans can be read.
    """
    from cchc.read.workspace import load_readable

    sources, unread = load_readable(names, cwd or Path.cwd())
    plans = [(one.id, one.plan) for one in sources if one.plan is not None]
    return Plans(plans, unread, {one.id: one.path for one in sources})
