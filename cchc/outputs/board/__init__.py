"""The board: one HTML file that works without a net, from a USB stick and on a phone.

Style and script stand in the file, and a content security policy allows these two and nothing else:
no request leaves the page, and no text of a plan can become one. Texts are data: JSON in which `<`
is escaped, shown as text nodes only.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cchc.messages import Message, language, say, visible
from cchc.model.subject import SUBJECTS
from cchc.outputs.coverage_words import table
from cchc.views.board import Board, BoardTask
from cchc.views.counting import FIGURES, RATES
from cchc.views.occurrences import Item

if TYPE_CHECKING:
    from cchc.views.coverage import Coverage
    from cchc.views.trend import MonthEnd

LABELS: dict[str, Message] = {
    "title": say("Board of administrative reform"),
    "as_of": say("as of"),
    "tasks": say("Tasks"),
    "done": say("Done"),
    "overdue": say("Overdue"),
    "of_tasks": say("of which tasks"),
    "soon": say("Due within 30 days"),
    "rate": say("Done of what was due"),
    "periods": say("Periods of recurring work"),
    "late_by_unit": say("Overdue by unit"),
    "late_by_leader": say("Overdue by leader"),
    "by_field": say("By field"),
    "calendar": say("Last days"),
    "trend": say("Done of what was due, month by month"),
    "map": say("Agencies and quarters: done of what was due"),
    "list": say("All tasks"),
    "coverage": say("Tasks above, and who has taken them up"),
    "asked": say("Asked"),
    "taken": say("Taken up"),
    "suspect": say("To be looked at"),
    "missing": say("Missing"),
    "search": say("Search (accents may be left out)"),
    "commune": say("Commune"),
    "unit": say("Unit"),
    "leader": say("Leader"),
    "quarter": say("Quarter"),
    "state": say("State"),
    "any": say("all"),
    "sort": say("Sort the list by"),
    "by_plan": say("plan and number"),
    "reset": say("Clear the filters"),
    "more": say("Show more"),
    "none": say("Nothing fits these filters."),
    "number": say("No."),
    "task": say("Task"),
    "lead": say("Leads"),
    "support": say("Supports"),
    "deadline": say("Deadline"),
    "last_day": say("Last day"),
    "record": say("Record"),
    "evidence": say("Evidence"),
    "late": say("overdue"),
    "nobody": say("none"),
    "against": say("against the month before"),
    "running": say("running"),
    "not_recorded": say("not recorded"),
    "not_yet_due": say("not yet due"),
    "done_late": say("done late"),
    "recurring": say("recurring"),
    "continuous": say("continuous"),
    "conditional": say("conditional or undated"),
}


def board_html(board: Board, months: Sequence[MonthEnd]) -> str:
    """Return the board as one HTML file."""
    from jinja2 import Environment, StrictUndefined

    room = files("cchc.outputs.board")
    style = room.joinpath("board.css").read_text("utf-8")
    script = room.joinpath("board.js").read_text("utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    template = environment.from_string(room.joinpath("board.html").read_text("utf-8"))
    labels = {key: str(label) for key, label in LABELS.items()}
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'"
    )
    return template.render(
        language=language(), labels=labels, policy=policy, style=style, script=script,
        data=_json(content(board, months) | {"labels": labels}),
        subtitle=_subtitle(board), today=f"{board.today:%d/%m/%Y}",
    )  # fmt: skip


def _subtitle(board: Board) -> str:
    communes = list(dict.fromkeys(plan.agency for plan in board.plans))
    return communes[0] if len(communes) == 1 else str(say("{n} communes", n=len(communes)))


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _json(data: Any) -> str:
    """Return JSON that may stand inside HTML: no tag, comment or entity can begin in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def content(board: Board, months: Sequence[MonthEnd]) -> dict[str, Any]:
    """Return what the script of the page draws; names that repeat stand once, in lists."""
    plans = {plan.id: n for n, plan in enumerate(board.plans)}
    units = _NameList(
        name for task in board.tasks for name in (*task.first.lead, *task.first.support)
    )
    whos = _NameList(name for task in board.tasks for name in task.first.units)
    leaders = _NameList(task.first.leader for task in board.tasks if task.first.leader)
    figures = {name: n for n, name in enumerate(FIGURES)}
    return {
        "today": board.today.isoformat(),
        "figures": list(FIGURES),
        "rates": {name: [list(rate.done), rate.whole] for name, rate in RATES.items()},
        "plans": [
            {"id": plan.id, "commune": visible(plan.agency), "title": visible(plan.title)}
            for plan in board.plans
        ],
        "units": units.shown, "whos": whos.shown, "leaders": leaders.shown,
        "subjects": {key: str(name) for key, name in SUBJECTS.items()},
        "tasks": [_row(task, plans, units, whos, leaders, figures) for task in board.tasks],
        "months": [_month(month) for month in months],
        "coverage": [_coverage(one) for one in board.coverage],
    }  # fmt: skip


def _coverage(one: Coverage) -> dict[str, Any]:
    every = table(one, "task", None).rows
    lacking = [[visible(name) for name in covered.lacking] for covered in one.tasks]
    return {
        "plan": one.above.id,
        "tasks": [
            [visible(str(row[0])), visible(str(row[1])), *row[2:8], names]
            for row, names in zip(every, lacking, strict=True)
        ],
    }


class _NameList:
    """Names in the order of the alphabet, each with its place."""

    def __init__(self, names: Iterable[str]) -> None:
        every = sorted(set(names))
        self.shown = [visible(name) for name in every]
        self._places = {name: n for n, name in enumerate(every)}

    def __call__(self, names: Iterable[str]) -> list[int]:
        return [self._places[name] for name in names if name]


def _row(
    task: BoardTask, plans: dict[str, int], units: _NameList, whos: _NameList, leaders: _NameList,
    figures: dict[str, int],
) -> list[Any]:  # fmt: skip
    item = task.first
    counted = [number for name, n in task.figures.items() for number in (figures[name], n)]
    return [
        plans[item.plan], item.number, visible(item.title), units(item.lead),
        units(item.support), whos(item.units), leaders([item.leader]),
        visible(item.deadline), item.subject or "", list(task.states), counted,
        [_date(one) for one in task.items],
    ]  # fmt: skip


def _date(item: Item) -> list[str]:
    record = item.record
    when = record.date if record else None
    parts = [
        item.due.isoformat() if item.due else "", item.state, str(when) if when else "",
        visible(record.evidence or "") if record else "", visible(record.note or "") if record else "",
    ]  # fmt: skip
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _month(month: MonthEnd) -> list[Any]:
    share = month.count.rate("tasks.rate") if month.count else None
    return [month.day.isoformat(), None if share is None else float(share)]
