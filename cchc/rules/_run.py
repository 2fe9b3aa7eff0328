"""All files of a run judged, from the cache as far as it knows them: findings file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from cchc.messages import say
from cchc.model.finding import Diagnostic, Span
from cchc.read import faults
from cchc.read.folders import RESERVED, plan_id
from cchc.rules._verdict import Verdict
from cchc.rules.across_plans._compared import PlanComparison
from cchc.rules.links._run import Linking
from cchc.store.contents import Contents
from cchc.store.database import Store
from cchc.store.findings import diagnostic, row
from cchc.store.results import Results, renewed

if TYPE_CHECKING:
    from cchc.rules._judged import Judged

_START = Span(1, 1, 1, 1, 0, 0)

Judge = Callable[[Path], "Judged"]
Work = Callable[[Judge, Sequence[Path]], "Iterator[Judged]"]
"""How a function is applied to many files: its results come in their order."""


class FileFindings(NamedTuple):
    """What is wrong with one file, by its lines, and the text of these lines."""

    path: str
    found: list[Diagnostic]
    lines: dict[int, str]


class Run(NamedTuple):
    """The files to judge. The register, if there is one, is the last of `paths`."""

    root: Path
    paths: Sequence[Path]
    register: Path | None
    whole: bool
    """Whether these are all files of the workspace: the others are then forgotten."""

    def answers(self, store: Store, work: Work) -> Iterator[FileFindings]:
        """Yield what is wrong with each file that has a fault; only what `store` does not know is
        read."""
        shared = store.contents([self.root / "plans" / name for name in RESERVED], unseen=True)
        verdicts: Results[Verdict] = Results(store, "verdict", Verdict, shared)
        comparison = PlanComparison(store, shared, verdicts)
        linking = Linking(store, self.root, shared, verdicts)
        contents, loose = self._judged(store, verdicts, comparison, linking, work)
        several = [None if index in loose else one for index, one in enumerate(contents)]
        more = comparison.found(self.paths, several) if len(contents) > 1 else {}
        links = linking.found(self.paths, several)
        twins = _twins(self.paths)
        for index, (path, content) in enumerate(zip(self.paths, contents, strict=True)):
            verdict = loose.get(index) or verdicts.get(content or 0)
            beside = [found[index] for found in (twins, more, links) if index in found]
            if verdict.found or beside:
                yield _findings(str(path), verdict, beside)

    def _judged(
        self,
        store: Store,
        verdicts: Results[Verdict],
        comparison: PlanComparison,
        linking: Linking,
        work: Work,
    ) -> tuple[list[int | None], dict[int, Verdict]]:
        """Judge what is not known; return the contents, and the verdicts on what has none."""
        loose: dict[int, Verdict] = {}

        def keep(made: Sequence[tuple[int, Judged]]) -> None:
            verdicts.put((content, one.verdict) for content, one in made)
            comparison.indexes.put((content, one.claim_index) for content, one in made)
            comparison.claims.put((content, one.claims) for content, one in made)
            linking.links.put((content, one.links) for content, one in made if one.links)

        contents, changed = renewed(
            store, verdicts, self.paths, partial(self._work, work), keep,
            lambda index, one: loose.update({index: verdicts.read(one.verdict)}),
        )  # fmt: skip
        if store.settle(self.paths if self.whole else None) or changed:
            with store.db:
                verdicts.forget_unseen()
                comparison.forget_unseen()
                linking.forget_unseen()
        return contents, loose

    def _work(self, work: Work, paths: Sequence[Path]) -> Iterator[Judged]:
        """Yield what is wrong with each of `paths`."""
        if not paths:
            return
        from cchc.read.register import load_register
        from cchc.rules._judged import judge

        contents = Contents(self.root)
        register = load_register(self.register).register if self.register else None
        judge_one = partial(judge, contents=contents, register=register)
        yield from work(judge_one, paths)


def _twins(paths: Sequence[Path]) -> dict[int, Verdict]:
    """Return what is wrong with files that have the id of one beside them, by their index."""
    found: dict[int, Verdict] = {}
    first: dict[tuple[Path, str], Path] = {}
    for index, path in enumerate(paths):
        other = first.setdefault((path.parent, normalize("NFC", path.stem)), path)
        if other is not path and path.name not in RESERVED:
            finding = faults.TWIN.at(
                say("{path} holds the plan “{id}” too", path=other, id=plan_id(path)),
                say("give one of them another name"),
            )
            found[index] = Verdict([row(Diagnostic(str(path), _START, finding))], {})
    return found


def _findings(path: str, verdict: Verdict, beside: Sequence[Verdict]) -> FileFindings:
    every = (verdict, *beside)
    found = [diagnostic(path, one) for each in every for one in each.found]
    lines = {number: line for each in every for number, line in each.lines.items()}
    if beside:
        found.sort(key=lambda one: (one.span, one.finding.code))
    return FileFindings(path, found, lines)
