"""Follow-up sheets held against the plans as they are now: what fits, what has changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc.edit.sheets.answer import SheetAnswer, SheetFault
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.model.plan import Plan
from cchc.read.folders import find_root, plan_id, shown_path
from cchc.read.load import broken, load
from cchc.read.workspace import plan_files, twins_error
from cchc.views.followup import FollowUpRow, RowKey, every_row
from cchc.views.followup_form import ColumnKey, SheetFacts, facts_of

_CHANGES: tuple[ColumnKey, ...] = ("title", "result", "deadline", "due")


@dataclass(frozen=True, slots=True)
class PlanNow:
    """A plan as it is now, with every row that can be answered."""

    path: Path
    plan: Plan
    rows: dict[RowKey, FollowUpRow]


class SheetPlans:
    """The plans of the workspace, each read once when a sheet names it."""

    def __init__(self, cwd: Path, today: date) -> None:
        self._today = today
        root = find_root(cwd)
        self._files: dict[str, list[Path]] = {}
        for path in plan_files(root / "plans"):
            self._files.setdefault(plan_id(path), []).append(shown_path(path, cwd))
        self._read: dict[str, PlanNow | UserError] = {}

    def get(self, name: str) -> PlanNow:
        """Return the plan called exactly `name`.

        Raises:
            UserError: there is none here, or it has errors.
        """
        if name not in self._read:
            self._read[name] = self._load(name)
        found = self._read[name]
        if isinstance(found, UserError):
            raise found
        return found

    def _load(self, name: str) -> PlanNow | UserError:
        paths = self._files.get(name, [])
        if len(paths) > 1:
            return twins_error(name, paths[0], paths[1])
        if not paths:
            return UserError(
                say("there is no plan “{name}”", name=name),
                say("plans here: {ids}", ids=", ".join(self._files))
                if self._files
                else say("run the command in the workspace of the plan"),
            )
        source = load(paths[0])
        if source.plan is None:
            return broken(source)
        return PlanNow(paths[0], source.plan, every_row(name, source.plan, self._today))


def outdated(answer: SheetAnswer, now: PlanNow, *, accept: bool) -> Iterator[SheetFault]:
    """Yield why an answer does not fit the plan any more, a fault for each cell.

    With `accept` only what cannot be recorded at all: the task is gone, or its periods are.
    """
    row = now.rows.get((answer.task, answer.occurrence))
    if row is None:
        yield _gone(answer, now)
        return
    if accept and row.permanent:
        return
    facts = facts_of(row)
    changed = [key for key in _CHANGES if getattr(facts, key) != getattr(answer.facts, key)]
    for key in changed:
        if key != "due" or "deadline" not in changed:  # the one follows from the other
            there = getattr(facts, key)
            yield answer.fault(key, _difference(answer, there), _what_to_do(row, answer))


def _gone(answer: SheetAnswer, now: PlanNow) -> SheetFault:
    periods = [period for task, period in now.rows if task == answer.task]
    if periods:
        return answer.fault(
            "occurrence",
            say("“{task}” has no period “{period}” in the plan any more",
                task=answer.number or answer.task, period=answer.occurrence or "–"),
            say("its deadline has changed: make a new sheet with “cchc sheet out”"),
        )  # fmt: skip
    return answer.fault(
        "title", say("the plan has no task “{task}” any more", task=answer.number or answer.task),
        say("the sheet is older than the plan: clear what is filled in here, or make a new sheet"),
    )  # fmt: skip


def _difference(answer: SheetAnswer, there: str) -> Message:
    if answer.sealed:
        return say("the plan has changed since this sheet was made; now: “{text}”", text=there)
    return say("this locked cell was changed; the plan has “{text}”", text=there)


def _what_to_do(row: FollowUpRow, answer: SheetAnswer) -> Message:
    if not answer.sealed:
        return say("put it back, or fill in the file that was sent")
    if not row.permanent:
        return say("make a new sheet with “cchc sheet out”; this row has no id of its own")
    return say("check that the answer still holds, then add --accept-changed; or make a new sheet")


def recorded_since(facts: SheetFacts, row: FollowUpRow) -> bool:
    """Return whether something else is recorded now than when the sheet was made."""
    return facts.recorded != facts_of(row).recorded
