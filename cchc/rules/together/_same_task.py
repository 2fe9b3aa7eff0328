"""Tasks that stand in two plans of one agency and year: by title, by the task above, by likeness.

A title is compared without the words that say nothing of the work ("thực hiện", "công tác", the year).
Two tasks that carry out the same task above are one when no other task of either plan does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cchc.rules.together import Claim

if TYPE_CHECKING:
    from cchc.rules._facts import Facts, NumberedTask

SHORT = 20
"""Titles of fewer characters ("Báo cáo quý") are equal without being the same task."""
ALIKE = 0.9
_FILLING = re.compile(
    r"\b(?:công tác|thực hiện|triển khai|tổ chức|tiến hành|việc|các|những|của|về|tại|trên địa bàn|năm \d{4})\b"
)


class Spoken(NamedTuple):
    """What a claim about a task goes by: plain data, as the store keeps it."""

    title: str
    """Folded, without filling words; empty where it is too short to tell tasks apart."""
    links: Sequence[str]
    """The tasks above that it carries out."""


def spoken_tasks(facts: Facts) -> Iterator[tuple[NumberedTask, tuple[str | int, ...], Spoken]]:
    """Yield each task that can be told from others, with whose it is, and what it goes by."""
    from cchc.language.names import fold

    plan = facts.plan
    key = (plan.owner.full_name, plan.owner.home, plan.year)
    for task in facts.tasks:
        title = ""
        if len(task.task.title) >= SHORT:
            folded = fold(task.task.title).rstrip(" .")
            title = " ".join(_FILLING.sub(" ", folded).split()) or folded
        links = tuple(link.task for link in task.task.carries_out)
        if title or links:
            yield task, key, Spoken(title, links)


class Pair(NamedTuple):
    """A claim, and an earlier one about the same task."""

    n: int
    """The number of the claim in its plan."""
    later: Claim
    plan: int
    """The plan of the earlier one."""
    earlier: Claim


class SameTasks:
    """The tasks of the plans met so far: of one agency and year, each as a claim.

    The value of a claim is a `Spoken` and what is said of the task.
    """

    def __init__(self) -> None:
        from cchc.rules._likeness import Earlier

        self._met: list[tuple[int, Claim]] = []
        self._titles: dict[str, int] = {}
        self._links: dict[str, int] = {}
        self._alike = Earlier(ALIKE)

    def pairs(self, plan: int, claims: Sequence[tuple[int, Claim]]) -> Iterator[Pair]:
        """Yield the claims of the next plan that are about a task of an earlier one; then keep them."""
        counts = Counter(link for _, claim in claims for link in claim.value[0][1])
        for n, claim in claims:
            title, links = claim.value[0]
            at = self._titles.get(title) if title else None
            if at is None:
                own = (link for link in links if counts[link] == 1)
                at = next((self._links[link] for link in own if link in self._links), None)
            if at is None and title and (found := self._alike.find(title)) is not None:
                at = int(found)
            if at is not None:
                yield Pair(n, claim, *self._met[at])
        self._keep(plan, claims, counts)

    def _keep(self, plan: int, claims: Sequence[tuple[int, Claim]], counts: Counter[str]) -> None:
        for _, claim in claims:
            title, links = claim.value[0]
            at = len(self._met)
            self._met.append((plan, claim))
            if title and title not in self._titles:
                self._titles[title] = at
                self._alike.add(title, str(at))
            for link in links:
                if counts[link] == 1:
                    self._links.setdefault(link, at)
