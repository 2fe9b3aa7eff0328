"""Opening what was written with the program the system uses for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from cchc import programs
from cchc.errors import UserError
from cchc.messages import say

_PATIENCE = 3.0
"""Seconds in which an opener that cannot do it says so; a longer run is the program at work."""


def open_written(paths: Sequence[Path]) -> None:
    """Open the file of `paths`; of several, the folder they are in.

    Raises:
        UserError: this system has no program that opens it.
    """
    if not paths:
        return
    target = paths[0] if len(paths) == 1 else Path(os.path.commonpath([p.parent for p in paths]))
    if sys.platform == "win32":
        try:
            os.startfile(target)  # noqa: S606 - to open it is what was asked
        except OSError as error:
            raise _cannot(target) from error
        return
    program = programs.found("open" if sys.platform == "darwin" else "xdg-open")
    if program is None:
        raise _cannot(target)
    opener = subprocess.Popen(
        [program, str(target.absolute())], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        failed = opener.wait(_PATIENCE) != 0
    except subprocess.TimeoutExpired:
        return
    if failed:
        raise _cannot(target)


def _cannot(target: Path) -> UserError:
    return UserError(
        say("{path} is written, but no program here opens it", path=target),
        say("open it yourself; --open needs a desktop with a program for such files"),
    )
