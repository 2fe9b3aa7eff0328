"""Printing plans again whenever they change, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cchc.app.watch import changed_plans
from cchc.cli.failure import fail
from cchc.cli.output import tell
from cchc.errors import UserError
from cchc.messages import say
from cchc.read.workspace import choose, refuse_twins


def watch_plans(names: list[str], render: Callable[..., int], *, show: bool) -> int:
    """Call `render` with the plans that changed, again and again; mistakes are told and waited out.

    Raises:
        UserError: a name fits no plan.
    """
    choose(names, Path.cwd())  # a plan that is not there is told now
    try:
        for changed, plans in changed_plans(names, Path.cwd()):
            try:
                refuse_twins(plans)
                render(changed, show=show)
            except UserError as error:
                fail(error.message, error.hint)
            show = False
            watching = say("watching; Ctrl-C ends it")
            tell(watching)
    except KeyboardInterrupt:
        return 0
    return 0
