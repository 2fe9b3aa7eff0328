"""What a returned paper changes in its plan: values, entries that came, went and moved, conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cchc.document.print_record import PrintedValue, PrintRecord
from cchc.document.returned.likeness import compared
from cchc.document.returned.matching import Pairs
from cchc.document.returned.paper_lines import PaperLines
from cchc.document.returned.three_ways import ArrangedItem, PrintBase, Take
from cchc.document.returned.values import UnitNames
from cchc.language.numbering import numbered_rows, sections
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.plan import Area, Plan
from cchc.model.section import Section
from cchc.model.task import Task

Scalar = str | list[str] | None
"""A value as it is written: a text, a list of ids or lines, or None: the key goes."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both the office and the plan changed since the print."""

    subject: Message | str
    field: str
    paper: str
    plan: str


@dataclass(slots=True)
class PaperChanges:
    """What is to be done to the plan, by key paths of the plan as it is now."""

    values: dict[tuple[KeyPath, str], Scalar] = field(default_factory=dict)
    """New values by entry and key; of a text entry the key is empty."""
    lists: dict[KeyPath, list[ArrangedItem]] = field(default_factory=dict)
    """The entries of each list that changes, in their new order."""
    gone: set[KeyPath] = field(default_factory=set)
    """Entries that the office took out."""
    numbers: dict[str, str] = field(default_factory=dict)
    """The numbers typed in the paper, by the id of the task."""
    conflicts: list[Conflict] = field(default_factory=list)
    unsure: list[Message] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    questions: dict[tuple[int, int], Message] = field(default_factory=dict)
    """Rows that are alike but may be other work, by their places in the print and the paper."""


class PaperComparison:
    """The plan, its own print and the paper, and what was found out about them so far."""

    def __init__(
        self,
        plan: Plan,
        values: Sequence[PrintedValue],
        own: PaperLines,
        paper: PaperLines,
        record: PrintRecord | None,
        take: Take,
        cited: frozenset[KeyPath] = frozenset(),
    ) -> None:
        self.plan, self.own, self.paper, self.take = plan, own, paper, take
        self.base = PrintBase(record)
        self.cited = cited
        self.out = PaperChanges()
        self.units = UnitNames(plan)
        self.values: dict[str, list[PrintedValue]] = {}
        for value in values:
            self.values.setdefault(value.mark, []).append(value)
        self.entries: dict[KeyPath, Section | Area | Task] = {
            found.place: found.section for found in sections(plan)
        }
        self.entries |= {found.place: found.row for found in numbered_rows(plan)}
        self.ids = set(_ids(self.entries.values()))
        self.ids |= {one.id for one in plan.withdrawn if one.id}
        self.answers: Mapping[tuple[int, int], bool] = {}
        self.said = ""
        """All that an office's own paper says, plain, where it is read as import reads it."""
        self._printed = ""
        self.count = 0

    def value(self, marks: Sequence[str], key: str | None = None) -> PrintedValue | None:
        """Return the printed value under one of `marks`; of a row that of a column."""
        for mark in marks:
            for one in self.values.get(mark, ()):
                if key is None or one.field == key:
                    return one
        return None

    def decided(
        self, subject: Message | str, key: str, plan: str, paper: str, *marks: str, shown: str = ""
    ) -> bool:
        """Tell whether the paper's value is taken; a conflict that nobody decides is noted."""
        verdict = self.base.verdict(key, plan, paper, *marks)
        if verdict == "conflict" and self.take is None:
            self.out.conflicts.append(Conflict(subject, shown or key, paper, plan))
        return verdict == "paper" or (verdict == "conflict" and self.take == "paper")

    def removed(self, subject: Message | str, mark: str, now: Mapping[str, str]) -> bool:
        """Tell whether an entry that the paper lacks leaves the plan; `now` is what it prints."""
        if self.base.added_since(mark):
            return False
        if self._still_said(now.get("title") or next(iter(now.values()))):
            self.out.unsure.append(
                say("{subject}: its words still stand in the paper, but not where they were; it stays",
                    subject=subject)
            )  # fmt: skip
            return False
        verdicts = {self.base.verdict(key, words, "\0", mark) for key, words in now.items()}
        if "conflict" in verdicts:
            if self.take is None:
                gone = Conflict(subject, "", "", " | ".join(filter(None, now.values())))
                self.out.conflicts.append(gone)
            return self.take == "paper"
        return True

    def _still_said(self, words: str) -> bool:
        """Tell whether the office's own paper says `words` as often as the plan prints them."""
        if not self.said:
            return False
        if not self._printed:
            lines = [line.whole for line in self.own.lines]
            cells = [cell for row in self.own.rows for cell in row.cells.values()]
            self._printed = compared(" ".join([*lines, *cells]))
        return self.said.count(compared(words)) >= self._printed.count(compared(words))

    def fresh(self) -> int:
        """Return a number that no other new entry has."""
        self.count += 1
        return self.count


def unpaired(pairs: Pairs) -> tuple[set[int], set[int]]:
    """Return the places in the print and in the paper that a person must pair, or not."""
    return {i for i, _ in pairs.unsure}, {j for _, j in pairs.unsure}


def _ids(entries: object) -> list[str]:
    return [one.id for one in entries if isinstance(one, Section | Task) and one.id]  # type: ignore[attr-defined]
