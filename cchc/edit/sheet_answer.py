"""What a follow-up sheet that came back says, row by row, and what is wrong with its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cchc.edit.refusal import Field
from cchc.messages import Message, say
from cchc.views.followup import Period
from cchc.views.followup_form import COLUMNS, STATES, Key, SheetFacts

HEADINGS: Mapping[Key, str] = {column.key: column.heading for column in COLUMNS}
REQUIRED = tuple(column.key for column in COLUMNS if not column.optional)


def choose_a_state() -> Message:
    """Return what to do about a state that is none."""
    known = ", ".join(STATES.values())
    return say("choose from the list: {states}; leave empty what has not begun", states=known)


class SheetFault(NamedTuple):
    """What is wrong, with which cell of which file; no cell: with the whole of it."""

    message: Message
    hint: Message | None
    file: str
    sheet: str = ""
    cell: str = ""
    column: str = ""

    @property
    def place(self) -> str:
        """The place as people say it: `a.xlsx: Phiếu!K12`."""
        if not self.sheet:
            return self.file
        return (
            f"{self.file}: {self.sheet}!{self.cell}" if self.cell else f"{self.file}: {self.sheet}"
        )


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """One row: which task it is about, what the sheet says of that task, and what was filled in."""

    file: str
    sheet: str
    unit: str
    cells: Mapping[Key, str]
    """The name of each of its cells, such as `K12`."""
    plan: str
    task: str
    occurrence: str
    number: str
    facts: SheetFacts
    sealed: bool
    """Whether nobody has touched what is locked."""
    said: Mapping[Field, Any] = field(default_factory=dict)
    """The cells that could be read; empty when the row was left empty."""
    filled: bool = False
    unread: frozenset[Key] = frozenset()
    """The cells that were filled in and could not be read; their faults are told."""

    def fault(self, key: Key, message: Message, hint: Message | None = None) -> SheetFault:
        """Return a fault at the cell of this row in the column `key`."""
        return SheetFault(message, hint, self.file, self.sheet, self.cells[key], HEADINGS[key])

    def where(self, key: Key) -> str:
        """Return the place of a cell for people."""
        return f"{self.file}: {self.sheet}!{self.cells[key]}"


@dataclass(slots=True)
class Returned:
    """A follow-up sheet as it came back."""

    file: str
    plan: str
    unit: str
    period: Period
    answers: list[SheetAnswer] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    """Places of cells with text that belongs to no row or column."""
