"""All findings of a run worked out the plain way: every claim compared with the first of its key.

The package compares by an index that it keeps (`cchc.rules._run`); tests hold the two
against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.model.finding import Diagnostic, Finding
from cchc.model.register import Register
from cchc.read.source import Source
from cchc.rules import diagnose, finding
from cchc.rules._facts import Facts
from cchc.rules._settings import Settings
from cchc.rules.across_plans import Claim, ComparingRule, OtherPlan, all_rules
from cchc.rules.across_plans._same_task import SameTasks


def diagnose_all(
    sources: Sequence[Source],
    settings: Settings | None = None,
    register: Register | None = None,
) -> list[Diagnostic]:
    """Return everything wrong with the files of one run, file by file, each by its lines.

    `register` is that of the workspace; its own file is one of `sources` if it is to be judged.
    """
    out = []
    met: dict[tuple[str, tuple[str | int, ...]], SameTasks] = {}
    first: dict[tuple[str, tuple[str | int, ...]], tuple[Source, Claim]] = {}
    for turn, source in enumerate(sources):
        facts = Facts(source.plan, register, source.decomposed) if source.plan is not None else None
        more: list[Finding] = []
        claimed = [*_claims(facts)] if facts and not source.blanks else []
        alike: dict[tuple[str, tuple[str | int, ...]], list[tuple[int, Claim]]] = {}
        for n, (rule, claim) in enumerate(claimed):
            if getattr(rule, "BY_MEANING", False):
                alike.setdefault((rule.CODE, claim.key), []).append((n, claim))
                continue
            holder, earlier = first.setdefault((rule.CODE, claim.key), (source, claim))
            named = OtherPlan(holder.id, str(holder.path))
            hit = rule.conflict(earlier, named, claim) if holder is not source else None
            if hit is not None:
                more.append(finding(rule, hit))
        for key, several in alike.items():
            for pair in met.setdefault(key, SameTasks()).pairs(turn, several):
                rule, other = claimed[pair.n][0], sources[pair.plan]
                hit = rule.conflict(pair.earlier, OtherPlan(other.id, str(other.path)), pair.later)
                more += [finding(rule, hit)] if hit else []
        out += diagnose(source, settings, facts, more, register)
    return out


def _claims(facts: Facts) -> Iterator[tuple[ComparingRule, Claim]]:
    yield from ((rule, claim) for rule in all_rules() for claim in rule.claims(facts))
