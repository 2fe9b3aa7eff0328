"""The records of progress that a plan holds, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cchc.language.numbering import sections
from cchc.model.plan import Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.model.work import Progress

RecordHolder = Section | Task


def recorded(plan: Plan) -> Iterator[tuple[RecordHolder, Progress]]:
    """Yield every record with the section or task it stands at, those withdrawn included."""
    entries: list[object] = [found.section for found in sections(plan)]
    entries += plan.tasks
    for entry in (*entries, *_with_inner(plan.withdrawn)):
        if isinstance(entry, Section | Task):
            for record in entry.progress:
                yield entry, record


def records_in(plan: Plan) -> int:
    """Return how many records a plan holds."""
    return sum(1 for _ in recorded(plan))


def records_in_file(path: Path, raw: bytes) -> int:
    """Return how many records the plan file `path` holds, whose content is `raw`.

    What cannot be read may hold records all the same: there each mention counts.
    """
    from cchc.read.load import load_bytes

    source = load_bytes(path, raw)
    if source.plan is not None:
        return records_in(source.plan)
    return raw.replace(b"\0", b"").count(b"progress:")  # UTF-16 has a zero beside each letter


def records_of(entry: object) -> int:
    """Return how many records a task has, or a section with all it holds; none of a heading."""
    return sum(len(one.progress) for one in _with_inner([entry]) if isinstance(one, Section | Task))


def _with_inner(entries: object) -> Iterator[object]:
    for entry in entries:  # type: ignore[attr-defined]
        yield entry
        if isinstance(entry, Section):
            yield from _with_inner(entry.items)
