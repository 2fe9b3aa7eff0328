"""Which phrases can stand in a text, by its words, for a few look-ups.

Rules look for some hundred phrases in some hundred texts, and nearly none is there: a search is
worth its time only for phrases whose words stand side by side somewhere.

Nearly all phrases fail at the words, and looking through the few hundred different ones costs less
than taking every word of the text apart; only for the rest is the text itself looked through.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


class Vocabulary:
    """What a text says, in whatever letters and with whatever spaces between the words."""

    def __init__(self, text: str) -> None:
        pieces = text.split()
        self._squeezed = " ".join(pieces).casefold()
        self.written = " ".join({*pieces})
        """The different words, each once and as it is written, in any order."""
        self._words = frozenset(_WORD.findall(self.written.casefold()))

    def may_have(self, letters: str) -> bool:
        """Whether `letters`, in these capitals and as part of any word, may stand in the
        text; of several words, each. False is certain."""
        return all(part in self.written for part in letters.split())

    def may_hold(self, phrase: str) -> bool:
        """Whether `phrase`, as whole words, may stand in the text; False is certain."""
        words, squeezed = _parts(phrase)
        return words <= self._words and squeezed in self._squeezed


@lru_cache(maxsize=4096)
def _parts(phrase: str) -> tuple[frozenset[str], str]:
    """Return the words of a phrase, and it with single spaces: rules ask for the same each time."""
    small = phrase.casefold()
    return frozenset(_WORD.findall(small)), " ".join(small.split())
