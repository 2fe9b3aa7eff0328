"""Tags as sandboxed Jinja expressions: what a template may compute, and clear errors when it can't.

A tag is plain: names, attributes, comparisons, `and`/`or`, a few filters. There are no calls, no
globals and no arithmetic that can grow a value, so a template reaches nothing but the words of
the plan it prints.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cchc.errors import UserError
from cchc.messages import Message, say

FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "replace", "trim",
           "upper")  # fmt: skip
LONGEST = 100_000
"""Letters that a tag may make by replacing; no paper has a longer text."""
_TIDY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\N{NO-BREAK SPACE}": " ",
     "\N{ZERO WIDTH SPACE}": None, "\N{SOFT HYPHEN}": None, "\ufeff": None}
)  # fmt: skip


class _Environment(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "%", "/", "//", "+", "-"})

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(operator)


def _replace(text: object, old: str, new: str) -> str:
    made = str(text).replace(old, new)
    if len(made) > LONGEST:
        raise SecurityError("replace")
    return made


def _environment() -> _Environment:
    environment = _Environment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.filters["replace"] = _replace
    return environment


_ENVIRONMENT = _environment()


class Expression:
    """One compiled expression of a tag, with the place it stands at."""

    def __init__(self, source: str, place: Message, shown: str) -> None:
        """Compile `source`; `shown` is the tag as typed, for messages.

        Raises:
            UserError: it is not an expression.
        """
        self.place = place
        self.shown = shown
        self.source = unicodedata.normalize("NFC", source.translate(_TIDY)).strip()
        try:
            self._evaluate, self.roots = _compiled(self.source)
        except TemplateSyntaxError as error:
            raise self._error(
                say("{tag} cannot be read", tag=shown),
                say(
                    "A tag is a name of the plan between double braces, such as {tag}.",
                    tag="{{ title }}",
                ),
            ) from error

    def value(self, names: Mapping[str, object]) -> Any:
        """Return what the tag stands for.

        Raises:
            UserError: a name is unknown, the value is None, or the tag reaches for what it may not.
        """
        try:
            value = self._evaluate(names)
        except UndefinedError as error:
            raise self._unknown(error, names) from error
        except SecurityError as error:
            raise self._error(
                say("{tag} does what a tag may not do", tag=self.shown),
                say("A tag names values of the plan; it does not compute or call anything."),
            ) from error
        except Exception as error:
            raise self._error(say("{tag} cannot be worked out", tag=self.shown)) from error
        if isinstance(value, Undefined):
            raise self._unknown(value, names)
        if value is None:
            raise self._error(say("{tag} has no value", tag=self.shown))
        return value

    def _unknown(self, fault: Any, names: Mapping[str, object]) -> UserError:
        known = sorted(names)
        missing = getattr(fault, "_undefined_name", None)
        if isinstance(fault, UndefinedError):
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


@cache
def _compiled(source: str) -> tuple[Callable[[Mapping[str, object]], Any], frozenset[str]]:
    evaluate = _ENVIRONMENT.compile_expression(source, undefined_to_none=False)
    tree = _ENVIRONMENT.parse(f"{{{{ {source} }}}}")
    return evaluate, frozenset(find_undeclared_variables(tree))
