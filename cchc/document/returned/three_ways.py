"""Who changed a printed value since the print: the office, the plan, both, or nobody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from cchc.document.bookmarks import words_digest
from cchc.document.print_record import HEADING, PrintedEntry, PrintRecord
from cchc.document.returned.likeness import in_order
from cchc.model.finding import KeyPath

Take = Literal["paper", "plan"] | None
"""Which side a conflict is decided for; None: it stays and is told."""

ThreeWayVerdict = Literal["same", "paper", "plan", "conflict"]
"""same: nothing to do; paper: the office changed it; plan: only the plan did; conflict: both."""


@dataclass(frozen=True, eq=False, slots=True)
class New:
    """An entry that the office added; none equals another."""

    data: object
    """Plan data: a mapping, or a text."""
    number: int
    """Tells two additions apart."""


ArrangedItem = KeyPath | New
"""An entry of a list of the plan: one that is there, by its place, or a new one."""


class PrintBase:
    """What stood in the paper when it was printed; without a record, what the plan prints now."""

    def __init__(self, record: PrintRecord | None) -> None:
        self.record = record

    def entry(self, *marks: str) -> PrintedEntry | None:
        """Return what was printed under the first of these marks that the record knows."""
        entries = self.record.entries if self.record else {}
        return next((entries[mark] for mark in marks if mark in entries), None)

    @property
    def marks(self) -> Collection[str]:
        """The marks that were printed; none without a record."""
        return self.record.entries if self.record else ()

    @property
    def headings(self) -> set[str]:
        """The digests of the headings of columns that were printed."""
        entries = self.record.entries.values() if self.record else ()
        return {
            one for entry in entries for key, one in entry.digests.items()
            if key.startswith(HEADING)
        }  # fmt: skip

    def added_since(self, mark: str) -> bool:
        """Tell whether the plan got this entry after the print."""
        return self.record is not None and mark not in self.record.entries

    def verdict(self, key: str, plan: str, paper: str, *marks: str) -> ThreeWayVerdict:
        """Say who changed the value `key` printed under one of `marks`."""
        if words_digest(plan) == words_digest(paper):
            return "same"
        entry = self.entry(*marks)
        printed = entry.digests.get(key) if entry else None
        if printed is None:
            return "paper"
        if printed == words_digest(paper):
            return "plan"
        return "paper" if printed == words_digest(plan) else "conflict"

    def order(self, marks: Sequence[str]) -> list[str]:
        """Return `marks` in the order in which they were printed; new ones come last."""
        entries = list(self.record.entries) if self.record else []
        known = {mark: n for n, mark in enumerate(entries)}
        return sorted(marks, key=lambda mark: known.get(mark, len(known)))


def arranged(
    plan: Sequence[KeyPath],
    printed: Sequence[KeyPath],
    paper: Sequence[ArrangedItem],
    gone: set[KeyPath],
) -> list[ArrangedItem]:
    """Return the entries of one list as they are to stand.

    Args:
        plan: as the plan has them now.
        printed: those that were printed, in that order.
        paper: as the paper has them, with what came from elsewhere and what is new.
        gone: what leaves the list: taken out, or moved to another.
    """
    kept: list[ArrangedItem] = [one for one in plan if one not in gone]
    here = [one for one in paper if one in kept]
    before = [one for one in printed if one in here]
    unmoved = in_order({n: before.index(one) for n, one in enumerate(here) if one in before})
    movers = {one for n, one in enumerate(here) if n not in unmoved}
    kept = [one for one in kept if one not in movers]
    for n, one in enumerate(paper):
        if one in kept:
            continue
        above = next((other for other in reversed(paper[:n]) if other in kept), None)
        below = next((other for other in paper[n + 1 :] if other in kept), None)
        if above is not None:
            kept.insert(kept.index(above) + 1, one)
        elif below is not None:
            kept.insert(kept.index(below), one)
        else:
            kept.append(one)
    return kept
