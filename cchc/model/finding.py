"""A finding: one thing wrong or worth knowing at one place of one file, and how to mend it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cchc.messages import Message

KeyPath = tuple[str | int, ...]
"""A key path from the root of a file, such as `("appendices", 0, "areas", 2, "title")`."""


def entry_of(place: KeyPath) -> KeyPath:
    """Return the place of the list item that has a key at `place`; of a key of no item, its first part.

    `sections[0].tasks[3].lead[1]` belongs to `sections[0].tasks[3]`, `document.date` to `document`.
    """
    keys = [at for at, part in enumerate(place) if isinstance(part, str)]
    inner = [at for at in keys if at and isinstance(place[at - 1], int)]
    return place[: inner[-1]] if inner else place[:1]


class Severity(StrEnum):
    """How bad a finding is: an error cannot be tracked or is plainly wrong; a warning is what a
    reader would object to; an info is a matter of style or a reminder."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in code points; `start` and
    `stop` are offsets in code points from 0; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    stop: int


class Edit(NamedTuple):
    """Put `text` in place of what stands between `start` and `stop` (offsets in code points)."""

    start: int
    stop: int
    text: str


class Finding(NamedTuple):
    """One thing to report.

    `place` is a key path into the plan; `span` is set instead when the file could not be read as
    far as key paths. `key` asks for the key's own place in place of the value's. `within` narrows
    the place to that stretch of the value, as it stands in the file.
    """

    code: str
    name: str
    severity: Severity
    message: Message
    place: KeyPath = ()
    help: Message | None = None
    span: Span | None = None
    key: bool = False
    within: str | None = None
    nth: int = 0
    """Which of several equal stretches `within` means, from 0."""
    replacement: str | None = None
    """A whole new value (or new text for `within`) that mends the fault; None when a person must
    decide."""
    unsafe: bool = False
    """Whether the replacement may change the meaning, so that a person should look at it."""


class Diagnostic(NamedTuple):
    """A finding at its place in a file, ready to be written out."""

    path: str
    span: Span
    finding: Finding
    edits: tuple[Edit, ...] = ()
    """What mends it, as changes to the file's text; empty when a person must decide."""
    beside: str = ""
    """The id of the other plan that a finding over several plans is about."""
