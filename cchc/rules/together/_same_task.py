"""Tasks that stand in two plans of one commune and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc.language.names import fold
from cchc.rules._facts import NumberedTask
from cchc.rules.together import InRun

SHORT = 20
"""Titles of fewer characters ("Báo cáo quý") are equal without being the same task."""


def same_tasks(
    plans: Sequence[InRun],
) -> Iterator[tuple[InRun, NumberedTask, InRun, NumberedTask]]:
    """Yield each task whose title an earlier plan has too, with that earlier task."""
    first: dict[object, tuple[InRun, NumberedTask]] = {}
    for one in plans:
        for task in one.facts.tasks:
            if len(task.task.title) < SHORT:
                continue
            key = (one.commune, one.plan.year, fold(task.task.title).rstrip(" ."))
            earlier, before = first.setdefault(key, (one, task))
            if earlier is not one:
                yield earlier, before, one, task
