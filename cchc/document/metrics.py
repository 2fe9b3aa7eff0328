"""How wide words are in Times New Roman, bold: for drawn lines and for breaking long names.

The advance widths are facts of the typeface (thousandths of the size, the same in every font made
to its measure); a Vietnamese letter is as wide as its base letter. Regular and italic words are
at most 6 % narrower, which the uses here allow for.
"""

from __future__ import annotations

import unicodedata
from functools import cache

MM_PER_POINT = 25.4 / 72

_BY_WIDTH = {
    250: " ,.\N{NO-BREAK SPACE}",
    278: "'/\\il",
    333: "!()-:;[]`fjt",
    389: "Is",
    444: "cerz",
    556: "Sbdhknpqu\u0111",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw\u0110",
    778: "GHKOQ",
    833: "&m",
    944: "M",
    1000: "%W",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_OTHER = 500


def width_mm(text: str, size: float) -> float:
    """Return the width in millimetres of `text` on one line at `size` points."""
    return sum(map(_advance, text)) / 1000 * size * MM_PER_POINT


@cache
def _advance(letter: str) -> int:
    parts = unicodedata.normalize("NFD", letter)
    return sum(_WIDTHS.get(part, _OTHER) for part in parts if not unicodedata.combining(part))


def balanced(text: str, limit: float, size: float) -> tuple[str, ...]:
    """Break `text` into as few lines of at most `limit` mm as it needs, about equally long.

    A single word wider than the limit stays whole.
    """
    lines = wrapped(text, limit, size)
    for percent in range(98, 30, -2):
        closer = wrapped(text, limit * percent / 100, size)
        if len(closer) > len(lines):
            break
        lines = closer
    return tuple(lines)


def wrapped(text: str, limit: float, size: float) -> list[str]:
    """Break `text` into lines of at most `limit` mm, each as full as it can be."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_mm(longer, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
