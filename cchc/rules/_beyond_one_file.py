"""Hits of rules that look beyond one file, as diagnostics of the file they are in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple, cast
from zlib import crc32

from cchc.model.finding import Diagnostic, Severity, Span
from cchc.rules import Hit, RuleLabels, finding
from cchc.rules._verdict import Verdict, lines_of
from cchc.store.database import Store
from cchc.store.findings import row
from cchc.store.results import Results, encode

RUNS = 8
"""Runs whose answers are kept: all plans, those of one folder ..."""


class RunAnswer(NamedTuple):
    """What rules that look beyond one file found in a run."""

    asked: str
    """All that the answer depends on: paths, and contents of files."""
    found: dict[int, Verdict]
    """By the index of the path."""


class RunAnswers:
    """The answers of the last runs."""

    def __init__(self, store: Store, kind: str, depends_on: object) -> None:
        self._db = store.db
        self._kept: Results[RunAnswer] = Results(store, kind, RunAnswer, depends_on)

    def answer(
        self, asked: str, find: Callable[[], tuple[dict[int, Verdict], bool]]
    ) -> dict[int, Verdict]:
        """Return the answer that is kept for `asked`; else what `find` finds.

        `find` also says whether a rule failed: it is then asked again by the next run.
        """
        number = crc32(asked.encode())
        known = self._kept.find(number)
        if known is not None and known.asked == asked:
            return known.found
        found, failed = find()
        if not failed:
            with self._db:
                self._kept.put([(number, encode(RunAnswer(asked, found)))])
                self._kept.keep_last(RUNS)
        return found


class LocatedHit(NamedTuple):
    """A hit, and what names its place in the file: equal for equal places."""

    spot: str
    rule: RuleLabels
    hit: Hit
    beside: str
    """The id of the other plan that it is about."""


class Verdicts:
    """Makes verdicts of hits; where things stand in a file is looked up there once, and then kept."""

    def __init__(self, store: Store, kind: str, depends_on: object, own: Results[Verdict]) -> None:
        self._db = store.db
        self._own = own
        self._spots: Results[dict[str, tuple[Span, str]]] = Results(
            store, kind, dict[str, tuple[Span, str]], depends_on
        )

    def forget_unseen(self) -> None:
        """Forget what no file says any more."""
        self._spots.forget_unseen()

    def verdict(self, path: Path, content: int, hits: Sequence[LocatedHit]) -> Verdict:
        """Return the diagnostics and lines of one file, without what its comments allow."""
        allowed = self._own.get(content).allowed
        spots = self._located(path, content, hits)
        found, lines = [], {}
        for one in hits:
            span, line = spots[one.spot]
            if not any(
                code == one.rule.CODE and start <= span.line < stop for code, start, stop in allowed
            ):
                said = finding(one.rule, one.hit)
                found.append(row(Diagnostic(str(path), span, said, beside=one.beside)))
                lines[span.line] = line
        return Verdict(found, lines)

    def _located(
        self, path: Path, content: int, hits: Sequence[LocatedHit]
    ) -> dict[str, tuple[Span, str]]:
        from cchc.read.load import load

        known = self._spots.find(content) or {}
        missing = [one for one in hits if one.spot not in known]
        if missing:
            source = load(path)
            places = source.places()
            for one in missing:
                found = finding(one.rule, one.hit)
                span = places.locate(found)
                line = lines_of(source, [Diagnostic("", span, found)]).get(span.line, "")
                known[one.spot] = span, line
            with self._db:
                self._spots.put([(content, encode(known))])
        return known


def failure(error: Exception, place: tuple[str | int, ...]) -> tuple[RuleLabels, Hit]:
    """Return what stands in place of a rule that failed, and what it says."""
    from cchc.read import faults

    code, name = faults.INTERNAL.code, faults.INTERNAL.name
    labels = cast("RuleLabels", SimpleNamespace(CODE=code, SEVERITY=Severity.ERROR, __name__=name))
    found = faults.internal(error)
    return labels, Hit(place, found.message, found.help)
