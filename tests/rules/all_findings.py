"""All findings of a run worked out the plain way: every claim compared with the first of its key.

The package compares by an index that it keeps (`cchc.rules.together._run`); tests hold the two
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
from cchc.rules.together import Claim, Named, Rule, all_rules


def diagnose_all(
    sources: Sequence[Source],
    settings: Settings | None = None,
    register: Register | None = None,
) -> list[Diagnostic]:
    """Return everything wrong with the files of one run, file by file, each by its lines.

    `register` is that of the workspace; its own file is one of `sources` if it is to be judged.
    """
    out = []
    first: dict[tuple[str, tuple[str | int, ...]], tuple[Source, Claim]] = {}
    for source in sources:
        facts = Facts(source.plan, register, source.decomposed) if source.plan is not None else None
        more: list[Finding] = []
        for rule, claim in _claims(facts) if facts and not source.blanks else ():
            holder, earlier = first.setdefault((rule.CODE, claim.key), (source, claim))
            named = Named(holder.id, str(holder.path))
            hit = rule.conflict(earlier, named, claim) if holder is not source else None
            if hit is not None:
                more.append(finding(rule, hit))
        out += diagnose(source, settings, facts, more, register)
    return out


def _claims(facts: Facts) -> Iterator[tuple[Rule, Claim]]:
    yield from ((rule, claim) for rule in all_rules() for claim in rule.claims(facts))
