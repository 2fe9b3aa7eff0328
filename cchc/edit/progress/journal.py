"""Recording progress in plan files: read inside the lock, checked, spliced, read again, written.

All requests of one call are recorded or none, unless the caller wants those that fit: then a request
that is refused leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc.edit.files.lock import locked
from cchc.edit.files.write import write_locked
from cchc.edit.progress.plan_edit import PlanEdit, RecordChange
from cchc.edit.progress.request import Request
from cchc.edit.progress.request_error import RefusalError
from cchc.errors import UserError
from cchc.read.load import broken, load
from cchc.read.workspace import one_file


class Rewrite(NamedTuple):
    """One file with its new text."""

    path: Path
    old: str
    new: str


@dataclass(slots=True)
class Outcome:
    """What became of a list of requests. With refusals nothing is written, unless `partly`."""

    changes: list[RecordChange] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)
    refusals: dict[int, UserError] = field(default_factory=dict)
    """By the place of the request in the list."""


def record(
    requests: Sequence[Request],
    cwd: Path,
    today: date,
    *,
    write: bool = True,
    partly: bool = False,
    judge: Callable[[int, RecordChange], None] | None = None,
) -> Outcome:
    """Record `requests` in their plans, as seen from the folder `cwd` on the day `today`.

    Without `write` only the outcome is worked out; `partly` records what is not refused also when
    something else is. `judge` sees each request's place in the list
    and its change before anything is written, and may refuse it.

    Raises:
        UserError: a file or folder cannot be written, or another writer holds it for too long.
    """
    outcome = Outcome()
    paths: dict[str, Path | UserError] = {}
    for request in requests:
        if request.plan not in paths:
            paths[request.plan] = _path(request.plan, cwd)
    edits: dict[Path, PlanEdit | UserError] = {}
    with ExitStack() as locks:
        if write:
            found = (path.resolve().parent for path in paths.values() if isinstance(path, Path))
            for folder in sorted(set(found)):  # one order for all writers: none waits in a ring
                locks.enter_context(locked(folder))
        for index, request in enumerate(requests):
            try:
                edit = _edit_of(paths[request.plan], edits)
                before = edit.source
                change = edit.enter(request, today)
                try:
                    if judge:
                        judge(index, change)
                except UserError:
                    edit.source = before
                    raise
                outcome.changes.append(change)
            except UserError as refusal:
                outcome.refusals[index] = refusal
        changed = [edit for edit in edits.values() if isinstance(edit, PlanEdit) and edit.changed]
        outcome.rewrites = [Rewrite(edit.path, edit.old, edit.source.text) for edit in changed]
        if write and (partly or not outcome.refusals):
            _write(changed)
    return outcome


def _path(plan: str, cwd: Path) -> Path | UserError:
    try:
        found = one_file(plan, cwd)
        if not found.is_file():
            raise broken(load(found))
    except UserError as error:
        return RefusalError("plan", error.message, error.hint)
    return found


def _edit_of(path: Path | UserError, edits: dict[Path, PlanEdit | UserError]) -> PlanEdit:
    if isinstance(path, UserError):
        raise path
    target = path.resolve()
    if target not in edits:
        try:
            edits[target] = PlanEdit(path, target.read_bytes())
        except OSError:
            edits[target] = broken(load(path))
        except UserError as error:
            edits[target] = error
    edit = edits[target]
    if isinstance(edit, UserError):
        raise RefusalError("plan", edit.message, edit.hint)
    return edit


def _write(edits: Iterable[PlanEdit]) -> None:
    written: list[PlanEdit] = []
    try:
        for edit in edits:
            write_locked(edit.path, edit.content, edit.raw)
            written.append(edit)
    except BaseException:
        for edit in written:  # all or nothing also when a disk is full or a file is held open
            with suppress(UserError):  # saved by an editor meanwhile: that stays
                write_locked(edit.path, edit.raw, edit.content)
        raise
