"""A task of a plan above, as the plans that carry it out see it, and a digest that shows its changes.

The digest has a part for each field that counts, in the order of `TaskField.seen`, so that a link can
say what changed: `1f3c9a.-.77e0b2.0c1d2e.-.-.9be102` (`-`: nothing was written there).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cchc.model.work import Target

SEPARATOR = "; "
"""Between the values of a list, as in a table of `cchc export`."""
_LETTERS = 6
_TARGET = r"(?P<measure>.+?)(?P<bounds>(?: (?:>=|<=|=) [0-9]+(?:[.,][0-9]+)?)+)(?: .*)?"
_BOUND = r"(>=|<=|=) ([0-9]+(?:[.,][0-9]+)?)"


class TaskAbove(NamedTuple):
    """A task that tasks of other plans may carry out."""

    id: str
    number: str
    values: dict[str, str]
    """What counts of it, by key; what is not written is left out."""
    due: date | None
    """Its last day."""
    asked: tuple[str, ...] = ()
    """The names of those who lead and support it."""

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.values.get("title", "")

    @property
    def targets(self) -> tuple[str, ...]:
        """Its targets, each in one line (`target_line`)."""
        return _listed(self.values.get("targets", ""))

    @property
    def takers(self) -> tuple[str, ...]:
        """Who has to take it up, as the key `for` says it."""
        return _listed(self.values.get("for", ""))


class PlanAbove(NamedTuple):
    """A plan whose tasks others may carry out."""

    id: str
    year: int
    commune: str
    """The commune whose plan it is, with its kind; empty where a province stands above."""
    province: str
    """The province it is of, with its kind."""
    number: str
    """Number and symbol of the paper, where it has one."""
    tasks: tuple[TaskAbove, ...]
    withdrawn: tuple[str, ...] = ()
    """Ids of the tasks that were taken out of it."""

    def find(self, task: str) -> TaskAbove | None:
        """Return the task with this id."""
        return next((one for one in self.tasks if one.id == task), None)


def seen_keys() -> tuple[str, ...]:
    """Return the keys of a task that count in a digest, in its order."""
    from cchc.model.task import TASK_FIELDS

    counted = [(field.seen, name) for name, field in TASK_FIELDS.items() if field.seen]
    return tuple(name for _, name in sorted(counted))


def task_digest(task: TaskAbove) -> str:
    """Return the digest of what a task says now."""
    return ".".join(_part(task.values.get(key, "")) for key in seen_keys())


def changed_keys(seen: str, task: TaskAbove) -> list[str]:
    """Return the keys that say something else than when the digest `seen` was made.

    A field that counts only since then is no change.
    """
    then = seen.split(".")
    now = task_digest(task).split(".")
    return [
        key for key, before, after in zip(seen_keys(), then, now, strict=False) if before != after
    ]


def _part(text: str) -> str:
    from hashlib import sha256

    words = " ".join(unicodedata.normalize("NFC", text).split())
    return sha256(words.encode()).hexdigest()[:_LETTERS] if words else "-"


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(SEPARATOR) if part)


def target_line(target: Target) -> str:
    """Return a target in one line: `Hồ sơ đúng hạn >= 98 %`."""
    values = (("=", target.exactly), (">=", target.at_least), ("<=", target.at_most))
    words = [target.measure, *(f"{sign} {value}" for sign, value in values if value)]
    return " ".join([*words, target.unit] if target.unit else words)


def target_bounds(line: str) -> tuple[str, Sequence[tuple[str, str]]]:
    """Return what a line of `target_line` measures, and its bounds as sign and value."""
    found = re.fullmatch(_TARGET, line)
    if found is None:
        return line, ()
    return found["measure"], [(sign, value) for sign, value in re.findall(_BOUND, found["bounds"])]
