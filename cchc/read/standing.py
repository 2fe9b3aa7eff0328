"""How a workspace stands: its plans and what is read beside them, with size, times and inode of each.

While nothing of it differs, a question gets the answer it got before (`cchc.read.kept_answers`).
Every start asks this, so there are no paths here but plain texts: `pathlib` alone would cost more
than looking at three thousand files.
"""

from __future__ import annotations

import os
import time

GRAIN = 2_000_000_000
"""Nanoseconds: the coarsest tick of file times in use, that of FAT."""
SUFFIXES = (".yaml", ".yml")
"""How names of plans end; those of the register and the days off do, too."""
CONFIGURATION = "cchc.toml"
PLANS = "plans"

_lists_all = os.name != "nt"
"""Whether listing a folder gives fresh states of its files; Windows may give older ones."""


class UnclearError(Exception):
    """Something there cannot be told by looking at it: the files must be read."""


class Standing:
    """The state of a workspace at one moment.

    Raises:
        OSError, UnclearError: a part of it cannot be looked at, or is a workspace of its own.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.now = time.time_ns()
        self.files: dict[str, os.stat_result] = {}
        """By whole path: the plans, the register, the days off, the configuration."""
        configuration = os.path.join(root, CONFIGURATION)
        if os.path.lexists(configuration):
            self.files[configuration] = os.stat(configuration)
        self._walk(os.path.join(root, PLANS))

    def _walk(self, folder: str) -> None:
        below: list[str] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name in (CONFIGURATION, PLANS):
                    raise UnclearError
                if name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below.append(entry.path)
                elif name.endswith(SUFFIXES):
                    self.files[entry.path] = entry.stat() if _lists_all else os.stat(entry.path)
        for one in below:
            self._walk(one)

    def settled(self) -> bool:
        """Whether the next change of a file will show in its times."""
        before = self.now - GRAIN
        return all(
            one.st_mtime_ns < before and one.st_ctime_ns < before for one in self.files.values()
        )

    def written(self) -> bytes:
        """Return all of it as bytes; they are equal only while everything is."""
        # Not sorted: a folder lists its files in the same order while nothing is changed in it.
        parts = [
            f"{path}\0{one.st_size} {one.st_mtime_ns} {one.st_ctime_ns} {one.st_ino}\0"
            for path, one in self.files.items()
        ]
        return os.fsencode("".join(parts))


def root_of(folder: str) -> str:
    """Return the workspace that `folder` lies in: the nearest folder upwards that has a `cchc.toml`
    or a `plans/` folder; `folder` itself when there is none.
    """
    here = folder
    while True:
        if os.path.isfile(os.path.join(here, CONFIGURATION)):
            return here
        if os.path.isdir(os.path.join(here, PLANS)):
            return here
        above = os.path.dirname(here)
        if above == here:
            return folder
        here = above
