"""The answer of `cchc due` for reading: tables in the terminal, plain lines when piped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import fill

from cchc.language.deadline import weekday
from cchc.messages import Message, say
from cchc.outputs import due as words
from cchc.outputs import table
from cchc.outputs.table import Column
from cchc.views.due import Due
from cchc.views.grouping import By, Part, grouped
from cchc.views.occurrences import Item, State

NARROW = 140
"""Below so many columns lead, deadline and notes stand under the title and not beside it."""
_COLOURS: dict[State, str] = {
    "overdue": "red", "due": "yellow", "done": "green", "done-late": "green",
}  # fmt: skip


def text(
    answer: Due, *, several: bool, by: By | None = None, columns: int | None, colour: bool = True
) -> str:
    """Return the answer drawn to so many `columns`; None: aligned lines, nothing wrapped."""
    out = [f"{words.period(answer)}\n"]
    for heading, items in parts(answer, by):
        if columns is None:
            drawn = table.plain(*_table(items, answer, several=several, narrow=False))
        else:
            cells = _table(items, answer, several=several, narrow=columns < NARROW)
            styles = [_COLOURS.get(item.state, "") for item in items]
            drawn = table.drawn(*cells, styles, columns, colour=colour)
        out.append(f"\n{heading}: {len(items)}\n{drawn}")
    if not answer.items:
        nothing = say("nothing is due")
        out.append(f"\n{nothing}\n")
    counts = str(words.counts(answer.items))
    out.append(f"\n{fill(counts, columns) if columns else counts}\n")
    return "".join(out)


def parts(answer: Due, by: By | None) -> Iterator[tuple[str, Sequence[Item]]]:
    """Yield the tables of the answer with their headings, empty ones left out."""
    if by is None:
        for message, items in (
            (say("Overdue from before"), answer.carried),
            (say("In the period"), answer.dated),
            (say("Without a date, never overdue"), answer.undated),
        ):
            if items:
                yield str(message), items
        return
    for part in grouped(answer.items, by):
        yield str(_heading(part, by)), part.items


def _heading(part: Part, by: By) -> Message | str:
    match part.key:
        case None if by == "date":
            return say("Without a date, never overdue")
        case None:
            return say("Nobody leads")
        case date() as when:
            return f"{weekday(when)} {words.day(when)}"
        case name:
            return name


def _table(
    items: Sequence[Item], answer: Due, *, several: bool, narrow: bool
) -> tuple[list[Column], list[list[str]]]:
    dated = any(item.due for item in items)
    columns = [
        *([Column(str(say("Due")))] if dated else []), Column(str(say("State")), 1 if narrow else 0),
        *([Column(str(say("Plan")))] if several else []), Column(str(say("No."))),
        Column(str(say("Task")), 4),
    ]  # fmt: skip
    if not narrow:
        headings = (say("Lead"), say("Deadline"), say("Notes"))
        columns += [Column(str(heading), 2) for heading in headings]
    rows = []
    for item in items:
        notes = words.notes(item, answer)
        beside = ["; ".join(item.lead), " ".join(item.deadline.split())]
        row = [
            *([words.day(item.due) if item.due else ""] if dated else []), words.state(item),
            *([item.plan] if several else []), item.number,
        ]  # fmt: skip
        if narrow:
            below = (f"– {line}" for line in (*beside, *notes) if line)
            rows.append([*row, "\n".join((words.title(item), *below))])
        else:
            rows.append([*row, words.title(item), *beside, "; ".join(notes)])
    if not narrow and not any(row[-1] for row in rows):
        return columns[:-1], [row[:-1] for row in rows]
    return columns, rows
