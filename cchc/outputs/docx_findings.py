"""Findings about Word documents: place, what was found, what is wanted, and the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from cchc.messages import Message, say
from cchc.model.finding import Severity
from cchc.outputs.diagnostics import LABELS, REPEATS, printable
from cchc.outputs.terminal import paint

_PLACES = 8
"""Places of repetitions that are named; the others are only counted."""


class Entry(NamedTuple):
    """One finding, ready to be written."""

    path: str
    code: str
    name: str
    severity: Severity
    part: str
    place: Message
    text: str
    found: Message
    wants: Message
    source: str


def text(entries: Sequence[Entry], *, every: bool = False, rich: bool = False) -> str:
    """Return the findings as text; equal ones of a file are shown once unless `every`."""
    return "".join(
        _block(first, others, rich=rich) for first, others in _grouped(entries, every=every)
    )


def _grouped(entries: Iterable[Entry], *, every: bool) -> Iterator[tuple[Entry, list[Entry]]]:
    equal: dict[object, list[Entry]] = {}
    for one in entries:
        key: object = (one.path, one.code, str(one.found), str(one.wants))
        equal.setdefault(id(one) if every else key, []).append(one)
    for same in equal.values():
        if len(same) < REPEATS:
            yield from ((one, []) for one in same)
        else:
            yield same[0], same[1:]


def _block(one: Entry, others: Sequence[Entry], *, rich: bool) -> str:
    label = paint(str(LABELS[one.severity]), one.severity.value, rich=rich)
    head = paint(f"{printable(one.path)}: {one.place}:", "bold", rich=rich)
    out = [f"{head} {label}: {one.found} [{one.code} {one.name}]"]
    if one.text:
        out.append(f"      | {one.text}")
    wanted = say("wanted: {wants}", wants=one.wants)
    out.append(f"      = {wanted}")
    if one.source:
        out.append(f"      = {one.source}")
    if others:
        places = "; ".join(str(other.place) for other in others[:_PLACES])
        more = f"{places}; …" if len(others) > _PLACES else places
        again = say("and {count} more: {places}", count=len(others), places=more)
        out.append(f"      = {again}")
    return "\n".join(out) + "\n\n"


def counts(entries: Sequence[Entry], documents: int) -> dict[str, int]:
    """Return the numbers of the summary, as the JSON contract names them."""
    each = [one.severity for one in entries]
    return {
        "documents": documents,
        "errors": each.count(Severity.ERROR),
        "warnings": each.count(Severity.WARNING),
        "infos": each.count(Severity.INFO),
    }


def summary(entries: Sequence[Entry], documents: int) -> Message:
    """Return the closing line: how many documents were checked, and what was found."""
    count = counts(entries, documents)
    if not entries:
        return say("documents checked: {documents}; nothing to report", **count)
    return say(
        "documents checked: {documents}; errors: {errors}, warnings: {warnings}, infos: {infos}",
        **count,
    )


def content(entries: Sequence[Entry], documents: int) -> dict[str, Any]:
    """Return the content of the JSON kind `docx-diagnostics`."""
    return {
        "diagnostics": [_entry(one) for one in entries],
        "summary": counts(entries, documents),
    }


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "path": one.path,
        "code": one.code,
        "name": one.name,
        "severity": one.severity.value,
        "part": one.part,
        "place": str(one.place),
        "text": one.text or None,
        "found": str(one.found),
        "wants": str(one.wants),
        "source": one.source or None,
    }
