"""The answer of `cchc due` for reading: tables in the terminal, plain lines when piped.

Weekly work has one row for its weeks, not fifty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import fill
from typing import NamedTuple

from cchc.language.weekdays import weekday
from cchc.messages import Message, say
from cchc.outputs import due_words as words
from cchc.outputs import table
from cchc.outputs.layout import DueLayout
from cchc.outputs.table import TextColumn
from cchc.views.due import Due, GroupBy, ItemGroup, grouped, summed_up
from cchc.views.occurrences import Item, State

FEW = 2
"""So many weeks of one task are shown each for itself."""
_DAY_ID = len("2026-01-17")
"""An occurrence that is told by its day is one of weekly work."""

RunKey = tuple[str, str, State]


class Further(NamedTuple):
    """How many more weeks of a task stand for the row shown, and the last of them."""

    weeks: int
    last: date


def runs(items: Sequence[Item]) -> tuple[list[Item], dict[RunKey, Further]]:
    """Return the rows to show, the first week of each run, and what follows it.

    Weeks of one task in one state are one run.
    """
    held: dict[RunKey, list[date]] = {}
    for item in items:
        if key := _weekly(item):
            held.setdefault(key, []).append(item.due or date.max)
    further = {
        key: Further(len(days) - 1, max(days)) for key, days in held.items() if len(days) > FEW
    }
    if not further:
        return [*items], {}
    shown: list[Item] = []
    seen: set[RunKey] = set()
    for item in items:
        key = _weekly(item)
        if key is None or key not in further or key not in seen:
            shown.append(item)
        if key is not None:
            seen.add(key)
    return shown, further


def further_weeks(item: Item, further: dict[RunKey, Further]) -> Further | None:
    """Return what the row of `item` also stands for."""
    key = _weekly(item)
    return further.get(key) if key else None


def _weekly(item: Item) -> RunKey | None:
    weekly = item.due is not None and len(item.occurrence) == _DAY_ID
    return (item.plan, item.task, item.state) if weekly else None


NARROW = 140
"""Below so many columns lead, deadline and notes stand under the title and not beside it."""
_COLOURS: dict[State, str] = {
    "overdue": "red", "due": "yellow", "done": "green", "done-late": "green",
}  # fmt: skip

OPTIONS = frozenset({"--group-by"})


def write(answer: Due, layout: DueLayout) -> Iterator[str]:
    """Yield the answer, drawn to the width of the terminal if there is one."""
    return pieces(
        answer,
        several=layout.several,
        by=layout.group_by,
        columns=layout.columns,
        every=layout.every,
    )


MANY = 20_000
"""Rows up to which their cells are held in memory instead of being made twice."""
NEAREST = 20
"""A summary shows so many of the items that are nearest to today."""
SHARES = 15
"""A summary shows so many of the plans or units."""


def pieces(
    answer: Due, *, several: bool, by: GroupBy | None = None, columns: int | None, colour: bool = True,
    every: bool = False,
) -> Iterator[str]:  # fmt: skip
    """Yield the answer drawn to so many `columns`; None: aligned lines, nothing wrapped.

    Any number of items needs no memory. Drawn, a long answer is summed up unless `every` is set.
    """
    yield f"{words.period(answer)}\n"
    if columns is not None and not every and len(answer.items) > table.LONG:
        by = by or ("plan" if several else "unit")
        yield from _short(answer, by, several=several, columns=columns, colour=colour)
        return
    for heading, items in parts(answer, by):
        yield f"\n{heading}: {len(items)}\n"
        if columns is None:
            yield from table.aligned(
                *_table(items, answer, several=several, narrow=False, every=every)
            )
        else:
            yield from _drawn(
                items, answer, several=several, columns=columns, colour=colour, every=every
            )
    if not answer.items:
        nothing = say("nothing is due")
        yield f"\n{nothing}\n"
    counts = str(words.told(answer.tally))
    yield f"\n{fill(counts, columns) if columns else counts}\n"


def _short(answer: Due, by: GroupBy, *, several: bool, columns: int, colour: bool) -> Iterator[str]:
    """Yield how many items there are, for whom, the nearest, and how to see the rest."""
    found = summed_up(answer, by, nearest=NEAREST)
    yield f"\n{fill(str(words.told(answer.tally)), columns)}\n\n"
    heads = [
        TextColumn(_BY[by], 1), TextColumn(say("In all")), TextColumn(say("Overdue")),
    ]  # fmt: skip
    shares = [
        [str(_heading(ItemGroup(one.key, ()), by)), str(one.total), str(one.overdue or "")]
        for one in found.shares[:SHARES]
    ]
    yield from table.drawn(heads, shares, (), columns, colour=colour)
    if left := len(found.shares) - len(shares):
        yield f"{say('and {count} more', count=left)}\n"
    if found.nearest:
        yield f"\n{say('Nearest to today')}: {len(found.nearest)}\n"
        yield from _drawn(found.nearest, answer, several=several, columns=columns, colour=colour)
    rest = say(
        "{count} rows in all: --all shows them, -o FILE writes them; --unit, --within and --overdue "
        "ask for fewer.",
        count=len(answer.items),
    )
    yield f"\n{fill(str(rest), columns)}\n"


def _drawn(
    items: Sequence[Item], answer: Due, *, several: bool, columns: int, colour: bool,
    every: bool = True,
) -> Iterator[str]:  # fmt: skip
    heads, rows = _table(items, answer, several=several, narrow=columns < NARROW, every=every)
    shown = items if every or len(items) > MANY else runs(items)[0]
    styles = (_COLOURS.get(item.state, "") for item in shown)
    return table.drawn(heads, rows, styles, columns, colour=colour)


_BY: dict[GroupBy, Message] = {"plan": say("Plan"), "unit": say("Unit"), "date": say("Due")}


def parts(answer: Due, by: GroupBy | None) -> Iterator[tuple[str, Sequence[Item]]]:
    """Yield the tables of the answer with their headings, empty ones left out."""
    if by is None:
        limits = (answer.wanted.first, answer.wanted.last)
        for message, items in (
            (say("Overdue from before"), answer.carried),
            (_dated(answer) if limits == (None, None) else say("In the period"), answer.dated),
            (say("Begun, due later"), answer.begun),
            (say("Without a date, never overdue"), answer.undated),
        ):
            if items:
                yield str(message), items
        return
    for part in grouped(answer.items, by, answer.agencies):
        yield str(_heading(part, by)), part.items


def _dated(answer: Due) -> Message:
    """Return the heading of what has a date, when no period was asked for."""
    return say("Overdue") if answer.wanted.states == {"overdue"} else say("With a date")


def _heading(part: ItemGroup, by: GroupBy) -> Message | str:
    match part.key:
        case None if by == "date":
            return say("Without a date, never overdue")
        case None:
            return say("Nobody leads")
        case date() as when:
            return f"{weekday(when)} {words.shown_day(when)}"
        case name:
            return name


def _table(
    items: Sequence[Item], answer: Due, *, several: bool, narrow: bool, every: bool
) -> tuple[list[TextColumn], Iterable[list[str]]]:
    further: dict[RunKey, Further] = {}
    if not every and len(items) <= MANY:
        items, further = runs(items)
    dated = any(item.due for item in items)
    columns = [
        *([TextColumn(say("Due"))] if dated else []), TextColumn(say("State"), 1 if narrow else 0),
        *([TextColumn(say("Plan"))] if several else []), TextColumn(say("No.")),
        TextColumn(say("Task"), 4),
    ]  # fmt: skip
    rows = _TableRows(items, answer, further, several=several, dated=dated, narrow=narrow)
    if not narrow:
        headings = (say("Lead"), say("Deadline"), say("Notes"))
        columns += [TextColumn(heading, 2) for heading in headings[: 3 if rows.notes else 2]]
    return columns, [*rows] if len(items) <= MANY else rows


class _TableRows:
    """The cells of a table, made anew each time they are asked for."""

    def __init__(
        self, items: Sequence[Item], answer: Due, further: dict[RunKey, Further], *, several: bool,
        dated: bool, narrow: bool,
    ) -> None:  # fmt: skip
        self._items, self._answer, self._further = items, answer, further
        self._several, self._dated, self._narrow = several, dated, narrow
        self._told: dict[object, str] = {}
        """States and days in words: a few, each on many rows."""
        self._led: dict[object, list[str]] = {}
        """Likewise who leads, and by when in the words of the plan."""
        self._noted: dict[object, list[str]] = {}
        """Likewise the notes on work of which nothing else is to be told."""
        self.notes = narrow or any(self._notes(item) for item in items)
        """Whether there is anything to tell in the last column."""

    def __iter__(self) -> Iterator[list[str]]:
        return map(self._row, self._items)

    def _row(self, item: Item) -> list[str]:
        beside = self._beside(item)
        row = [
            *([self._day(item)] if self._dated else []), self._state(item),
            *([item.plan] if self._several else []), item.number,
        ]  # fmt: skip
        if self._narrow:
            below = (f"– {line}" for line in (*beside, *self._notes(item)) if line)
            return [*row, "\n".join((words.title(item), *below))]
        last = ["; ".join(self._notes(item))] if self.notes else []
        return [*row, words.title(item), *beside, *last]

    def _beside(self, item: Item) -> list[str]:
        key = item.lead, item.deadline
        if key not in self._led:
            self._led[key] = ["; ".join(item.lead), " ".join(item.deadline.split())]
        return self._led[key]

    def _notes(self, item: Item) -> list[str]:
        more = further_weeks(item, self._further) if self._further else None
        if not (item.record or item.report or more):
            key = item.due, item.start, item.leader
            if key not in self._noted:
                self._noted[key] = words.notes(item, self._answer)
            return self._noted[key]
        notes = words.notes(item, self._answer)
        if more:
            weeks = say("and {count} more weeks, to {day}",
                        count=more.weeks, day=words.shown_day(more.last))  # fmt: skip
            notes.insert(0, str(weeks))
        return notes

    def _day(self, item: Item) -> str:
        if item.due not in self._told:
            self._told[item.due] = words.shown_day(item.due) if item.due else ""
        return self._told[item.due]

    def _state(self, item: Item) -> str:
        key = item.state, item.days, item.record and item.record.state
        if key not in self._told:
            self._told[key] = words.state(item)
        return self._told[key]
