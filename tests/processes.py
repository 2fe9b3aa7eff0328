"""Processes that programs under test have started: whether they run, whether they are gone."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event


def started(file: Path) -> bool:
    """Whether a script has written to `file` which process it waits for."""
    return file.exists() and file.read_text().endswith("\n")


def is_gone(process: int) -> bool:
    """Whether a process, nobody's child any more, ends before its time."""
    for _ in range(5_000):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] in "ZX":
            return True
        Event().wait(0.02)  # not time.sleep, which one of the tests takes away
    return False
