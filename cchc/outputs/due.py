"""The answer of `cchc due` as tables and as the JSON kind `due`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from cchc.messages import Message, say
from cchc.outputs import table
from cchc.outputs.table import Column
from cchc.views.due import Due
from cchc.views.occurrences import Item, State

STATES: dict[State, Message] = {
    "overdue": say("overdue"),
    "due": say("due soon"),
    "upcoming": say("not due yet"),
    "done": say("done"),
    "done-late": say("done late"),
    "continuous": say("continuous"),
    "conditional": say("no date yet"),
}
_COLOURS: dict[State, str] = {
    "overdue": "red", "due": "yellow", "done": "green", "done-late": "green",
}  # fmt: skip
SOURCES = {"task": say("task"), "report": say("report"), "duty": say("duty")}


def day(when: date) -> str:
    """Return a date as officials write it in tables: 31/12/2026."""
    return f"{when:%d/%m/%Y}"


def write(answer: Due, *, several: bool) -> None:
    """Write the answer to standard output; `several` plans get a column that names them."""
    out = sys.stdout
    out.write(f"{_period(answer)}\n")
    for heading, items in (
        (say("Overdue from before"), answer.carried),
        (say("In the period"), answer.dated),
    ):
        if items:
            out.write(f"\n{heading}: {len(items)}\n")
            out.flush()
            _dated(items, several=several)
    if not answer.carried and not answer.dated:
        out.write(f"\n{say('nothing is due')}\n")
    if answer.undated:
        out.write(f"\n{say('Without a date, never overdue')}: {len(answer.undated)}\n")
        out.flush()
        _undated(answer.undated, several=several)
    out.write(f"\n{_counts(answer)}\n")


def _period(answer: Due) -> Message:
    today = day(answer.today)
    match answer.first, answer.last:
        case None, None:
            return say("Overdue on {today}", today=today)
        case None, date() as last:
            return say("Due until {last}, as of {today}", last=day(last), today=today)
        case date() as first, None:
            return say("Due from {first}, as of {today}", first=day(first), today=today)
        case date() as first, date() as last:
            return say(
                "Due from {first} to {last}, as of {today}",
                first=day(first), last=day(last), today=today,
            )  # fmt: skip
    raise AssertionError  # every pair is one of the four


def _dated(items: Sequence[Item], *, several: bool) -> None:
    columns = [
        Column(str(say("Due"))), Column(str(say("State"))), *_plan_column(several),
        Column(str(say("No."))), Column(str(say("Task")), 4), Column(str(say("Lead")), 2),
        Column(str(say("Deadline")), 2),
    ]  # fmt: skip
    rows = [
        [
            day(item.due) if item.due else "", _state(item), *([item.plan] if several else []),
            item.number, _title(item), "; ".join(item.lead), item.deadline,
        ]
        for item in items
    ]  # fmt: skip
    table.write(columns, rows, [_COLOURS.get(item.state, "") for item in items])


def _undated(items: Sequence[Item], *, several: bool) -> None:
    columns = [
        *_plan_column(several), Column(str(say("No."))), Column(str(say("Task")), 4),
        Column(str(say("Lead")), 2), Column(str(say("Deadline")), 2),
    ]  # fmt: skip
    rows = [
        [*([item.plan] if several else []), item.number, _title(item), "; ".join(item.lead),
         item.deadline]
        for item in items
    ]  # fmt: skip
    table.write(columns, rows)


def _plan_column(several: bool) -> list[Column]:
    return [Column(str(say("Plan")))] if several else []


def _title(item: Item) -> str:
    return item.title if item.source == "task" else f"[{SOURCES[item.source]}] {item.title}"


def _state(item: Item) -> str:
    state = str(STATES[item.state])
    if item.state == "overdue" and item.days is not None:
        return str(say("{state}, {days} d", state=state, days=-item.days))
    if item.state == "due" and item.days is not None:
        return str(say("{days} d left", days=item.days)) if item.days else str(say("today"))
    return state


def _counts(answer: Due) -> Message:
    states = Counter(item.state for item in (*answer.carried, *answer.dated))
    shown = [f"{STATES[state]} {states[state]}" for state in STATES if states[state]]
    return say("Total: {counts}", counts=", ".join(shown) or "0")


def content(answer: Due) -> dict[str, Any]:
    """Return the content of the JSON kind `due`."""
    return {
        "today": answer.today,
        "from": answer.first,
        "to": answer.last,
        "items": [_entry(item) for item in answer.items],
    }


def _entry(item: Item) -> dict[str, Any]:
    return {
        "plan": item.plan,
        "task": item.task,
        "number": item.number,
        "title": item.title,
        "lead": list(item.lead),
        "support": list(item.support),
        "deadline": item.deadline,
        "occurrence": item.occurrence or None,
        "due": item.due,
        "state": item.state,
        "days": item.days,
        "source": item.source,
    }
