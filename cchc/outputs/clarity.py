"""The scores of sáu rõ, plan by plan."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from cchc.messages import Message, say
from cchc.model.plan import Plan
from cchc.outputs import table
from cchc.views.clarity import ASPECTS, Aspect, clarity, mean_clarity

LABELS: dict[Aspect, Message] = {
    "person": say("person"),
    "work": say("work"),
    "time": say("time"),
    "responsibility": say("responsibility"),
    "authority": say("authority"),
    "result": say("result"),
}


def write(plans: Iterable[tuple[str, Plan]]) -> None:
    """Write a line for each plan with tasks: its score of 6, and how many tasks have each aspect."""
    columns = [
        table.TextColumn(say("Plan")), table.TextColumn(say("Tasks")),
        table.TextColumn(say("Score of 6")),
        *(table.TextColumn(LABELS[aspect]) for aspect in ASPECTS),
    ]  # fmt: skip
    lines = []
    for plan_id, plan in plans:
        found = list(clarity(plan))
        mean = mean_clarity(found)
        if mean is not None:
            counts = [sum(aspect in one.clear for one in found) for aspect in ASPECTS]
            shown = f"{mean:.2f}".replace(".", ",")
            lines.append([plan_id, str(len(found)), shown, *map(str, counts)])
    if lines:
        heading = say("Six clarities (sáu rõ): how many tasks are clear about each")
        sys.stdout.write(f"\n{heading}\n")
        sys.stdout.flush()
        table.write(columns, lines)
