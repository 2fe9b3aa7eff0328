"""Findings as JSON and back: messages keep the English text and its values, for either language.

What is read back may be the work of a stranger: whatever no run of this tool writes is refused.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, TypeVar

from cchc.messages import Message
from cchc.model.finding import Diagnostic, Edit, Finding, Severity, Span
from cchc.store.database import DamagedError

K = TypeVar("K")

_FIELD = re.compile(r"\{\w+(?::(?:0\d{1,2}|,|\.\d)?[dxXf]?)?\}")
_NAMED = re.compile(r"\{[^{}]*\}")
_CONTROL = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u00[01]|[bf])|[\x7f-\x9f]")
"""Characters that no plan can hold, as JSON writes them."""
_CODES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""The same as they are: a message may quote a value that was refused for them."""


def dumps(data: Any) -> str:
    """Return `data` as JSON without spaces."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def loads(text: Any, kind: type[K]) -> K:
    """Return the JSON `text`, which is to be a list or an object as `kind` says.

    Raises:
        DamagedError: it is something else, or could move the cursor of a terminal.
    """
    try:
        data = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedError from error
    harmless = "\\" not in text and text.isprintable()  # nearly always, and soon told
    if not isinstance(data, kind) or not (harmless or not _CONTROL.search(text)):
        raise DamagedError
    return data


def plain(one: Diagnostic) -> list[Any]:
    """Return what is shown of a diagnostic; its path is left out."""
    finding = one.finding
    return [
        one.span, finding.code, finding.name, finding.severity.value,
        _message(finding.message), finding.help and _message(finding.help),
        [*one.edits], one.unsafe,
    ]  # fmt: skip


def diagnostic(path: str, data: Any) -> Diagnostic:
    """Return the diagnostic that `plain` made `data` of, for the file `path`.

    Raises:
        DamagedError: `plain` made nothing like it.
    """
    try:
        span, code, name, severity, message, hint, edits, unsafe = data
        at = Span(*(_whole(n) for n in span))
        texts = [_text(word) for word in (code, name)]
        finding = Finding(
            texts[0], texts[1], Severity(severity), _said(message), help=hint and _said(hint)
        )
        changes = tuple(Edit(_whole(a), _whole(b), _text(text)) for a, b, text in edits)
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedError from error
    return Diagnostic(path, at, finding, changes, bool(unsafe))


def _message(message: Message) -> list[Any]:
    return [message.text, {name: _value(value) for name, value in message.values.items()}]


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _message(value)
    if value is None or type(value) is int:
        return value
    return _CODES.sub(lambda found: f"\\x{ord(found.group()):02x}", str(value))


def _said(data: Any) -> Message:
    text, values = data
    return Message(_template(text) if values else _text(text), {name: _said(v) if isinstance(v, list) else _scalar(v)
                          for name, v in values.items()})  # fmt: skip


@cache
def _template(text: str) -> str:
    """Return a text that `format_map` may have: its fields are plain names with short formats."""
    if any(not _FIELD.fullmatch(field) for field in _NAMED.findall(text)):
        raise ValueError
    return text


def _scalar(value: object) -> object:
    if value is None or isinstance(value, int | str):
        return value
    raise TypeError


def _whole(number: object) -> int:
    if type(number) is int and 0 <= number < 1 << 40:
        return number
    raise TypeError


def _text(text: object) -> str:
    if isinstance(text, str):
        return text
    raise TypeError
