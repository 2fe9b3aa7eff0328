"""A progress bar on standard error, where somebody watches a longer run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from cchc.messages import Message

if TYPE_CHECKING:
    from rich.progress import Progress

WORTH_IT = 5
"""Fewer steps are over before a bar would help."""
PATIENCE = 1.0
"""Seconds that anybody waits without being told why."""


@contextmanager
def progress_bar(title: Message, count: int) -> Iterator[Callable[[], None]]:
    """Show a bar of `count` steps, and give the function that takes one; it goes when done.

    Nothing is shown unless standard error is a terminal, and before `PATIENCE` is over.
    """
    if count < WORTH_IT or not sys.stderr.isatty():
        yield lambda: None
        return
    shown = _Bar(title, count)
    try:
        yield shown.step
    finally:
        shown.end()


class _Bar:
    def __init__(self, title: Message, count: int) -> None:
        self._title, self._count, self._done = title, count, 0
        self._since = monotonic()
        self._progress: Progress | None = None

    def step(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress.update(self._task, completed=self._done)
        elif monotonic() - self._since > PATIENCE:
            self._start()

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._progress = Progress(
            console=Console(stderr=True), transient=True,
            redirect_stdout=False, redirect_stderr=False,
        )  # fmt: skip
        self._task = self._progress.add_task(
            str(self._title), total=self._count, completed=self._done
        )
        self._progress.start()

    def end(self) -> None:
        if self._progress is not None:
            self._progress.stop()
