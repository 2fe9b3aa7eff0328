"""Column widths of an appendix table: the template's shares, but no word cut in two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cchc.document.metrics import width_mm
from cchc.word.measures import TWIPS_PER_MM

_SIZE = 13
"""The largest size in use for table text (11-13 pt), so that a smaller one fits as well."""
_CELL_MARGINS_MM = 3.5
_WIDEST_WORD_MM = 40
"""A longer "word" is no word: it may be cut."""


def least_width(texts: Iterable[str]) -> int:
    """Return the twips a column needs for the longest word of its texts to stay whole."""
    word = max(" ".join(texts).split(), key=len, default="")
    return round((min(width_mm(word, _SIZE), _WIDEST_WORD_MM) + _CELL_MARGINS_MM) * TWIPS_PER_MM)


def column_widths(
    shares: Sequence[int], least: Sequence[int], keep: Sequence[bool], total: int
) -> list[int]:
    """Divide `total` twips: a column of `keep` has its share as width, the others in proportion.

    No column is narrower than its `least`, unless they do not all fit.
    """
    needed = sum(least)
    if needed >= total:
        return _rounded([total * own / needed for own in least], total)
    pinned = {
        n: float(max(share, least[n]))
        for n, (share, kept) in enumerate(zip(shares, keep, strict=True))
        if kept
    }
    if len(pinned) == len(shares) or sum(pinned.values()) * 3 > total:
        pinned = {}
    while True:
        free = [n for n in range(len(shares)) if n not in pinned]
        scale = (total - sum(pinned.values())) / max(1, sum(shares[n] for n in free))
        narrow = [n for n in free if shares[n] * scale < least[n]]
        if not narrow:
            widths = [pinned.get(n, share * scale) for n, share in enumerate(shares)]
            return _rounded(widths, total)
        pinned |= {n: float(least[n]) for n in narrow}


def _rounded(widths: Sequence[float], total: int) -> list[int]:
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return whole
