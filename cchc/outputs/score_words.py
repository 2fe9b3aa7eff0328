"""The answer of `cchc score` in tables: by field, what was lost, what is at risk, what is to win."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from cchc.messages import Message, say
from cchc.model.criteria import POINTS, printed_points
from cchc.outputs.due_words import shown_day
from cchc.outputs.table import TextColumn, TitledTable
from cchc.views.score import Cause, Score, Scored

CAUSES: Mapping[Cause, Message] = {
    "not-done": say("not done"),
    "late": say("late"),
    "no-evidence": say("no evidence"),
    "survey": say("survey"),
    "below-self": say("appraised below the self-score"),
    "stated": say("stated"),
    "unknown": say("not known"),
}
"""Why points were lost."""


def heading(answer: Score) -> str:
    """Return the line above the tables."""
    return str(say("{plan}: points on {today}", plan=answer.plan, today=shown_day(answer.today)))


def goal(answer: Score) -> str:
    """Return what the plan wants and what is lacking; nothing when it names no goal."""
    if answer.goal is None:
        return ""
    said = say("goal: {goal} points", goal=printed_points(answer.goal))
    if answer.needed is None:
        return str(said)
    lacking = say(
        "last result {result}, {needed} are lacking; the targets add up to {target}",
        result=printed_points(answer.whole.result), needed=printed_points(answer.needed),
        target=printed_points(answer.whole.points["target"]) or "–",
    )  # fmt: skip
    return f"{said}; {lacking}"


def tables(answer: Score) -> list[TitledTable]:
    """Return the tables that have rows."""
    return [
        one for one in (_fields(answer), _lost(answer), _risk(answer), _win(answer)) if one.rows
    ]


def _fields(answer: Score) -> TitledTable:
    shown = [
        key for key in POINTS if any(one.points[key] is not None for one in answer.fields)
    ]  # fmt: skip
    total = str(say("Total"))
    rows: list[list[str | int]] = [
        [
            one.code, one.title or total, *(printed_points(one.points[key]) for key in shown),
            printed_points(one.lost), printed_points(one.at_risk), printed_points(one.to_win),
        ]
        for one in (*answer.fields, answer.whole)
    ]  # fmt: skip
    heads = [say("No."), say("Field"), *(POINTS[key] for key in shown)]
    heads += [say("lost"), say("at risk"), say("to win")]
    return _table(say("Points by field"), heads, rows, (1,))


def _lost(answer: Score) -> TitledTable:
    rows: list[list[str | int]] = [
        [one.code, one.title, printed_points(one.lost), _causes(one), one.cause, _tasks(one)]
        for one in answer.criteria
        if one.lost
    ]
    heads = [
        say("No."),
        say("Criterion"),
        say("lost"),
        say("Cause"),
        say("As stated"),
        say("Tasks"),
    ]
    return _table(say("Points lost"), heads, rows, (1, 3, 4))


def _risk(answer: Score) -> TitledTable:
    rows: list[list[str | int]] = [
        [one.code, one.title, printed_points(one.at_risk), _tasks(one)]
        for one in answer.criteria
        if one.at_risk
    ]
    heads = [say("No."), say("Criterion"), say("at risk"), say("Tasks")]
    return _table(say("Points at risk today"), heads, rows, (1,))


def _win(answer: Score) -> TitledTable:
    sources = answer.sources
    sums = accumulate((one.to_win for one in sources), initial=Decimal(0))
    next(sums)
    rows: list[list[str | int]] = [
        [
            one.code, one.title, printed_points(one.to_win), printed_points(together),
            str(say("survey")) if one.survey else "", _tasks(one),
        ]
        for one, together in zip(sources, sums, strict=True)
    ]  # fmt: skip
    heads = [say("No."), say("Criterion"), say("to win"), say("together"), say("By"), say("Tasks")]
    return _table(say("Still to win, the most first; surveys last"), heads, rows, (1,))


def _table(
    title: Message, heads: Sequence[Message], rows: list[list[str | int]], wide: Sequence[int]
) -> TitledTable:
    """Return a table whose columns `wide` hold words."""
    columns = [TextColumn(head, 3 if n in wide else 0) for n, head in enumerate(heads)]
    return TitledTable(title, columns, rows)


def _causes(one: Scored) -> str:
    named: Sequence[Cause] = [
        cause for cause in one.causes if cause != "stated" or len(one.causes) == 1
    ]
    return ", ".join(str(CAUSES[cause]) for cause in named)


def _tasks(one: Scored) -> str:
    return ", ".join(one.tasks)
