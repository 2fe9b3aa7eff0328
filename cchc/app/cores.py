"""Doing one thing to many items on all cores, the results in the order of the items; and telling how far it is."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from cchc.messages import Message

if TYPE_CHECKING:
    from concurrent.futures import Future

Steps = Callable[[Message, int], AbstractContextManager[Callable[[], None]]]
"""Called with what is done and in how many steps; gives the function that takes one step.

The command line passes `cchc.cli.progress_bar.progress_bar`.
"""


@contextmanager
def unseen(title: Message, count: int) -> Iterator[Callable[[], None]]:
    """Take the steps without telling anybody."""
    yield lambda: None


T = TypeVar("T")
R = TypeVar("R")

FEW = 24
"""Files that one process reads before two would have started (docs/performance.md)."""
FRESH = 3
"""How many times more, where processes are not copied but start from nothing."""
CHUNK = 32
"""Items that a worker does at once; fewer where some workers would have nothing to do."""
AHEAD = 2
"""Chunks for each worker that are under way or wait to be taken: so memory stays bounded."""

_Done = tuple[list[Any], Exception | None]


def over_cores(
    work: Callable[[T], R], items: Sequence[T], jobs: int = 0, *, few: int = FEW
) -> Generator[R, None, None]:
    """Yield `work(item)` for each item in their order, on `jobs` cores (0: all there are).

    Below `few` items (3 when `jobs` are asked for) this process does all the work. `work`, items
    and results must be such as pickle takes: a function of a module, or a partial of one. What
    `work` raises is raised here, after the results before it. Whoever stops asking, or breaks off,
    leaves no process behind.
    """
    count = jobs or available()
    least = 3 if jobs else few
    if count < 2 or len(items) < least or not (jobs or _pays(len(items), few)):
        yield from map(work, items)
        return
    yield work(items[0])  # what it imports and builds, copies of this process have already
    yield from _in_processes(work, items[1:], count)


def available() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not what the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pays(count: int, few: int) -> bool:
    import multiprocessing

    return multiprocessing.get_start_method() == "fork" or count >= few * FRESH


def _in_processes(
    work: Callable[[T], R], items: Sequence[T], workers: int
) -> Generator[R, None, None]:
    from concurrent.futures.process import BrokenProcessPool

    size = max(1, min(CHUNK, len(items) // (workers * 4)))
    chunks = (items[start : start + size] for start in range(0, len(items), size))
    done = 0
    with _pool(work, workers) as submit:
        waiting = deque(map(submit, islice(chunks, workers * AHEAD)))
        while waiting:
            try:
                results, error = waiting.popleft().result()
            except (BrokenProcessPool, OSError):  # a worker died, or none could start
                break
            done += len(results)
            yield from results
            if error is not None:
                raise error
            waiting.extend(map(submit, islice(chunks, 1)))
    yield from map(work, items[done:])


@contextmanager
def _pool(work: Callable[[T], R], workers: int) -> Iterator[Callable[[Sequence[T]], Future[_Done]]]:
    """Give the function that hands a chunk to a pool, and end the pool, whatever it is doing."""
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    before = set(multiprocessing.active_children())
    gc.freeze()  # what is there is not looked through, nor copied, by each worker's collector
    pool: ProcessPoolExecutor | None = None
    finished = False

    def submit(chunk: Sequence[T]) -> Future[_Done]:
        nonlocal pool
        try:
            with _uninterrupted():
                if pool is None:
                    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,))
                return pool.submit(_do, chunk)
        except (OSError, ImportError, NotImplementedError, BrokenProcessPool):
            refused: Future[_Done] = Future()  # no room for a process, or no semaphores
            refused.set_exception(OSError())
            return refused

    try:
        yield submit
        finished = True
    finally:
        if not finished:
            for process in set(multiprocessing.active_children()) - before:
                process.kill()
        if pool is not None:
            pool.shutdown(cancel_futures=True)
        gc.unfreeze()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let an interruption wait until new processes have shed our ways (`_begin`)."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


_work: Callable[[Any], Any]


def _begin(work: Callable[[Any], Any]) -> None:
    """Prepare a worker: it knows its work, and ends at once when the user breaks off."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _do(chunk: Sequence[Any]) -> _Done:
    results: list[Any] = []
    try:
        for item in chunk:
            results.append(_work(item))
    except Exception as error:
        return results, error
    return results, None
