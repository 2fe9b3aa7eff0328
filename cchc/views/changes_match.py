"""Which thing of one list is which of another, when order and numbers do not count."""

from __future__ import annotations

import unicodedata
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")
MatchKey = Callable[[T], Hashable | None]

ALIKE = 0.6
"""Share of equal words from which on two texts are taken for one that was edited."""
COMPARED = 2500
"""So many pairs of texts are looked at; beyond, what has no equal key is new."""
LONGEST = 2000
"""Characters of a text that are looked at."""


def visible_text(text: str | None) -> str:
    """Return `text` without what nobody sees: Unicode form and white space."""
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def match(
    old: Sequence[T], new: Sequence[T], *keys: MatchKey[T], text: Callable[[T], str] | None = None
) -> list[tuple[T | None, T | None]]:
    """Pair the things of two lists: by the first key, what is left by the next, and so on.

    A key that is None or "" pairs nothing; equal keys pair in order. What no key pairs is paired
    with what has the most similar `text`. The pairs come in the order of `new`, with None for what
    is only there; then what is only in `old`.
    """
    paired: dict[int, int] = {}
    left = dict.fromkeys(range(len(old)))
    for key in keys:
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for i in left:
            if wanted := key(old[i]):
                waiting[wanted].append(i)
        for j in range(len(new)):
            if j not in paired and (wanted := key(new[j])) and waiting.get(wanted):
                paired[j] = waiting[wanted].popleft()
                del left[paired[j]]
    if text is not None:
        for i, j in _alike(
            {i: text(old[i]) for i in left},
            {j: text(new[j]) for j in range(len(new)) if j not in paired},
        ):
            paired[j] = i
            del left[i]
    found: list[tuple[T | None, T | None]]
    found = [(old[paired[j]] if j in paired else None, one) for j, one in enumerate(new)]
    return found + [(old[i], None) for i in left]


def _words(text: str) -> list[str]:
    return visible_text(text[:LONGEST]).casefold().split()


def _alike(old: dict[int, str], new: dict[int, str]) -> list[tuple[int, int]]:
    """Return the pairs of similar texts, each text once, the most similar first."""
    if len(old) * len(new) > COMPARED:
        return []
    words = {j: _words(text) for j, text in new.items()}
    found = []
    for i, text in old.items():
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(_words(text))
        for j, theirs in words.items():
            matcher.set_seq1(theirs)
            if matcher.quick_ratio() >= ALIKE and (ratio := matcher.ratio()) >= ALIKE:
                found.append((-ratio, i, j))
    taken: set[tuple[str, int]] = set()
    pairs = []
    for _, i, j in sorted(found):
        if ("old", i) not in taken and ("new", j) not in taken:
            taken |= {("old", i), ("new", j)}
            pairs.append((i, j))
    return pairs
