"""The answer of `cchc coverage`: its tables, and its content as the JSON kind `coverage`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from cchc.messages import say
from cchc.outputs.due_words import STATES, shown_day
from cchc.outputs.table import TextColumn, TitledTable
from cchc.views.coverage import DONE, Coverage, Covered, OfAgency, Taken

CoverageRows = Literal["task", "commune"]
FEW = 5
"""Names that are listed in a cell for reading."""


def heading(answer: Coverage) -> str:
    """Return the line above the tables."""
    communes = len(answer.agencies)
    return str(
        say("{plan} on {today}: {tasks} tasks, {communes} communes with a plan",
            plan=answer.above.id, today=shown_day(answer.today), tasks=len(answer.tasks), communes=communes)
    )  # fmt: skip


def table(answer: Coverage, by: CoverageRows, few: int | None = FEW) -> TitledTable:
    """Return one row for each task, or for each commune; at most `few` names in a cell."""
    return _by_task(answer, few) if by == "task" else _by_commune(answer, few)


def _by_task(answer: Coverage, few: int | None) -> TitledTable:
    columns = [
        TextColumn(say("No.")), TextColumn(say("Task"), 4), TextColumn(say("Asked")),
        TextColumn(say("Taken up")), TextColumn(say("Done")), TextColumn(say("Overdue")),
        TextColumn(say("To be looked at")), TextColumn(say("Missing")), TextColumn(say("Who has not"), 3),
    ]  # fmt: skip
    rows: list[list[str | int]] = [
        [
            one.task.number, one.task.title, len(one.asked) + len(one.without_plan), len(one.by),
            *_counts(one.taken), len(_lacking(one)), _named(_lacking(one), few),
        ]
        for one in answer.tasks
    ]  # fmt: skip
    return TitledTable(say("By task"), columns, rows)


def _lacking(one: Covered) -> Sequence[str]:
    none = say("no plan here")
    return [*one.missing, *(f"{name} ({none})" for name in one.without_plan)]


def _by_commune(answer: Coverage, few: int | None) -> TitledTable:
    columns = [
        TextColumn(say("Commune"), 2), TextColumn(say("Asked")), TextColumn(say("Taken up")),
        TextColumn(say("Done")), TextColumn(say("Overdue")), TextColumn(say("To be looked at")),
        TextColumn(say("Missing")), TextColumn(say("What it has not"), 4),
    ]  # fmt: skip
    rows: list[list[str | int]] = [
        [
            one.agency, one.asked, len({taken.link for taken in one.taken}), *_counts(one.taken),
            len(one.missing), _named([f"{task.number} {task.title}" for task in one.missing], few),
        ]
        for one in answer.agencies
    ]  # fmt: skip
    return TitledTable(say("By commune"), columns, rows)


def _counts(taken: Sequence[Taken]) -> list[int]:
    return [
        sum(one.state in DONE for one in taken),
        sum(one.state == "overdue" for one in taken),
        sum(one.is_suspect for one in taken),
    ]


def _named(names: Sequence[str], few: int | None) -> str:
    if few is None or len(names) <= few:
        return "; ".join(names)
    return f"{'; '.join(names[:few])}; +{len(names) - few}"


def entries(answer: Coverage) -> TitledTable:
    """Return one row for each task that carries out another."""
    heads = [
        say("Task above"), say("Title above"), say("Commune"), say("Plan"), say("Task"), say("No."),
        say("Title"), say("State"), say("To be looked at"),
    ]  # fmt: skip
    titles = {one.task.id: one.task.title for one in answer.tasks}
    every = [taken for one in answer.tasks for taken in one.taken] + list(answer.astray)
    rows: list[list[str | int]] = [
        [
            one.link, titles.get(one.link.rpartition("#")[2], ""), one.agency, one.plan, one.task,
            one.number, one.title, str(STATES[one.state]), "x" if one.is_suspect else "",
        ]
        for one in every
    ]  # fmt: skip
    return TitledTable(say("Links"), [TextColumn(one) for one in heads], rows)


def closing(answer: Coverage) -> str:
    """Return the sums below the tables."""
    taken = [one for covered in answer.tasks for one in covered.taken]
    out = say(
        "links: {links}; to be looked at: {suspect}; still to be taken up: {missing}; tasks that "
        "nobody has taken up: {nobody}",
        links=len(taken), suspect=sum(one.is_suspect for one in taken),
        missing=sum(len(_lacking(one)) for one in answer.tasks),
        nobody=sum(not one.taken for one in answer.tasks),
    )  # fmt: skip
    if not answer.astray:
        return str(out)
    lost = say(
        "links to tasks that are not in the plan any more: {count}", count=len(answer.astray)
    )
    return f"{out}\n{lost}"


def content(answer: Coverage) -> dict[str, Any]:
    """Return the content of the JSON kind `coverage`."""
    return {
        "plan": answer.above.id,
        "today": answer.today,
        "tasks": [_task(one) for one in answer.tasks],
        "communes": [_agency(one) for one in answer.agencies],
        "astray": [_taken(one) for one in answer.astray],
    }


def _task(one: Covered) -> dict[str, Any]:
    return {
        "task": one.task.id,
        "number": one.task.number,
        "title": one.task.title,
        "for": list(one.task.takers),
        "asked": len(one.asked) + len(one.without_plan),
        "taken_up": [_taken(taken) for taken in one.taken],
        "missing": [*one.missing, *one.without_plan],
        "without_plan": list(one.without_plan),
    }


def _taken(one: Taken) -> dict[str, Any]:
    return {
        "plan": one.plan, "commune": one.agency, "task": one.task, "number": one.number,
        "title": one.title, "carries_out": one.link, "state": one.state,
        "suspect": one.is_suspect, "changed": list(one.changed),
    }  # fmt: skip


def _agency(one: OfAgency) -> dict[str, Any]:
    return {
        "commune": one.agency, "plans": list(one.plans), "asked": one.asked,
        "taken_up": len({taken.link for taken in one.taken}),
        "suspect": sum(taken.is_suspect for taken in one.taken),
        "missing": [task.id for task in one.missing],
    }  # fmt: skip
