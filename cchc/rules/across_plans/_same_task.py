"""Tasks that stand in two plans of one agency and year: by title, task above, criterion, likeness.

A title is compared without the words that say nothing of the work ("thực hiện", "công tác", the year).
Two tasks that carry out the same task above are one when no other task of either plan does; so are
two that earn the points of one criterion, when their titles have words in common.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cchc.rules.across_plans import Claim

if TYPE_CHECKING:
    from cchc.language.numbering import NumberedTask
    from cchc.rules._facts import Facts

SHORT = 20
"""Titles of fewer characters ("Báo cáo quý") are equal without being the same task."""
ALIKE = 0.9
COMMON = 0.3
"""Share of words in common from which tasks of one criterion are one."""
_FILLING = re.compile(
    r"\b(?:công tác|thực hiện|triển khai|tổ chức|tiến hành|việc|các|những|của|về|tại|trên địa bàn|năm \d{4})\b"
)


class TaskTraits(NamedTuple):
    """What a claim about a task goes by: plain data, as the store keeps it."""

    title: str
    """Folded, without filling words; empty where it is too short to identify a task."""
    links: Sequence[str]
    """The tasks above that it carries out."""
    criteria: Sequence[str]
    """The criteria that it earns points of, each by its number and title."""


KnownTask = tuple["NumberedTask", tuple[str | int, ...], TaskTraits]
"""A task that can be recognised in another plan, with whose it is, and its traits."""


@lru_cache(maxsize=1)
def tasks_with_traits(facts: Facts) -> tuple[KnownTask, ...]:
    """Return each task that can be recognised in another plan: several rules ask."""
    return tuple(_known_tasks(facts))


def _known_tasks(facts: Facts) -> Iterator[KnownTask]:
    from cchc.language.names import fold
    from cchc.model.criteria import walked

    plan = facts.plan
    key = (plan.owner.full_name, plan.owner.home, plan.year)
    named = {
        one.criterion.code: f"{one.criterion.code} {fold(one.criterion.title)}"
        for one in walked(plan.criteria)
    }
    for task in facts.tasks:
        title = ""
        if len(task.task.title) >= SHORT:
            folded = fold(task.task.title).rstrip(" .")
            title = " ".join(_FILLING.sub(" ", folded).split()) or folded
        links = tuple(link.task for link in task.task.carries_out)
        criteria = tuple(named[code] for code in task.task.criteria if code in named)
        if title or links:
            yield task, key, TaskTraits(title, links, criteria)


class ClaimPair(NamedTuple):
    """A claim, and an earlier one about the same task."""

    n: int
    """The number of the claim in its plan."""
    later: Claim
    plan: int
    """The plan of the earlier one."""
    earlier: Claim


class SameTasks:
    """The tasks of the plans met so far: of one agency and year, each as a claim.

    The value of a claim is a `TaskTraits` and what is said of the task.
    """

    def __init__(self) -> None:
        from cchc.rules._likeness import Earlier

        self._met: list[tuple[int, Claim]] = []
        self._titles: dict[str, int] = {}
        self._marks: dict[str, int] = {}
        self._alike = Earlier(ALIKE)

    def pairs(self, plan: int, claims: Sequence[tuple[int, Claim]]) -> Iterator[ClaimPair]:
        """Yield the claims of the next plan that are about a task of an earlier one; then keep them."""
        counts = Counter(mark for _, claim in claims for mark in _marks(claim))
        for n, claim in claims:
            at = self._find(TaskTraits(*claim.value[0]), counts)
            if at is not None:
                yield ClaimPair(n, claim, *self._met[at])
        self._keep(plan, claims, counts)

    def _find(self, traits: TaskTraits, counts: Counter[str]) -> int | None:
        title = traits.title
        if title and title in self._titles:
            return self._titles[title]
        for link in traits.links:
            if counts[link] == 1 and link in self._marks:
                return self._marks[link]
        for one in traits.criteria:
            at = self._marks.get(one) if counts[one] == 1 else None
            if at is not None and _common(title, self._met[at][1].value[0][0]) >= COMMON:
                return at
        found = self._alike.find(title) if title else None
        return None if found is None else int(found)

    def _keep(self, plan: int, claims: Sequence[tuple[int, Claim]], counts: Counter[str]) -> None:
        for _, claim in claims:
            title = claim.value[0][0]
            at = len(self._met)
            self._met.append((plan, claim))
            if title and title not in self._titles:
                self._titles[title] = at
                self._alike.add(title, str(at))
            for mark in _marks(claim):
                if counts[mark] == 1:
                    self._marks.setdefault(mark, at)


def _marks(claim: Claim) -> Sequence[str]:
    traits = TaskTraits(*claim.value[0])
    return (*traits.links, *traits.criteria)


def _common(one: str, other: str) -> float:
    """Return the share of words that two titles have in common, 0 to 1."""
    words, others = set(one.split()), set(other.split())
    return len(words & others) / len(words | others) if words | others else 0.0
