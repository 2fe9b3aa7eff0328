"""Lines below words: drawn as a border or a shape, or typed; and how long they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cchc.document.check import _text as t
from cchc.document.check._scan import Para, Scan
from cchc.document.check._shapes import lines_in
from cchc.document.metrics import width_mm, wrapped
from cchc.word.markup import Element, child, w
from cchc.word.measures import TWIPS_PER_MM

_NEAR = 4
"""Paragraphs before and behind some words in which a line that belongs to them may hang."""


class LineBelow(NamedTuple):
    """A line below words."""

    lengths: tuple[float, ...] = ()
    """In mm: the one it has, or those of the lines of which one is it; none: it cannot be told."""
    typed: bool = False


def line_below(words: Para, scan: Scan) -> LineBelow | None:
    """Return the line below a paragraph; None when there is none."""
    room = _room(words, scan)
    if words.layout.line_below:
        return LineBelow((_bordered(words, room),))
    for follower in _followers(words, scan):
        if follower.layout.line_above or (not follower.words and follower.layout.line_below):
            return LineBelow((_bordered(follower, room),))
        if t.RULE.fullmatch(follower.words):
            return LineBelow(typed=True)
    near = {id(p.element): p.element for p in _near(words, scan)}
    if lengths := [length for element in near.values() for length in lines_in(element)]:
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
    return sum(1 for element in seen.values() for _ in lines_in(element))


def widths(lines: list[Para], scan: Scan) -> tuple[float, float]:
    """Return the lengths in mm, from and to, that the words above a line may be said to have.

    Words on several lines: any of these lines as set, and the whole up to the room there is.
    """
    room = (_room(lines[-1], scan) or _text_width(lines[-1], scan)) / TWIPS_PER_MM
    shown: list[float] = []
    whole: dict[int, float] = {}
    for one in lines:
        size = max((s.letters.size for s in one.solid), default=14)
        parts = [line for part in one.text.split("\n") for line in wrapped(part, room, size)]
        shown += [width_mm(line, size) for line in parts if not t.RULE.fullmatch(line)]
        whole[id(one.element)] = whole.get(id(one.element), 0) + width_mm(one.words, size)
    longest = max(shown, default=0.0)
    return longest, max(longest, min(max(whole.values(), default=0.0), room))


def _room(p: Para, scan: Scan) -> int:
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
