"""Every code there is, of reading, of the schema, of allowances and of the rules; and the page of a rule."""

from __future__ import annotations

import inspect
import re
import textwrap
from functools import cache
from types import ModuleType
from typing import NamedTuple, cast

from cchc.discover import docstring
from cchc.messages import Message
from cchc.model.finding import Severity
from cchc.read import faults
from cchc.rules import RuleLabels, across_plans, all_rules, links, rule_name
from cchc.rules._allowances import KINDS

_PARTS = re.compile(r"^(Why|Source|Bad|Good):", re.MULTILINE)


class RulePage(NamedTuple):
    """What is wrong, why that matters, where the rule comes from, and one example of each kind.

    `fault`, `why` and `source` are texts of the catalogue; `bad` and `good` are YAML.
    """

    fault: str
    why: str
    source: str
    bad: str
    good: str


def page(docstring: str) -> RulePage:
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
    return RulePage(
        _flow(pieces[0]), _flow(parts["Why"]), _flow(parts["Source"]),
        _yaml(parts["Bad"]), _yaml(parts["Good"]),
    )  # fmt: skip


def _flow(text: str) -> str:
    return " ".join(text.split())


def _yaml(text: str) -> str:
    return textwrap.dedent(text.strip("\n")).strip() + "\n"


class CodeEntry(NamedTuple):
    """One code: its name, how bad it is, and what it is about.

    `page` is there for rules; the others are said in one sentence, `about`.
    """

    code: str
    name: str
    severity: Severity
    about: Message
    page: RulePage | None
    source: str = ""
    """The law or standard, of a code without a page."""


@cache
def plan_codes() -> dict[str, CodeEntry]:
    """Return every code with its entry, ordered by code."""
    entries = [
        CodeEntry(fault.code, fault.name, Severity.ERROR, fault.about, None) for fault in faults.ALL
    ]
    entries += [
        CodeEntry(kind.code, kind.name, Severity.WARNING, kind.about, None) for kind in KINDS
    ]
    labelled: list[RuleLabels] = [*all_rules(), *across_plans.all_rules(), *links.all_rules()]
    for rule in labelled:
        found = page(docstring(cast("ModuleType", rule)))
        entries.append(
            CodeEntry(rule.CODE, rule_name(rule), rule.SEVERITY, Message(found.fault), found)
        )
    return {entry.code: entry for entry in sorted(entries)}


def code_of(word: str) -> str | None:
    """Return the code that `word` means: a code in any case, or a name."""
    upper = word.upper()
    if upper in plan_codes():
        return upper
    return next((e.code for e in plan_codes().values() if e.name == word.lower()), None)


def codes_of(word: str) -> frozenset[str]:
    """Return the codes that `word` selects: a code, a name, or a family such as `C`; or none."""
    if code := code_of(word):
        return frozenset([code])
    return frozenset(code for code in plan_codes() if code.startswith(word.upper()) and word)
