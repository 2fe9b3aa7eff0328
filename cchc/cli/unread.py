"""One way with plans and papers that cannot be read: answer for the others, and name these."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cchc.app.bulkhead import exit_code
from cchc.errors import UserError
from cchc.messages import say
from cchc.read.unread import Unread

_NAMED = 10
"""Plans that are named one by one."""


def report_unread(unread: Sequence[Unread]) -> int:
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


def report_refused(refused: Sequence[UserError]) -> int:
    """Tell on standard error which papers an answer is without, and why; return the exit code."""
    from cchc.cli.failure import fail

    for one in refused:
        fail(one.message, one.hint)
    return max((one.exit_code for one in refused), default=0)
