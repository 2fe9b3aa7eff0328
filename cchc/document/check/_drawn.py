"""Drawn lines under words: borders of paragraphs and shapes, and how long they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.document.check._scan import Para, Scan
from cchc.document.metrics import width_mm, wrapped
from cchc.word.markup import Element
from cchc.word.measures import TWIPS_PER_MM, emu, vml

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([^;]+)")
_FLAT = 4
"""A drawing so many times as wide as it is high is a line."""


def line_below(words: Para, scan: Scan) -> float | None:
    """Return the length in mm of the line drawn below a paragraph; None when there is none.

    0 stands for a line whose length cannot be told.
    """
    room = words.cell.width if words.cell else _text_width(words, scan)
    if words.layout.line_below:
        return _bordered(words, room)
    for follower in _followers(words, scan):
        if follower.layout.line_above or (not follower.words and follower.layout.line_below):
            return _bordered(follower, room)
    for near in (words, *_followers(words, scan, empty=False)):
        for length in _shapes(near.element):
            return length
    if words.cell is not None:
        for p in scan.paragraphs:
            if p.cell and p.cell.element is words.cell.element:
                for length in _shapes(p.element):
                    return length
    return None


def widths(words: Para, scan: Scan) -> tuple[float, float]:
    """Return the lengths in mm the words below which a line stands may be said to have.

    Words on several lines: the longest line as set, and the whole up to the room there is.
    """
    room = (words.cell.width if words.cell else _text_width(words, scan)) / TWIPS_PER_MM
    size = max((s.letters.size for s in words.solid), default=14)
    lines = [line for part in words.text.split("\n") for line in wrapped(part, room, size)]
    longest = max((width_mm(line, size) for line in lines), default=0)
    whole = min(width_mm(words.words, size), room)
    return min(longest, whole), max(longest, whole)


def _bordered(p: Para, room: int) -> float:
    return max(0, room - p.layout.left - p.layout.right) / TWIPS_PER_MM


def _text_width(p: Para, scan: Scan) -> int:
    return scan.sections[p.section - 1].text_width


def _followers(words: Para, scan: Scan, *, empty: bool = True) -> Iterator[Para]:
    """Yield the paragraphs after `words` in the same cell (or the body) up to the next text."""
    own = words.cell.element if words.cell else None
    for p in scan.paragraphs:
        if p.order <= words.order:
            continue
        if (p.cell.element if p.cell else None) is not own:
            return
        if p.words:
            if not empty:
                yield p
            return
        yield p


def _shapes(element: Element) -> Iterator[float]:
    for drawing in (*element.iter(f"{_WP}anchor"), *element.iter(f"{_WP}inline")):
        extent = drawing.find(f"{_WP}extent")
        if extent is not None:
            across, down = (emu(extent.get(side)) or 0 for side in ("cx", "cy"))
            if across > _FLAT * down:
                yield across
    for line in element.iter(f"{_VML}line"):
        ends = [_across(line.get(key) or "") for key in ("from", "to")]
        yield abs(ends[0] - ends[1])
    for shape in (*element.iter(f"{_VML}shape"), *element.iter(f"{_VML}rect")):
        style = _WIDTH.search(shape.get("style") or "")
        width = vml(style[1]) if style else None
        if width is not None:
            yield width


def _across(point: str) -> float:
    """Return how far to the right a point of a VML line lies, in mm."""
    return vml(point.partition(",")[0]) or 0
