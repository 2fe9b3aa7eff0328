"""Doing one thing to many items on all cores, the results in the order of the items."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import TypeVar

from cchc.cli.forked import can_fork, forked

FEW = 24
"""Files that one process reads before two would have started (docs/performance.md)."""

T = TypeVar("T")
R = TypeVar("R")


def in_processes(
    work: Callable[[T], R], items: Sequence[T], jobs: int = 0, *, few: int = FEW
) -> Generator[R, None, None]:
    """Yield `work(item)` for each item in their order, on `jobs` cores (0: all there are).

    Below `few` items (3 when `jobs` are asked for), and where processes cannot be copied, this
    process does all the work; `work` may be any function.
    """
    count = jobs or _cores()
    if count < 2 or len(items) < (3 if jobs else few) or not can_fork():
        yield from map(work, items)
        return
    yield work(items[0])  # what it imports and builds, the copies have already
    with closing(forked(work, items[1:], count)) as results:
        yield from results


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # what this process may use, not what the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
