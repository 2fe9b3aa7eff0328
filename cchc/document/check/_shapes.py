"""Drawings that hang in paragraphs: how long a drawn line is, how wide a text box is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.word.markup import CHOICE, Element, chosen, w
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


def lines_in(element: Element) -> Iterator[float]:
    """Yield the length in mm of each line drawn from left to right in a paragraph.

    0 stands for a length that cannot be told. Text boxes are no lines.
    """
    for one in element:
        tag = one.tag
        if tag == CHOICE:
            if (branch := chosen(one)) is not None:
                yield from lines_in(branch)
        elif tag in _DRAWINGS:
            yield from _drawing(one)
        elif tag in _VML_SHAPES or tag == _GROUP:
            yield from _vml(one, 1.0)
        elif tag != w("txbxContent") and isinstance(tag, str) and len(one):
            yield from lines_in(one)


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
