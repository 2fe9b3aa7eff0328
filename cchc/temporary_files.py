"""Temporary files and folders of the system; where none can be made, one message says so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from cchc.errors import UserError, reason
from cchc.messages import say


def temporary_file() -> IO[bytes]:
    """Return an open file without a name, which is gone when it is closed.

    Raises:
        UserError: the system has no place for one.
    """
    try:
        return tempfile.TemporaryFile()
    except OSError as error:
        raise no_place(error) from None


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards, with everything in it.

    Raises:
        UserError: the system has no place for one.
    """
    try:
        holder = tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
    except OSError as error:
        raise no_place(error) from None
    with holder as folder:
        yield Path(folder)


def no_place(error: OSError, folder: Path | None = None) -> UserError:
    """Return what to tell when the system refuses a temporary file; `folder`: where, if one is known."""
    return UserError(
        say(
            "no temporary file can be written in {folder}: {reason}",
            folder=folder,
            reason=reason(error),
        )
        if folder
        else say("no temporary file can be written: {reason}", reason=reason(error)),
        say(
            "set TMPDIR (on Windows TEMP) to a folder on a disk that has room, and where you may write"
        ),
    )
