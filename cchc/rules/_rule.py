"""What every rule is written with, from one place; and the hit for a stretch of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.messages import Message, say
from cchc.model.finding import KeyPath, Severity
from cchc.rules import Hit
from cchc.rules._facts import Facts

__all__ = ["MOST", "Facts", "Hit", "Hits", "KeyPath", "Message", "Severity", "hit_in", "say"]

Hits = Iterator[Hit]

MOST = 200
"""So many hits of one rule in one text are enough: a longer list is no help, and costs time."""


def hit_in(
    place: KeyPath,
    text: str,
    start: int,
    stop: int,
    message: Message,
    help_: Message | None = None,
    replacement: str | None = None,
    *,
    unsafe: bool = False,
) -> Hit:
    """Return the hit for `text[start:stop]`, with what should stand there, if that is certain.

    A stretch that is nothing but space is widened to the words around it: space alone cannot be
    found again in a file that folds its lines.
    """
    if not text[start:stop].strip():
        first = len(text[:start].rstrip())
        left = first - len(re.split(r"\s", text[:first])[-1])
        right = stop + len(re.split(r"\s", text[stop:], maxsplit=1)[0])
        if replacement is not None:
            replacement = text[left:start] + replacement + text[stop:right]
        start, stop = left, right
    words = text[start:stop]
    return Hit(
        place, message, help_, within=words, nth=nth(text, words, start),
        replacement=replacement, unsafe=unsafe,
    )  # fmt: skip


def nth(text: str, words: str, start: int) -> int:
    """Return how many stretches equal to `words` come before `start`, counted as a place is found
    again: any space stands for any other."""
    if len(words.split()) == 1 and words == words.strip():
        return text.count(words, 0, start)
    pattern = re.compile(r"\s+".join(re.escape(word) for word in re.split(r"\s+", words)))
    return sum(1 for _ in pattern.finditer(text, 0, start))
