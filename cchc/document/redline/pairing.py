"""Which paragraph or row of one print is which of the other, in order.

What is equal in both, by its bookmark or its words, holds the two together; what lies between is
paired by the words it shares. Nothing is paired crosswise: what moved is deleted here and inserted
there, as Word's own comparison has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from cchc.word.markup import Element, w

ALIKE = 0.4
"""Share of common words from which on two texts are one that was edited."""
COMPARED = 10_000
"""So many pairs between two equal entries are compared; beyond, nothing of them is paired."""
_WORD = re.compile(r"\w+")


class PrintedBlock(NamedTuple):
    """A paragraph, table or row of one print."""

    node: Element
    kind: Hashable
    """Only entries of one kind are paired."""
    name: str
    """Its bookmark, or its words where it has none."""
    words: Counter[str]


BlockPair = tuple[PrintedBlock | None, PrintedBlock | None]


def printed_block(node: Element, kind: Hashable, *, named: bool = True) -> PrintedBlock:
    """Return an entry; `named`: known by its bookmark, where it has one."""
    text = " ".join(t.text or "" for t in node.iter(w("t")))
    mark = next(node.iter(w("bookmarkStart")), None) if named else None
    name = text if mark is None else f"\0{mark.get(w('name'))}"
    return PrintedBlock(node, kind, name, Counter(_WORD.findall(text.casefold())))


def paired(old: Sequence[PrintedBlock], new: Sequence[PrintedBlock]) -> Iterator[BlockPair]:
    """Yield the entries of both in the order of a comparison; None where one has no counterpart."""
    before, after = ([(one.kind, one.name) for one in side] for side in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[i:i_end], new[j:j_end], strict=True)
        else:
            yield from _likely(old[i:i_end], new[j:j_end])


def _likely(old: Sequence[PrintedBlock], new: Sequence[PrintedBlock]) -> Iterator[BlockPair]:
    """Yield the pairs that share the most words in all, and what is left."""
    i = j = 0
    for i_next, j_next in _best(old, new):
        yield from ((one, None) for one in old[i:i_next])
        yield from ((None, one) for one in new[j:j_next])
        yield old[i_next], new[j_next]
        i, j = i_next + 1, j_next + 1
    yield from ((one, None) for one in old[i:])
    yield from ((None, one) for one in new[j:])


def _best(old: Sequence[PrintedBlock], new: Sequence[PrintedBlock]) -> list[tuple[int, int]]:
    if not old or not new or len(old) * len(new) > COMPARED:
        return []
    shared = [[_shared(one, other) for other in new] for one in old]
    rows, columns = len(old), len(new)
    most = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            both = shared[i][j] + most[i + 1][j + 1] if shared[i][j] else 0.0
            most[i][j] = max(most[i + 1][j], most[i][j + 1], both)
    found = []
    i = j = 0
    while i < rows and j < columns:
        if shared[i][j] and most[i][j] == shared[i][j] + most[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif most[i][j] == most[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _shared(old: PrintedBlock, new: PrintedBlock) -> float:
    """Return the share of words that two entries have in common; 0 when they are too unlike."""
    if old.kind != new.kind:
        return 0.0
    total = old.words.total() + new.words.total()
    share = 2 * (old.words & new.words).total() / total if total else 1.0
    return share if share >= ALIKE else 0.0
