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

    def those_held(self, phrases: tuple[str, ...]) -> list[str]:
        """Return those of `phrases` that `may_hold`: of many, nearly none is looked at."""
        by_word = _by_longest_word(phrases)
        here = [phrase for word in by_word.keys() & self._words for phrase in by_word[word]]
        held = {phrase for phrase in here if self.may_hold(phrase)}
        return [phrase for phrase in phrases if phrase in held] if held else []


@lru_cache(maxsize=32)
def _by_longest_word(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the phrases of a list by their longest word, without which they stand nowhere."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(max(_parts(phrase)[0], key=len), []).append(phrase)
    return found


@lru_cache(maxsize=4096)
def _parts(phrase: str) -> tuple[frozenset[str], str]:
    """Return the words of a phrase, and it with single spaces: rules ask for the same each time."""
    small = phrase.casefold()
    return frozenset(_WORD.findall(small)), " ".join(small.split())
