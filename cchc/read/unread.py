"""Plans that a run cannot read: it answers for the others, and says which ones it left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc.errors import UserError
from cchc.messages import Message, one_line
from cchc.model.finding import Span
from cchc.read import faults

if TYPE_CHECKING:
    from cchc.read.source import Source


class Unread(NamedTuple):
    """A plan that cannot be read, and the first thing that is wrong in its file."""

    plan: str
    path: str
    line: int
    column: int
    message: Message
    failed: bool = False
    """Whether cchc itself failed on it: the plan need not be wrong."""

    def refusal(self) -> UserError:
        """Return the error for a command that has nothing else to answer for."""
        from cchc.read.load import broken_at

        at = Span(self.line, self.column, self.line, self.column, 0, 0)
        return broken_at(Path(self.path), (self.message, at), failed=self.failed)


def unread(source: Source) -> Unread | None:
    """Return why `source` gives no plan; None for the register, which is none."""
    first = next(iter(source.findings), None)
    if first is None:
        return None
    at = source.span(first)
    failed = first.code == faults.INTERNAL.code
    return Unread(source.id, one_line(source.path), at.line, at.column, first.message, failed)


def failed(plan: str, path: Path | str, error: Exception) -> Unread:
    """Return the plan as one that cannot be answered for, because `error` was raised on it."""
    return Unread(plan, one_line(path), 1, 1, faults.internal(error).message, failed=True)


def content(left_out: Sequence[Unread]) -> list[dict[str, object]]:
    """Return the list `unread` of the JSON answers."""
    return [
        {"plan": one.plan, "path": one.path, "line": one.line, "column": one.column,
         "message": str(one.message)}
        for one in left_out
    ]  # fmt: skip
