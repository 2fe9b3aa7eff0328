"""The room of the rules that look at several plans at once; it lists itself, as its parent does.

Each says what one plan claims, and when two claims with one key do not agree:

    def claims(facts: Facts) -> Iterator[Claim]
    def conflict(earlier: Claim, of: Named, later: Claim) -> Hit | None

The first plan of the run that has a key is the measure for all later ones, and hits stand in the
later plan. Claims about tasks are paired by what they mean (`BY_MEANING`), not by equal keys. Claims
are plain values: those of unchanged files are kept, and only claims that differ are compared again
(`_compared`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from cchc.discover import modules
from cchc.model.finding import KeyPath
from cchc.rules import Hit, RuleLabels

if TYPE_CHECKING:
    from cchc.rules._facts import Facts


class Claim(NamedTuple):
    """What one plan says about something that other plans may speak of too."""

    key: tuple[str | int, ...]
    """What it is about; equal for claims that must agree."""
    value: Any
    """What is said, as plain data; equal values always agree (but see `ONE_ONLY`)."""
    place: KeyPath
    shown: str = ""
    """What the message says besides, such as the printed number of a task."""
    within: str | None = None


class ClaimIndex(NamedTuple):
    """The claims of one plan by number, to find out quickly which plans disagree."""

    keys: list[int]
    values: list[int]
    """0 where a second claim with the same key is a fault whatever it says."""


CodedClaim = tuple[str, Claim]
"""A claim with the code of its rule; its key is left out."""


Claims = Iterator[Claim]


class OtherPlan(NamedTuple):
    """A plan of the run, for messages about another one."""

    id: str
    path: str


class ComparingRule(RuleLabels, Protocol):
    """A module of this room.

    It may have `ONE_ONLY = True`: a second claim with the same key is a fault whatever it says; and
    `BY_MEANING = True`: the key only says which claims may be about one thing, and `_same_task` which
    are.
    """

    __doc__: str
    claims: Callable[[Facts], Iterator[Claim]]
    conflict: Callable[[Claim, OtherPlan, Claim], Hit | None]


@cache
def all_rules() -> tuple[ComparingRule, ...]:
    """Return every rule of this room, by code."""
    import cchc.rules.across_plans as room

    found = [cast("ComparingRule", module) for module in modules(room)]
    return tuple(sorted(found, key=lambda rule: rule.CODE))
