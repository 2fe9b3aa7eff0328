"""Recording progress in plan files: read inside the lock, checked, spliced, read again, written.

All requests of one call are recorded or none: nothing is written before every one fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.edit.book import Book, Change
from cchc.edit.lock import locked
from cchc.edit.refusal import RefusalError
from cchc.edit.request import Request
from cchc.edit.write import write_locked
from cchc.errors import UserError
from cchc.messages import say
from cchc.read.load import broken, load
from cchc.read.workspace import choose


class Rewrite(NamedTuple):
    """One file with its new text."""

    path: Path
    old: str
    new: str


@dataclass(slots=True)
class Outcome:
    """What became of a list of requests. With refusals nothing is written."""

    changes: list[Change] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)
    refusals: dict[int, UserError] = field(default_factory=dict)
    """By the place of the request in the list."""


def record(
    requests: Sequence[Request],
    cwd: Path,
    today: date,
    *,
    write: bool = True,
    judge: Callable[[int, Change], None] | None = None,
) -> Outcome:
    """Record `requests` in their plans, as seen from the folder `cwd` on the day `today`.

    Without `write` only the outcome is worked out. `judge` sees each request's place in the list
    and its change before anything is written, and may refuse it.

    Raises:
        UserError: a file or folder cannot be written, or another writer holds it for too long.
    """
    outcome = Outcome()
    paths: dict[str, Path | UserError] = {}
    for request in requests:
        if request.plan not in paths:
            paths[request.plan] = _path(request.plan, cwd)
    books: dict[Path, Book | UserError] = {}
    with ExitStack() as locks:
        if write:
            found = (path.resolve().parent for path in paths.values() if isinstance(path, Path))
            for folder in sorted(set(found)):  # one order for all writers: none waits in a ring
                locks.enter_context(locked(folder))
        for index, request in enumerate(requests):
            try:
                book = _book(paths[request.plan], books)
                change = book.enter(request, today)
                if judge:
                    judge(index, change)
                outcome.changes.append(change)
            except UserError as refusal:
                outcome.refusals[index] = refusal
        changed = [book for book in books.values() if isinstance(book, Book) and book.changed]
        outcome.rewrites = [Rewrite(book.path, book.old, book.source.text) for book in changed]
        if write and not outcome.refusals:
            _write(changed)
    return outcome


def _path(plan: str, cwd: Path) -> Path | UserError:
    try:
        found = choose([plan], cwd)
    except UserError as error:
        return RefusalError("plan", error.message, error.hint)
    if len(found) > 1:
        return RefusalError(
            "plan", say("“{name}” means {count} plans", name=plan, count=len(found)),
            say("name one plan"),
        )  # fmt: skip
    if not found[0].is_file():
        missing = broken(load(found[0]))
        return RefusalError("plan", missing.message, missing.hint)
    return found[0]


def _book(path: Path | UserError, books: dict[Path, Book | UserError]) -> Book:
    if isinstance(path, UserError):
        raise path
    target = path.resolve()
    if target not in books:
        try:
            books[target] = Book(path, target.read_bytes())
        except OSError:
            books[target] = broken(load(path))
        except UserError as error:
            books[target] = error
    book = books[target]
    if isinstance(book, UserError):
        raise RefusalError("plan", book.message, book.hint)
    return book


def _write(books: Iterable[Book]) -> None:
    written: list[Book] = []
    try:
        for book in books:
            write_locked(book.path, book.content, book.raw)
            written.append(book)
    except BaseException:
        for book in written:  # all or nothing also when a disk is full or a file is held open
            with suppress(UserError):  # saved by an editor meanwhile: that stays
                write_locked(book.path, book.raw, book.content)
        raise
