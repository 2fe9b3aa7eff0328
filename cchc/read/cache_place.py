"""Where results are kept between runs: one file for each workspace, in the user's cache folder.

Sources: XDG Base Directory Specification (XDG_CACHE_HOME); Apple, File System Programming Guide
(Library/Caches); Microsoft, KNOWNFOLDERID (LOCALAPPDATA). `CCHC_CACHE_DIR` takes the place of all.
"""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

ENDINGS = ("", "-wal", "-shm", "-journal")
"""What sqlite puts beside a database, by the ends of the names."""


def folder() -> Path:
    """Return the folder that holds the caches of all workspaces; it need not exist."""
    if given := os.environ.get("CCHC_CACHE_DIR"):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base, "cchc", "cache") if base else Path.home() / "AppData/Local/cchc/cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "cchc"
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "cchc"  # noqa: PTH117


def place(root: Path) -> Path:
    """Return the file for the workspace `root`, named after it and after its whole path."""
    name = "".join(char for char in root.name[:40] if char.isalnum() or char in "-_") or "root"
    return folder() / f"{name}-{zlib.crc32(os.fsencode(root)):08x}.sqlite"


def files(root: Path) -> list[Path]:
    """Return the files that are kept for `root`."""
    base = place(root)
    found = (base.with_name(base.name + ending) for ending in ENDINGS)
    return [path for path in found if path.exists()]


def forget(root: Path) -> int:
    """Delete what is kept for `root`, and return how many bytes that frees.

    Raises:
        OSError: a file cannot be deleted.
    """
    freed = 0
    for path in files(root):
        freed += path.stat().st_size
        path.unlink(missing_ok=True)
    return freed
