"""A plan file that is being written in: every record is checked against the plan read again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from cchc.edit.files.write import with_mark
from cchc.edit.progress.record import KEY, text_with_record, without_record
from cchc.edit.progress.request import Request, SettledRequest, settle_request
from cchc.edit.progress.request_error import RefusalError
from cchc.messages import Message, say
from cchc.model.finding import Finding, KeyPath
from cchc.model.plan import Plan
from cchc.model.work import Progress
from cchc.read.files import decode
from cchc.read.folders import plan_id
from cchc.read.load import broken, read_source, required_plan
from cchc.read.source import Source


class RecordChange(NamedTuple):
    """One record made, corrected or taken back."""

    plan: str
    task: str
    """The permanent id."""
    number: str
    """As printed."""
    period: str
    before: Progress | None
    after: Progress | None
    name: Message | str = ""
    """The number in a sentence: "IV.8, dash 2"."""


class PlanEdit:
    """A plan file that is being written in: as it was, and in memory as it shall be.

    Raises:
        UserError: the file has errors.
    """

    def __init__(self, path: Path, raw: bytes) -> None:
        text = decode(raw)
        if isinstance(text, Finding):
            raise broken(Source(path, findings=[text]))
        self.path = path
        self.raw = raw
        self.old = text
        self.source = read_source(path, text)
        required_plan(self.source)
        self._entered: set[tuple[KeyPath, str]] = set()

    @property
    def changed(self) -> bool:
        """Whether a record has been made in it."""
        return self.source.text != self.old

    @property
    def content(self) -> bytes:
        """The file as it is to be written, with the mark at its start if it had one."""
        return with_mark(self.source.text, self.raw)

    def enter(self, request: Request, today: date) -> RecordChange:
        """Make the record in the text in memory.

        Raises:
            RefusalError: it cannot be made.
        """
        plan = required_plan(self.source)
        settled = settle_request(request, plan, today)
        target = settled.target
        key = (target.place, settled.period)
        if key in self._entered:
            raise RefusalError(
                "task", say("“{task}” stands here a second time", task=target.name),
                say("keep one row for each task and period"),
            )  # fmt: skip
        self._entered.add(key)
        if settled.after != settled.before:
            after = read_source(self.path, _spliced(self.source.text, settled))
            verify(plan, after.plan, KEY, {target.place: _records(settled)})
            self.source = after
        return RecordChange(
            plan_id(self.path), target.id, target.number, settled.period, settled.before,
            settled.after, target.name,
        )  # fmt: skip


def _spliced(text: str, settled: SettledRequest) -> str:
    place, which = settled.target.place, settled.which
    if settled.after is not None:
        return text_with_record(text, place, settled.target.progress, which, settled.after)
    if which is None:
        raise AssertionError("only a record that exists is taken back")
    return without_record(text, place, which)


def _records(settled: SettledRequest) -> tuple[Progress, ...]:
    """Return the records of a task as they are to be."""
    wanted = list(settled.target.progress)
    if settled.after is None:
        del wanted[settled.which or 0]
    elif settled.which is None:
        wanted.append(settled.after)
    else:
        wanted[settled.which] = settled.after
    return tuple(wanted)


def verify(before: Plan, after: Plan | None, key: str, wanted: Mapping[KeyPath, object]) -> None:
    """Make sure that a plan has the `wanted` values under `key`, and else says what it said before.

    A failure is a bug in this package; it is raised before anything is written.
    """
    if after is None:
        raise AssertionError("the change made the plan unreadable")
    for place, value in wanted.items():
        before = _replaced(before, place, key, value)
    if before != after:
        raise AssertionError("the change changed something else in the plan")


def _replaced(part: Any, place: KeyPath, key: str, value: object) -> Any:
    """Return a part of a plan with `value` under `key` at `place` below it."""
    if not place:
        return part.model_copy(update={key: value})
    step, rest = place[0], place[1:]
    if isinstance(step, int):
        return (*part[:step], _replaced(part[step], rest, key, value), *part[step + 1 :])
    return part.model_copy(update={step: _replaced(getattr(part, step), rest, key, value)})
