"""Findings as they are kept: messages with their English text and values, for either language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cchc.messages import Listed, Message, visible
from cchc.model.finding import Diagnostic, Edit, Finding, Severity, Span
from cchc.store.database import DamagedError

_FIELD = re.compile(r"\{\w+(?::(?:0\d{1,2}|,|\.\d)?[dxXf]?)?\}")
_NAMED = re.compile(r"\{[^{}]*\}")
_CODES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that no plan can hold: a message may quote a value that was refused for them."""


class StoredText(NamedTuple):
    """A message."""

    text: str
    values: dict[str, StoredText | str | int | None]


class FindingRow(NamedTuple):
    """What is shown of a diagnostic, without its path."""

    span: Span
    code: str
    name: str
    severity: Severity
    message: StoredText
    help: StoredText | None
    edits: tuple[Edit, ...]
    unsafe: bool
    beside: str = ""


def row(one: Diagnostic) -> FindingRow:
    """Return a diagnostic as it is kept."""
    found = one.finding
    return FindingRow(
        one.span, found.code, found.name, found.severity, _text(found.message),
        found.help and _text(found.help), one.edits, found.unsafe, one.beside,
    )  # fmt: skip


def diagnostic(path: str, one: FindingRow) -> Diagnostic:
    """Return the diagnostic that `row` was asked about, for the file `path`.

    Raises:
        DamagedError: a message has fields that no message of this tool has.
    """
    finding = Finding(
        one.code, one.name, one.severity, _message(one.message),
        help=one.help and _message(one.help), unsafe=one.unsafe,
    )  # fmt: skip
    return Diagnostic(path, one.span, finding, one.edits, one.beside)


def _text(message: Message) -> StoredText:
    return StoredText(message.text, {name: _value(value) for name, value in message.values.items()})


def _value(value: object) -> StoredText | str | int | None:
    if isinstance(value, Message):
        return _text(value)
    if isinstance(value, Listed):
        named = {f"n{n}": _value(one) for n, one in enumerate(value)}
        return StoredText(value.between.join(f"{{{name}}}" for name in named), named)
    if value is None or type(value) is int:
        return value
    return visible(_CODES.sub(lambda found: f"\\x{ord(found.group()):02x}", str(value)))


def _message(kept: StoredText) -> Message:
    values = kept.values
    return Message(
        _template(kept.text) if values else kept.text,
        {
            name: _message(one) if isinstance(one, StoredText) else one
            for name, one in values.items()
        },
    )


@cache
def _template(text: str) -> str:
    """Return a text that `format_map` may have: its fields are plain names with short formats."""
    if any(not _FIELD.fullmatch(field) for field in _NAMED.findall(text)):
        raise DamagedError
    return text
