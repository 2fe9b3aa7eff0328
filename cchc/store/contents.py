"""Which content a file has: a number made of its bytes, and the signs that it is still the same.

While size, times and inode stay what they were, the bytes did too. Times younger than `GRAIN` when
they were noted prove nothing (the file may change again within one tick of its clock, or the clock
may have been set back): such a file is read again each time.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import NamedTuple

from cchc.model.finding import Finding
from cchc.read.files import read_bytes, unsaved_bytes
from cchc.read.folders import HOLIDAYS, REGISTER

GRAIN = 2_000_000_000
"""Nanoseconds: the coarsest tick of file times in use, that of FAT."""
_KINDS = {REGISTER: b"register", HOLIDAYS: b"days off"}
"""What a file is, where its name tells: the same bytes are something else in a plan."""


class Seen(NamedTuple):
    """A file as it was just before it was read, and the number of what was in it."""

    path: bytes
    size: int
    mtime: int
    ctime: int
    inode: int
    proves: bool
    """Whether size, times and inode will show the next change."""
    content: int


class Contents:
    """The contents of files as a run in the workspace `root` sees them.

    What a plan says may depend on the register and the days off beside it: a plan of another
    workspace has these counted in, and is read each time.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        self._here = Path.cwd()
        self._at = str(self._here)
        self._roots: dict[Path, Path] = {}

    def key(self, path: Path) -> bytes:
        """Return the name under which a file is remembered: its whole path."""
        return os.fsencode(os.path.join(self._at, path))  # noqa: PTH118  thousands of them

    def read(self, path: Path) -> tuple[Seen | None, bytes | Finding]:
        """Return the bytes of a file and how it was seen, or why it cannot be read."""
        try:
            before = os.stat(path)  # noqa: PTH116
        except (OSError, ValueError):
            return None, read_bytes(path)
        raw = read_bytes(path)
        if isinstance(raw, Finding):
            return None, raw
        beside = self._beside(path)
        young = time.time_ns() - max(before.st_mtime_ns, before.st_ctime_ns) < GRAIN
        return (
            Seen(
                self.key(path), before.st_size, before.st_mtime_ns, before.st_ctime_ns,
                before.st_ino, not beside and not young and unsaved_bytes(path) is None,
                _number(beside, _KINDS.get(path.name, b"plan"), raw),
            ),
            raw,
        )  # fmt: skip

    def _beside(self, path: Path) -> bytes:
        """Return what the plan in `path` depends on, unless it is the run's own."""
        root = self._root_of((self._here / path).parent)
        if root == self._root:
            return b""
        found = [read_bytes(root / "plans" / name) for name in (REGISTER, HOLIDAYS)]
        return b"\0".join(b"none" if isinstance(raw, Finding) else raw for raw in found)

    def _root_of(self, folder: Path) -> Path:
        from cchc.read.folders import find_root

        if folder not in self._roots:
            self._roots[folder] = find_root(folder)
        return self._roots[folder]


def _number(*parts: bytes) -> int:
    from hashlib import sha256

    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return int.from_bytes(whole.digest()[:8], "big", signed=True)
