"""A long answer of `cchc due` in short: for whom it is, and what is nearest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from typing import NamedTuple

from cchc.views.due import Due
from cchc.views.grouping import By, keys
from cchc.views.occurrences import Item


class Share(NamedTuple):
    """How much of an answer one unit, plan or day has."""

    key: str | date | None
    total: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The answer in short."""

    shares: Sequence[Share]
    """Those with most overdue items, then with most items, on top."""
    nearest: Sequence[Item]
    """What is not done and nearest to today: first what is to come, then what is overdue."""


def summed_up(answer: Due, by: By, *, nearest: int) -> Summary:
    """Return the summary of `answer`, one share for each `by` and so many `nearest` items.

    An item that several units lead counts for each of them. Memory does not grow with the items.
    """
    total: Counter[str | date | None] = Counter()
    overdue: Counter[str | date | None] = Counter()

    def counted() -> Iterator[Item]:
        for item in answer.items:
            for key in keys(item, by, answer.agencies) or (None,):
                total[key] += 1
                overdue[key] += item.state == "overdue"
            if item.due and item.state not in ("done", "done-late"):
                yield item

    near = nsmallest(nearest, counted(), key=lambda item: _distance(item, answer.today))
    shares = [Share(key, count, overdue[key]) for key, count in total.items()]
    shares.sort(key=lambda share: (-share.overdue, -share.total, str(share.key)))
    return Summary(shares, near)


def _distance(item: Item, today: date) -> tuple[bool, int]:
    days = (item.due - today).days if item.due else 0
    return days < 0, abs(days)
