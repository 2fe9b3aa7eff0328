"""Agendas kept by the content of the plans, so that a day is asked about without reading them.

A job is a row with its first and last day: only those that can matter in a stretch of time are
taken out again, and `cchc.views.due` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from cchc.model.dates import PartialDate
from cchc.model.finding import Diagnostic
from cchc.store.contents import Seen
from cchc.store.database import DamagedError, Store
from cchc.store.findings import diagnostic, dumps, loads, plain
from cchc.views.agenda import Agenda, Commune, Group, Job, Recipient, Record, Unit

QUESTION = "agenda"
_TABLES = (
    "CREATE TABLE agenda (content INTEGER PRIMARY KEY, year INTEGER, head TEXT)",
    """CREATE TABLE job (content INTEGER, first INTEGER, last INTEGER, settled INTEGER,
    whole TEXT)""",
    "CREATE INDEX job_days ON job (content, first, last, settled)",
)
_MATTERS = """SELECT whole FROM job WHERE content = :content AND (first IS NULL
    OR (first <= :until AND last >= :since)
    OR (first < :since AND (settled IS NULL OR settled > :today))) ORDER BY rowid"""


class Stretch(NamedTuple):
    """The days asked about, and the day on which they are; None is without limit."""

    first: date | None
    last: date | None
    today: date


class Broken(NamedTuple):
    """Why a file gives no agenda: its first error, or None for the register."""

    error: Diagnostic | None


class AgendaRows:
    """The agendas in one cache."""

    def __init__(self, cache: Store, stamp: str) -> None:
        self.cache = cache
        self.db = cache.db
        cache.about(QUESTION, stamp, _TABLES)

    def years(self) -> dict[int, int | None]:
        """Return the year of each plan that is kept, by content; None for what is no plan."""
        return dict(self.db.execute("SELECT content, year FROM agenda"))

    def keep(self, read: Iterable[tuple[Seen, Agenda | Broken]]) -> None:
        """Keep the agendas of files, or why they have none."""
        with self.db:
            for seen, found in read:
                self.cache.write([seen])
                self._keep(seen.content, found)

    def _keep(self, content: int, found: Agenda | Broken) -> None:
        db, year = self.db, None
        db.execute("DELETE FROM job WHERE content = ?", (content,))
        if isinstance(found, Broken):
            head: Any = {"broken": found.error and plain(found.error)}
        else:
            year = found.year
            head = {
                "year": year, "kind": found.kind, "units": found.units, "groups": found.groups,
                "commune": found.commune,
            }  # fmt: skip
            db.executemany(
                "INSERT INTO job VALUES (?, ?, ?, ?, ?)",
                ((content, *_days(job), dumps(_written(job))) for job in found.jobs),
            )
        db.execute("INSERT OR REPLACE INTO agenda VALUES (?, ?, ?)", (content, year, dumps(head)))

    def head(self, content: int, path: str) -> Agenda | Broken:
        """Return the agenda of a content without its jobs, or why it has none.

        Raises:
            DamagedError: nothing is kept of it, or what no run has written.
        """
        row = self.db.execute("SELECT head FROM agenda WHERE content = ?", (content,)).fetchone()
        data = loads(row and row[0], dict)
        try:
            if "broken" in data:
                return Broken(data["broken"] and diagnostic(path, data["broken"]))
            return Agenda(
                int(data["year"]), data["kind"],
                tuple(Unit(*_named(unit), unit[3]) for unit in data["units"]),
                tuple(
                    Group(*_named(one), one[3] if one[3] == "all" else tuple(one[3]))
                    for one in data["groups"]
                ),
                (),
                Commune(*_texts(data["commune"])),
            )  # fmt: skip
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise DamagedError from error

    def jobs(self, content: int, asked: Stretch) -> Iterator[Job]:
        """Yield the jobs of a content that can matter for the days asked about, in their order."""
        rows = self.db.execute(
            _MATTERS,
            {
                "content": content,
                "since": (asked.first or date.min).toordinal(),
                "until": (asked.last or date.max).toordinal(),
                "today": asked.today.toordinal(),
            },
        )
        for (whole,) in rows:
            yield _read(loads(whole, list))

    def settle(self, *, changed: bool) -> None:
        """Forget what no file says any more."""
        if changed and self.cache.lasting:
            with self.db:
                for table in ("agenda", "job"):
                    self.db.execute(
                        f"DELETE FROM {table} WHERE content NOT IN (SELECT content FROM file)"  # noqa: S608
                    )


def _days(job: Job) -> tuple[int | None, int | None, int | None]:
    days = [due.toordinal() for _, due in job.dates]
    settled = job.settled.toordinal() if job.settled else None
    return min(days, default=None), max(days, default=None), settled


def _written(job: Job) -> list[Any]:
    dates = [(key, due.toordinal()) for key, due in job.dates]
    start = job.start.toordinal() if job.start else None
    return [*job[:8], dates, *job[9:14], start, job.leader]


def _read(data: list[Any]) -> Job:
    try:
        texts = _texts(data[:3]) + _texts((data[5], data[6]))
        subject, report, records, start, leader = data[11:]
        return Job(
            texts[0], texts[1], texts[2], _texts(data[3]), _texts(data[4]), texts[3],
            data[6], int(data[7]),
            tuple((key, date.fromordinal(due)) for key, due in data[8]), data[9],
            _texts(data[10]), subject, report and _recipient(*report),
            tuple(_record(one) for one in records) if records else (),
            None if start is None else date.fromordinal(start), leader,
        )  # fmt: skip
    except (IndexError, TypeError, ValueError, OverflowError) as error:
        raise DamagedError from error


def _recipient(to: Any, via: Any, rhythm: Any) -> Recipient:
    return Recipient(*_texts((to, via)), rhythm)  # type: ignore[arg-type, call-arg]


def _record(data: list[Any]) -> Record:
    state, day, *texts = data
    when = None
    if day is not None:
        year, month, number = day
        when = PartialDate(year, month, number)
        _ = when.first  # raises when the calendar has no such day
    return Record(state, when, *texts)


def _named(data: list[Any]) -> tuple[str, str, tuple[str, ...]]:
    return *_texts(data[:2]), _texts(data[2])  # type: ignore[return-value]


def _texts(data: Iterable[Any]) -> tuple[str, ...]:
    found = tuple(data)
    for one in found:
        if type(one) is not str:
            raise TypeError
    return found
