"""Which line of a paper is which line of the plan's own print: by mark, by words, by likeness.

One to one. What is alike but not alike enough is no pair: it is handed on as unsure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from cchc.document.bookmarks import same_words
from cchc.document.returned.likeness import SURE, UNSURE, alike, compared
from cchc.document.returned.paper_lines import PaperLine
from cchc.document.returned.rows import RowLine

COMPARED = 40_000
"""Pairs of texts that are looked at; beyond, what has neither mark nor words is new."""


@dataclass(slots=True)
class Pairs:
    """Places in the print by places in the paper, and what may be a pair."""

    found: dict[int, int] = field(default_factory=dict)
    unsure: list[tuple[int, int]] = field(default_factory=list)

    @property
    def back(self) -> dict[int, int]:
        """Places in the paper by places in the print."""
        return {own: other for other, own in self.found.items()}


def match_lines(
    own: Sequence[PaperLine], paper: Sequence[PaperLine], printed: Collection[str] = ()
) -> Pairs:
    """Pair the lines of a paper with those of the plan's own print.

    Args:
        own: the lines of the plan's own print.
        paper: those of the paper.
        printed: the marks that the paper was printed with, as its record has them.
    """
    pairs = Pairs()
    _by_marks(pairs, [one.marks for one in own], [one.marks for one in paper], printed)
    _by_words(pairs, [compared(one.whole) for one in own], [compared(one.whole) for one in paper])
    _by_words(pairs, [compared(one.words) for one in own], [compared(one.words) for one in paper])

    def likeness(i: int, j: int) -> float:
        if bool(own[i].number) != bool(paper[j].number) and own[i].heading != paper[j].heading:
            return 0.0
        return alike(own[i].words, paper[j].words)

    _by_likeness(pairs, len(own), len(paper), likeness)
    return pairs


def match_rows(
    own: Sequence[RowLine], paper: Sequence[RowLine], printed: Collection[str] = ()
) -> Pairs:
    """Pair the rows of a paper's tables likewise; headings with headings."""
    pairs = Pairs()
    _by_marks(pairs, [one.marks for one in own], [one.marks for one in paper], printed)
    _by_words(pairs, [_row_key(one) for one in own], [_row_key(one) for one in paper])
    _by_words(pairs, [_title_key(one) for one in own], [_title_key(one) for one in paper])

    def likeness(i: int, j: int) -> float:
        return alike_rows(own[i], paper[j])

    _by_likeness(pairs, len(own), len(paper), likeness)
    return pairs


def alike_rows(one: RowLine, other: RowLine) -> float:
    """Return how like two rows are: their titles first, then the other cells."""
    if one.area != other.area:
        return 0.0
    titles = alike(one.title, other.title)
    keys = [key for key in one.cells if key not in ("title", "number") and key in other.cells]
    if not keys:
        return titles
    equal = sum(compared(one.cells[key]) == compared(other.cells[key]) for key in keys) / len(keys)
    same_number = one.cells.get("number") == other.cells.get("number")
    return max(titles if titles >= SURE else 0.0, 0.55 * titles + 0.35 * equal + 0.1 * same_number)


def _by_marks(
    pairs: Pairs,
    own: Sequence[tuple[str, ...]],
    paper: Sequence[tuple[str, ...]],
    printed: Collection[str],
) -> None:
    known = {mark: i for i, marks in enumerate(own) for mark in marks}
    then = printed or {mark for marks in paper for mark in marks}
    # Of equal words one has come or gone since the print: their marks count otherwise now.
    counts, were = Counter(map(same_words, known)), Counter(map(same_words, then))
    taken: set[int] = set()
    for j, marks in enumerate(paper):
        for mark in marks:
            i, words = known.get(mark), same_words(mark)
            if words and counts[words] != were[words]:
                continue
            if i is not None and i not in taken:  # a mark that stands twice counts once
                taken.add(i)
                pairs.found[j] = i
                break


def _by_words(pairs: Pairs, own: Sequence[str], paper: Sequence[str]) -> None:
    """Pair equal texts: first those that keep their order, then those that moved."""
    mine = [i for i in range(len(own)) if i not in set(pairs.found.values()) and own[i]]
    theirs = [j for j in range(len(paper)) if j not in pairs.found and paper[j]]
    matcher = SequenceMatcher(
        None, [own[i] for i in mine], [paper[j] for j in theirs], autojunk=False
    )
    for a, b, size in matcher.get_matching_blocks():
        for n in range(size):
            pairs.found[theirs[b + n]] = mine[a + n]
    taken = set(pairs.found.values())
    waiting: dict[str, list[int]] = defaultdict(list)
    for i in mine:
        if i not in taken:
            waiting[own[i]].append(i)
    for j in theirs:
        if j not in pairs.found and waiting.get(paper[j]):
            pairs.found[j] = waiting[paper[j]].pop(0)


def _by_likeness(pairs: Pairs, own: int, paper: int, likeness: Callable[[int, int], float]) -> None:
    taken = set(pairs.found.values())
    mine = [i for i in range(own) if i not in taken]
    theirs = [j for j in range(paper) if j not in pairs.found]
    if len(mine) * len(theirs) > COMPARED:
        return
    found = sorted(
        (
            (score, i, j)
            for i in mine
            for j in theirs
            if (score := likeness(i, j) + (0.12 if _same_gap(pairs, i, j, own) else 0.0)) >= UNSURE
        ),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    done: set[int] = set()
    for score, i, j in found:
        if i in done or j in pairs.found:
            continue
        if score >= SURE:
            pairs.found[j] = i
            done.add(i)
        elif not any(i == one or j == other for one, other in pairs.unsure):
            pairs.unsure.append((i, j))


def _same_gap(pairs: Pairs, i: int, j: int, own: int) -> bool:
    """Tell whether the neighbours above, or those below, are a pair."""
    back = pairs.back
    return (i > 0 and back.get(i - 1) == j - 1) or (i + 1 < own and back.get(i + 1) == j + 1)


def _title_key(row: RowLine) -> str:
    return f"{row.area} {compared(row.title)}" if row.title else ""


def _row_key(row: RowLine) -> str:
    number = row.cells.get("number", "")
    return f"{number} {_title_key(row)}" if row.title else ""
