"""Worker processes that are copies of this one: nothing is imported or handed over again.

Worker k of n does the chunks k, k + n, k + 2n ... and writes their results into a pipe of its own.
A full pipe makes it wait for whoever reads, so that memory stays bounded without any bookkeeping.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Generic, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 32
"""Items that a worker sends at once; fewer where some workers would have nothing to do."""
_NOBODY = -1
_SIZE = struct.Struct(">Q")


def can_fork() -> bool:
    """Whether this system copies processes; macOS does, but its libraries do not survive it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def forked(work: Callable[[T], R], items: Sequence[T], workers: int) -> Generator[R, None, None]:
    """Yield `work(item)` for each item in their order, worked out by so many processes.

    What `work` raises is raised here. Results must be such as pickle takes. Whoever stops asking,
    or breaks off, leaves no process behind.
    """
    size = max(1, min(CHUNK, len(items) // (workers * 4)))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    crew: list[_Worker[T, R]] = []
    gc.freeze()  # what is there is not looked through, nor copied, by each worker's collector
    try:
        for n in range(min(workers, len(chunks))):
            with _uninterrupted():
                crew.append(_Worker(work, chunks[n::workers]))
        for n, chunk in enumerate(chunks):
            yield from crew[n % len(crew)].results(chunk)
    finally:
        for worker in crew:
            worker.end()
        gc.unfreeze()


class _Worker(Generic[T, R]):
    def __init__(self, work: Callable[[T], R], chunks: Sequence[Sequence[T]]) -> None:
        self._work = work
        reading, writing = os.pipe()
        self._pid = _forked()
        if self._pid == 0:
            os.close(reading)
            _serve(work, chunks, writing)
        os.close(writing)
        self._pipe: BinaryIO = os.fdopen(reading, "rb")

    def results(self, chunk: Sequence[T]) -> Iterator[R]:
        """Yield the results of the next chunk; those of a worker that died are worked out here."""
        head = self._pipe.read(_SIZE.size)
        data = self._pipe.read(*_SIZE.unpack(head)) if len(head) == _SIZE.size else b""
        if not head or len(data) != _SIZE.unpack(head)[0]:
            yield from map(self._work, chunk)
            return
        results, error = pickle.loads(data)  # noqa: S301  written by a copy of this very process
        yield from results
        if error is not None:
            raise error

    def end(self) -> None:
        """See the process off, whatever it is doing."""
        self._pipe.close()
        if self._pid != _NOBODY:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let an interruption wait until the copy is known here, and has shed our ways there."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _forked() -> int:
    """Copy this process; where there is no room for another one, its work is done here."""
    try:
        return os.fork()
    except OSError:
        return _NOBODY


def _serve(work: Callable[[T], R], chunks: Sequence[Sequence[T]], writing: int) -> NoReturn:
    """Do the work of one process, and leave without what only the first one may finish."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    try:
        with os.fdopen(writing, "wb") as pipe:
            for chunk in chunks:
                data = _done(work, chunk)
                pipe.write(_SIZE.pack(len(data)) + data)
                pipe.flush()
    finally:
        os._exit(0)


def _done(work: Callable[[T], R], chunk: Sequence[T]) -> bytes:
    results: list[R] = []
    try:
        for item in chunk:
            results.append(work(item))
    except Exception as error:
        return pickle.dumps((results, error))
    return pickle.dumps((results, None))
