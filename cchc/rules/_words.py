"""A text with its place, the sentence around a stretch of it, and words to look for in many."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cchc.model.finding import KeyPath

_SENTENCE_END = re.compile(r"[.;\n](?=\s|$)")


class TextAt(NamedTuple):
    """One text of the plan that people read, and its place."""

    place: KeyPath
    text: str


@lru_cache(maxsize=1024)
def any_of(*words: str) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each of `words`, to look for them in a whole plan: a search for one
    string costs a seventh of a search for the first of two. They are kept by their order."""
    return tuple(re.compile(re.escape(word)) for word in words)


def sentence_around(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return where the sentence, or the part before a semicolon, begins and ends that holds a stretch."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    first = max((end for end in ends if end <= start), default=0)
    return first, min((end for end in ends if end >= stop), default=len(text))
