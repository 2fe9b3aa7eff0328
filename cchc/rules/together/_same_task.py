"""Tasks that stand in two plans of one commune and year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.language.names import fold

if TYPE_CHECKING:
    from cchc.rules._facts import Facts, NumberedTask

SHORT = 20
"""Titles of fewer characters ("Báo cáo quý") are equal without being the same task."""


def titled_tasks(facts: Facts) -> Iterator[tuple[NumberedTask, tuple[str | int, ...]]]:
    """Yield each task whose title says which it is, with what tells it from other tasks."""
    plan = facts.plan
    for task in facts.tasks:
        if len(task.task.title) >= SHORT:
            title = fold(task.task.title).rstrip(" .")
            yield task, (plan.owner.full_name, plan.owner.home, plan.year, title)
