"""What progress can be recorded for: tasks, reports and dated duties, found as people name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from cchc.edit.progress.request_error import RefusalError
from cchc.language.deadline import Occurrence
from cchc.language.labels import label_words
from cchc.language.numbering import rows, sections
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.model.work import Progress
from cchc.views.deadlines import read_plan_deadline


@dataclass(frozen=True, slots=True)
class RecordTarget:
    """One task, report or dated duty."""

    place: KeyPath
    id: str
    """The permanent id; of a section without one, its printed number."""
    number: str
    """As printed; several dash items share that of the section above them."""
    name: Message | str
    """The number in a sentence, one of its own for each dash item."""
    progress: tuple[Progress, ...]
    occurrences: tuple[Occurrence, ...]
    """The periods that each need a record of their own; empty when one record is all."""


def find_target(plan: Plan, wanted: str) -> RecordTarget:
    """Return what `wanted` names: its id, printed number or label ("IV.8.-2", also "IV.8.2").

    Each is tried only where nothing has the one before; last comes the section above, when it
    has no other dated dash.

    Raises:
        RefusalError: nothing or several things are called so, or the section has no deadline.
    """
    known = list(_all(plan))
    text = wanted.strip()
    number = text.rstrip(".)").casefold()
    others = [one for one in known if isinstance(one.row, Section)]
    fits = (
        [one for one in known if one.id == text]
        or [one for one in known if one.own.rstrip(".)").casefold() == number]
        or [one for one in known if one.label.rstrip(".)").casefold() == number]
        or [one for one in others if one.label.replace(".-", ".").casefold() == number]
        or [one for one in others if one.number.casefold() == number]
    )
    if len(fits) == 1:
        one = fits[0]
        periods = _periods(plan, one.row.deadline)
        return RecordTarget(one.place, one.id, one.number, one.name, one.row.progress, periods)
    if fits:
        raise RefusalError(
            "task",
            say("“{task}” fits several tasks: {fits}", task=wanted, fits=", ".join(_names(fits))),
            say("write the id; if two tasks share one, “cchc validate” shows where"),
        )
    if any(text == one.section.id or number == one.label.casefold() for one in sections(plan)):
        raise RefusalError(
            "task",
            say("section “{task}” has no deadline", task=wanted),
            say("progress is recorded for tasks, reports and duties that have a deadline"),
        )
    raise RefusalError("task", say("there is no task “{task}”", task=wanted), _near(text, known))


def known_targets(plan: Plan) -> list[tuple[str, str]]:
    """Return the id and the words of everything in the plan that progress can be recorded for."""
    return [(one.id, one.row.title or "") for one in _all(plan)]


@dataclass(frozen=True, slots=True)
class _TargetRow:
    place: KeyPath
    id: str
    number: str
    row: Task | Section
    label: str
    """A task's number behind that of its area, which tells tasks apart that count anew in each; a
    section's key."""

    @property
    def own(self) -> str:
        """The number, or the key of a section: dashes share the number of the one above."""
        return self.number if isinstance(self.row, Task) else self.label

    @property
    def name(self) -> Message | str:
        """The number in a sentence."""
        return label_words(self.own)


def _all(plan: Plan) -> Iterator[_TargetRow]:
    for index, appendix in enumerate(plan.appendices):
        area: dict[KeyPath, str] = {}
        for row in rows(appendix, index):
            above = area.get(row.place[:-2], "")
            if isinstance(row.row, Task):
                yield _TargetRow(
                    row.place, row.row.id, row.number, row.row, f"{above}.{row.number}"
                )
            else:
                area[row.place] = row.number
    for found in sections(plan):
        if found.section.deadline:
            section = found.section
            yield _TargetRow(
                found.place, section.id or found.label, found.number, section, found.label
            )


def _periods(plan: Plan, phrase: str | None) -> tuple[Occurrence, ...]:
    reading = read_plan_deadline(plan, phrase)
    return reading.occurrences if reading and len(reading.occurrences) > 1 else ()


def _near(text: str, known: list[_TargetRow]) -> Message:
    lower = text.casefold()
    by_name = {name.casefold(): one for one in known for name in (one.own, one.id)}
    names = [name for name in by_name if len(lower) > 2 and lower in name]
    names += get_close_matches(lower, by_name, n=3, cutoff=0.5)
    near = list(dict.fromkeys(by_name[name] for name in names))[:3]
    if near and any(c.isalpha() for c in lower):
        return say("did you mean: {near}?", near="; ".join(_names(near)))
    if not known:
        return say("the plan has no task with a deadline yet")
    if lower.isdecimal():
        plain = [one for one in known if one.number.isdecimal()]
        plain.sort(key=lambda one: int(one.number))
        if plain:  # numbered through: one number is as far from 99 as any other
            first, last = plain[0].number, plain[-1].number
            return say("its tasks have the numbers {first} to {last}", first=first, last=last)
    near = near or [known[0], known[-1]]
    return say("numbers are written so: {near}", near="; ".join(_names(near)))


def _names(found: list[_TargetRow]) -> list[str]:
    """Return how each of them is typed; of what has an id of its own, with where it stands."""
    return [one.id if one.id == one.own else f"{one.id} ({one.name})" for one in found]
