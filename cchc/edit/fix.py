"""Mending what can be mended without asking: findings that carry a change, spliced into the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cchc.edit.splice import splice
from cchc.model.finding import Diagnostic, Edit
from cchc.read.load import read_source
from cchc.read.source import Source
from cchc.rules import diagnose
from cchc.rules._settings import Settings

_ROUNDS = 10
"""One fix can uncover another; a plan has never needed more than three rounds."""


class Fixed(NamedTuple):
    """The text after mending, and how many findings were mended."""

    text: str
    mended: int


def fix(source: Source, settings: Settings | None = None, *, unsafe: bool = False) -> Fixed:
    """Return the text of `source` with every safe fix made, and the unsafe ones if asked.

    A change that would make the file unreadable or break the schema is left out. Nothing but the
    places in question changes, and mending twice is mending once.
    """
    count = 0
    for _ in range(_ROUNDS):
        edits = _compatible(diagnose(source, settings), unsafe=unsafe)
        mended, made = _spliced(source, edits)
        if not made:
            break
        source, count = mended, count + made
    return Fixed(source.text, count)


def _compatible(found: Sequence[Diagnostic], *, unsafe: bool) -> list[Edit]:
    """Return the changes that do not overlap; the first of two in one place wins."""
    edits: list[Edit] = []
    for one in found:
        for edit in one.edits if unsafe or not one.finding.unsafe else ():
            if all(edit.stop <= other.start or other.stop <= edit.start for other in edits):
                edits.append(edit)
    return edits


def _spliced(source: Source, edits: list[Edit]) -> tuple[Source, int]:
    mended = read_source(source.path, splice(source.text, edits))
    if len(mended.findings) <= len(source.findings):
        return mended, len(edits)
    kept: list[Edit] = []  # one of them breaks the file: find the others one by one
    for edit in edits:
        tried = read_source(source.path, splice(source.text, [*kept, edit]))
        if len(tried.findings) <= len(source.findings):
            kept.append(edit)
    return read_source(source.path, splice(source.text, kept)), len(kept)
