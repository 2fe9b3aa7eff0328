"""Which phrases can stand in a text, told from its words at the price of a few look-ups.

Rules look for some hundred phrases in some hundred texts, and nearly none is there: a search is
worth its time only for phrases whose words stand side by side somewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"\w+")


class Vocabulary:
    """The words of a text, and which of them are neighbours; case and punctuation do not count."""

    def __init__(self, text: str) -> None:
        words = _WORD.findall(text.casefold())
        self._words = set(words)
        self._pairs = set(pairwise(words))

    def may_hold(self, phrase: str) -> bool:
        """Tell whether `phrase`, as whole words, may stand in the text; False is certain."""
        words, pairs = _parts(phrase)
        return self._pairs >= pairs if pairs else self._words >= words


@lru_cache(maxsize=4096)
def _parts(phrase: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Return the words of a phrase and its pairs of neighbours: rules ask for the same each time."""
    words = _WORD.findall(phrase.casefold())
    return frozenset(words), frozenset(pairwise(words))
