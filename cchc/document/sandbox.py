"""Tags that are more than a name, worked out by Jinja inside a sandbox.

There are comparisons, `and`/`or` and a few filters; no calls, no globals and no arithmetic that
can grow a value, so a template reaches nothing but the words of the plan it prints.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["SecurityError", "TemplateSyntaxError", "Undefined", "UndefinedError", "compiled"]

FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "replace", "trim",
           "upper")  # fmt: skip
LONGEST = 100_000
"""Letters that a tag may make by replacing; no paper has a longer text."""


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


@cache
def compiled(source: str) -> tuple[Callable[[Mapping[str, object]], Any], frozenset[str]]:
    """Return what works out the expression `source`, and the first names in it.

    Raises:
        TemplateSyntaxError: it is not an expression.
    """
    evaluate = _ENVIRONMENT.compile_expression(source, undefined_to_none=False)
    tree = _ENVIRONMENT.parse(f"{{{{ {source} }}}}")
    return evaluate, frozenset(find_undeclared_variables(tree))
