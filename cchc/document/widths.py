"""Column widths of an appendix table: as the template draws them, or by content, no word cut in two."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cchc.document.metrics import MM_PER_POINT, width_mm, wrapped
from cchc.model.field_kinds import FieldKind
from cchc.word.measures import TWIPS_PER_MM

LARGEST = 13
"""The largest size in use for table text (11-13 pt), so that a smaller one fits as well."""
SMALLEST = 11
"""The smallest size for table text (Nghị định 30/2020/NĐ-CP leaves 11-13 pt)."""
_ABOVE = 12
"""Lines of an appendix's title and of its table's headings, which stand on the page of the first row."""
_LINE = 1.15
"""How high a line of Times New Roman is, for each point of its size."""
HIGH_ROW = 12
"""Lines; before a row becomes so high the table is set one size smaller."""
LONG_TABLE = 960
"""Lines, about thirty pages: before a table becomes longer it is set one size smaller as well."""
DENSE_TABLE = 1_500
"""Lines, about fifty pages: before a table becomes longer its cells have narrow margins, and room goes
to the columns that make rows high before it goes to long words."""
CELL_MARGINS_MM = 3.5
NARROW_MARGINS_MM = 2.5
"""Left and right together, with a little for what the measure of words does not know."""
_WORDS_SHARE = 0.75
"""How much of a dense table's width at most keeps words whole; the longest ones give way."""
_WIDEST_WORD_MM = 40
"""A longer "word" is no word: it may be cut."""
_LETTER_MM = 0.155
"""How wide a letter of running Vietnamese text is, for each point of its size."""
_UNUSED_MM = 4
"""What the ends of broken lines leave empty, on the average."""
_ROUNDS = 10
_STEP = 0.25
"""How far widths go in one round towards where the rows' heights are balanced."""
_ROWS = 60
"""Rows that are looked at: of longer tables every second, third ... one."""

LIMITS: dict[FieldKind, tuple[int, int]] = {
    "number": (10, 18), "text": (16, 130), "line": (15, 45), "units": (18, 70), "deadline": (24, 42),
    "extra": (14, 80),
}  # fmt: skip
"""How narrow and how wide a column of each kind of field may be, in mm, where the template leaves it
to the content. Columns without content are narrower."""


class Fit(NamedTuple):
    """How a table is set: the widths of its columns in twips, the size of its text, narrow margins."""

    grid: list[int]
    size: float
    narrow: bool = False
    tall: frozenset[int] = frozenset()
    """The rows, from 0, that may break over pages: no page holds them below the title."""

    @property
    def margins(self) -> float:
        """Return the left and right margins of a cell together, in mm."""
        return NARROW_MARGINS_MM if self.narrow else CELL_MARGINS_MM


def least_width(
    texts: Iterable[str], size: float = LARGEST, margins: float = CELL_MARGINS_MM
) -> int:
    """Return the twips a column needs for the longest word of its texts to stay whole."""
    word = max(" ".join(texts).split(), key=len, default="")
    return round((min(width_mm(word, size), _WIDEST_WORD_MM) + margins) * TWIPS_PER_MM)


@dataclass(frozen=True, slots=True)
class Content:
    """A column of the table: what it prints, and how the template draws it."""

    kind: FieldKind
    heading: str
    texts: Sequence[str]
    """What its rows hold."""
    share: int = 1
    """Its width in the template, in twips."""
    drawn: bool = False
    """Whether the template fixes that width."""

    def bounds(self, size: float, margins: float = CELL_MARGINS_MM) -> tuple[float, float]:
        """Return how narrow and how wide it may be in text of `size` points, in twips."""
        least = least_width((self.heading, *self.texts), size, margins)
        low, high = LIMITS.get(self.kind, LIMITS["text"])
        if not any(self.texts):
            return float(least), float(least)
        return max(low * TWIPS_PER_MM, least), max(high * TWIPS_PER_MM, least)


def fitted(
    columns: Sequence[Content], numbers: Sequence[str], total: int, size: float, page: float = 0
) -> Fit:
    """Return how the table is set: one size below `size` for high rows and long tables.

    `numbers` are those of all rows, headings included; `page` is the height of a page's text in mm.
    """
    columns = [replace(one, texts=numbers) if one.kind == "number" else one for one in columns]
    words = [n for n, one in enumerate(columns) if one.kind != "number"]
    rows = list(zip(*(columns[n].texts for n in words), strict=True))

    def lines(fit: Fit) -> float:
        return _lines(rows, [fit.grid[n] for n in words], fit)

    fit = Fit(_grid(columns, total, size), size)
    inner = [fit.grid[n] for n in words]
    if size > SMALLEST and (highest_row(rows, inner, size) >= HIGH_ROW or lines(fit) > LONG_TABLE):
        fit = Fit(_grid(columns, total, size - 1), size - 1)
    if lines(fit) > DENSE_TABLE:
        fit = Fit(_grid(columns, total, fit.size, dense=True), fit.size, narrow=True)
    room = math.floor(page / (fit.size * _LINE * MM_PER_POINT)) - _ABOVE
    inner = [fit.grid[n] for n in words]
    tall = (n for n, row in enumerate(rows)
            if page and highest_row([row], inner, fit.size, room) > room)  # fmt: skip
    return fit._replace(tall=frozenset(tall))


def _lines(rows: Iterable[Sequence[str]], widths: Sequence[int], fit: Fit) -> float:
    """Return about how many lines all rows have together."""
    room = [width / TWIPS_PER_MM - fit.margins - _UNUSED_MM for width in widths]
    letter = _LETTER_MM * fit.size
    return sum(
        max(len(text) * letter / max(own, letter) for text, own in zip(row, room, strict=True))
        + 0.5
        for row in rows
        if row
    )


