"""The one exception that means "the request cannot be met, and here is what to do"."""

from __future__ import annotations

from cchc.messages import Message


class UserError(Exception):
    """A request that cannot be met.

    The boundary in `cchc.__main__` prints `message`, then `hint`, and leaves with exit code 2.
    """

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
