"""What `cchc import` tells of a paper that it read: for people, and as the JSON kind `imported`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.intake.unplaced import is_row, way_to_settle
from cchc.messages import Listed, Message, quoted, say
from cchc.outputs.key_words import dotted, place_in_plan
from cchc.read.faults import EMPTY_VALUE, MISSING

if TYPE_CHECKING:
    from cchc.app.import_ import Imported
    from cchc.model.finding import KeyPath

    Unplaced = tuple[Message | Listed | str, str]

_FIRST = 8
"""Remarks that the report shows; all of them stand in the file."""
_QUOTED = 60
"""Letters of a text that the report repeats."""


def report_lines(imported: Imported, target: Path | None) -> Iterator[Message | str]:
    """Yield the lines of the report; `target` is the file written, if any."""
    yield f"{imported.file}:"
    yield from (f"  {note}" for note in imported.found.notes)
    grouped = _remarks(imported)
    if count := sum(map(len, grouped.values())):
        yield say("to decide (remarks in the file): {count}", count=count)
        for message, places in islice(grouped.items(), _FIRST):
            more = f" ({say('and {count} more', count=len(places) - 1)})" if places[1:] else ""
            yield f"  {places[0]}{more}: {message}"
        if (left := sum(len(places) for places in islice(grouped.values(), _FIRST, None))) > 0:
            yield f"  {say('and {count} more', count=left)}"
    if unplaced := _unplaced(imported):
        yield say("not placed (under “unplaced” in the file): {count}", count=len(unplaced))
    for (place, text), *others in _alike(imported, unplaced):
        short = text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"
        more = f" ({say('and {count} more', count=len(others))})" if others else ""
        yield f"  {place}{more}: “{' '.join(short.split())}”: {way_to_settle(text)}"
    for finding in imported.missing:
        place = place_in_plan(finding.place)
        if finding.code in (EMPTY_VALUE.code, MISSING.code):
            yield say("to fill in: {place}", place=place)
        else:
            yield say("to fill in: {key}: {message}", key=place, message=finding.message)
    if target is not None:
        yield say("next:")
        yield f"  cchc validate {quoted(target)}"
        if imported.usable:
            yield f"  cchc due --plan {quoted(target)}"
        if not imported.missing or (imported.usable and imported.found.data["status"] != "issued"):
            yield f"  cchc render {quoted(target)}"


def content(imported: Imported, target: Path) -> dict[str, object]:
    """Return the content of the JSON kind `imported`."""
    found = imported.found
    return {
        "file": imported.file,
        "path": target,
        "notes": [str(note) for note in found.notes],
        "remarks": [
            {"key": dotted(path), "place": _place_or_key(imported, path), "message": str(message)}
            for path, message in found.comments.items()
        ],
        "missing": [
            {"key": dotted(finding.place), "message": str(finding.message)}
            for finding in imported.missing
        ],
        "unplaced": [
            {"place": str(place), "text": text, "help": str(way_to_settle(text))}
            for place, text in _unplaced(imported)
        ],
    }


def _unplaced(imported: Imported) -> list[Unplaced]:
    """Return each text without a place in the plan, and where it stood."""
    unplaced = imported.found.data.get("unplaced")
    texts = unplaced if isinstance(unplaced, list) else []
    return [(_place(imported, ("unplaced", n)), text) for n, text in enumerate(texts)]


def _alike(imported: Imported, unplaced: Sequence[Unplaced]) -> Iterable[list[Unplaced]]:
    """Group the rows of one table that are settled in one way; all of them stand in the file."""
    groups: dict[object, list[Unplaced]] = {}
    for n, one in enumerate(unplaced):
        at = imported.place(("unplaced", n))
        row = at is not None and at.row and is_row(one[1])
        key = (at.table, at.sheet, str(way_to_settle(one[1]))) if at and row else n
        groups.setdefault(key, []).append(one)
    return groups.values()


def _remarks(imported: Imported) -> dict[str, list[Message | Listed | str]]:
    """Return what is to be decided, with the places where it is: the same thing is said once."""
    grouped: dict[str, list[Message | Listed | str]] = {}
    for path, message in imported.found.comments.items():
        if path[:1] != ("unplaced",):
            grouped.setdefault(str(message), []).append(_place(imported, path))
    return grouped


def _place(imported: Imported, path: KeyPath) -> Message | Listed | str:
    """Return where a piece of the plan stood in the paper; what it is, where the paper has none of it."""
    place = imported.place(path)
    return place.words if place else place_in_plan(path)


def _place_or_key(imported: Imported, path: KeyPath) -> str:
    place = imported.place(path)
    return str(place.words) if place else dotted(path)
