"""The one way by which cchc writes files: whole or not at all, one writer at a time, and never over
what somebody else has saved meanwhile.

    lock the folder, write a temporary file beside the target, fsync
    compare the target with what the caller read
    rename, fsync the folder

Between the comparison and the rename lie microseconds in which an editor could still save: no
system offers both as one step.
"""

from __future__ import annotations

import hashlib
import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import IO, Final

from cchc.edit.files import attributes, temporary
from cchc.edit.files.lock import locked
from cchc.errors import UserError, reason
from cchc.messages import Message, say

STDOUT = Path("-")
"""What `-o -` says: standard output."""
_STREAMS = (Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd"))


class _Now(Enum):
    NOW = "now"


NOW: Final = _Now.NOW
"""As `was`: whatever is there when the writing begins may be replaced."""

Was = bytes | None | _Now


def write_bytes(path: Path, content: bytes, was: Was = NOW) -> None:
    """Put `content` into `path`, in place of the content `was`; None: there was no such file.

    Missing folders are made. Of a link the target is written; into a device or pipe
    (`/dev/stdout`), and for `-` to standard output, the content goes as it is. Owner, group, mode, access lists and extended
    attributes stay.

    Raises:
        UserError: the file has changed since it was read, another writer holds the folder for too
            long, something about the file would be lost, or the place cannot be written.
    """
    if path == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    if is_stream(path):
        with _told(path):
            path.write_bytes(content)
        return
    with replacing(path, was) as file:
        file.write(content)


def write_locked(path: Path, content: bytes, was: Was) -> None:
    """Do what `write_bytes` does, for a caller that holds the lock of the (real) folder.

    Raises:
        UserError: as there.
    """
    with _told(path):
        target = real_path(path)
        temporary.sweep(target.parent)
        expected = _expected(target, was)
        with temporary.beside(target) as made:
            made.file.write(content)
            _fsync(made.file)
            _take_the_place(made, target, expected, path)


@contextmanager
def replacing(path: Path, was: Was = NOW) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of `path` once all is written to it.

    The folder is locked only when the file is complete, so that a long export holds up nobody.

    Raises:
        UserError: as `write_bytes`.
    """
    with _told(path):
        target = real_path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        expected = _expected(target, was)
        with temporary.beside(target) as made:
            yield made.file
            _fsync(made.file)
            with locked(target.parent):
                temporary.sweep(target.parent)
                _take_the_place(made, target, expected, path)


def with_mark(text: str, was: bytes) -> bytes:
    """Return `text` as the new content of a file that held `was`: its mark (BOM) stays."""
    return (BOM_UTF8 if was.startswith(BOM_UTF8) else b"") + text.encode()


def real_path(path: Path) -> Path:
    """Return the file that is meant: links are followed, also those that lead nowhere yet."""
    return Path(os.path.realpath(path))


def is_stream(path: Path) -> bool:
    """Tell whether `path` is no file that could be replaced, but a way to somewhere else."""
    if path == STDOUT:
        return True
    if path.parent in _STREAMS:
        return path.exists()  # /dev/stdout may lead to a file that the shell holds open
    return path.exists() and not path.is_file() and not path.is_dir()


def _fsync(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _take_the_place(
    made: temporary.Temporary, target: Path, expected: bytes | None, shown: Path
) -> None:
    """Put the finished file where `target` is, if that holds what is expected.

    The folder is locked.
    """
    attributes.keep(target, made.path, shown)
    made.file.close()  # Windows renames no open file
    if _digest(target) != expected:
        raise changed_since(shown)
    made.path.replace(target)
    _fsync_folder(target.parent)


def changed_since(path: Path) -> UserError:
    """Return the refusal to write over what somebody has saved since the file was read."""
    return UserError(
        say("{path} has changed since it was read; it stays as it is now", path=path),
        say("run the command again"),
    )


def _digest(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except FileNotFoundError:
        return None


def _expected(target: Path, was: Was) -> bytes | None:
    """Return the digest of what may be replaced; None: no file."""
    if isinstance(was, _Now):
        return _digest(target)
    return None if was is None else hashlib.sha256(was).digest()


def _fsync_folder(folder: Path) -> None:
    """Make the new name last too, where the system knows that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what the system refuses into a message about `path`."""
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from None


def unwritable(path: Path, error: OSError) -> UserError:
    """Return what to tell when the system refuses to write `path`."""
    return UserError(
        say("{path} cannot be written: {reason}", path=path, reason=reason(error)),
        _hint(path, error),
    )


def _hint(path: Path, error: OSError) -> Message:
    if error.errno in (ENOSPC, EDQUOT):
        return say("make room on the disk, or choose another place")
    if path.is_dir() or not path.parent.is_dir():
        return say("choose another place, or ask whoever owns the folder for access")
    if path.suffix.casefold() in (".docx", ".pdf"):
        return say("close the file if it is open in Word, or choose another place")
    if path.suffix.casefold() in (".xlsx", ".csv"):
        return say("close the file if it is open in Excel, or choose another place")
    return say("check that you may write there, or choose another place")
