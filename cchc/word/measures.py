"""Lengths of Word in the units in which they are written, each with its own limits.

ISO/IEC 29500-1: twips (twentieths of a point) for pages, indents and tables, half points for
letters, EMU for drawings, and in VML a number with its unit. What is no length, or none that paper
can have, is no measure.
"""

from __future__ import annotations

import math
import re

from cchc.word.markup import Element, w

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36_000
POINTS_PER_MM = 72 / 25.4
MOST_MM = 5_000.0
"""Five metres: the largest paper of a printer is a fifth of it, Word's own limit a ninth."""

_MM_OF = {
    "mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6,
    "px": 25.4 / 96, "emu": 1 / EMU_PER_MM,
}  # fmt: skip
_WITH_UNIT = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*(mm|cm|in|pt|pc|pi|px|emu)?\s*")


def twips(text: str | None) -> int | None:
    """Return a length in twips; None when it is none. ISO files may also write it with a unit."""
    return _rounded(_measure(text, TWIPS_PER_MM))


def half_points(text: str | None) -> float | None:
    """Return a size of letters in points, written in half points; None when it is none."""
    found = _measure(text, 2 * POINTS_PER_MM)
    return None if found is None or found <= 0 else found / 2


def emu(text: str | None) -> float | None:
    """Return a length of a drawing in mm, written in English Metric Units; None when it is none."""
    found = _measure(text, EMU_PER_MM)
    return None if found is None else found / EMU_PER_MM


def vml(text: str | None, unit: str = "px") -> float | None:
    """Return a length of a VML shape in mm, written as in CSS; None when it is none.

    Args:
        text: such as `170.1pt`.
        unit: what a bare number counts: pixels in a style, points where the caller knows better.
    """
    found = _WITH_UNIT.fullmatch(text or "")
    return _bounded(float(found[1]) * _MM_OF[found[2] or unit], 1) if found else None


def given_twips(parent: Element | None, name: str, attribute: str) -> int | None:
    """Return a length in twips that the child `name` gives; None when it gives none."""
    found = None if parent is None else parent.find(w(name))
    return None if found is None else twips(found.get(w(attribute)))


def twips_of(parent: Element | None, name: str, attribute: str, otherwise: int = 0) -> int:
    """Return a length in twips that the child `name` gives; `otherwise` when it gives none."""
    given = given_twips(parent, name, attribute)
    return otherwise if given is None else given


def _measure(text: str | None, per_mm: float) -> float | None:
    """Return a length in a unit of which `per_mm` make a millimetre."""
    found = _WITH_UNIT.fullmatch(text or "")
    if not found:
        return None
    number = float(found[1])
    return _bounded(number * _MM_OF[found[2]] * per_mm if found[2] else number, per_mm)


def _bounded(length: float, per_mm: float) -> float | None:
    return length if math.isfinite(length) and abs(length) <= MOST_MM * per_mm else None


def _rounded(length: float | None) -> int | None:
    return None if length is None else int(length)
