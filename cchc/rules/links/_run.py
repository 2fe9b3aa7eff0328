"""The rules about links, asked for the plans of a run; the answers are kept like other findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cchc.model.above import PlanAbove
from cchc.read.folders import SUFFIXES, plan_id
from cchc.rules._beyond_one_file import LocatedHit, RunAnswers, Verdicts, failure
from cchc.rules._verdict import Verdict
from cchc.rules.links import PlanLinks, ResolvedLink, all_rules, plan_and_task
from cchc.store.database import Store
from cchc.store.results import Results, encode

ABOVE = 64
"""Plans above that are kept."""


class _PlansAboveSource(NamedTuple):
    """Where plans above are read from."""

    plan: str
    """The id of the plan of the workspace; empty for a source outside."""
    content: int
    read: Callable[[], list[PlanAbove]]


class Linking:
    """The rules about links, asked about the plans of a run."""

    def __init__(
        self, store: Store, root: Path, depends_on: object, verdicts: Results[Verdict]
    ) -> None:
        self._store, self._root = store, root
        self.links: Results[PlanLinks] = Results(store, "links", PlanLinks, depends_on)
        self._above: Results[list[PlanAbove]] = Results(
            store, "plans above", list[PlanAbove], depends_on
        )
        self._verdicts = Verdicts(store, "places of links", depends_on, verdicts)
        self._runs = RunAnswers(store, "linked", depends_on)

    def forget_unseen(self) -> None:
        """Forget what no file says any more."""
        self.links.forget_unseen()
        self._verdicts.forget_unseen()

    def found(self, paths: Sequence[Path], contents: Sequence[int | None]) -> dict[int, Verdict]:
        """Return what the rules find, by the index of the path; `contents` are those of `paths`.

        Raises:
            UserError: a source under `[upstream]` cannot be read.
        """
        linked = self.links.known()
        plans = [
            (index, one) for index, one in enumerate(contents) if one is not None and one in linked
        ]
        if not plans:
            return {}
        held = [(index, content, self.links.get(content)) for index, content in plans]
        wanted = {plan_and_task(entry.task)[0] for _, _, one in held for entry in one.entries}
        there = {plan_id(path): one for path, one in zip(paths, contents, strict=True)}
        sources = [*self._here(wanted, paths, there)]
        if missing := wanted - {one.plan for one in sources}:
            sources += self._upstream(missing)
        asked = repr((
            [(str(paths[index]), content) for index, content, _ in held],
            [(one.plan, one.content) for one in sources],
        ))  # fmt: skip
        return self._runs.answer(asked, lambda: self._judged(paths, held, sources))

    def _here(
        self, wanted: set[str], paths: Sequence[Path], there: dict[str, int | None]
    ) -> Iterator[_PlansAboveSource]:
        """Yield the plans of the workspace that are wanted."""
        from cchc.read.upstream import plans_in
        from cchc.read.workspace import plan_files

        by_id = {plan_id(path): path for path in paths}
        if wanted - by_id.keys():
            for path in plan_files(self._root / "plans"):
                by_id.setdefault(plan_id(path), path)
        for name in sorted(wanted & by_id.keys()):
            path = by_id[name]
            content = there.get(name)
            if content is None:
                content = self._store.contents([path], unseen=True)[0]
            yield _PlansAboveSource(name, content or 0, partial(plans_in, path))

    def _upstream(self, wanted: set[str]) -> Iterator[_PlansAboveSource]:
        """Yield the sources under `[upstream]`, but for plans that nobody wants."""
        from cchc.read.upstream import content_at, plans_at, plans_in, upstream

        for source in upstream(self._root):
            for path in source.files:
                if path.suffix not in SUFFIXES or plan_id(path) in wanted:
                    content = self._store.contents([path], unseen=True)[0]
                    yield _PlansAboveSource("", content or 0, partial(plans_in, path))
            if source.revision:
                content = content_at(source, self._root)
                yield _PlansAboveSource("", content, partial(plans_at, source, self._root))

    def _read(self, source: _PlansAboveSource) -> list[PlanAbove]:
        found = self._above.find(source.content)
        if found is None:
            found = source.read()
            with self._store.db:
                self._above.put([(source.content, encode(found))])
                self._above.keep_last(ABOVE)
        return found

    def _judged(
        self,
        paths: Sequence[Path],
        held: Sequence[tuple[int, int, PlanLinks]],
        sources: Sequence[_PlansAboveSource],
    ) -> tuple[dict[int, Verdict], bool]:
        above: dict[str, PlanAbove] = {}
        for source in sources:
            for one in self._read(source):
                above.setdefault(one.id, one)
        unread = {source.plan for source in sources} - above.keys()
        found: dict[int, Verdict] = {}
        failed = False
        for index, content, plan in held:
            located: list[LocatedHit] = []
            for n, entry in enumerate(plan.entries):
                name, task = plan_and_task(entry.task)
                if name in unread:
                    continue
                whole = above.get(name)
                link = ResolvedLink(entry, plan.units, whole, whole.find(task) if whole else None)
                for rule in all_rules():
                    try:
                        hits = [(rule, hit) for hit in rule.check(link)]
                    except Exception as error:  # one plan never takes the others with it
                        failed = True
                        hits = [failure(error, entry.place)]  # type: ignore[list-item]
                    located += [
                        LocatedHit(f"{n} {one.CODE} {hit.place[-1]}", one, hit, name)
                        for one, hit in hits
                    ]
            verdict = self._verdicts.verdict(paths[index], content, located) if located else None
            if verdict and verdict.found:
                found[index] = verdict
        return found, failed
