"""Where results are kept between runs: in the user's cache folder, by workspace.

Sources: XDG Base Directory Specification (XDG_CACHE_HOME); Apple, File System Programming Guide
(Library/Caches); Microsoft, KNOWNFOLDERID (LOCALAPPDATA). `CCHC_CACHE_DIR` takes the place of all.
"""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

ENDINGS = (".sqlite", ".sqlite-wal", ".sqlite-shm", ".sqlite-journal")
"""What sqlite makes for a database, by the ends of the names."""


def folder() -> str:
    """Return the folder that holds the caches of all workspaces; it need not exist."""
    if given := os.environ.get("CCHC_CACHE_DIR"):
        return given
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return os.path.join(base or os.path.join(home, "AppData", "Local"), "cchc", "cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "cchc")
    base = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(base if os.path.isabs(base) else os.path.join(home, ".cache"), "cchc")


def place(root: Path) -> Path:
    """Return the database for the workspace `root`, named after it and after its whole path."""
    return Path(f"{_stem(str(root))}{ENDINGS[0]}")


def _stem(root: str) -> str:
    name = "".join(char for char in os.path.basename(root)[:40] if char.isalnum() or char in "-_")
    return os.path.join(folder(), f"{name or 'root'}-{zlib.crc32(os.fsencode(root)):08x}")


def forget(root: Path) -> int:
    """Delete what is kept for `root`, and return how many bytes that frees.

    Raises:
        OSError: a file cannot be deleted.
    """
    freed = 0
    stem = _stem(str(root))
    for path in (Path(f"{stem}{ending}") for ending in ENDINGS):
        freed += path.stat().st_size if path.exists() else 0
        path.unlink(missing_ok=True)
    return freed