def _grid(columns: Sequence[Content], total: int, size: float, *, dense: bool = False) -> list[int]:
    margins = NARROW_MARGINS_MM if dense else CELL_MARGINS_MM
    shares = [one.share for one in columns]
    measured = LARGEST if all(one.drawn for one in columns) else size
    least = [least_width((one.heading, *one.texts), measured, margins) for one in columns]
    room = total - sum(one.share for one in columns if one.drawn)
    free = [n for n, one in enumerate(columns) if not one.drawn]
    if not free or (room < sum(least[n] for n in free) and not dense):
        return column_widths(shares, least, [one.kind == "number" for one in columns], total)
    for n, own in zip(
        free, content_widths([columns[n] for n in free], room, size, dense=dense), strict=True
    ):
        shares[n] = own
    return shares


def content_widths(
    columns: Sequence[Content], total: int, size: float, *, dense: bool = False
) -> list[int]:
    """Divide `total` twips among `columns` so that the rows, set in `size` points, are low.

    Each column gets the more, the more often it is the one that makes its row high. Within the
    limits of its kind, unless the columns are too few or too many to fill `total` so. In a `dense`
    table words keep no more than their share of the width.
    """
    margins = NARROW_MARGINS_MM if dense else CELL_MARGINS_MM
    bounds = [column.bounds(size, margins) for column in columns]
    share = round(total * _WORDS_SHARE)
    if dense and sum(low for low, _ in bounds) > share:
        capped = _capped([low for low, _ in bounds], share)
        bounds = [(low, high) for low, (_, high) in zip(capped, bounds, strict=True)]
    if sum(low for low, _ in bounds) >= total:
        return _rounded(_capped([low for low, _ in bounds], total), total)
    if sum(high for _, high in bounds) < total:
        filled = any(low < high for low, high in bounds)
        bounds = [(low, float(total) if low < high or not filled else high) for low, high in bounds]
    letter = _LETTER_MM * size * TWIPS_PER_MM
    around = (margins + _UNUSED_MM) * TWIPS_PER_MM
    lengths = [[len(text) * letter for text in column.texts] for column in columns]
    rows = list(zip(*lengths, strict=False))  # headings have numbers, but no texts
    rows = rows[:: math.ceil(len(rows) / _ROWS) or 1]
    widths = _bounded([sum(one) + 1 for one in lengths], bounds, total)
    best, least = widths, math.inf
    for _ in range(_ROUNDS):
        strain, height = _strain(rows, [max(width - around, letter) for width in widths])
        if height < least:
            best, least = widths, height
        wanted = [
            width * ((one + 1e-6) / width) ** _STEP
            for width, one in zip(widths, strain, strict=True)
        ]
        widths = _bounded(wanted, bounds, total)
    return _rounded(best, total)


def _strain(rows: Iterable[Sequence[float]], room: Sequence[float]) -> tuple[list[float], float]:
    """Return for each column how much it makes rows high, and how high all rows are, in lines."""
    strain, height = [0.0] * len(room), 0.0
    for row in rows:
        lines = [length / own for length, own in zip(row, room, strict=True)]
        highest = max(lines)
        height += max(highest, 1.0)
        for n, own in enumerate(lines):
            if own > 1:
                strain[n] += own * (own / highest) ** 4
    return strain, height


def _bounded(
    wanted: Sequence[float], bounds: Sequence[tuple[float, float]], total: int
) -> list[float]:
    """Return widths in the proportions `wanted`, each within its bounds, that make up `total`."""
    widths = list(wanted)
    free = list(range(len(widths)))
    while free:
        held = sum(widths[n] for n in range(len(widths)) if n not in free)
        scale = (total - held) / sum(wanted[n] for n in free)
        low = [n for n in free if wanted[n] * scale < bounds[n][0]]
        high = [n for n in free if wanted[n] * scale > bounds[n][1]]
        lacking = sum(bounds[n][0] - wanted[n] * scale for n in low)
        beyond = sum(wanted[n] * scale - bounds[n][1] for n in high)
        if not low and not high:
            for n in free:
                widths[n] = wanted[n] * scale
            break
        side, pinned = (0, low) if lacking >= beyond else (1, high)
        for n in pinned:
            widths[n] = bounds[n][side]
        free = [n for n in free if n not in pinned]
    return widths


def highest_row(
    rows: Iterable[Sequence[str]], widths: Sequence[int], size: float, least: int = 0
) -> int:
    """Return how many lines the highest row has, set in `size` points; `least` if none has more."""
    room = [width / TWIPS_PER_MM - CELL_MARGINS_MM for width in widths]
    letter = _LETTER_MM * size
    highest = least
    for row in rows:
        for text, own in zip(row, room, strict=True):
            if len(text) * letter > highest * own * 0.7:
                highest = max(highest, len(wrapped(text, own, size)))
    return highest


def column_widths(
    shares: Sequence[int], least: Sequence[int], keep: Sequence[bool], total: int
) -> list[int]:
    """Divide `total` twips: a column of `keep` has its share as width, the others in proportion.

    No column is narrower than its `least`, unless they do not all fit.
    """
    if sum(least) >= total:
        return _rounded(_capped(least, total), total)
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


def _capped(least: Sequence[float], total: int) -> list[float]:
    """Return `least` with the widest columns cut down to one width, until all make up `total`.

    Where not all words can stay whole, only the longest ones are cut.
    """
    left, cap = float(total), 0.0
    for n, own in enumerate(sorted(least)):
        cap = left / (len(least) - n)
        if own >= cap:
            break
        left -= own
    return [min(own, cap) for own in least]


def _rounded(widths: Sequence[float], total: int) -> list[int]:
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return whole
