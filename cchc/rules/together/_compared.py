"""Which claims of the plans of a run do not agree: looked for by number, told in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cchc.model.finding import Diagnostic, Severity, Span
from cchc.read import faults
from cchc.read.layout import plan_id
from cchc.read.load import load
from cchc.read.source import Source
from cchc.rules import Hit, Labels, finding
from cchc.rules.together import Claim, Named, all_rules
from cchc.rules.together._judged import lines_of, number
from cchc.rules.together._rows import Compared, VerdictRows, claim_of
from cchc.store.findings import dumps, loads, plain

FEW = 64
"""Plans up to which their claims are read one by one instead of searching the whole index."""
NEW = 64
"""Plans up to which only what they claim is searched, the others being those of the last run."""


class _Conflict(NamedTuple):
    """A hit in one plan, and the number of the claim that it is about."""

    n: int
    rule: Labels
    hit: Hit


class _Failure:
    """What stands in place of a rule that failed."""

    CODE = faults.INTERNAL.code
    NAME = faults.INTERNAL.name
    SEVERITY = Severity.ERROR


def compare(
    kept: VerdictRows, paths: Sequence[Path], contents: Sequence[int | None]
) -> dict[str, Any]:
    """Return what the rules over several plans find: by the index of the path, as `[found, lines]`.

    What the same run found before is kept; `contents` are those of `paths`, None for no plan.
    """
    mark = number(*map(str, paths), contents)
    known: dict[str, Any] | None = kept.run(mark)
    if known is None:
        comparison = _Comparison(kept, paths, contents)
        known = comparison.result()
        if not comparison.failed:
            kept.keep_run(mark, known, comparison.compared())
    return known


class _Comparison:
    def __init__(
        self, kept: VerdictRows, paths: Sequence[Path], contents: Sequence[int | None]
    ) -> None:
        self._kept = kept
        self._paths = paths
        self._contents = contents
        self._places: dict[int, list[int]] = {}
        for index, content in enumerate(contents):
            if content is not None:
                self._places.setdefault(content, []).append(index)
        self._rules = {rule.CODE: rule for rule in all_rules()}
        self._claims = lru_cache(maxsize=512)(kept.claims)
        self._differing: set[int] = set()
        self.failed = False
        """Whether a rule failed: the next run asks it again."""

    def compared(self) -> Compared:
        """Return what the next comparison need not search again."""
        return Compared(self._places.keys(), self._differing)

    def result(self) -> dict[str, Any]:
        """Return what is found, by the index of the path."""
        self._kept.check()
        self._differing = {*self._searched()}
        told: dict[int, list[_Conflict]] = {}
        for key in sorted({*self._differing, *self._copied()}):
            for index, one in self._conflicts(key):
                told.setdefault(index, []).append(one)
        found = {str(index): self._written(index, told[index]) for index in sorted(told)}
        return {index: both for index, both in found.items() if both[0]}

    def _searched(self) -> Iterator[int]:
        """Yield the keys of which two plans say something else."""
        if len(self._places) <= FEW:
            said: dict[int, int] = {}
            for content in self._places:
                for one in self._claims(content):
                    if said.setdefault(one.key, one.value) != one.value:
                        yield one.key
            return
        db = self._kept.db
        among = ""
        if self._kept.contents() != set(self._places):
            db.execute("CREATE TEMP TABLE chosen (content INTEGER PRIMARY KEY)")
            db.executemany("INSERT INTO chosen VALUES (?)", ((one,) for one in self._places))
            among = "WHERE content IN (SELECT content FROM chosen)"
        elif (last := self._kept.last_run()) and len(
            new := self._places.keys() - last.contents
        ) <= FEW:
            yield from self._changed(last, new)
            return
        search = f"SELECT key FROM claim {among} GROUP BY key HAVING MIN(value) <> MAX(value)"  # noqa: S608
        yield from (row[0] for row in db.execute(search))

    def _changed(self, last: Compared, new: Set[int]) -> Iterator[int]:
        """Yield the same: keys that differed in the run before, or that `new` contents claim."""
        perhaps = {*last.differing, *(one.key for content in new for one in self._claims(content))}
        for key in perhaps:
            ends = [
                self._kept.db.execute(f"SELECT {end}(value) FROM claim WHERE key = ?", (key,))  # noqa: S608
                for end in ("MIN", "MAX")
            ]
            least, greatest = (end.fetchone()[0] for end in ends)
            if least != greatest:
                yield key

    def _copied(self) -> Iterator[int]:
        """Yield the keys that two files with the very same content claim for themselves."""
        for content, places in self._places.items():
            if len(places) > 1:
                for one in self._claims(content):
                    if self._rules[claim_of(one)[0]].ONE_ONLY:
                        yield one.key

    def _conflicts(self, key: int) -> Iterator[tuple[int, _Conflict]]:
        rows = self._kept.db.execute("SELECT value, content, n FROM claim WHERE key = ?", (key,))
        said = sorted(
            (index, n, value, content)
            for value, content, n in rows
            for index in self._places.get(content, ())
        )
        first, n, value, content = said[0]
        code, earlier = claim_of(self._claims(content)[n])
        rule = self._rules[code]
        named = Named(plan_id(self._paths[first]), str(self._paths[first]))
        for index, other, says, content in said:
            if index != first and (rule.ONE_ONLY or says != value):
                later: Claim = claim_of(self._claims(content)[other])[1]
                try:
                    hit = rule.conflict(earlier, named, later)
                except Exception as error:  # one plan never takes the others with it
                    self.failed = True
                    found = faults.internal(error)
                    yield (
                        index,
                        _Conflict(other, _Failure, Hit(later.place, found.message, found.help)),
                    )
                else:
                    if hit:
                        yield index, _Conflict(other, rule, hit)

    def _written(self, index: int, told: Sequence[_Conflict]) -> list[Any]:
        """Return the diagnostics and lines of one file, without what its comments allow."""
        content = self._contents[index] or 0
        allowed = loads(self._kept.verdict(content).allowed, list)
        spots = self._spots(index, content, told)
        out, lines = [], {}
        for one in told:
            span, line = spots[one.n]
            if not any(
                code == one.rule.CODE and start <= span.line < stop for code, start, stop in allowed
            ):
                found = Diagnostic(str(self._paths[index]), span, finding(one.rule, one.hit))
                out.append(plain(found))
                lines[span.line] = line
        return [out, lines]

    def _spots(
        self, index: int, content: int, told: Sequence[_Conflict]
    ) -> dict[int, tuple[Span, str]]:
        """Return where the claims stand in the file: looked up there once, and then kept."""
        db = self._kept.db
        rows = db.execute("SELECT n, span, line FROM spot WHERE content = ?", (content,))
        found = {n: (Span(*loads(span, list)), line) for n, span, line in rows}
        missing = [one for one in told if one.n not in found]
        if missing:
            source: Source = load(self._paths[index])
            places = source.places()
            with db:
                for one in missing:
                    span = places.locate(finding(one.rule, one.hit))
                    at = Diagnostic("", span, finding(one.rule, one.hit))
                    line = lines_of(source, [at]).get(span.line, "")
                    found[one.n] = span, line
                    db.execute("INSERT OR REPLACE INTO spot VALUES (?, ?, ?, ?)",
                               (content, one.n, dumps(span), line))  # fmt: skip
        return found
