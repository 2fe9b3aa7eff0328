"""Temporary files and folders beside what they become, and those that killed runs have left.

Whoever writes a file holds the system's lock on it. One that is ours by its name and that nobody
holds belongs to a run that was killed. A folder cannot be locked everywhere, so a temporary file
is held for it, which says whose place the folder is to take:

    .table.0123abcd.cchc-tmp        the file that is held; in it: table
    .table.0123abcd.cchc-tmp.new    the folder that grows
    .table.0123abcd.cchc-tmp.old    the folder that was there, while the new one takes its place
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NamedTuple

from cchc.edit.files.lock import hold

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


class TemporaryFolder(NamedTuple):
    """A folder that is being filled, and where to put the one whose place it takes."""

    path: Path
    old: Path


@contextmanager
def folder_beside(target: Path) -> Iterator[TemporaryFolder]:
    """Give a new folder beside the folder `target`, which is gone afterwards unless renamed."""
    with beside(target) as holder:
        holder.file.write(os.fsencode(target.name))
        holder.file.flush()
        made = _folders_of(holder.path)
        made.path.mkdir()
        try:
            yield made
        finally:
            _settle(made, target)


def _folders_of(holder: Path) -> TemporaryFolder:
    return TemporaryFolder(*(holder.with_name(holder.name + end) for end in (".new", ".old")))


def _settle(folders: TemporaryFolder, target: Path) -> None:
    """Delete both folders, but give the old one its place back where none has taken it."""
    if folders.old.is_dir() and not target.exists():
        folders.old.replace(target)
    for one in folders:
        shutil.rmtree(one, ignore_errors=True)


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
            folders = _folders_of(path)
            if any(one.is_dir() for one in folders):
                _settle(folders, path.with_name(os.fsdecode(os.read(handle, 4096))))
            if os.name == "nt":
                os.close(handle)  # Windows deletes no open file
                handle = -1
            path.unlink()
    finally:
        if handle >= 0:
            os.close(handle)
