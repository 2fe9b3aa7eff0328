"""The records of progress that a plan holds, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.language.numbering import rows, sections
from cchc.model.plan import Plan, Progress, Section, Task

Recorded = Section | Task


def recorded(plan: Plan) -> Iterator[tuple[Recorded, Progress]]:
    """Yield every record with the section or task it stands at, those withdrawn included."""
    entries: list[object] = [found.section for found in sections(plan)]
    for n, appendix in enumerate(plan.appendices):
        entries += [found.row for found in rows(appendix, n)]
    for entry in (*entries, *_with_inner(plan.withdrawn)):
        if isinstance(entry, Section | Task):
            for record in entry.progress:
                yield entry, record


def records_in(plan: Plan) -> int:
    """Return how many records a plan holds."""
    return sum(1 for _ in recorded(plan))


def records_of(entry: object) -> int:
    """Return how many records a task has, or a section with all it holds; none of a heading."""
    return sum(len(one.progress) for one in _with_inner([entry]) if isinstance(one, Section | Task))


def _with_inner(entries: object) -> Iterator[object]:
    for entry in entries:  # type: ignore[attr-defined]
        yield entry
        if isinstance(entry, Section):
            yield from _with_inner(entry.items)
