"""Temporary files beside the file they become, and those that killed runs have left.

Whoever writes one holds the system's lock on it. One that is ours by its name and that nobody
holds belongs to a run that was killed.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple

from cchc.edit.lock import hold

SUFFIX = ".cchc-tmp"
_LONGEST = 200
"""Bytes of the target's name that go into the name; file systems take 255 in all."""
_swept: set[Path] = set()
"""The folders in which this run has looked already."""


class Temporary(NamedTuple):
    """A file that is being written."""

    path: Path
    file: IO[bytes]


@contextmanager
def beside(target: Path) -> Iterator[Temporary]:
    """Give a new file in the folder of `target`, which is gone afterwards unless it was renamed."""
    made = _create(target)
    try:
        yield made
    finally:
        made.file.close()
        made.path.unlink(missing_ok=True)


def _create(target: Path) -> Temporary:
    start = target.name.encode(errors="surrogateescape")[:_LONGEST].decode(errors="ignore")
    while True:
        path = target.with_name(f".{start}.{secrets.token_hex(4)}{SUFFIX}")
        file = open(path, "x+b")  # noqa: PTH123, SIM115 - closed in `beside`
        if hold(file.fileno(), path):
            return Temporary(path, file)
        file.close()  # somebody took it for one of a killed run before it was locked


def sweep(folder: Path) -> None:
    """Delete what killed runs have left in `folder`; the caller holds the lock of the folder."""
    if folder in _swept:
        return
    _swept.add(folder)
    with os.scandir(folder) as entries:
        names = [one.name for one in entries if _is_ours(one)]
    for name in names:
        with suppress(OSError):  # another user's, or being written on Windows
            _delete_if_dead(folder / name)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    named = entry.name.startswith(".") and entry.name.endswith(SUFFIX)
    return named and entry.is_file(follow_symlinks=False)


def _delete_if_dead(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        if hold(handle, path):
            if os.name == "nt":
                os.close(handle)  # Windows deletes no open file
                handle = -1
            path.unlink()
    finally:
        if handle >= 0:
            os.close(handle)
