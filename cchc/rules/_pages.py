"""The page of a rule: its docstring, taken apart."""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import NamedTuple

_PARTS = re.compile(r"^(Why|Source|Bad|Good):", re.MULTILINE)


class Page(NamedTuple):
    """What is wrong, why that matters, where the rule comes from, and one example of each kind.

    `fault`, `why` and `source` are texts of the catalogue; `bad` and `good` are YAML.
    """

    fault: str
    why: str
    source: str
    bad: str
    good: str


def page(docstring: str) -> Page:
    """Take the docstring of a rule apart.

    Raises:
        ValueError: a part is missing.
    """
    text = inspect.cleandoc(docstring)
    pieces = _PARTS.split(text)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    missing = [name for name in ("Why", "Source", "Bad", "Good") if name not in parts]
    if missing:
        raise ValueError(f"the page lacks {', '.join(missing)}")
    return Page(
        _flow(pieces[0]), _flow(parts["Why"]), _flow(parts["Source"]),
        _yaml(parts["Bad"]), _yaml(parts["Good"]),
    )  # fmt: skip


def _flow(text: str) -> str:
    return " ".join(text.split())


def _yaml(text: str) -> str:
    return textwrap.dedent(text.strip("\n")).strip() + "\n"
