"""Mending what can be mended without asking: findings that carry a change, spliced into the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc.edit.lock import locked
from cchc.edit.splice import splice
from cchc.edit.write import real_path, with_mark, write_locked
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
    if isinstance(raw, Finding) or not _mended(path, raw, settings, unsafe=unsafe).mended:
        return 0
    with locked(real_path(path).parent):
        raw = path.read_bytes()
        mended = _mended(path, raw, settings, unsafe=unsafe)
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
