"""All files of a run judged, from the cache as far as it knows them: findings file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from cchc.model.finding import Diagnostic
from cchc.rules.together._compared import compare
from cchc.rules.together._judged import Judged, Verdict
from cchc.rules.together._rows import VerdictRows
from cchc.store.contents import Contents
from cchc.store.database import Store
from cchc.store.findings import diagnostic, loads
from cchc.store.stamp import tool

KEPT_AT_ONCE = 32
"""Files whose results are written in one piece."""

Judge = Callable[[Path], Judged]
Work = Callable[[Judge, Sequence[Path]], Iterator[Judged]]
"""How a function is applied to many files: its results come in their order."""


class FileFindings(NamedTuple):
    """What is wrong with one file, by its lines, and the text of these lines."""

    path: str
    found: list[Diagnostic]
    lines: dict[int, str]


@dataclass(frozen=True, slots=True)
class Run:
    """The files to judge. The register, if there is one, is the last of `paths`."""

    root: Path
    paths: Sequence[Path]
    register: Path | None
    whole: bool
    """Whether these are all files of the workspace: the others are then forgotten."""

    def answers(self, cache: Store, work: Work) -> Iterator[FileFindings]:
        """Yield what is wrong with each file that has a fault; only what `cache` does not know is
        read."""
        contents = cache.contents([self.register], unseen=True) if self.register else []
        kept = VerdictRows(cache, f"{contents}\n{tool()}")
        numbers, loose = self._judged(cache, kept, work)
        several = [None if index in loose else n for index, n in enumerate(numbers)]
        more = compare(kept, self.paths, several) if len(numbers) > 1 else {}
        faulty = kept.faulty()
        for index, (path, content) in enumerate(zip(self.paths, numbers, strict=True)):
            also = more.get(str(index))
            if index in loose or also or content in faulty:
                verdict = loose.get(index) or kept.verdict(content or 0)
                yield _findings(str(path), verdict, also)

    def _judged(
        self, cache: Store, kept: VerdictRows, work: Work
    ) -> tuple[list[int | None], dict[int, Verdict]]:
        """Judge what is not known; return the contents, and the verdicts on what has none."""
        fresh = kept.contents()
        numbers = cache.contents(self.paths, unseen=bool(fresh))
        stale = [index for index, n in enumerate(numbers) if n is None or n not in fresh]
        loose: dict[int, Verdict] = {}
        if stale:
            batch: list[tuple[int, Judged]] = []
            judged = work(self._judge(), [self.paths[index] for index in stale])
            for index, one in zip(stale, judged, strict=True):
                numbers[index] = one.seen.content if one.seen else None
                if one.seen is None:
                    loose[index] = one.verdict
                else:
                    batch.append((one.seen.content, one))
                if len(batch) == KEPT_AT_ONCE:
                    kept.keep(batch)
                    batch.clear()
            kept.keep(batch)
        kept.settle(self.paths if self.whole else None, changed=bool(stale))
        return numbers, loose

    def _judge(self) -> Judge:
        from cchc.read.register import load_register
        from cchc.rules.together._judged import judge

        contents = Contents(self.root)
        register = load_register(self.register).register if self.register else None
        return partial(judge, contents=contents, register=register)


def _findings(path: str, verdict: Verdict, more: Any) -> FileFindings:
    found = [diagnostic(path, data) for data in loads(verdict.found, list)]
    lines = {int(n): line for n, line in loads(verdict.lines, dict).items()}
    if more:
        found += [diagnostic(path, data) for data in more[0]]
        lines |= {int(n): line for n, line in more[1].items()}
        found.sort(key=lambda one: (one.span, one.finding.code))
    return FileFindings(path, found, lines)
