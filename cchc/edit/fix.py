"""Mending what can be mended without asking: findings that carry a change, spliced into the text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.edit.files.lock import locked
from cchc.edit.files.write import real_path, with_mark, write_locked
from cchc.edit.yaml.splice import splice
from cchc.model.finding import Diagnostic, Edit, Finding
from cchc.read.files import read_bytes
from cchc.read.load import load_bytes, read_source
from cchc.read.source import Source
from cchc.rules import diagnose
from cchc.rules._settings import Settings

_ROUNDS = 10
"""One fix can uncover another; a plan has never needed more than three rounds."""


class Fixed(NamedTuple):
    """The text after mending, and how many findings were mended."""

    text: str
    mended: int


def fix_file(path: Path, settings: Settings | None = None, *, unsafe: bool = False) -> int:
    """Mend the plan file `path` in place; return how many findings were mended.

    What another writer records meanwhile stays: the file is read again inside the lock.

    Raises:
        UserError: the file cannot be written, or somebody saves it in the same moment.
    """
    raw = read_bytes(path)
    if isinstance(raw, Finding):
        return 0
    mended = _mended(path, raw, settings, unsafe=unsafe)
    if not mended.mended:
        return 0
    with locked(real_path(path).parent):
        now = path.read_bytes()
        if now != raw:
            raw, mended = now, _mended(path, now, settings, unsafe=unsafe)
        if mended.mended:
            write_locked(path, with_mark(mended.text, raw), raw)
    return mended.mended


def _mended(path: Path, raw: bytes, settings: Settings | None, *, unsafe: bool) -> Fixed:
    return fix(load_bytes(path, raw), settings, unsafe=unsafe)


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
    taken: list[tuple[int, int]] = []
    for one in found:
        for edit in one.edits if unsafe or not one.finding.unsafe else ():
            at = bisect_left(taken, (edit.stop,))  # those before begin before it stops
            if not at or taken[at - 1][1] <= edit.start:
                insort(taken, (edit.start, edit.stop))
                edits.append(edit)
    return edits


def _spliced(source: Source, edits: list[Edit]) -> tuple[Source, int]:
    kept: list[Edit] = []
    mended, waiting = source, [edits] if edits else []
    while waiting:
        more = waiting.pop()
        tried = read_source(source.path, splice(source.text, [*kept, *more]))
        if len(tried.findings) <= len(source.findings):
            kept += more
            mended = tried
        elif len(more) > 1:  # one of them breaks the file: it is looked for by halves
            half = len(more) // 2
            waiting += (more[half:], more[:half])
    return mended, len(kept)
