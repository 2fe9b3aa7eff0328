"""The plans that a command asks about, as agendas: from the cache as far as it knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cchc.cli.progress_bar import bar
from cchc.cli.workers import in_processes
from cchc.errors import UserError
from cchc.messages import say
from cchc.read.cache import Cache
from cchc.read.cache_run import answers, is_wanted
from cchc.read.cache_stamp import tool
from cchc.read.contents import Contents, Seen
from cchc.read.load import REGISTER, plan_id
from cchc.views.agenda import Agenda, agenda
from cchc.views.kept import Broken, Kept, Stretch

if TYPE_CHECKING:
    from cchc.read.load import Source

T = TypeVar("T")
KEPT_AT_ONCE = 32
"""Files whose results are written in one piece."""


def ask(root: Path, use: Callable[[Cache], T], *, lasting: bool) -> T:
    """Return what `use` makes of the cache of the workspace `root`; it may be called again with an
    empty one, when the cache fails."""
    return next(answers(root, lambda cache: iter((use(cache),)), lasting=lasting and is_wanted()))


class Year(NamedTuple):
    """All that some questions ask of a plan."""

    year: int


class Agendas:
    """The plans of a run, each with its id; none is held longer than it is looked at."""

    def __init__(self, cache: Cache, root: Path, paths: Sequence[Path], *, whole: bool) -> None:
        """Read what `cache` does not know of the plans in `paths`.

        Raises:
            UserError: a plan has errors, or two files share one id.
        """
        self._paths = paths
        register = cache.contents([root / "plans" / REGISTER], unseen=True)
        self._kept = Kept(cache, f"{register}\n{tool()}")
        self._contents = self._read(cache, root)
        changed = cache.settle(paths if whole else None)
        self._kept.settle(changed=changed)
        self._check()

    def __len__(self) -> int:
        return len(self._paths)

    def __iter__(self) -> Iterator[tuple[str, Agenda]]:
        """Yield the plans with their units, without their jobs."""
        for path, content in zip(self._paths, self._contents, strict=True):
            head = self._kept.head(content, str(path))
            if isinstance(head, Agenda):
                yield plan_id(path), head

    def dated(self) -> Iterator[tuple[str, Year]]:
        """Yield the plans with nothing but their year."""
        known = self._kept.years()
        for path, content in zip(self._paths, self._contents, strict=True):
            yield plan_id(path), Year(known[content] or 0)

    def during(self, stretch: Stretch) -> Iterator[tuple[str, Agenda]]:
        """Yield the plans with the jobs that can matter for the days asked about."""
        for content, (name, head) in zip(self._contents, self, strict=True):
            yield name, replace(head, jobs=self._kept.jobs(content, stretch))

    def _read(self, cache: Cache, root: Path) -> list[int]:
        kept, known = self._kept, self._kept.years()
        numbers = cache.contents(self._paths, unseen=bool(known))
        stale = [index for index, number in enumerate(numbers) if number not in known]
        reading = partial(_found, contents=Contents(root))
        batch: list[tuple[Seen, Agenda | Broken]] = []
        with bar(say("Reading plans"), len(stale)) as step:
            read = in_processes(reading, [self._paths[index] for index in stale])
            for index, (seen, found) in zip(stale, read, strict=True):
                if seen is None:
                    raise _refusal(self._paths[index], found)
                numbers[index] = seen.content
                batch.append((seen, found))
                if len(batch) == KEPT_AT_ONCE:
                    kept.keep(batch)
                    batch.clear()
                step()
        kept.keep(batch)
        return [number or 0 for number in numbers]

    def _check(self) -> None:
        known = self._kept.years()
        seen: dict[str, Path] = {}
        for path, content in zip(self._paths, self._contents, strict=True):
            if known[content] is None:
                raise _refusal(path, self._kept.head(content, str(path)))
            other = seen.setdefault(plan_id(path), path)
            if other is not path:
                raise UserError(
                    say("two files hold the plan “{id}”: {one} and {two}",
                        id=plan_id(path), one=other, two=path),
                    say("give one of them another name"),
                )  # fmt: skip


def _found(path: Path, contents: Contents) -> tuple[Seen | None, Agenda | Broken]:
    from cchc.model.finding import Diagnostic
    from cchc.read.load import load_bytes

    seen, raw = contents.read(path)
    source: Source = load_bytes(path, raw)
    if source.plan is not None:
        return seen, agenda(source.plan)
    first = next(iter(source.findings), None)
    return seen, Broken(first and Diagnostic(str(path), source.span(first), first))


def _refusal(path: Path, found: Agenda | Broken) -> UserError:
    from cchc.read.load import broken_at

    error = found.error if isinstance(found, Broken) else None
    return broken_at(path, error and (error.finding.message, error.span))
