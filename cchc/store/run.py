"""A run with a cache, and without one as soon as anything is wrong with it: the same answers."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import TypeVar

from cchc.errors import UserError
from cchc.store import place
from cchc.store.database import BUSY, DamagedError, Store

FORMAT = 2
"""To be raised when tables change: what another format wrote is thrown away."""
_MARK = 0x63636863
"""The application's number in the database: "cchc"."""

T = TypeVar("T")


def is_wanted() -> bool:
    """Whether the environment leaves the cache on: `CCHC_NO_CACHE` is not set."""
    return os.environ.get("CCHC_NO_CACHE", "") in ("", "0")


def answers(root: Path, ask: Callable[[Store], Iterator[T]], *, lasting: bool) -> Iterator[T]:
    """Yield what `ask` answers from the cache of the workspace `root`.

    When the cache fails, it is asked again of an empty one, and what was yielded already is passed
    over: `ask` must give the same answers in the same order from any cache.
    """
    given = 0
    for where in (*((place.place(root),) if lasting else ()), "", ":memory:"):
        try:
            with closing(_opened(where, root)) as cache:
                for one in islice(ask(cache), given, None):
                    yield one
                    given += 1
            return
        except UserError:
            raise
        except (sqlite3.Error, OSError) as error:
            if where == ":memory:":
                raise
            if isinstance(where, Path) and is_damage(error):
                _forget(root)
        except Exception:  # what a stranger wrote can be wrong in any way; a bug comes back at once
            if not isinstance(where, Path):
                raise
            _forget(root)


def _forget(root: Path) -> None:
    with suppress(OSError):
        place.forget(root)


def is_damage(error: Exception) -> bool:
    """Whether the file itself is to blame; not a full disk, missing rights, or another run."""
    if isinstance(error, OSError):
        return False
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF in (
        sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_SCHEMA,
    )  # fmt: skip


def _opened(where: Path | str, root: Path) -> Store:
    if not isinstance(where, Path):
        return Store(sqlite3.connect(where), root, lasting=False)
    where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        return _lasting(where, root)
    except (sqlite3.Error, DamagedError) as error:
        if not is_damage(error):
            raise
        place.forget(root)
        return _lasting(where, root)


def _lasting(path: Path, root: Path) -> Store:
    db = sqlite3.connect(path, timeout=BUSY)
    try:
        # Written in one piece or not at all, without waiting for the disk; readers never wait.
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA trusted_schema = OFF")
        marks = [db.execute(f"PRAGMA {name}").fetchone()[0]
                 for name in ("application_id", "user_version")]  # fmt: skip
        kinds = {row[0] for row in db.execute("SELECT DISTINCT type FROM sqlite_master")}
        if not kinds:
            db.execute(f"PRAGMA application_id = {_MARK}")
            db.execute(f"PRAGMA user_version = {FORMAT}")
        elif marks != [_MARK, FORMAT] or not kinds <= {"table", "index"}:
            raise DamagedError
        return Store(db, root, lasting=True)
    except BaseException:
        db.close()
        raise
