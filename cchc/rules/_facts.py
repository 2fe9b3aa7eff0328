"""What rules ask of a plan, worked out once and only when asked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from cchc.language.citation import CITED, Citation, find_citations
from cchc.language.deadline import Deadline, DeadlineError, deadline_of
from cchc.language.numbering import (
    NumberedRow,
    NumberedSection,
    NumberedTask,
    numbered_rows,
    sections,
)
from cchc.language.vocabulary import Vocabulary
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.model.units import Group, Unit
from cchc.model.work import Target
from cchc.rules._words import TextAt, names_around, remarks, texts

if TYPE_CHECKING:
    from cchc.model.register import Entry, Register
    from cchc.rules._register import Index


class Phrase(NamedTuple):
    """One deadline phrase: what it was read as, or why it could not be read."""

    place: KeyPath
    text: str
    reading: Deadline | DeadlineError


class StatedTarget(NamedTuple):
    """One target with its place, and where a reader finds it: "IV.2", "3.1.2" or nothing."""

    place: KeyPath
    target: Target
    label: str


class Facts:
    """A plan with its derived facts, and the register of its workspace if there is one."""

    def __init__(
        self, plan: Plan, register: Register | None = None,
        decomposed: Mapping[KeyPath, str] | None = None,
    ) -> None:  # fmt: skip
        self.plan = plan
        self.register = register
        self.decomposed = decomposed or {}
        """The values that are not composed (NFC) in the file, as they stand there."""
        self._readings: dict[str, Deadline | DeadlineError] = {}

    @cached_property
    def declared(self) -> tuple[tuple[KeyPath, Unit | Group], ...]:
        """Every unit and group, in the order of their declaration."""
        units = ((("units", n), one) for n, one in enumerate(self.plan.units))
        groups = ((("groups", n), one) for n, one in enumerate(self.plan.groups))
        return (*units, *groups)

    @cached_property
    def units(self) -> dict[str, Unit | Group]:
        """Every declared unit and group, by id; the first of two with one id."""
        found: dict[str, Unit | Group] = {}
        for _, unit in self.declared:
            found.setdefault(unit.id, unit)
        return found

    @cached_property
    def sections(self) -> tuple[NumberedSection, ...]:
        """Every section of the body, numbered, in printed order."""
        return tuple(sections(self.plan))

    @cached_property
    def rows(self) -> tuple[NumberedRow, ...]:
        """Every row of every appendix, numbered, in printed order."""
        return tuple(numbered_rows(self.plan))

    @cached_property
    def tasks(self) -> tuple[NumberedTask, ...]:
        """Every task of every appendix."""
        return tuple(
            NumberedTask(found.place, found.row, found.number)
            for found in self.rows
            if isinstance(found.row, Task)
        )

    @cached_property
    def numbered_by_hand(self) -> bool:
        """Whether the number of any section or row is written in the file."""
        return any(one.section.number is not None for one in self.sections) or any(
            one.row.number is not None for one in self.rows
        )

    @cached_property
    def references(self) -> tuple[TextAt, ...]:
        """Every place where a unit or group is named by its id."""
        return tuple(self._references())

    def _references(self) -> Iterator[TextAt]:
        for n, group in enumerate(self.plan.groups):
            for index, ref in enumerate(group.members if group.members != "all" else ()):
                yield TextAt(("groups", n, "members", index), ref)
        for found in self.sections:
            for role, refs in (("units", found.section.units), ("support", found.section.support)):
                for index, ref in enumerate(refs):
                    yield TextAt((*found.place, role, index), ref)
            if found.section.report and found.section.report.via:
                yield TextAt((*found.place, "report", "via"), found.section.report.via)
        for place, task, _ in self.tasks:
            for role, refs in (("lead", task.lead), ("support", task.support)):
                for index, ref in enumerate(refs):
                    yield TextAt((*place, role, index), ref)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every deadline phrase, read."""
        return tuple(
            Phrase((*place, "deadline"), one.deadline, self._read(one.deadline))
            for place, one in self.work.items()
            if one.deadline
        )

    @cached_property
    def deadlines(self) -> tuple[tuple[KeyPath, str, Deadline], ...]:
        """Every deadline phrase that could be read, with its reading."""
        return tuple(
            (place, text, reading)
            for place, text, reading in self.phrases
            if isinstance(reading, Deadline)
        )

    @cached_property
    def last_days(self) -> dict[KeyPath, date]:
        """The last due date of each section and task that has any, by its place."""
        return {place[:-1]: reading.due[-1] for place, _, reading in self.deadlines if reading.due}

    @cached_property
    def work(self) -> dict[KeyPath, Section | Task]:
        """Every section and task, by its place."""
        held: dict[KeyPath, Section | Task] = {one.place: one.section for one in self.sections}
        return held | {place: task for place, task, _ in self.tasks}

    @cached_property
    def report_deadlines(self) -> frozenset[KeyPath]:
        """The places of the deadlines of report rules."""
        return frozenset(
            (*found.place, "deadline") for found in self.sections if found.section.report
        )

    def _read(self, text: str) -> Deadline | DeadlineError:
        if text not in self._readings:  # most phrases of a plan stand there many times
            try:
                reading: Deadline | DeadlineError = deadline_of(self.plan, text)
            except DeadlineError as error:
                reading = error
            self._readings[text] = reading
        return self._readings[text]

    @cached_property
    def texts(self) -> tuple[TextAt, ...]:
        """Every text that is printed, except names of units, people and columns."""
        return tuple(texts(self))

    @cached_property
    def printed(self) -> tuple[TextAt, ...]:
        """Everything that is printed: `texts`, and the names, recipients, measures, phrases and
        column headings that stand around them. Aliases are not: they record other spellings."""
        return (*names_around(self), *self.texts)

    @cached_property
    def whole(self) -> str:
        """All of `printed` in one text: what is not in it need not be looked for in each."""
        return "\n".join(text for _, text in self.printed)

    @cached_property
    def lowercase(self) -> str:
        """`whole` in lower case."""
        return self.whole.casefold()

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(text) + 1 for _, text in self.printed)
        return [0, *accumulate(lengths)][:-1]

    def holding(self, *patterns: re.Pattern[str], lowercase: bool = False) -> list[TextAt]:
        """Return the texts of `printed` in which a pattern may be found, by one search of `whole`.

        `lowercase`: it is looked for in lower case. A text may be named without need where a
        pattern reaches over the end of one text into the next.
        """
        return [self.printed[index] for index in self._holding(patterns, lowercase=lowercase)]

    def texts_holding(self, *patterns: re.Pattern[str], lowercase: bool = False) -> list[TextAt]:
        """Return those texts of `holding` that are among `texts`."""
        first = len(self.printed) - len(self.texts)  # names come first
        found = self._holding(patterns, lowercase=lowercase)
        return [self.printed[index] for index in found if index >= first]

    def _holding(self, patterns: Iterable[re.Pattern[str]], *, lowercase: bool) -> Iterable[int]:
        where = self.lowercase if lowercase else self.whole
        if len(where) != len(self.whole):
            return range(
                len(self.printed)
            )  # a letter that is two in lower case: places would shift
        starts = self._starts
        found: set[int] = set()
        for pattern in patterns:
            for match in pattern.finditer(where):
                start, stop = match.span()
                found.update(range(bisect_right(starts, start) - 1, bisect_left(starts, stop)))
        return sorted(found)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of `whole`, to see at once which phrases are nowhere."""
        return Vocabulary(self.whole)

    @cached_property
    def targets(self) -> tuple[StatedTarget, ...]:
        """Every target: of the whole plan, of its sections, of its tasks."""
        held: list[tuple[KeyPath, tuple[Target, ...], str]] = [((), self.plan.targets, "")]
        held += [(found.place, found.section.targets, found.label) for found in self.sections]
        held += [(place, task.targets, number) for place, task, number in self.tasks]
        return tuple(
            StatedTarget((*place, "targets", index), target, label)
            for place, targets, label in held
            for index, target in enumerate(targets)
        )

    @cached_property
    def written(self) -> tuple[TextAt, ...]:
        """Everything that a person wrote: `printed`, the aliases, and the remarks on progress."""
        return (*self.printed, *remarks(self))

    @cached_property
    def whole_written(self) -> str:
        """All of `written` in one text."""
        return "\n".join((self.whole, *(text for _, text in self.written[len(self.printed) :])))

    @cached_property
    def _by_place(self) -> dict[KeyPath, str]:
        return dict(self.texts)

    def text_at(self, place: KeyPath) -> str:
        """Return the text of `texts` at `place`."""
        return self._by_place[place]

    @cached_property
    def citations(self) -> tuple[tuple[KeyPath, Citation], ...]:
        """Every citation of a document, in printed order."""
        return tuple(
            (place, citation)
            for place, text in self.texts_holding(*CITED)
            for citation in find_citations(text)
        )

    @cached_property
    def _cited(self) -> dict[KeyPath, list[Citation]]:
        cited: dict[KeyPath, list[Citation]] = {}
        for place, citation in self.citations:
            cited.setdefault(place, []).append(citation)
        return cited

    def cited_at(self, place: KeyPath) -> list[Citation]:
        """Return the citations in the text at `place`, in their order."""
        return self._cited.get(place, [])

    def is_cited(self, place: KeyPath, start: int, stop: int | None = None) -> bool:
        """Whether the stretch, or the letter at `start`, belongs to a citation: titles of documents
        are copied with the spelling they have."""
        end = start + 1 if stop is None else stop
        return any(one.start < end and start < one.stop for one in self.cited_at(place))

    @cached_property
    def register_index(self) -> Index:
        """The register by symbol; an empty one when there is none."""
        from cchc.rules._register import Index

        return Index(self.register)

    @cached_property
    def registered(self) -> tuple[tuple[KeyPath, Citation, Entry | None], ...]:
        """Every citation with the document of the register that it means; nothing without one."""
        if self.register is None:
            return ()
        find = self.register_index.find
        return tuple((place, one, find(one, self.plan)) for place, one in self.citations)
