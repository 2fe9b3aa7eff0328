"""More rows than fit into memory, sorted on disk: a country's due list has some hundred thousand."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from errno import ENOSPC
from itertools import chain, islice
from typing import Generic, TypeVar, overload

from cchc.errors import UserError

T = TypeVar("T")
Key = tuple[object, ...]


class OnDisk(Sequence[T]):
    """Rows in the order of their keys, in a private file that goes with this object."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")
        self._db.execute("CREATE TABLE row (key TEXT, whole BLOB)")
        self._count = 0

    def add(self, key: Key, row: T) -> None:
        """Add one row; rows with equal keys stay in the order in which they came."""
        try:
            self._db.execute("INSERT INTO row VALUES (?, ?)", (_sortable(key), pickle.dumps(row)))
        except sqlite3.OperationalError as error:
            raise _no_place(error) from None
        self._count += 1

    def sorted(self) -> Sequence[T]:
        """Return the rows, when all have been added."""
        try:
            self._db.execute("CREATE INDEX by_key ON row (key)")
        except sqlite3.OperationalError as error:
            raise _no_place(error) from None
        return self

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        for (whole,) in self._db.execute("SELECT whole FROM row ORDER BY key, rowid"):
            yield pickle.loads(whole)  # noqa: S301  written by this very object

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(islice(self, *index.indices(len(self))))
        return next(islice(self, range(len(self))[index], None))


class InMemory(Generic[T]):
    """Rows in the order of their keys."""

    def __init__(self) -> None:
        self._rows: list[tuple[Key, T]] = []

    def add(self, key: Key, row: T) -> None:
        """Add one row; rows with equal keys stay in the order in which they came."""
        self._rows.append((key, row))

    def sorted(self) -> Sequence[T]:
        """Return the rows, when all have been added."""
        self._rows.sort(key=lambda pair: pair[0])
        return tuple(row for _, row in self._rows)


class Joined(Sequence[T]):
    """Several sequences one behind the other, none of them copied."""

    def __init__(self, *parts: Sequence[T]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._parts)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(islice(self, *index.indices(len(self))))
        return next(islice(self, range(len(self))[index], None))


def _no_place(error: sqlite3.OperationalError) -> UserError:
    """Return what to tell when the private file cannot grow: no disk of the system has room."""
    from cchc.temporary_files import no_place

    return no_place(OSError(ENOSPC if "full" in str(error) else 0, str(error)))


def _sortable(key: Key) -> str:
    """Return a text that sorts as `key` does; no printed text has the marks between its parts."""
    return "\x01".join(map(_part, key))


def _part(part: object) -> str:
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, int):
        return f"{part:010}"
    if isinstance(part, tuple):
        return "".join(f"{one}\x02" for one in part)
    return str(part)
