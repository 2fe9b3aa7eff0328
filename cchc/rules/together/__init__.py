"""The room of the rules that look at several plans at once; it lists itself, as its parent does.

A module is like one of the parent room, but its check takes all plans of one run and says for each
hit which file it is in:

    def check(plans: Sequence[InRun]) -> Iterator[tuple[InRun, Hit]]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from cchc.discover import modules
from cchc.model.finding import Diagnostic, Finding, Severity
from cchc.model.plan import Plan
from cchc.read.load import Source
from cchc.rules import Hit, diagnose, finding
from cchc.rules._facts import Facts

if TYPE_CHECKING:
    from cchc.model.register import Register
    from cchc.rules._settings import Settings


class InRun(NamedTuple):
    """One plan of a run: its file, and what is derived from it."""

    source: Source
    facts: Facts

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.facts.plan

    @property
    def commune(self) -> tuple[str, str]:
        """Whose plan it is: name and province."""
        return self.plan.commune.name, self.plan.commune.province


class Rule(Protocol):
    """A module of this room."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    __doc__: str
    __name__: str
    check: Callable[[Sequence[InRun]], Iterator[tuple[InRun, Hit]]]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of this room, by code."""
    import cchc.rules.together as room

    found = [cast("Rule", module) for module in modules(room)]
    return tuple(sorted(found, key=lambda rule: rule.CODE))


def diagnose_all(
    sources: Sequence[Source],
    settings: Settings | None = None,
    register: Register | None = None,
) -> list[Diagnostic]:
    """Return everything wrong with the files of one run, file by file, each by its lines.

    `register` is that of the workspace; its own file is one of `sources` if it is to be judged.
    """
    runs = [
        InRun(source, Facts(source.plan, register)) for source in sources if source.plan is not None
    ]
    facts = {id(run.source): run.facts for run in runs}
    more: dict[int, list[Finding]] = {}
    if len(runs) > 1:
        for rule in all_rules():
            for run, hit in rule.check(runs):
                more.setdefault(id(run.source), []).append(finding(rule, hit))
    return [
        one
        for source in sources
        for one in diagnose(source, settings, facts.get(id(source)), more.get(id(source), ()))
    ]
