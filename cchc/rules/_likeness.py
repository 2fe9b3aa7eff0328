"""How alike two texts are, fast enough to compare every duty of a plan with every other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

COMPARED = 600
"""Letters that are compared; texts that agree so far are copies."""
MISTYPED = 0.75
"""From here on two words are one word mistyped."""


class _WordSet(NamedTuple):
    """The different words of one text, and how many of them are repeated."""

    counts: Counter[str]
    known: frozenset[str]
    total: int
    repeated: int


@lru_cache(maxsize=1024)
def _words(folded: str) -> _WordSet:
    counts = Counter(folded.split())
    total = counts.total()
    return _WordSet(counts, frozenset(counts), total, total - len(counts))


class _MetText(NamedTuple):
    """A text met before; `size` is its length, `turn` its place among them."""

    size: int
    turn: int
    text: str
    label: str
    words: _WordSet


class Earlier:
    """The texts met so far, asked for the first that is nearly like a new one.

    A plan has work for some thousand pairs; what was made to need more is not compared further.
    """

    def __init__(self, least: float) -> None:
        """Find texts alike to `least` (0 to 1), by letters in their order."""
        self._least = least
        self._glances, self._comparisons = 100_000, 400
        self._by_length: list[_MetText] = []

    def add(self, text: str, label: str) -> None:
        """Remember a folded text; `label` is what `find` says of it."""
        insort(
            self._by_length, _MetText(len(text), len(self._by_length), text, label, _words(text))
        )

    def find(self, text: str) -> str | None:
        """Return the label of the first text that differs from `text` by mistyped, lost or added
        words only; None when there is none, or the work is used up."""
        if self._glances <= 0:
            return None
        size = len(text)
        low = bisect_left(self._by_length, (int(size * 0.9),))
        high = bisect_right(self._by_length, (int(size / 0.9) + 1,))
        self._glances -= high - low
        ours, known, total, repeated = _words(text)
        share = self._least - 0.5
        # The different words are quick to compare; repeated ones can at best all be shared.
        near = [
            (turn, length, other, label, theirs.counts)
            for length, turn, other, label, theirs in self._by_length[low:high]
            if len(known & theirs.known)
            + (repeated if repeated < theirs.repeated else theirs.repeated)
            >= share * (total + theirs.total)
        ]
        for _, length, other, label, theirs in sorted(near, key=itemgetter(0)):
            if abs(size - length) > 0.1 * (size if size > length else length):
                continue
            if (ours & theirs).total() < share * (total + theirs.total()):
                continue  # too few words in common for the letters to agree
            if self._alike(text, other):
                return label
        return None

    def _alike(self, one: str, other: str) -> bool:
        if self._comparisons <= 0:
            return False
        self._comparisons -= 1
        matcher = SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False)
        near = matcher.quick_ratio() >= self._least and matcher.ratio() >= self._least
        return near and alike_but_for_slips(one, other)


def alike_but_for_slips(one: str, other: str) -> bool:
    """Whether two folded texts differ by mistyped, lost or added words only, not by another word.

    "dịch vụ y tế" and "dịch vụ giáo dục" are two things, however much else agrees.
    """
    ours, theirs = one.split(), other.split()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    changed = 0
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace":
            before, after = " ".join(ours[a:b]), " ".join(theirs[c:d])
            if b - a > 2 or SequenceMatcher(None, before, after, autojunk=False).ratio() < MISTYPED:
                return False
        if kind != "equal":
            changed += max(b - a, d - c)
    return changed <= max(1, min(len(ours), len(theirs)) // 6)
