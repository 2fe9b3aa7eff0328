"""How alike two texts are, fast enough to compare every duty of a plan with every other."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

COMPARED = 600
"""Letters that are compared; texts that agree so far are copies."""
MISTYPED = 0.75
"""From here on two words are one word mistyped."""


@lru_cache(maxsize=4096)
def _words(folded: str) -> Counter[str]:
    return Counter(folded.split())


class Likeness:
    """Compares texts to find those alike to `least` (0 to 1), by letters in their order.

    A plan has work for some thousand pairs; what was made to need more is not compared further.
    """

    def __init__(self, least: float) -> None:
        self._least = least
        self._glances, self._comparisons = 100_000, 400

    def nearly(self, one: str, other: str) -> bool:
        """Whether two folded texts are alike; False when the work is used up."""
        if abs(len(one) - len(other)) > 0.1 * max(len(one), len(other)) or self._glances <= 0:
            return False
        self._glances -= 1
        ours, theirs = _words(one), _words(other)
        total = ours.total() + theirs.total()
        needed = (2 * self._least - 1) * total / 2
        # The words told apart are quick to compare; repeated ones can at best all be shared.
        most = len(ours.keys() & theirs.keys()) + min(
            ours.total() - len(ours), theirs.total() - len(theirs)
        )
        if most < needed or (ours & theirs).total() < needed:
            return False  # too few words in common for the letters to agree
        if self._comparisons <= 0:
            return False
        self._comparisons -= 1
        matcher = SequenceMatcher(None, one[:COMPARED], other[:COMPARED], autojunk=False)
        return matcher.quick_ratio() >= self._least and matcher.ratio() >= self._least


def same_words(one: str, other: str) -> bool:
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
