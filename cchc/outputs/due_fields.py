"""The rows of `cchc due` as cells: for CSV, Markdown and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from cchc.messages import Message, say
from cchc.outputs import due_words as words
from cchc.views.due import Due
from cchc.views.occurrences import Item

Cell = str | int | date | None


class Field(NamedTuple):
    """One column: its heading, its width in characters, and what stands in it."""

    heading: Message
    width: int
    value: Callable[[Item, Due], Cell]


def _joined(names: Sequence[str]) -> str:
    return "; ".join(names)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _is_done(item: Item) -> bool:
    return item.state in ("done", "done-late")


def _done_on(item: Item) -> Cell:
    if item.record is None or not _is_done(item):
        return None
    when = item.record.date
    return (when.full or words.recorded_on(item.record)) if when else None


_DUE = Field(say("Due"), 12, lambda item, _: item.due)
_STATE = Field(say("State"), 16, lambda item, _: str(words.STATES[item.state]))
_DAYS = Field(say("Days left"), 9, lambda item, _: None if _is_done(item) else item.days)
_PLAN = Field(say("Plan"), 14, lambda item, _: item.plan)
_NUMBER = Field(say("No."), 8, lambda item, _: item.number)
_TITLE = Field(say("Task"), 52, lambda item, _: words.title(item))
_LEAD = Field(say("Lead"), 24, lambda item, _: _joined(item.lead))
_SUPPORT = Field(say("Support"), 24, lambda item, _: _joined(item.support))
_DEADLINE = Field(say("Deadline"), 20, lambda item, _: _flat(item.deadline))
_NOTES = Field(say("Notes"), 30, lambda item, answer: "; ".join(words.notes(item, answer)))
_OTHER_NOTES = Field(
    say("Notes"), 30, lambda item, answer: "; ".join(words.notes(item, answer, proof=False))
)
_START = Field(say("Start"), 12, lambda item, _: item.start)
_LEADER = Field(say("Leader"), 22, lambda item, _: item.leader)
_DONE = Field(say("Done on"), 12, lambda item, _: _done_on(item))
_PROOF = Field(
    say("Proof"), 18, lambda item, _: (item.record.evidence or "") if item.record else ""
)
_TASK = Field(say("Id"), 16, lambda item, _: item.task)
_OCCURRENCE = Field(say("Period"), 10, lambda item, _: item.occurrence)
_SOURCE = Field(say("Kind"), 10, lambda item, _: str(words.SOURCES[item.source]))
_AREA = Field(say("Area"), 24, lambda item, _: _joined([_flat(area) for area in item.areas]))
_RECORD = Field(
    say("Recorded"),
    12,
    lambda item, _: str(words.RECORDS[item.record.state]) if item.record else "",
)

READING = (_DUE, _STATE, _PLAN, _NUMBER, _TITLE, _LEAD, _DEADLINE, _NOTES)
"""What a person reads in a comment or letter."""
SHEET = (
    _DUE, _STATE, _DAYS, _PLAN, _NUMBER, _TITLE, _LEAD, _SUPPORT, _DEADLINE, _OTHER_NOTES, _DONE,
    _PROOF, _START, _LEADER,
)  # fmt: skip
"""What a person filters and sends on."""
DATA = (
    _PLAN, _TASK, _OCCURRENCE, _NUMBER, _SOURCE, _AREA, _TITLE, _LEAD, _SUPPORT, _DEADLINE, _DUE,
    _STATE, _DAYS, _RECORD, _DONE, _PROOF, _OTHER_NOTES, _START, _LEADER,
)  # fmt: skip
"""What another program takes over."""
EXPLAINED = (
    _PLAN, _TASK, _NUMBER, _TITLE, _OCCURRENCE, _LEAD, _DEADLINE, _DUE, _RECORD, _DONE, _PROOF,
)  # fmt: skip
"""What stands behind a figure of `cchc status`."""


def headings(fields: Sequence[Field]) -> list[str]:
    """Return the headings in the user's language."""
    return [str(field.heading) for field in fields]


def cells(item: Item, answer: Due, fields: Sequence[Field]) -> list[Cell]:
    """Return the cells of one row."""
    return [field.value(item, answer) for field in fields]
