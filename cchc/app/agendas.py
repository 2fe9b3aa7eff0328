"""The plans that a command asks about, as agendas: from the cache as far as it knows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from cchc.app.cores import Steps, over_cores, unseen
from cchc.messages import one_line, say
from cchc.read.faults import INTERNAL, internal
from cchc.read.folders import RESERVED, plan_id
from cchc.read.unread import Unread
from cchc.read.workspace import refuse_twins
from cchc.store.contents import Contents, Seen
from cchc.store.database import DamagedError, Store
from cchc.store.findings import FindingRow, diagnostic, row
from cchc.store.results import Results, encode, renewed
from cchc.store.run import answers, is_wanted
from cchc.views.agenda import Agenda, Job
from cchc.views.superseded import superseded

T = TypeVar("T")
CACHE_ERRORS = (sqlite3.Error, DamagedError)
"""What goes wrong with a cache, and not with a plan."""


def ask_store(root: Path, use: Callable[[Store], T], *, lasting: bool) -> T:
    """Return what `use` makes of the cache of the workspace `root`; it may be called again with an
    empty one, when the cache fails."""
    return next(answers(root, lambda cache: iter((use(cache),)), lasting=lasting and is_wanted()))


class Broken(NamedTuple):
    """Why a file gives no agenda: its first error, or None for the register."""

    error: FindingRow | None


class MadeAgenda(NamedTuple):
    """The agenda of one file, as rows of bytes; `seen` is None for a file that could not be read."""

    seen: Seen | None
    agenda: bytes
    """An `Agenda` without its jobs, or `Broken`."""
    jobs: bytes


class Agendas:
    """The plans of a run, each with its id; jobs are read plan by plan."""

    def __init__(
        self, store: Store, root: Path, paths: Sequence[Path], *, whole: bool,
        steps: Steps = unseen,
    ) -> None:  # fmt: skip
        """Read what `store` does not know of the plans in `paths`.

        Raises:
            UserError: no plan can be read, or two files share one id.
        """
        refuse_twins(paths)
        self._store = store
        self._paths = paths
        self._steps = steps
        self.unread: list[Unread] = []
        """The plans that cannot be read: the others are all there is."""
        beside = store.contents([root / "plans" / name for name in RESERVED], unseen=True)
        self._heads: Results[Agenda | Broken] = Results(store, "agenda", Agenda | Broken, beside)
        self._jobs: Results[tuple[Job, ...]] = Results(store, "jobs", tuple[Job, ...], beside)
        contents, changed = renewed(
            store, self._heads, paths, partial(self._work, reader=Contents(root)), self._keep,
            lambda index, one: self._leave_out(paths[index], self._heads.read(one.agenda)),
        )  # fmt: skip
        if store.settle(paths if whole else None) or changed:
            with store.db:
                self._heads.forget_unseen()
                self._jobs.forget_unseen()
        self._plans = self._readable(contents)

    def __len__(self) -> int:
        return len(self._plans)

    def __iter__(self) -> Iterator[tuple[str, Agenda]]:
        """Yield the plans with their units, without their jobs."""
        for path, _, head in self._plans:
            yield plan_id(path), head

    def with_jobs(self, plans: Set[str]) -> Iterator[tuple[str, Agenda]]:
        """Yield those of the `plans` with their jobs; what another plan amends counts there only."""
        heads = [(plan_id(path), content, head) for path, content, head in self._plans]
        contents = {name: content for name, content, _ in heads}
        gone = superseded(
            [(name, head.owner, head.paper) for name, _, head in heads],
            lambda name: {job.id for job in self._checked(contents[name])},
        )
        for name, content, head in heads:
            if name in plans:
                jobs = self._checked(content)
                if name in gone:
                    jobs = tuple(job for job in jobs if job.id not in gone[name])
                yield name, replace(head, jobs=jobs)

    def ids(self) -> dict[str, Path]:
        """Return the ids of the plans that can be read, with their files."""
        return {plan_id(path): path for path, _, _ in self._plans}

    def _checked(self, content: int) -> tuple[Job, ...]:
        jobs = self._jobs.get(content)
        try:
            for job in jobs:
                for record in job.records:
                    _ = record.date and record.date.first  # raises when there is no such day
        except ValueError as error:
            raise DamagedError from error
        return jobs

    def _work(self, paths: Sequence[Path], reader: Contents) -> Iterator[MadeAgenda]:
        with self._steps(say("Reading plans"), len(paths)) as step:
            for one in over_cores(partial(_found, contents=reader), paths):
                yield one
                step()

    def _keep(self, made: Sequence[tuple[int, MadeAgenda]]) -> None:
        self._heads.put((content, one.agenda) for content, one in made)
        self._jobs.put((content, one.jobs) for content, one in made)

    def _readable(self, contents: Sequence[int | None]) -> list[tuple[Path, int, Agenda]]:
        found: list[tuple[Path, int, Agenda]] = []
        for path, content in zip(self._paths, contents, strict=True):
            if content is None:
                continue
            head = self._heads.get(content)
            if isinstance(head, Broken):
                self._leave_out(path, head)
            else:
                found.append((path, content, head))
        self.unread.sort(key=lambda one: Path(one.path).parts)
        if self.unread and not found:
            raise self.unread[0].refusal()
        return found

    def _leave_out(self, path: Path, found: Agenda | Broken) -> None:
        """Remember that the plan in `path` cannot be read.

        Raises:
            UserError: it is the register, which is no plan.
        """
        if not isinstance(found, Broken) or found.error is None:
            from cchc.read.load import broken_at

            raise broken_at(path, None)
        error = diagnostic(str(path), found.error)
        at, message = error.span, error.finding.message
        failed = error.finding.code == INTERNAL.code
        self.unread.append(
            Unread(plan_id(path), one_line(path), at.line, at.column, message, failed)
        )


def _found(path: Path, contents: Contents) -> MadeAgenda:
    from cchc.model.finding import Diagnostic
    from cchc.read.load import load_bytes
    from cchc.read.source import Source
    from cchc.views.jobs import agenda

    seen, raw = contents.read(path)
    source = load_bytes(path, raw)
    if source.plan is not None:
        try:
            made = agenda(source.plan)
        except Exception as error:  # one plan never takes the others with it
            source = Source(path, findings=[internal(error)])
        else:
            return MadeAgenda(seen, encode(replace(made, jobs=())), encode(made.jobs))
    first = next(iter(source.findings), None)
    if first and first.code == INTERNAL.code:
        seen = None  # asked again by each run, until it is mended
    fault = first and row(Diagnostic(str(path), source.span(first), first))
    return MadeAgenda(seen, encode(Broken(fault)), encode(()))
