"""The plans that a command asks about, as agendas: from the cache as far as it knows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from cchc.app.cores import Watch, over_cores, unwatched
from cchc.messages import one_line, say
from cchc.read.faults import INTERNAL, internal
from cchc.read.layout import REGISTER, plan_id
from cchc.read.load import broken_at
from cchc.read.source import Source
from cchc.read.unread import Unread
from cchc.read.workspace import refuse_twins
from cchc.store.contents import Contents, Seen
from cchc.store.database import DamagedError, Store
from cchc.store.run import answers, is_wanted
from cchc.store.stamp import tool
from cchc.views.agenda import Agenda, agenda
from cchc.views.agenda_rows import AgendaRows, Broken, Stretch

T = TypeVar("T")
CACHE_ERRORS = (sqlite3.Error, DamagedError)
"""What goes wrong with a cache, and not with a plan."""
KEPT_AT_ONCE = 32
"""Files whose results are written in one piece."""


def ask(root: Path, use: Callable[[Store], T], *, lasting: bool) -> T:
    """Return what `use` makes of the cache of the workspace `root`; it may be called again with an
    empty one, when the cache fails."""
    return next(answers(root, lambda cache: iter((use(cache),)), lasting=lasting and is_wanted()))


class Year(NamedTuple):
    """All that some questions ask of a plan."""

    year: int


class Agendas:
    """The plans of a run, each with its id; none is held longer than it is looked at."""

    def __init__(
        self, cache: Store, root: Path, paths: Sequence[Path], *, whole: bool,
        watch: Watch = unwatched,
    ) -> None:  # fmt: skip
        """Read what `cache` does not know of the plans in `paths`.

        Raises:
            UserError: no plan can be read, or two files share one id.
        """
        refuse_twins(paths)
        self._paths = paths
        self._watch = watch
        self.unread: list[Unread] = []
        """The plans that cannot be read: the others are all there is."""
        register = cache.contents([root / "plans" / REGISTER], unseen=True)
        self._kept = AgendaRows(cache, f"{register}\n{tool()}")
        self._contents = self._read(cache, root)
        changed = cache.settle(paths if whole else None)
        self._kept.settle(changed=changed)
        self._plans = self._readable()

    def __len__(self) -> int:
        return len(self._plans)

    def __iter__(self) -> Iterator[tuple[str, Agenda]]:
        """Yield the plans with their units, without their jobs."""
        for path, content in self._plans:
            head = self._kept.head(content, str(path))
            if isinstance(head, Agenda):
                yield plan_id(path), head

    def dated(self) -> Iterator[tuple[str, Year]]:
        """Yield the plans with nothing but their year."""
        known = self._kept.years()
        for path, content in self._plans:
            yield plan_id(path), Year(known[content] or 0)

    def during(self, stretch: Stretch, plans: Set[str]) -> Iterator[tuple[str, Agenda]]:
        """Yield those of the `plans`, with the jobs that can matter for the days asked about."""
        for path, content in self._plans:
            if (name := plan_id(path)) in plans:
                head = self._kept.head(content, str(path))
                if isinstance(head, Agenda):
                    yield name, replace(head, jobs=self._kept.jobs(content, stretch))

    def ids(self) -> dict[str, Path]:
        """Return the ids of the plans that can be read, with their files."""
        return {plan_id(path): path for path, _ in self._plans}

    def _read(self, cache: Store, root: Path) -> list[int | None]:
        """Return the content of each file; None for one that cannot be read at all."""
        kept, known = self._kept, self._kept.years()
        numbers = cache.contents(self._paths, unseen=bool(known))
        stale = [index for index, number in enumerate(numbers) if number not in known]
        reading = partial(_found, contents=Contents(root))
        batch: list[tuple[Seen, Agenda | Broken]] = []
        with self._watch(say("Reading plans"), len(stale)) as step:
            read = over_cores(reading, [self._paths[index] for index in stale])
            for index, (seen, found) in zip(stale, read, strict=True):
                if seen is None:
                    self._leave_out(self._paths[index], found)
                else:
                    numbers[index] = seen.content
                    batch.append((seen, found))
                if len(batch) == KEPT_AT_ONCE:
                    kept.keep(batch)
                    batch.clear()
                step()
        kept.keep(batch)
        return numbers

    def _readable(self) -> list[tuple[Path, int]]:
        known = self._kept.years()
        found: list[tuple[Path, int]] = []
        for path, content in zip(self._paths, self._contents, strict=True):
            if content is None:
                continue
            if known[content] is None:
                self._leave_out(path, self._kept.head(content, str(path)))
            else:
                found.append((path, content))
        self.unread.sort(key=lambda one: Path(one.path).parts)
        if self.unread and not found:
            raise self.unread[0].refusal()
        return found

    def _leave_out(self, path: Path, found: Agenda | Broken) -> None:
        """Remember that the plan in `path` cannot be read.

        Raises:
            UserError: it is the register, which is no plan.
        """
        error = found.error if isinstance(found, Broken) else None
        if error is None:
            raise broken_at(path, None)
        at, message = error.span, error.finding.message
        failed = error.finding.code == INTERNAL.code
        self.unread.append(
            Unread(plan_id(path), one_line(path), at.line, at.column, message, failed)
        )


def _found(path: Path, contents: Contents) -> tuple[Seen | None, Agenda | Broken]:
    from cchc.model.finding import Diagnostic
    from cchc.read.load import load_bytes

    seen, raw = contents.read(path)
    source: Source = load_bytes(path, raw)
    if source.plan is not None:
        try:
            return seen, agenda(source.plan)
        except Exception as error:  # one plan never takes the others with it
            source = Source(path, findings=[internal(error)])
    first = next(iter(source.findings), None)
    if first and first.code == INTERNAL.code:
        seen = None  # asked again by each run, until it is mended
    return seen, Broken(first and Diagnostic(str(path), source.span(first), first))
