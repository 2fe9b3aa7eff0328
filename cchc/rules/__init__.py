"""The room of the rules: one module is one code, one check and one page.

A rule module has a docstring (its page: the fault in one line, then Why, Source, Bad and Good), and

    CODE = "U001"
    NAME = "undeclared-unit"        # states the fault; reads well after "allow"
    SEVERITY = Severity.ERROR
    def check(facts: Facts) -> Iterator[Hit]

Adding a rule is adding a module: this room lists itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple, Protocol, cast

from cchc.discover import modules
from cchc.messages import Message
from cchc.model.finding import Diagnostic, Edit, Finding, Place, Severity
from cchc.model.plan import Plan
from cchc.read.load import Source
from cchc.rules._facts import Facts


class Hit(NamedTuple):
    """What a rule found: a place and what to say about it; the framework adds code and severity.

    `within` narrows the place to these words of the value; `replacement` is what should stand
    there instead, when that is certain.
    """

    place: Place
    message: Message
    help: Message | None = None
    within: str | None = None
    replacement: str | None = None
    key: bool = False


class Rule(Protocol):
    """A module of this room."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    __doc__: str
    check: Callable[[Facts], Iterator[Hit]]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    import cchc.rules as room

    found = [cast("Rule", module) for module in modules(room)]
    return tuple(sorted(found, key=lambda rule: rule.CODE))


def _finding(rule: Rule, hit: Hit) -> Finding:
    return Finding(
        rule.CODE, rule.NAME, rule.SEVERITY, hit.message, hit.place, hit.help,
        key=hit.key, within=hit.within, replacement=hit.replacement,
    )  # fmt: skip


def check(plan: Plan) -> list[Finding]:
    """Return what all rules find in `plan`, rule by rule; the caller orders by place."""
    facts = Facts(plan)
    return [_finding(rule, hit) for rule in all_rules() for hit in rule.check(facts)]


def diagnose(source: Source) -> list[Diagnostic]:
    """Return everything wrong with one file, in the order of its lines."""
    findings = list(source.findings)
    if source.plan is not None:
        findings += check(source.plan)
    if not findings:
        return []
    places = source.places()
    found = []
    for finding in findings:
        span = places.locate(finding)
        edit = _edit(finding, source.text[span.start : span.stop], span.start)
        found.append(Diagnostic(str(source.path), span, finding, (edit,) if edit else ()))
    return sorted(found, key=lambda one: (one.span, one.finding.code))


def _edit(finding: Finding, written: str, start: int) -> Edit | None:
    """Return the change that puts `finding.replacement` in place of `written`, if that is certain.

    The words must stand in the file exactly as in the value: quoted or folded text is left to
    a person here.
    """
    new = finding.replacement
    if new is None:
        return None
    plain = finding.within is None and written[:1] not in ('"', "'", "|", ">")
    if written == finding.within or (plain and "\n" not in written):
        return Edit(start, start + len(written), new)
    return None
