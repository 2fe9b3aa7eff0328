"""Hearing what a command prints, byte by byte, on its way to standard output."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from cchc.cli.asked import Asked
from cchc.read.kept_answers import Writing

if TYPE_CHECKING:
    import typer


def may_keep(context: typer.Context, named: Iterable[Path]) -> None:
    """Have the answer kept that a command is about to print (`Asked.rests_on_files`)."""
    if isinstance(context.obj, Asked):
        context.obj.rests_on_files(named)


@contextmanager
def heard(asked: Asked | None) -> Iterator[Callable[[int], None]]:
    """Listen to what is printed, and give the function that keeps it as the answer to `asked`.

    Nothing is kept unless that function is called, with the exit code, after all was printed.
    """
    if asked is None:
        yield lambda _: None
        return
    screen = sys.stdout
    screen.flush()
    ear = _Ear(screen.buffer, asked)
    sys.stdout = io.TextIOWrapper(ear, encoding="utf-8", errors="replace")
    try:
        yield ear.keep
    finally:
        ear.drop()
        sys.stdout.flush()
        sys.stdout.detach()
        sys.stdout = screen


class _Ear(io.BufferedIOBase):
    def __init__(self, out: BinaryIO, asked: Asked) -> None:
        self._out, self._asked = out, asked
        self._writing: Writing | None = None
        self._missed = False
        """Whether something was printed before the command said that it may be kept."""

    def write(self, printed: Any, /) -> int:
        """Pass bytes on, but for what was printed already."""
        heard = bytes(printed)
        self._out.write(heard[self._asked.printed :])
        self._asked.printed = max(0, self._asked.printed - len(heard))
        if not self._asked.wanted:
            self._missed = True
        elif not self._missed:
            self._writing = self._writing or Writing(self._asked.path, self._asked.about)
            self._writing.add(heard)
        return len(heard)

    def flush(self) -> None:
        """Have everything passed on."""
        self._out.flush()

    def writable(self) -> bool:
        """Say that it takes bytes."""
        return True

    def fileno(self) -> int:
        """Return the number of standard output."""
        return self._out.fileno()

    def keep(self, code: int) -> None:
        """Keep what was heard."""
        if self._writing is not None:
            self._writing.keep(code)
            self._writing = None

    def drop(self) -> None:
        """Keep nothing of it."""
        if self._writing is not None:
            self._writing.drop()
            self._writing = None
