"""The board of the plans of a workspace, with their trend where git knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.app.load_plans import load_plans
from cchc.errors import UserError
from cchc.outputs.board import page
from cchc.views.board import board
from cchc.views.trend import Past, trend

if TYPE_CHECKING:
    from cchc.read.unread import Unread
    from cchc.views.trend import Month


def board_page(names: Sequence[str], today: date) -> tuple[str, Sequence[Unread]]:
    """Return the page for the plans that `names` mean, and the plans that cannot be read.

    Raises:
        UserError: a name fits no plan, or none of them can be read.
    """
    plans = load_plans(names)
    answer = plans.ask(lambda chosen: board(chosen, today))
    return page(answer, _months(names, today)), plans.unread


def _months(names: Sequence[str], today: date) -> Sequence[Month]:
    """Return the standing at the ends of the months; none where git keeps no history."""
    try:
        return trend(today.year, today, past_plans(names))
    except UserError:
        return []


def past_plans(names: Sequence[str]) -> Callable[[date], Past]:
    """Return the function that finds the plans that `names` mean as they stood on a day."""
    from cchc.read.history import History
    from cchc.read.layout import find_root
    from cchc.read.workspace import choose

    cwd = Path.cwd()
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
