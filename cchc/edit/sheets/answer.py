"""What follow-up sheets that came back say, row by row, and what is wrong with their cells.

Several sheets about one task give one answer when they agree, a fault with both cells when not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from cchc.edit.progress.request import Request
from cchc.edit.progress.request_error import RequestField
from cchc.messages import Message, say
from cchc.model.plan import Plan
from cchc.views.followup import Period
from cchc.views.followup_form import COLUMNS, STATES, ColumnKey, SheetFacts, one_line_of

HEADINGS: Mapping[ColumnKey, str] = {column.key: column.heading for column in COLUMNS}
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
    cells: Mapping[ColumnKey, str]
    """The name of each of its cells, such as `K12`."""
    plan: str
    task: str
    occurrence: str
    number: str
    facts: SheetFacts
    sealed: bool
    """Whether nobody has touched what is locked."""
    said: Mapping[RequestField, Any] = field(default_factory=dict)
    """The cells that could be read; empty when the row was left empty."""
    filled: bool = False
    unread: frozenset[ColumnKey] = frozenset()
    """The cells that were filled in and could not be read; their faults are told."""

    def fault(self, key: ColumnKey, message: Message, hint: Message | None = None) -> SheetFault:
        """Return a fault at the cell of this row in the column `key`."""
        return SheetFault(message, hint, self.file, self.sheet, self.cells[key], HEADINGS[key])

    def where(self, key: ColumnKey) -> str:
        """Return the place of a cell for people."""
        return f"{self.file}: {self.sheet}!{self.cells[key]}"


@dataclass(slots=True)
class ReturnedSheet:
    """A follow-up sheet as it came back."""

    file: str
    plan: str
    unit: str
    period: Period
    answers: list[SheetAnswer] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    """Places of cells with text that belongs to no row or column."""


_ONE_ONLY: tuple[RequestField, ...] = ("state", "date")
"""A task is done or not, and on one day; evidence and remarks of several units stand together."""
_TOGETHER: tuple[RequestField, ...] = ("evidence", "note")


@dataclass(slots=True)
class Merged:
    """The answers to one row of a plan, put together."""

    answers: list[SheetAnswer]
    request: Request
    """What they say together; of answers with faults as much as could be read, so that the
    other cells are checked too."""
    faults: list[SheetFault]

    def is_told(self, key: ColumnKey) -> bool:
        """Return whether a fault of the cell `key` is told already, because it is unreadable."""
        return any(key in one.unread for one in self.answers)

    def holder(self, key: ColumnKey) -> SheetAnswer:
        """Return the answer whose cell `key` says something; else the first."""
        return next((one for one in self.answers if key in one.said), self.answers[0])


def merged_answers(answers: Sequence[SheetAnswer], path: str, plan: Plan) -> Merged:
    """Put the `answers` to one row together, in the order in which `plan` declares the units.

    `path` is the file of the plan.
    """
    order = {unit.id: n for n, unit in enumerate(plan.units)}
    names = {unit.id: unit.name for unit in plan.units}
    held = sorted(answers, key=lambda one: order.get(one.unit, len(order)))
    said: dict[str, Any] = {}
    faults: list[SheetFault] = []
    for name in (*_ONE_ONLY, *_TOGETHER):
        given = [one for one in held if one.said.get(name)]
        faults += _contradictions(name, given)
        if given:
            said[name] = given[0].said[name]
        if name in _TOGETHER and len({_plain(one.said[name]) for one in given}) > 1:
            said[name] = "; ".join(_attributed(name, given, names))
    if any("state" in one.unread for one in held):
        said.setdefault("state", "running")  # any state will do to have the date checked
    request = Request(path, held[0].task, held[0].occurrence or None, **said)
    return Merged(held, request, faults)


def _contradictions(name: RequestField, given: Sequence[SheetAnswer]) -> list[SheetFault]:
    """Return a fault for each answer that says otherwise than one before it, naming both cells."""
    faults = []
    for n, one in enumerate(given):
        for other in given[:n]:
            free = name in _TOGETHER and one.unit != other.unit
            if not free and _plain(one.said[name]) != _plain(other.said[name]):
                faults.append(
                    one.fault(
                        name,
                        say(
                            "“{text}” contradicts “{other}” in {where}",
                            text=_shown(one.said[name]), other=_shown(other.said[name]),
                            where=other.where(name),
                        ),
                        say("the units agree on one answer; correct or clear the other cell"),
                    )
                )  # fmt: skip
                break
    return faults


def _attributed(
    name: RequestField, given: Sequence[SheetAnswer], names: dict[str, str]
) -> list[str]:
    """Return the different texts; a remark says whose it is."""
    texts: dict[object, str] = {}
    for one in given:
        text = one_line_of(one.said[name])
        who = names.get(one.unit, one.unit)
        texts.setdefault(_plain(text), f"{who}: {text}" if name == "note" else text)
    return list(texts.values())


def _plain(value: object) -> object:
    return one_line_of(value).casefold() if isinstance(value, str) else value


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return STATES.get(value, str(value))
