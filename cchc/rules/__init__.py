"""The room of the rules: one module is one code, one check and one page.

A rule module has a docstring (its page: the fault in one line, then Why, Source, Bad and Good), and

    from cchc.rules._rule import Facts, Hit, Hits, Severity, say

    CODE = "U001"
    SEVERITY = Severity.ERROR
    def check(facts: Facts) -> Hits

Adding a rule is adding a module: this room lists itself. The module's name states the fault, and is that
of the code (`undeclared-unit`): it reads well after "allow". A rule that asks whether something is missing,
used, counted or first in the plan, or goes by what another entry says, has `WHOLE = True`: it is not
asked of a plan of which parts cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from cchc.discover import modules, names
from cchc.messages import Message
from cchc.model.finding import Diagnostic, Finding, KeyPath, Severity, entry_of

if TYPE_CHECKING:
    from cchc.model.register import Register
    from cchc.read.source import Source
    from cchc.rules._facts import Facts
    from cchc.rules._settings import Settings


class Hit(NamedTuple):
    """What a rule found: a place and what to say about it; the framework adds code and severity.

    `within` narrows the place to these words of the value; `replacement` is what should stand
    there instead, when that is certain.
    """

    place: KeyPath
    message: Message
    help: Message | None = None
    within: str | None = None
    replacement: str | None = None
    key: bool = False
    nth: int = 0
    unsafe: bool = False
    severity: Severity | None = None
    """Where it is another one than the rule's."""


class RuleLabels(Protocol):
    """What a finding takes from its rule."""

    CODE: str
    SEVERITY: Severity
    __name__: str


class PlanRule(RuleLabels, Protocol):
    """A module of this room."""

    __doc__: str
    check: Callable[[Facts], Iterator[Hit]]


@cache
def all_rules() -> tuple[PlanRule, ...]:
    """Return every rule, by code."""
    import cchc.rules as room

    found = [cast("PlanRule", module) for module in modules(room)]
    return tuple(sorted(found, key=lambda rule: rule.CODE))


@cache
def rule_names() -> frozenset[str]:
    """Return the names of all rules; none is loaded."""
    import cchc.rules as room
    from cchc.rules import across_plans, links

    every = (name for one in (room, across_plans, links) for name in names(one))
    return frozenset(name.replace("_", "-") for name in every)


def rule_name(rule: RuleLabels) -> str:
    """Return the name of a rule, which is that of its module: `undeclared-unit`."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def finding(rule: RuleLabels, hit: Hit) -> Finding:
    """Return `hit` as a finding of `rule`."""
    return Finding(
        rule.CODE, rule_name(rule), hit.severity or rule.SEVERITY, hit.message, hit.place, hit.help,
        key=hit.key, within=hit.within, nth=hit.nth,
        replacement=hit.replacement, unsafe=hit.unsafe,
    )  # fmt: skip


def check(facts: Facts) -> list[Finding]:
    """Return what all rules find in one plan, rule by rule; the caller orders by place."""
    return [finding(rule, hit) for rule in all_rules() for hit in rule.check(facts)]


def check_partly(facts: Facts, left_out: Collection[KeyPath]) -> list[Finding]:
    """Return what can be said of a plan without the values at `left_out`.

    Rules that only a whole plan can answer (`WHOLE`) are not asked, and nothing is said of the entries
    that such a value belongs to: what stands beside it may depend on it.
    """
    entries = {entry_of(place) for place in left_out}
    return [
        finding(rule, hit)
        for rule in all_rules()
        if not getattr(rule, "WHOLE", False)
        for hit in rule.check(facts)
        if not any(_touch(hit.place, place) for place in left_out)
        and entry_of(hit.place) not in entries
    ]


def _is_of_blank(place: KeyPath, blanks: Collection[KeyPath]) -> bool:
    """Whether a finding at `place` is about a blank, or about a signer or a row that has one."""
    return any(_touch(place, _judged_with(blank)) for blank in blanks)


def _judged_with(blank: KeyPath) -> KeyPath:
    """Return the place of all that is not judged while this is blank."""
    entry = entry_of(blank)
    return entry if isinstance(entry[-1], int) else blank[:2]


def _touch(one: KeyPath, other: KeyPath) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def diagnose(
    source: Source,
    settings: Settings | None = None,
    facts: Facts | None = None,
    more: Sequence[Finding] = (),
    register: Register | None = None,
) -> list[Diagnostic]:
    """Return everything wrong with one file, in the order of its lines.

    A file that is no YAML gets no edits: a person mends it first.

    `facts` are those of its plan, if they are at hand; `more` is what else was found in it;
    `register` is that of the workspace, for what can be judged of a plan with faults.

    What the file allows is left out, and what is wrong with its allowances is added; `settings`
    then choose among the codes and set their severity.
    """
    from cchc.rules._allowances import allowed, has_allowances
    from cchc.rules._catalogue import code_of
    from cchc.rules._edits import edit
    from cchc.rules._facts import Facts

    findings = [*source.findings, *more]
    if source.plan is not None:
        every = check(facts or Facts(source.plan, None, source.decomposed))
        findings += [one for one in every if not _is_of_blank(one.place, source.blanks)]
    elif (rest := source.partial()) is not None:
        findings += check_partly(Facts(rest.plan, register, source.decomposed), rest.left_out)
    if not findings and not has_allowances(source.text):
        return []
    places = source.places()
    found = []
    for one in findings:
        change = None if source.broken else edit(one, places, source.text)
        edits = (change,) if change else ()
        found.append(Diagnostic(str(source.path), places.locate(one), one, edits))
    found = allowed(source, found, code_of)
    if settings is not None:
        found = settings.apply(found)
    return sorted(found, key=lambda each: (each.span, each.finding.code))
