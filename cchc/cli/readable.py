"""One way with plans that cannot be read: answer for the others, name these, leave with code 1."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cchc.app.bulkhead import ask_apart, exit_code
from cchc.messages import say

if TYPE_CHECKING:
    from cchc.model.plan import Plan
    from cchc.read.unread import Unread

R = TypeVar("R")

_NAMED = 10
"""Plans that are named one by one."""


class Readable(NamedTuple):
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


def load_readable(names: Sequence[str]) -> Readable:
    """Return the plans that `names` mean; none given: all of the workspace.

    Raises:
        UserError: a name fits no plan, or none of the plans can be read.
    """
    from cchc.read import workspace

    sources, unread = workspace.load_readable(names, Path.cwd())
    plans = [(one.id, one.plan) for one in sources if one.plan is not None]
    return Readable(plans, unread, {one.id: one.path for one in sources})


def told(unread: list[Unread]) -> int:
    """Name on standard error the plans that an answer is without; return the exit code."""
    if not unread:
        return 0
    plans = {one.plan for one in unread}
    heading = say("{count} plans cannot be read; the answer is without them:", count=len(plans))
    lines = [f"cchc: {heading}"]
    for one in unread[:_NAMED]:
        what = say(
            "{path}:{line}:{column}: {message}",
            path=one.path, line=one.line, column=one.column, message=one.message,
        )  # fmt: skip
        lines.append(f"  {what}")
    if len(unread) > _NAMED:
        more = say("and {count} more", count=len(unread) - _NAMED)
        lines.append(f"  {more}")
    hint = say("“cchc validate” shows every error of a file")
    lines.append(f"  {hint}")
    sys.stderr.write("\n".join(lines) + "\n")
    return exit_code(unread)
