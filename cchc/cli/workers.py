"""Doing one thing to many items on all cores, the results in the order of the items."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from cchc.cli.forked import can_fork, forked

if TYPE_CHECKING:
    from concurrent.futures import Future

FEW = 24
"""Files that one process reads before two would have started (docs/performance.md)."""

T = TypeVar("T")
R = TypeVar("R")

WAITING = 8
"""Results a worker may be ahead of whoever takes them: what keeps memory bounded."""


def in_order(
    work: Callable[[T], R], items: Sequence[T], *, worth_it: int, workers: int | None = None
) -> Generator[R, None, None]:
    """Yield `work(item)` for each item; in processes of their own from `worth_it` items on.

    `work` must be a function of a module, and items and results such as pickle takes.
    """
    count = min(workers or _cores(), len(items))
    if count < 2 or len(items) < worth_it:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    rest = iter(items)
    yield work(next(rest))  # what it imports and compiles, workers that are forked have already
    pool = ProcessPoolExecutor(count, initializer=_leave_interrupts_to_the_parent)
    waiting: deque[Future[R]] = deque()
    try:
        for item in rest:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= count * WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def in_processes(work: Callable[[T], R], items: Sequence[T], jobs: int = 0) -> Iterator[R]:
    """Yield `work(item)` for each item in their order, on `jobs` cores (0: all there are).

    Below `FEW` items, and where processes cannot be copied, this process does all the work; `work`
    may be any function.
    """
    count = jobs or _cores()
    few = len(items) < FEW if jobs == 0 else len(items) < 3
    if count < 2 or few or not can_fork():
        yield from map(work, items)
        return
    yield work(items[0])  # what it imports and builds, the copies have already
    with closing(forked(work, items[1:], count)) as results:
        yield from results


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # what this process may use, not what the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
