"""What can be wrong with a file before any rule looks at it: the codes of reading and schema."""

from __future__ import annotations

from typing import NamedTuple

from cchc.messages import Message
from cchc.model.finding import Finding, Place, Severity, Span


class Fault(NamedTuple):
    """A code of reading (Y: YAML) or of the schema (S), with the name that states the fault."""

    code: str
    name: str

    def at(
        self,
        message: Message,
        help: Message | None = None,  # noqa: A002  the contract's word for it
        *,
        place: Place = (),
        span: Span | None = None,
        key: bool = False,
        replacement: str | None = None,
    ) -> Finding:
        """Return the finding of this fault at a key path or a span; always an error."""
        return Finding(
            self.code, self.name, Severity.ERROR, message, place, help,
            span=span, key=key, replacement=replacement,
        )  # fmt: skip


UNREADABLE = Fault("Y001", "unreadable-file")
TOO_LARGE = Fault("Y002", "file-too-large")
NOT_UTF8 = Fault("Y003", "not-utf-8")
CONTROL = Fault("Y004", "control-character")
EMPTY = Fault("Y005", "empty-file")
SYNTAX = Fault("Y006", "yaml-syntax")
TAB = Fault("Y007", "tab-indentation")
DUPLICATE_KEY = Fault("Y008", "duplicate-key")
UNSUPPORTED = Fault("Y009", "anchor-alias-or-tag")
SECOND_DOCUMENT = Fault("Y010", "second-document")
TOO_DEEP = Fault("Y011", "nested-too-deep")
NOT_A_MAPPING = Fault("Y012", "not-a-mapping")
NOT_A_KEY = Fault("Y013", "key-not-text")

UNKNOWN_KEY = Fault("S001", "unknown-key")
MISSING = Fault("S002", "missing-field")
WRONG_TYPE = Fault("S003", "wrong-type")
WRONG_VALUE = Fault("S004", "unknown-value")
BAD_DATE = Fault("S005", "bad-date")
EMPTY_VALUE = Fault("S006", "empty-value")
WRONG_FORM = Fault("S007", "wrong-form")
NOT_A_PLAN = Fault("S008", "not-a-plan")
