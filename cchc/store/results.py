"""Results of one kind: rows of bytes by the content they were worked out from, checked when read.

A row is JSON of a type that its owner names; msgspec refuses whatever does not fit the type, so
nothing in a store is ever executed, and what another hand wrote is worked out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar, cast

import msgspec

from cchc.messages import language
from cchc.store.contents import Seen
from cchc.store.database import DamagedError, Store
from cchc.store.stamp import tool

RowType = TypeVar("RowType")
Made = TypeVar("Made", bound="MadeOfFile")

encode = msgspec.json.Encoder().encode
"""Return a row as it is kept."""
_ACTING = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u00[01]|[bf])|[\x7f-\x9f]")
"""Characters that could move the cursor of a terminal, as JSON writes them."""
_MAY_ACT = (b"\\", b"\x7f", b"\xc2")
"""Bytes without one of which there is none of them: most rows have none."""


KEPT_AT_ONCE = 32
"""Files whose results are written in one piece."""


class MadeOfFile(Protocol):
    """What was worked out of one file."""

    @property
    def seen(self) -> Seen | None:
        """The file as it was read; None when it cannot be read."""


class Results(Generic[RowType]):
    """The results of one kind in a store."""

    def __init__(self, store: Store, kind: str, row: Any, depends_on: object = "") -> None:
        """Make ready to read and keep rows of the type `row`.

        What was kept for another `depends_on`, in another language or by another version of the
        tool goes.
        """
        self._db = store.db
        self._lasting = store.lasting
        self._kind = kind
        self._row = row
        self.is_new = store.renew(kind, f"{depends_on}\n{language()}\n{_tool()}")
        """Whether nothing is kept yet."""

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[Any]:
        return msgspec.json.Decoder(self._row)

    def read(self, raw: bytes) -> RowType:
        """Return the row that `encode` made `raw` of.

        Raises:
            DamagedError: it made nothing like it, or of texts that no plan can hold.
        """
        try:
            if any(sign in raw for sign in _MAY_ACT) and _ACTING.search(raw.decode()):
                raise DamagedError
            return cast("RowType", self._decoder.decode(raw))
        except (msgspec.MsgspecError, TypeError, ValueError, RecursionError) as error:
            raise DamagedError from error

    def known(self) -> set[int]:
        """Return the contents of which something is kept."""
        rows = self._db.execute("SELECT content FROM result WHERE kind = ?", (self._kind,))
        return {row[0] for row in rows}

    def find(self, content: int) -> RowType | None:
        """Return what is kept of a content, or None."""
        one = (self._kind, content)
        found = self._db.execute("SELECT row FROM result WHERE kind = ? AND content = ?", one)
        row = found.fetchone()
        return None if row is None else self.read(row[0])

    def get(self, content: int) -> RowType:
        """Return what is kept of a content.

        Raises:
            DamagedError: nothing is.
        """
        found = self.find(content)
        if found is None:
            raise DamagedError
        return found

    def put(self, rows: Iterable[tuple[int, bytes]]) -> None:
        """Keep what was worked out of contents, as part of the caller's transaction."""
        self._db.executemany(
            "INSERT OR REPLACE INTO result VALUES (?, ?, ?)",
            ((self._kind, content, row) for content, row in rows),
        )

    def forget_unseen(self) -> None:
        """Forget the contents that no file has any more."""
        if self._lasting:
            gone = "kind = ? AND content NOT IN (SELECT content FROM file)"
            self._db.execute(f"DELETE FROM result WHERE {gone}", (self._kind,))  # noqa: S608

    def keep_last(self, count: int) -> None:
        """Forget all but the `count` rows that were put last."""
        last = "SELECT rowid FROM result WHERE kind = ? ORDER BY rowid DESC LIMIT ?"
        self._db.execute(
            f"DELETE FROM result WHERE kind = ? AND rowid NOT IN ({last})",  # noqa: S608
            (self._kind, self._kind, count),
        )


def renewed(
    store: Store, first: Results[Any], paths: Sequence[Path],
    work: Callable[[Sequence[Path]], Iterable[Made]],
    keep: Callable[[Sequence[tuple[int, Made]]], None], leave: Callable[[int, Made], None],
) -> tuple[list[int | None], bool]:  # fmt: skip
    """Return the content of each file (None: it cannot be read), and whether one was new.

    Args:
        store: where results are kept.
        first: results of which every content that is known has one.
        paths: the files.
        work: works out what is to be kept of the files that are new, in their order.
        keep: keeps it by contents, as part of a transaction.
        leave: takes what was made of a file that cannot be read, by its index.
    """
    known = first.known()
    contents = store.contents(paths, unseen=bool(known))
    stale = [index for index, one in enumerate(contents) if one is None or one not in known]
    made = zip(stale, work([paths[index] for index in stale]), strict=True)
    while batch := [*islice(made, KEPT_AT_ONCE)]:
        seen: list[tuple[Seen, Made]] = []
        for index, one in batch:
            contents[index] = one.seen.content if one.seen else None
            if one.seen is None:
                leave(index, one)
            else:
                seen.append((one.seen, one))
        with store.db:
            store.write(file for file, _ in seen)
            keep([(file.content, one) for file, one in seen])
    return contents, bool(stale)


_tool = cache(tool)
