"""A request to record something that cannot be met, and which part of it is at fault."""

from __future__ import annotations

from typing import Literal

from cchc.errors import UserError
from cchc.messages import Message

RequestField = Literal["plan", "task", "occurrence", "state", "date", "evidence", "note"]
"""The parts of a request; a table of them has a column for each."""


class RefusalError(UserError):
    """Why nothing is recorded, and for which field."""

    def __init__(self, field: RequestField, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.field = field
