"""One writer at a time in a folder of plans, on Linux, macOS and Windows.

The system's own file locks are used, so that a writer who is killed leaves nothing locked. They
are advisory: they keep cchc from cchc, not an editor from saving.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cchc.errors import UserError, reason
from cchc.messages import say

NAME = ".cchc.lock"
TIMEOUT = 10.0
"""Seconds to wait for another writer; one record takes a fraction of a second."""
_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _release(handle: int, path: Path) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)
        with suppress(OSError):  # whoever waits has it open, and Windows then keeps it
            path.unlink()

else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(handle: int, path: Path) -> None:
        with suppress(OSError):  # while it is locked: see _acquire for who waits on it
            path.unlink()
        os.close(handle)


@contextmanager
def locked(folder: Path, timeout: float = TIMEOUT) -> Iterator[None]:
    """Be the only writer in `folder`, in this process and on this machine or network drive.

    Raises:
        UserError: another writer holds the folder for longer than `timeout` seconds, or the
            folder cannot be written.
    """
    path = folder / NAME
    handle = _acquire(path, time.monotonic() + timeout)
    try:
        yield
    finally:
        _release(handle, path)


def hold(handle: int, path: Path) -> bool:
    """Lock the open file `handle` without waiting; say whether it is locked and still `path`.

    Raises:
        OSError: the file system has no locks.
    """
    try:
        _try(handle)
    except (BlockingIOError, PermissionError):
        return False
    return _is_at(handle, path)


def _acquire(path: Path, until: float) -> int:
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except PermissionError as error:
            # Another user's lock; on Windows also the moment in which another writer deletes it.
            if time.monotonic() > until or not os.access(path.parent, os.W_OK):
                raise _unwritable(path, error) from None
        except OSError as error:
            raise _unwritable(path, error) from None
        else:
            try:
                _try(handle)
            except (BlockingIOError, PermissionError):
                os.close(handle)
            except OSError as error:
                os.close(handle)
                raise _unwritable(path, error) from None
            else:
                if _is_at(handle, path):
                    return handle
                os.close(handle)  # the one before us has deleted it: whoever comes has a new one
                continue
        if time.monotonic() > until:
            raise UserError(
                say("another cchc is writing in {folder}; nothing was changed", folder=path.parent),
                say("wait until it is done and run the command again"),
            )
        time.sleep(_PAUSE)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _unwritable(path: Path, error: OSError) -> UserError:
    return UserError(
        say("{path} cannot be written: {reason}", path=path, reason=reason(error)),
        say("check that you may write in this folder"),
    )
