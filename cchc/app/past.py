"""The plans as they stood on an earlier day, read from git."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from cchc.errors import UserError
from cchc.read.folders import find_root
from cchc.read.git.history import History
from cchc.read.workspace import choose
from cchc.views.trend import Past


def past_of(names: Sequence[str], cwd: Path) -> Callable[[date], Past]:
    """Return the function that finds the plans of `names` as they stood on a day.

    Raises:
        UserError: there is no git, no repository, or no such plan.
    """
    repository = History(find_root(cwd))
    paths = [cwd / path for path in choose(list(names), cwd)]

    def past(day: date) -> Past:
        commit = repository.at(day)
        if not isinstance(commit, str):
            return Past(None, why=commit)
        try:
            sources = repository.plans(commit, paths)
        except UserError as error:
            return Past(commit, why=error.message)
        return Past(
            commit,
            [(source.id, source.plan) for source in sources if source.plan],
            {one.id: one.findings[0].message for one in sources if one.plan is None},
        )

    return past
