"""What a tag names, and clear errors when there is no such thing.

Nearly all tags are plain names, `title` or `task.lead`, and looked up here. What is more than that
is worked out in a sandbox (`cchc.document.template.sandbox`), which is loaded only then.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any

from cchc.errors import UserError
from cchc.messages import Message, say

TagNames = Mapping[str, object]
"""What the tags of a template may name."""

_TIDY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\N{NO-BREAK SPACE}": " ",
     "\N{ZERO WIDTH SPACE}": None, "\N{SOFT HYPHEN}": None, "\ufeff": None}
)  # fmt: skip
_PLAIN = re.compile(r"(?!(?:true|false|none|not)\b)[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
"""Names after names; the words that mean something else in an expression are left to the sandbox."""


SHOWN = 80
"""Letters of a tag in a message."""
MOST = 2_000_000
"""Letters that all worked-out tags of one paper may make together; a plan has some 50,000."""
_left: ContextVar[list[int] | None] = ContextVar("letters left", default=None)


@contextmanager
def one_paper() -> Iterator[None]:
    """Count what the tags make, from here to the end of the paper."""
    token = _left.set([MOST])
    try:
        yield
    finally:
        _left.reset(token)


def short(tag: str) -> str:
    """Return a tag as typed, cut for a message."""
    return tag if len(tag) <= SHOWN else f"{tag[: SHOWN - 1]}…"


class Expression:
    """One compiled expression of a tag, with the place it stands at."""

    def __init__(self, source: str, place: Message, shown: str) -> None:
        """Compile `source`; `shown` is the tag as typed, for messages.

        Raises:
            UserError: it is not an expression.
        """
        self.place = place
        self.shown = short(shown)
        self.source = unicodedata.normalize("NFC", source.translate(_TIDY)).strip()
        self._path = self.source.split(".") if _PLAIN.fullmatch(self.source) else []
        self.roots = frozenset(self._path[:1]) or self._first_names()

    @property
    def is_name(self) -> bool:
        """Whether it is nothing but a name: `title`, `task.lead`."""
        return bool(self._path)

    def value(self, names: TagNames) -> Any:
        """Return what the tag stands for.

        Raises:
            UserError: a name is unknown, the value is None, or the tag reaches for what it may not.
        """
        value = _looked_up(self._path, names)
        if value is None:
            value = self._worked_out(names)
        if value is None:
            raise self._error(say("{tag} has no value", tag=self.shown))
        return value

    def _first_names(self) -> frozenset[str]:
        from cchc.document.template.sandbox import SecurityError, TemplateSyntaxError, compiled

        try:
            return compiled(self.source)[1]
        except SecurityError as error:
            raise self._forbidden() from error
        except TemplateSyntaxError as error:
            raise self._error(
                say("{tag} cannot be read", tag=self.shown),
                say(
                    "A tag is a name of the plan between double braces, such as {tag}.",
                    tag="{{ title }}",
                ),
            ) from error

    def _worked_out(self, names: TagNames) -> Any:
        from cchc.document.template.sandbox import (
            SecurityError,
            Undefined,
            UndefinedError,
            compiled,
        )

        try:
            value = compiled(self.source)[0](names)
        except UndefinedError as error:
            raise self._unknown(error, names) from error
        except SecurityError as error:
            raise self._forbidden() from error
        except Exception as error:
            raise self._error(say("{tag} cannot be worked out", tag=self.shown)) from error
        if isinstance(value, Undefined):
            raise self._unknown(value, names)
        if (left := _left.get()) is not None:
            left[0] -= len(value) if isinstance(value, str) else 0
            if left[0] < 0:
                raise self._error(
                    say("the tags of this template make more than {most} letters in one paper",
                        most=MOST),
                    say("A tag names values of the plan; it does not compute or call anything."),
                )  # fmt: skip
        return value

    def _forbidden(self) -> UserError:
        return self._error(
            say("{tag} does what a tag may not do", tag=self.shown),
            say("A tag names values of the plan; it does not compute or call anything."),
        )

    def _unknown(self, fault: Any, names: TagNames) -> UserError:
        known = sorted(names)
        missing = getattr(fault, "_undefined_name", None)
        if isinstance(fault, Exception):
            missing = str(fault).rpartition("'")[0].rpartition("'")[2]
        owner = self.source.rpartition(f".{missing}")[0]
        target = names.get(owner)
        if is_dataclass(target):
            known = [field.name for field in fields(target)]
        elif owner:
            known = []
        near = get_close_matches(str(missing), known, n=3, cutoff=0.5)
        full = f"{owner}." if owner else ""
        hint = (
            say("Did you mean {names}?", names=", ".join(full + name for name in near))
            if near
            else say("Known names: {names}.", names=", ".join(full + name for name in known))
        )
        return self._error(
            say("{tag} names {name}, which does not exist", tag=self.shown, name=missing),
            hint if known else None,
        )

    def _error(self, message: Message, hint: Message | None = None) -> UserError:
        return UserError(say("{place}: {fault}", place=self.place, fault=message), hint)


def _looked_up(path: list[str], names: TagNames) -> Any:
    """Return what names after names lead to; None where only the sandbox can say what is wrong."""
    value = names.get(path[0]) if path else None
    for name in path[1:]:
        if name not in getattr(value, "__dataclass_fields__", ()):
            return None
        value = getattr(value, name)
    return value
