"""An office's Word file with remarks as Word comments; all else stays as it is, to the byte.

comment_words     the letters of paragraphs and where they stand
comment_ranges    the marks around a stretch of them
comment_parts     the comments themselves
xml_bytes         changes to a part that leave its other bytes alone
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from cchc.document.comments.parts import STRICT, CommentLines, free_numbers, with_comments
from cchc.document.comments.places import CommentPlace, CommentPlaces
from cchc.document.comments.ranges import CommentRange, Marker
from cchc.document.xml_bytes import as_before, as_utf8, spliced
from cchc.intake.office.docx import Located, located
from cchc.word.markup import W
from cchc.word.package import Package, clean_part_name
from cchc.word.refusal import damaged, damaged_part

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


class Remark(NamedTuple):
    """What to tell about one place of a document."""

    at: CommentPlace
    lines: tuple[str, ...]
    """The paragraphs of the comment; the first is what is wrong."""
    words: str = ""
    """The text at the place, as far as it is known."""
    within: str = ""
    """The stretch of `words` that is meant; empty for all of its first line."""
    nth: int = 0
    """Which of several equal stretches, from 0."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with comments."""

    data: bytes
    comments: int
    signed: bool
    """Whether it bears a digital signature, which the comments break."""


def annotate(path: Path, remarks: Sequence[Remark], day: date | None = None) -> Annotated:
    """Return the Word file at `path` with a comment at the place of each remark.

    Remarks on the same words are one comment. The same file and remarks give the same bytes.

    Args:
        path: a .docx or .docm file; macros in it are kept and not run.
        remarks: what to tell; one without a place goes to the title.
        day: the day that the comments bear; None for none, of which LibreOffice makes a wrong one.

    Raises:
        UserError: the file cannot be read, or is no Word document.
    """
    parts = Package(path).parts()
    found = located(path)
    try:
        changed, comments = _changed(parts, found, remarks, day)
    except ValueError as error:
        raise damaged_part(path, found.part) from error
    signed = any(name.startswith("_xmlsignatures/") for name in parts)
    return Annotated(_written(path, changed), comments, signed)


def _changed(
    parts: dict[str, bytes], found: Located, remarks: Sequence[Remark], day: date | None
) -> tuple[dict[str, bytes], int]:
    """Return the parts that change, and the number of comments."""
    data, mark = as_utf8(parts.get(found.part, b""))
    marker = Marker(found.root, data, STRICT if STRICT.encode() in data else W)
    places = CommentPlaces(found.root, found.paragraphs)
    told: dict[CommentRange, list[tuple[str, bool]]] = {}
    for one in remarks:
        stretch = places.stretch(one.at, one.words, one.within, one.nth)
        told.setdefault(stretch, []).extend((line, not n) for n, line in enumerate(one.lines))
    ordered = sorted(told, key=marker.start_of)
    comments: dict[int, CommentLines] = {}
    for number, stretch in zip(free_numbers(found.commented), ordered, strict=False):
        marker.mark(stretch, number)
        comments[number] = told[stretch]
    changed = {found.part: as_before(spliced(data, marker.cuts), mark)}
    changed |= with_comments({**parts, **changed}, found.part, found.comments, comments, day)
    return changed, len(comments)


def _written(path: Path, changed: dict[str, bytes]) -> bytes:
    """Return the file with some parts in place of its own; names, order and dates stay."""
    out = BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        if len(set(old.namelist())) < len(old.namelist()):  # programs differ on which one counts
            raise damaged(path)
        for info in old.infolist():
            data = left.pop(clean_part_name(info.filename), None)
            _put(new, info.filename, old.read(info) if data is None else data, info)
        for name, data in left.items():
            _put(new, name, data, None)
    return out.getvalue()


def _put(new: zipfile.ZipFile, name: str, data: bytes, like: zipfile.ZipInfo | None) -> None:
    info = zipfile.ZipInfo(name, like.date_time if like else _FIXED_DATE)
    stored = like is not None and like.compress_type == zipfile.ZIP_STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    info.create_system = like.create_system if like else 0
    info.external_attr = like.external_attr if like else 0
    new.writestr(info, data, compresslevel=6)
