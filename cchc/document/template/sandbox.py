"""Tags that are more than a name, worked out by Jinja inside a sandbox.

What may stand in a tag is a list: names and their parts, texts and numbers, comparisons, `and`,
`or`, `not`, `is`, `if`/`else`, `~`, and a few filters. Everything else (calls, arithmetic, other
filters) is refused when the tag is read. What can make a text longer works out the length first,
so a template reaches nothing but the words of the plan and takes no more memory than they do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.environment import TemplateExpression
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["SecurityError", "TemplateSyntaxError", "Undefined", "UndefinedError", "compiled"]

FILTERS = ("capitalize", "default", "first", "join", "last", "length", "lower", "replace", "trim",
           "upper")  # fmt: skip
TESTS = ("defined", "undefined", "none", "string", "number", "sequence", "in", "eq", "ne")
LONGEST = 20_000
"""Letters that a tag may make; no paragraph of a paper is longer."""
LONGEST_TAG = 1_000
"""Letters of a tag; real ones have 10 to 60."""
DEEPEST = 50
"""Parts of an expression inside one another."""

_ALLOWED = (
    nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Compare, nodes.And, nodes.Or,
    nodes.Not, nodes.Test, nodes.Filter, nodes.CondExpr, nodes.Concat, nodes.Tuple,
    nodes.List,
)  # fmt: skip


class _Environment(ImmutableSandboxedEnvironment):
    def is_safe_callable(self, obj: Any) -> bool:
        return False


def _bounded(length: int, what: str) -> None:
    if length > LONGEST:
        raise SecurityError(what)


def _replaced(value: object, old: str, new: str) -> str:
    text = _text(value)
    found = text.count(_text(old))
    _bounded(len(text) + found * (len(_text(new)) - len(old)), "replace")
    return text.replace(old, new)


def _joined(values: Sequence[object], between: str = "") -> str:
    if not isinstance(values, str | tuple | list):
        raise SecurityError("join")
    size = max(len(values) - 1, 0) * len(_text(between))
    _bounded(size + sum(len(_text(one)) for one in values), "join")
    return between.join(map(_text, values))


def _text(value: object) -> str:
    """Return a text or number as text: what else there is has no length that is known before."""
    if isinstance(value, Undefined):
        str(value)  # says which name is unknown
    if not isinstance(value, str | int):
        raise SecurityError("text")
    return str(value)


def _environment() -> _Environment:
    # Not optimised: an optimiser works out constants while the tag is read.
    environment = _Environment(undefined=StrictUndefined, autoescape=False, optimized=False)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.filters |= {"replace": _replaced, "join": _joined}
    environment.tests = {name: environment.tests[name] for name in TESTS}
    return environment


_ENVIRONMENT = _environment()


@lru_cache(maxsize=4_096)
def compiled(source: str) -> tuple[Callable[[Mapping[str, object]], Any], frozenset[str]]:
    """Return what works out the expression `source`, and the first names in it.

    Raises:
        TemplateSyntaxError: it is not an expression.
        SecurityError: it is too long, too deep, or does what a tag may not do.
    """
    if len(source) > LONGEST_TAG:
        raise SecurityError("length")
    try:
        tree = _ENVIRONMENT.parse(f"{{{{ {source} }}}}")
        output = tree.body[0] if len(tree.body) == 1 else None
        if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
            raise TemplateSyntaxError("more than an expression", 1)
        checked = _checked(output.nodes[0])
        names = frozenset(name.name for name in tree.find_all(nodes.Name))
        value = nodes.Assign(nodes.Name("result", "store"), checked, lineno=1)
        template = _ENVIRONMENT.from_string(nodes.Template([value], lineno=1))
    except (RecursionError, MemoryError, ValueError, OverflowError, SyntaxError) as error:
        raise SecurityError("depth") from error
    return TemplateExpression(template, False), names


def _checked(node: nodes.Node, depth: int = 0) -> Any:
    """Return the expression with `~` as a bounded join; refuse what is not on the list."""
    if depth > DEEPEST or not isinstance(node, _ALLOWED):
        raise SecurityError(type(node).__name__)
    if isinstance(node, nodes.Filter) and (node.node is None or node.dyn_args or node.dyn_kwargs):
        raise SecurityError("filter")
    for field, value in node.iter_fields():
        if isinstance(value, nodes.Expr):
            setattr(node, field, _checked(value, depth + 1))
        elif isinstance(value, list):
            setattr(node, field, [_inside(one, depth + 1) for one in value])
    if isinstance(node, nodes.Concat):
        return nodes.Filter(nodes.Tuple(node.nodes, "load"), "join", [], [], None, None,
                            lineno=node.lineno, environment=node.environment)  # fmt: skip
    return node


def _inside(one: Any, depth: int) -> Any:
    """Check one of several parts: an operand of a comparison, `name=value` of a filter, a value."""
    if isinstance(one, nodes.Operand):
        one.expr = _checked(one.expr, depth)
    elif isinstance(one, nodes.Keyword):
        one.value = _checked(one.value, depth)
    elif isinstance(one, nodes.Node):
        return _checked(one, depth)
    return one
