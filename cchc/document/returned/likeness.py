"""How like two texts are, and which entries keep their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from difflib import SequenceMatcher

SURE = 0.6
"""Likeness from which on two texts are one that was edited."""
UNSURE = 0.42
"""Likeness from which on a person should say whether they are."""


def alike(one: str, other: str) -> float:
    """Return how like two texts are, 0 to 1, by their words."""
    if compared(one) == compared(other):
        return 1.0
    matcher = SequenceMatcher(None, compared(one).split(), compared(other).split(), autojunk=False)
    if matcher.quick_ratio() < UNSURE:
        return 0.0
    return matcher.ratio()


def compared(text: str) -> str:
    """Return a text without what is no difference: blanks, capitals and closing marks."""
    return " ".join(text.split()).casefold().rstrip(" .;,/")


def in_order(found: Mapping[int, int]) -> set[int]:
    """Return the most places of one order whose partners stand in the same order in the other."""
    ends: list[int] = []  # of the runs of each length, the one with the smallest last partner
    before: dict[int, int | None] = {}
    for j in sorted(found):
        n = bisect_left([found[end] for end in ends], found[j])
        before[j] = ends[n - 1] if n else None
        ends[n : n + 1] = [j]
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept
