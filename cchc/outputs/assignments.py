"""The answer of `cchc assignments` as tables and as the JSON kind `assignments`.

What is shown is worked out in `cchc.views.assignments`: a new value begins there, as a field of
`Assignment` or `UnitAssignments`, and is printed here.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from cchc.messages import say
from cchc.outputs import table
from cchc.outputs.due_words import shown_day
from cchc.outputs.table import TextColumn
from cchc.views.agencies import of_agency
from cchc.views.assignments import Assignment, UnitAssignments

MANY = 3
"""A recurring task shows so many due dates, then an ellipsis."""


def write(units: Sequence[UnitAssignments], *, every: bool) -> None:
    """Write each unit with its tasks, duties and reports to standard output.

    `every`: long tables whole on a terminal too.
    """
    for unit in units:
        sys.stdout.write(f"{of_agency(unit.agency, unit.name)} ({unit.id})\n")
        for heading, found in (
            (say("Leads"), unit.lead),
            (say("Supports"), unit.support),
            (say("Reports"), unit.reports),
            (say("Duties"), unit.duties),
        ):
            if found:
                sys.stdout.write(f"\n{heading}: {len(found)}\n")
                sys.stdout.flush()
                _list(found, every=every)
        if not any((unit.lead, unit.support, unit.reports, unit.duties)):
            nothing = say("has no work in these plans")
            sys.stdout.write(f"\n{nothing}\n")
        sys.stdout.write("\n")


def _list(found: Sequence[Assignment], *, every: bool) -> None:
    columns = [
        TextColumn(say("Plan")), TextColumn(say("No.")), TextColumn(say("Task"), 4),
        TextColumn(say("Deadline"), 2), TextColumn(say("Due")), TextColumn(say("Through"), 2),
    ]  # fmt: skip
    rows = [
        [one.plan, one.number, one.title, one.deadline, _dates(one), one.via or ""] for one in found
    ]
    empty = {n for n in range(3, 6) if not any(row[n] for row in rows)}
    kept = [n for n in range(len(columns)) if n not in empty]
    table.write([columns[n] for n in kept], [[row[n] for n in kept] for row in rows], every=every)


def _dates(one: Assignment) -> str:
    shown = ", ".join(shown_day(when) for when in one.due[:MANY])
    return f"{shown}, …" if len(one.due) > MANY else shown


def write_overview(units: Sequence[UnitAssignments], *, every: bool) -> None:
    """Write one line for each unit: how much of each kind, and what it leads in each quarter."""
    columns = [
        TextColumn(say("Unit"), 3), TextColumn(say("Leads")), TextColumn(say("Supports")),
        TextColumn(say("Reports")), TextColumn(say("Duties")),
        *(TextColumn(say("Q{n}", n=n)) for n in range(1, 5)), TextColumn(say("no date")),
    ]  # fmt: skip
    rows = []
    for unit in units:
        own = (*unit.lead, *unit.reports)
        quarters = [0, 0, 0, 0]
        for one in own:
            for quarter in {(when.month - 1) // 3 for when in one.due}:
                quarters[quarter] += 1
        numbers = [
            len(unit.lead), len(unit.support), len(unit.reports), len(unit.duties), *quarters,
            sum(not one.due for one in own),
        ]  # fmt: skip
        name = of_agency(unit.agency, unit.name)
        rows.append([name, *(str(number or "") for number in numbers)])
    table.write(columns, rows, every=every)
    explained = say("The quarters count what a unit leads or reports, by due date.")
    sys.stdout.write(f"\n{explained}\n")


def content(units: Sequence[UnitAssignments]) -> dict[str, Any]:
    """Return the content of the JSON kind `assignments`."""
    return {
        "units": [
            {
                "id": unit.id,
                "name": unit.name,
                "commune": unit.agency or None,
                "lead": [_entry(one) for one in unit.lead],
                "support": [_entry(one) for one in unit.support],
                "duties": [_entry(one) for one in unit.duties],
                "reports": [_entry(one) for one in unit.reports],
            }
            for unit in units
        ]
    }


def _entry(one: Assignment) -> dict[str, Any]:
    return {
        "plan": one.plan,
        "task": one.task,
        "number": one.number,
        "title": one.title,
        "deadline": one.deadline,
        "due": [when.isoformat() for when in one.due],
        "via": one.via,
        "leader": one.leader or None,
    }
