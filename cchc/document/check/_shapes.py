"""Drawings that hang in paragraphs, how long or wide they are; and lines below words: drawn or typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cchc.document.check import _text as t
from cchc.document.check._scan import Para, Scan
from cchc.document.metrics import width_mm, wrapped
from cchc.word.markup import CHOICE, Element, child, chosen, w
from cchc.word.measures import TWIPS_PER_MM, emu, vml

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWINGS = frozenset({f"{_WP}anchor", f"{_WP}inline"})
_VML_SHAPES = frozenset(f"{_VML}{name}" for name in ("shape", "rect", "line", "polyline"))
_GROUP = f"{_VML}group"
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([^;]+)")
_HEIGHT = re.compile(r"(?:^|;)\s*height\s*:\s*([^;]+)")
_FLAT = 4
"""A drawing so many times as wide as it is high is a line."""
_INSETS_MM = 5.08
"""What Word leaves free at the two sides of a text box."""


def drawn_lines_in(element: Element) -> Iterator[float]:
    """Yield the length in mm of each line drawn from left to right in a paragraph.

    0 stands for a length that cannot be told. Text boxes are no lines.
    """
    for one in element:
        tag = one.tag
        if tag == CHOICE:
            if (branch := chosen(one)) is not None:
                yield from drawn_lines_in(branch)
        elif tag in _DRAWINGS:
            yield from _drawing(one)
        elif tag in _VML_SHAPES or tag == _GROUP:
            yield from _vml(one, 1.0)
        elif tag != w("txbxContent") and isinstance(tag, str) and len(one):
            yield from drawn_lines_in(one)


def box_width(content: Element) -> int:
    """Return the room for text in a text box, in twips; 0 when it cannot be told."""
    for above in content.iterancestors():
        if above.tag in _DRAWINGS:
            extent = above.find(f"{_WP}extent")
            return _room(None if extent is None else emu(extent.get("cx")))
        if above.tag in _VML_SHAPES:
            return _room(_styled(above, _WIDTH))
    return 0


def is_centred(content: Element) -> bool:
    """Whether a text box stands in the middle of the page or of the text."""
    for above in content.iterancestors():
        if above.tag in _DRAWINGS:
            align = above.find(f"{_WP}positionH/{_WP}align")
            return align is not None and align.text == "center"
        if above.tag in _VML_SHAPES:
            return "mso-position-horizontal:center" in (above.get("style") or "").replace(" ", "")
    return False


def _drawing(drawing: Element) -> Iterator[float]:
    if next(drawing.iter(w("txbxContent")), None) is not None:
        return
    extent = drawing.find(f"{_WP}extent")
    if extent is None:
        return
    across, down = (emu(extent.get(side)) or 0 for side in ("cx", "cy"))
    if across <= _FLAT * down:
        # The frame of a group may be higher than the line in it.
        sizes = [(emu(e.get("cx")) or 0, emu(e.get("cy")) or 0) for e in drawing.iter(f"{_A}ext")]
        flat = [wide for wide, high in sizes if wide > _FLAT * high]
        across = max(flat, default=0)
        if not flat:
            return
    yield across


def _vml(shape: Element, scale: float) -> Iterator[float]:
    if shape.tag == _GROUP:
        units = _pair(shape.get("coordsize") or "1000,1000")[0]
        wide = _styled(shape, _WIDTH)
        for inner in shape:
            if inner.tag in _VML_SHAPES:
                yield from _vml(inner, wide / units if wide and units else 0.0)
        return
    if next(shape.iter(w("txbxContent")), None) is not None:
        return
    if shape.tag == f"{_VML}line":
        ends = [shape.get(key) or "" for key in ("from", "to")]
        yield abs(_across(ends[0], scale) - _across(ends[1], scale))
        return
    width, height = _styled(shape, _WIDTH), _styled(shape, _HEIGHT)
    if width is not None and width > _FLAT * (height or 0):
        yield width if scale == 1.0 else width / _PIXEL * scale


_PIXEL = 25.4 / 96


def _across(point: str, scale: float) -> float:
    """Return how far to the right a point of a VML line lies, in mm."""
    first = point.partition(",")[0]
    return _pair(point)[0] * scale if scale != 1.0 else vml(first) or 0


def _pair(text: str) -> tuple[float, float]:
    numbers = re.findall(r"-?\d+(?:\.\d+)?", text)[:2]
    return (float(numbers[0]), float(numbers[1])) if len(numbers) == 2 else (0.0, 0.0)


def _styled(shape: Element, measure: re.Pattern[str]) -> float | None:
    found = measure.search(shape.get("style") or "")
    return vml(found[1]) if found else None


def _room(mm: float | None) -> int:
    return max(0, int((mm - _INSETS_MM) * TWIPS_PER_MM)) if mm else 0


_NEAR = 4
"""Paragraphs before and behind some words in which a line that belongs to them may hang."""


class LineBelow(NamedTuple):
    """A line below words."""

    lengths: tuple[float, ...] = ()
    """In mm: the one it has, or those of the lines of which one is it; none: it cannot be told."""
    typed: bool = False


def line_below(words: Para, scan: Scan) -> LineBelow | None:
    """Return the line below a paragraph; None when there is none."""
    room = _below_room(words, scan)
    if words.layout.line_below:
        return LineBelow((_bordered(words, room),))
    for follower in _followers(words, scan):
        if follower.layout.line_above or (not follower.words and follower.layout.line_below):
            return LineBelow((_bordered(follower, room),))
        if t.RULE.fullmatch(follower.words):
            return LineBelow(typed=True)
    near = {id(p.element): p.element for p in _near(words, scan)}
    if lengths := [length for element in near.values() for length in drawn_lines_in(element)]:
        return LineBelow(tuple(lengths) if all(lengths) else ())
    if "\n" in words.text and t.RULE.fullmatch(words.text.rpartition("\n")[2].strip()):
        return LineBelow(typed=True)
    if words.cell is not None and not words.cell.box and _edge(words.cell.element, "bottom"):
        return LineBelow((words.cell.width / TWIPS_PER_MM,))
    if all(s.letters.underline for s in words.lettered):
        return LineBelow()  # underlined: a fault of its own
    return None


def hanging_lines(paragraphs: list[Para]) -> int:
    """Return how many lines are drawn in some paragraphs, wherever on the page they show."""
    seen = {id(p.element): p.element for p in paragraphs}
    return sum(1 for element in seen.values() for _ in drawn_lines_in(element))


def widths(lines: list[Para], scan: Scan) -> tuple[float, float]:
    """Return the lengths in mm, from and to, that the words above a line may be said to have.

    Words on several lines: any of these lines as set, and the whole up to the room there is.
    """
    room = (_below_room(lines[-1], scan) or _text_width(lines[-1], scan)) / TWIPS_PER_MM
    shown: list[float] = []
    whole: dict[int, float] = {}
    for one in lines:
        size = max((s.letters.size for s in one.solid), default=14)
        parts = [line for part in one.text.split("\n") for line in wrapped(part, room, size)]
        shown += [width_mm(line, size) for line in parts if not t.RULE.fullmatch(line)]
        whole[id(one.element)] = whole.get(id(one.element), 0) + width_mm(one.words, size)
    longest = max(shown, default=0.0)
    return longest, max(longest, min(max(whole.values(), default=0.0), room))


def _below_room(p: Para, scan: Scan) -> int:
    return p.cell.width if p.cell else _text_width(p, scan)


def _bordered(p: Para, room: int) -> float:
    return max(0, room - p.layout.left - p.layout.right) / TWIPS_PER_MM


def _text_width(p: Para, scan: Scan) -> int:
    return scan.sections[p.section - 1].text_width


def _same_holder(words: Para, scan: Scan) -> list[Para]:
    own = words.cell.element if words.cell else None
    return [p for p in scan.paragraphs if (p.cell.element if p.cell else None) is own]


def _followers(words: Para, scan: Scan) -> Iterator[Para]:
    """Yield what stands after `words` in the same holder: the empty ones, and the next text."""
    for p in _same_holder(words, scan):
        if p.order > words.order:
            yield p
            if p.words:
                return


def _near(words: Para, scan: Scan) -> Iterator[Para]:
    """Yield the paragraphs in which a line drawn below `words` may hang."""
    inside = _same_holder(words, scan)
    at = next((n for n, p in enumerate(inside) if p.order == words.order), 0)
    yield from inside[at : at + _NEAR]
    if words.cell is not None:
        yield from inside
    else:
        yield from reversed(inside[max(0, at - _NEAR) : at])


def _edge(cell: Element, side: str) -> bool:
    edge = child(cell, "tcPr", "tcBorders", side)
    return edge is not None and edge.get(w("val")) not in ("nil", "none", None)
