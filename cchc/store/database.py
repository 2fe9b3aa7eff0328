"""What earlier runs worked out, kept by the content of the files: a broken store only costs time.

A `Store` is a sqlite database: in the user's cache folder, or a private one for this run alone, so
that runs with and without a cache take the same way and say the same. It knows which content each
file has, and keeps rows of bytes by content (`cchc.store.results`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from cchc.read.files import unsaved_bytes
from cchc.store.contents import Contents, Seen

BUSY = 5.0
"""Seconds to wait for another run that is writing."""

_TABLES = """
CREATE TABLE IF NOT EXISTS file (
    path BLOB PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER,
    content INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamp (kind TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS result (
    kind TEXT NOT NULL, content INTEGER NOT NULL, row BLOB NOT NULL, UNIQUE (kind, content));
"""
_NEVER = -1
"""The size noted for a file whose size and times prove nothing."""


class DamagedError(Exception):
    """The cache holds what no run of this tool has written."""


class Store:
    """The database of one run. Methods may raise sqlite3.Error and `DamagedError`: the run then
    goes on without (`cchc.store.run`)."""

    def __init__(self, db: sqlite3.Connection, root: Path, *, lasting: bool) -> None:
        self.db = db
        self.lasting = lasting
        """Whether a next run may ask it."""
        self._contents = Contents(root)
        self._noted: list[Seen] = []
        db.executescript(_TABLES)

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    def renew(self, kind: str, stamp: str) -> bool:
        """Forget the results of a kind that were kept under another `stamp`; say whether it was."""
        found = self.db.execute("SELECT value FROM stamp WHERE kind = ?", (kind,))
        if found.fetchone() == (stamp,):
            return False
        with self.db:
            self.db.execute("DELETE FROM result WHERE kind = ?", (kind,))
            self.db.execute("INSERT OR REPLACE INTO stamp VALUES (?, ?)", (kind, stamp))
        return True

    def contents(self, paths: Sequence[Path], *, unseen: bool) -> list[int | None]:
        """Return the number of each file's content.

        None: a file that cannot be read; or one not seen before, unless `unseen` asks to read it.
        """
        rows = self._rows(paths) if self.lasting else {}
        found: list[int | None] = []
        for path in paths:
            key = self._contents.key(path)
            row = rows.get(key)
            if row is not None and row[0] != _NEVER and unsaved_bytes(path) is None:
                with suppress(OSError):
                    now = os.stat(path)  # noqa: PTH116  thousands of them
                    if row[:4] == (now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino):
                        found.append(row[4])
                        continue
            seen = self._contents.read(path)[0] if row is not None or unseen else None
            found.append(seen.content if seen else None)
            if seen:
                self._note(seen, row)
        return found

    def _rows(self, paths: Sequence[Path]) -> dict[bytes, tuple[int, int, int, int, int]]:
        asked = "SELECT path, size, mtime, ctime, inode, content FROM file"
        if len(paths) < 100:
            rows = (
                row
                for path in paths
                for row in self.db.execute(f"{asked} WHERE path = ?", (self._contents.key(path),))
            )
            return {row[0]: row[1:] for row in rows}
        return {row[0]: row[1:] for row in self.db.execute(asked)}

    def _note(self, seen: Seen, row: Sequence[int] | None) -> None:
        """Remember how the file looks now, if the next run can make use of it."""
        if seen.proves or row is None or row[4] != seen.content:
            self._noted.append(seen)

    def write(self, seen: Iterable[Seen]) -> None:
        """Note which files were read; part of the transaction of whoever keeps their results."""
        self.db.executemany(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)",
            (
                (one.path, one.size if one.proves else _NEVER, one.mtime, one.ctime, one.inode,
                 one.content)
                for one in seen
            ),
        )  # fmt: skip

    def settle(self, whole: Sequence[Path] | None) -> bool:
        """Note how files look now, forget those that are gone, and say whether one is.

        `whole` is every file there is, when the run was over all of them.
        """
        gone: list[bytes] = []
        if whole is not None and self.lasting:
            known = {row[0] for row in self.db.execute("SELECT path FROM file")}
            known.difference_update(map(self._contents.key, whole))
            gone = [path for path in known if not os.path.exists(path)]  # noqa: PTH110
        if self._noted or gone:
            with self.db:
                self.write(self._noted)
                self.db.executemany("DELETE FROM file WHERE path = ?", ((path,) for path in gone))
            self._noted.clear()
        return bool(gone)
