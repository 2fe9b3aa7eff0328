"""The parts of a plan that rules ask for, numbered and read, worked out only when asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from cchc.language.deadline import Deadline, DeadlineError, deadline_of
from cchc.language.numbering import (
    NumberedRow,
    NumberedSection,
    NumberedTask,
    numbered_rows,
    sections,
)
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.model.units import Group, Unit
from cchc.model.work import Target
from cchc.rules._words import TextAt


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


class PlanParts:
    """A plan with its units, sections, rows, deadlines and targets, each with its place."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
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
        return {
            place[:-1]: reading.occurrences[-1].due
            for place, _, reading in self.deadlines
            if reading.occurrences
        }

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
