"""Which tasks above a task may carry out: by likeness of words, and by the documents both cite.

Words count by how rare they are among all tasks compared: "cải cách hành chính" says nothing in a plan
of administrative reform. Nothing is decided here: a person confirms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from cchc.language.citation import find_citations
from cchc.language.names import fold
from cchc.language.numbering import numbered_tasks
from cchc.model.above import PlanAbove, TaskAbove
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.model.task import Task

LEAST = 0.33
"""Likeness from which a task above is shown."""
SURE = 0.62
"""Likeness from which a proposal is sure, where no other task above comes near."""
MARGIN = 0.12
"""How much less like the next one must be."""
SHOWN = 3
"""Tasks above that are shown for one task."""
_CITED = 0.2
"""What a document adds that both cite and few others do."""
_FEW = 3
_BESIDE = 0.4
"""What a word of requirement and product counts, beside one of the title."""


class Candidate(NamedTuple):
    """A task above that fits."""

    plan: str
    task: TaskAbove
    likeness: float
    """0 to 1."""
    cited: tuple[str, ...]
    """Documents that both cite."""

    @property
    def link(self) -> str:
        """How a link names it."""
        return f"{self.plan}#{self.task.id}"


class Proposal(NamedTuple):
    """A task without a link, and the tasks above that fit, the likeliest first."""

    place: KeyPath
    number: str
    task: Task
    candidates: tuple[Candidate, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the first fits well and no other nearly as well."""
        if not self.candidates or self.candidates[0].likeness < SURE:
            return False
        rest = self.candidates[1:2]
        return not rest or self.candidates[0].likeness - rest[0].likeness >= MARGIN


def proposals(plan: Plan, above: Sequence[PlanAbove]) -> list[Proposal]:
    """Return a proposal for each task of `plan` that has no link yet, in printed order."""
    tasks = [(one.id, task, _text(task)) for one in above for task in one.tasks]
    rarity = _rarity([text for *_, text in tasks])
    known = [(name, task, _weighed(text, rarity), _cited(text)) for name, task, text in tasks]
    citing = Counter(symbol for *_, cited in known for symbol in cited)
    found = []
    for place, task, number in numbered_tasks(plan):
        if task.carries_out:
            continue
        text = _TaskWords(
            task.title, " ".join(filter(None, (task.requirement, task.product, task.note)))
        )
        mine, cited = _weighed(text, rarity), _cited(text)
        candidates = []
        for name, one, weights, symbols in known:
            both = tuple(s for s in cited if s in symbols and citing[s] <= _FEW)
            likeness = min(1.0, _cosine(mine, weights) + (_CITED if both else 0))
            if likeness >= LEAST:
                candidates.append(Candidate(name, one, round(likeness, 2), both))
        candidates.sort(key=lambda one: -one.likeness)
        found.append(Proposal(place, number, task, tuple(candidates[:SHOWN])))
    return found


class _TaskWords(NamedTuple):
    title: str
    beside: str


def _text(task: TaskAbove) -> _TaskWords:
    beside = (task.values.get("requirement"), task.values.get("product"))
    return _TaskWords(task.title, " ".join(filter(None, beside)))


def _cited(text: _TaskWords) -> tuple[str, ...]:
    found = find_citations(f"{text.title}\n{text.beside}")
    return tuple(dict.fromkeys(one.symbol for one in found if one.symbol))


def _terms(text: str) -> Iterator[str]:
    """Yield words and pairs of words: of Vietnamese, a word is often two syllables."""
    words = fold(text).split()
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))


def _rarity(texts: Iterable[_TaskWords]) -> Mapping[str, float]:
    counts = Counter(term for text in texts for term in set(_terms(f"{text.title} {text.beside}")))
    whole = max(counts.values(), default=1) + 1
    return {term: log(1 + whole / count) for term, count in counts.items()}


def _weighed(text: _TaskWords, rarity: Mapping[str, float]) -> dict[str, float]:
    rarest = max(rarity.values(), default=1.0)
    weights: dict[str, float] = {}
    for part, share in ((text.beside, _BESIDE), (text.title, 1.0)):
        for term in set(_terms(part)):
            weights[term] = share * rarity.get(term, rarest)
    return weights


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    if not shared:
        return 0.0
    return shared / sqrt(_square(one) * _square(other))


def _square(weights: Mapping[str, float]) -> float:
    return sum(weight * weight for weight in weights.values())
