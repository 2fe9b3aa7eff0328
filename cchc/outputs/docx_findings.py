"""Findings about Word documents: place, what was found, what is wanted, and the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from cchc.messages import Message, say
from cchc.model.finding import Finding
from cchc.outputs.diagnostics import block, levels, note, printable, repeated

_PLACES = 8
"""Places of repetitions that are named; the others are only counted."""


class ShownFinding(NamedTuple):
    """One finding, ready to be written; its message says what was found."""

    path: str
    finding: Finding
    part: str
    place: Message
    text: str
    wants: Message
    source: str


def text(entries: Sequence[ShownFinding], *, every: bool = False, rich: bool = False) -> str:
    """Return the findings as text; equal ones of a file are shown once unless `every`."""
    equal: dict[object, list[ShownFinding]] = {}
    for one in entries:  # equal ones stand together
        equal.setdefault(id(one) if every else _sameness(one), []).append(one)
    gathered = [one for same in equal.values() for one in same]
    blocks = repeated(gathered, _sameness, every=every)
    return "".join(_block(first, others, rich=rich) for first, others in blocks)


def _sameness(one: ShownFinding) -> tuple[str, str, str, str]:
    return one.path, one.finding.code, str(one.finding.message), str(one.wants)


def _block(one: ShownFinding, others: Sequence[ShownFinding], *, rich: bool) -> str:
    below = [f"      | {one.text}"] if one.text else []
    below.append(note(say("wanted: {wants}", wants=one.wants)))
    if one.source:
        below.append(note(one.source))
    if others:
        places = "; ".join(str(other.place) for other in others[:_PLACES])
        more = f"{places}; …" if len(others) > _PLACES else places
        below.append(note(say("and {count} more: {places}", count=len(others), places=more)))
    return block(f"{printable(one.path)}: {one.place}", one.finding, below, rich=rich)


def summary(entries: Sequence[ShownFinding], documents: int) -> Message:
    """Return the closing line: how many documents were checked, and what was found."""
    count = _counts(entries, documents)
    if not entries:
        return say("documents checked: {documents}; nothing to report", **count)
    return say(
        "documents checked: {documents}; errors: {errors}, warnings: {warnings}, infos: {infos}",
        **count,
    )


def _counts(entries: Iterable[ShownFinding], documents: int) -> dict[str, int]:
    return {"documents": documents, **levels(one.finding.severity for one in entries)}


def content(entries: Sequence[ShownFinding], documents: int) -> dict[str, Any]:
    """Return the content of the JSON kind `docx-diagnostics`."""
    return {"diagnostics": [_entry(one) for one in entries], "summary": _counts(entries, documents)}


def _entry(one: ShownFinding) -> dict[str, Any]:
    return {
        "path": one.path,
        "code": one.finding.code,
        "name": one.finding.name,
        "severity": one.finding.severity.value,
        "part": one.part,
        "place": str(one.place),
        "text": one.text or None,
        "found": str(one.finding.message),
        "wants": str(one.wants),
        "source": one.source or None,
    }
