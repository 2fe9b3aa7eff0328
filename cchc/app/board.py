"""The board of the plans of a workspace, with their trend where git knows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cchc.app.above import plans_above_of
from cchc.app.load_plans import load_plans
from cchc.app.past import past_of
from cchc.errors import UserError
from cchc.outputs.board import board_html
from cchc.read.unread import Unread
from cchc.views.board import board
from cchc.views.trend import MonthEnd, trend


def board_page(names: Sequence[str], today: date) -> tuple[str, Sequence[Unread]]:
    """Return the page for the plans that `names` mean, and the plans that cannot be read.

    Raises:
        UserError: a name fits no plan, or none of them can be read.
    """
    plans = load_plans(names)
    above = plans_above_of(plans.plans)
    answer = plans.ask(lambda chosen: board(chosen, today, above))
    return board_html(answer, _months(names, today)), plans.unread


def _months(names: Sequence[str], today: date) -> Sequence[MonthEnd]:
    """Return the standing at the ends of the months; none where git keeps no history."""
    try:
        return trend(today.year, today, past_of(names, Path.cwd()))
    except UserError:
        return []
