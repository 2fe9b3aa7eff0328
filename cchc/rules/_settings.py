"""Which codes count, and how severe they are: the command line goes before `cchc.toml`, and that before
the rule itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cchc.errors import UserError, closest, did_you_mean
from cchc.messages import say
from cchc.model.finding import Diagnostic, Severity
from cchc.read.configuration import Configuration
from cchc.read.faults import FIRM
from cchc.rules import rule_names

_ORDER = (Severity.INFO, Severity.WARNING, Severity.ERROR)


class Settings(NamedTuple):
    """What to report, by codes or by names. `selected` None means every code."""

    selected: frozenset[str] | None
    ignored: frozenset[str]
    severities: Mapping[str, Severity]
    fail_on: Severity

    def apply(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings that count, with their severity."""
        out = []
        for one in found:
            finding = one.finding
            if not finding.code.startswith(FIRM):
                meant = {finding.code, finding.name}
                if self.selected is not None and meant.isdisjoint(self.selected):
                    continue
                if not meant.isdisjoint(self.ignored):
                    continue
                known = self.severities
                if severity := known.get(finding.code) or known.get(finding.name):
                    one = one._replace(finding=finding._replace(severity=severity))
            out.append(one)
        return out

    def fails(self, found: Iterable[Diagnostic]) -> bool:
        """Whether one of the findings is as bad as `fail_on`, or worse."""
        least = _ORDER.index(self.fail_on)
        return any(_ORDER.index(one.finding.severity) >= least for one in found)


def settings(
    configured: Configuration,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: Severity | None = None,
) -> Settings:
    """Work out what counts; words are codes, names or families (`C`).

    A word on the command line takes the place of the same key in `cchc.toml`.

    Raises:
        UserError: a word means no code.
    """
    chosen = list(select) or list(configured.select)
    left = list(ignore) or list(configured.ignore)
    return Settings(
        _codes(chosen) if chosen else None,
        _codes(left) if left else frozenset(),
        {
            code: severity
            for word, severity in configured.severity.items()
            for code in _codes([word], configured.severity)
        },
        fail_on or configured.fail_on,
    )


def _codes(words: Sequence[str], beside: Iterable[str] = ()) -> frozenset[str]:
    """Return the codes that `words` mean; where all of them, and `beside`, are names of rules, the names:
    no rule is loaded for these."""
    if all(word in rule_names() for word in (*words, *beside)):
        return frozenset(words)
    from cchc.rules._catalogue import codes_of, plan_codes

    found: set[str] = set()
    for word in (part.strip() for given in words for part in given.split(",")):
        codes = codes_of(word)
        if not codes:
            names = [name for entry in plan_codes().values() for name in (entry.code, entry.name)]
            raise UserError(
                say("there is no code or name “{code}”", code=word),
                did_you_mean(closest(word, names), say("“cchc explain --list” shows the codes")),
            )
        found |= codes
    return frozenset(found)
