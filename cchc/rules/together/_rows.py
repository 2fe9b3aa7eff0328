"""The tables in which judged files are kept, by their content."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

from cchc.rules.together import Claim
from cchc.rules.together._judged import ClaimRow, Judged, Verdict
from cchc.store.database import DamagedError, Store
from cchc.store.findings import dumps, loads

QUESTION = "findings"
_TABLES = (
    """CREATE TABLE verdict (content INTEGER PRIMARY KEY, found TEXT, lines TEXT, allowed TEXT,
    claims INTEGER)""",
    "CREATE TABLE spoken (content INTEGER PRIMARY KEY, claims TEXT)",
    """CREATE TABLE claim (key INTEGER, value INTEGER, content INTEGER, n INTEGER,
    PRIMARY KEY (key, value, content, n)) WITHOUT ROWID""",
    """CREATE TABLE spot (content INTEGER, n INTEGER, span TEXT, line TEXT,
    PRIMARY KEY (content, n)) WITHOUT ROWID""",
    """CREATE TABLE run (id INTEGER PRIMARY KEY, number INTEGER UNIQUE, found TEXT, contents BLOB,
    differing TEXT)""",
)
_RUNS = 8
"""Runs whose comparison of plans is kept: all plans, those of one folder ..."""


class Compared(NamedTuple):
    """Plans that were compared, by their contents, and the keys on which they do not agree."""

    contents: Set[int]
    differing: Set[int]


class VerdictRows:
    """The verdicts and claims in one cache."""

    def __init__(self, cache: Store, stamp: str) -> None:
        self.cache = cache
        self.db = cache.db
        cache.about(QUESTION, stamp, _TABLES)

    def contents(self) -> set[int]:
        """Return the contents whose verdict is kept."""
        return {row[0] for row in self.db.execute("SELECT content FROM verdict")}

    def keep(self, judged: Iterable[tuple[int, Judged]]) -> None:
        """Keep what was judged, each under the number of its content."""
        db = self.db
        with db:
            for content, one in judged:
                if one.seen:
                    self.cache.write([one.seen])
                db.execute(
                    "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?)",
                    (content, *one.verdict, len(one.claims)),
                )
                whole = dumps(one.claims)
                db.execute("INSERT OR REPLACE INTO spoken VALUES (?, ?)", (content, whole))
                db.executemany(
                    "INSERT OR IGNORE INTO claim VALUES (?, ?, ?, ?)",
                    ((key, value, content, n) for n, (key, value, _) in enumerate(one.claims)),
                )

    def faulty(self) -> set[int]:
        """Return the contents in which something was found."""
        return {
            row[0] for row in self.db.execute("SELECT content FROM verdict WHERE found IS NOT '[]'")
        }

    def verdict(self, content: int) -> Verdict:
        """Return what was found in a content.

        Raises:
            DamagedError: nothing is kept of it.
        """
        found = self.db.execute(
            "SELECT found, lines, allowed FROM verdict WHERE content = ?", (content,)
        ).fetchone()
        if found is None:
            raise DamagedError
        return Verdict(*found)

    def claims(self, content: int) -> list[ClaimRow]:
        """Return what the plan with this content claims."""
        found = self.db.execute("SELECT claims FROM spoken WHERE content = ?", (content,))
        return [ClaimRow(*one) for one in loads((found.fetchone() or [None])[0], list)]

    def check(self) -> None:
        """See that the index of claims is whole.

        Raises:
            DamagedError: claims are missing.
        """
        counts = self.db.execute(
            "SELECT (SELECT TOTAL(claims) FROM verdict), (SELECT COUNT(*) FROM claim)"
        ).fetchone()
        if counts[0] != counts[1]:
            raise DamagedError

    def settle(self, whole: Sequence[Path] | None, *, changed: bool) -> None:
        """Forget files of a `whole` run that are gone, and what no file says any more."""
        if not self.cache.settle(whole) and not changed:
            return
        with self.db:
            gone = self.db.execute(
                "SELECT content FROM verdict WHERE content NOT IN (SELECT content FROM file)"
            ).fetchall()
            for (content,) in gone if self.cache.lasting else ():
                claims = self.claims(content)
                self.db.executemany(
                    "DELETE FROM claim WHERE key = ? AND value = ? AND content = ? AND n = ?",
                    ((one.key, one.value, content, n) for n, one in enumerate(claims)),
                )
                for table in ("verdict", "spoken", "spot"):
                    self.db.execute(f"DELETE FROM {table} WHERE content = ?", (content,))  # noqa: S608

    def run(self, number: int) -> Any:
        """Return what the comparison of the plans of this very run found, or None."""
        found = self.db.execute("SELECT found FROM run WHERE number = ?", (number,)).fetchone()
        return loads(found[0], dict) if found else None

    def last_run(self) -> Compared | None:
        """Return what the last comparison was about."""
        last = "SELECT contents, differing FROM run ORDER BY id DESC LIMIT 1"
        row = self.db.execute(last).fetchone()
        if row is None:
            return None
        try:
            contents = array("q")
            contents.frombytes(row[0])
            return Compared(set(contents), {int(key) for key in loads(row[1], list)})
        except (TypeError, ValueError) as error:
            raise DamagedError from error

    def keep_run(self, number: int, found: Mapping[str, Any], compared: Compared) -> None:
        """Keep what the comparison of the plans of a run found, in place of the oldest."""
        with self.db:
            # Names of files may hold bytes that are no UTF-8: JSON as ASCII can write them too.
            self.db.execute(
                """INSERT OR REPLACE INTO run (number, found, contents, differing)
                VALUES (?, ?, ?, ?)""",
                (number, json.dumps(found), array("q", compared.contents).tobytes(),
                 dumps([*compared.differing])),
            )  # fmt: skip
            self.db.execute("DELETE FROM run WHERE id <= (SELECT MAX(id) FROM run) - ?", (_RUNS,))


def claim_of(one: ClaimRow) -> tuple[str, Claim]:
    """Return the code and the claim, without its key, that were kept."""
    try:
        code, value, place, shown, within = one.whole
        return code, Claim((), value, tuple(place), shown, within)
    except (ValueError, TypeError) as error:
        raise DamagedError from error
