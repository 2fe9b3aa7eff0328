"""How like two texts are."""

from __future__ import annotations

from difflib import SequenceMatcher

SURE = 0.6
"""Likeness from which on two texts are one that was edited."""
UNSURE = 0.42
"""Likeness from which on a person should say whether they are."""


def alike(one: str, other: str) -> float:
    """Return how like two texts are, 0 to 1, by their words."""
    matcher = SequenceMatcher(None, plain(one).split(), plain(other).split(), autojunk=False)
    if matcher.quick_ratio() < UNSURE:
        return 0.0
    return matcher.ratio()


def plain(text: str) -> str:
    """Return a text without what is no difference: blanks, capitals and closing marks."""
    return " ".join(text.split()).casefold().rstrip(" .;,/")
