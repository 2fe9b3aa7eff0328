"""Which phrases can stand in a text, told from its words at the price of a few look-ups.

Rules look for some hundred phrases in some hundred texts, and nearly none is there: a search is
worth its time only for phrases whose words stand side by side somewhere.
"""

from __future__ import annotations

import re
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
        words = _WORD.findall(phrase.casefold())
        if len(words) < 2:
            return self._words.issuperset(words)
        return self._pairs.issuperset(pairwise(words))
