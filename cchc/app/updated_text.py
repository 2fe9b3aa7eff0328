"""The text of a plan with what a paper changes in it; no record of progress is lost."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.document.returned.comparison import PaperChanges, PaperComparison
from cchc.document.returned.three_ways import New
from cchc.edit.yaml.arrange import Fresh, rearranged
from cchc.edit.yaml.take_back import with_values
from cchc.language.numbering import numbered_tasks
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.plan import Plan
from cchc.read.load import read_source
from cchc.read.records import recorded, records_of
from cchc.read.source import Source


def updated_text(found: PaperComparison, source: Source) -> tuple[str, Plan]:
    """Return the text of the plan `source` after the changes that were `found`, and its plan.

    Raises:
        AssertionError: it could not be read, or a record of progress would be lost.
    """
    plan = source.plan
    assert plan is not None
    out = found.out
    kept = [place for place in _outermost(out.gone) if records_of(found.entries.get(place))]
    text = _rewritten(source.text, out, found, kept)
    text = _numbered(text, _read(source, text), found)
    new = _read(source, text)
    _keep_records(plan, new)
    return text, new


def _read(source: Source, text: str) -> Plan:
    new = read_source(source.path, text)
    if new.plan is None:
        raise AssertionError(f"the plan cannot be read after the update: {new.findings[0].message}")
    return new.plan


def _rewritten(
    text: str, out: PaperChanges, found: PaperComparison, kept: Sequence[KeyPath]
) -> str:
    values = {
        (place, key): value
        for (place, key), value in out.values.items()
        if not any(place[: len(one)] == one for one in out.gone)
    }
    text = with_values(text, values)
    lists = {
        place: [Fresh(one.data, one.number) if isinstance(one, New) else one for one in items]
        for place, items in out.lists.items()
    }
    if found.units.new:
        count = len(found.plan.units)
        lists["units",] = [
            *(("units", n) for n in range(count)),
            *(Fresh(one, -1 - n) for n, one in enumerate(found.units.new)),
        ]
        for one in found.units.new:
            out.notes.append(say("a unit that the plan did not have was declared: {name}",
                                 name=one["name"]))  # fmt: skip
    return rearranged(text, lists, kept) if lists or kept else text


def _numbered(text: str, plan: Plan, found: PaperComparison) -> str:
    """Put in the numbers that the paper prints, where the plan has them written down."""
    values: dict[tuple[KeyPath, str], str | list[str] | None] = {}
    counted: list[Message] = []
    for place, task, number in numbered_tasks(plan):
        typed = found.out.numbers.get(task.id)
        if typed is None or typed == number:
            continue
        if task.number:
            values[place, "number"] = typed
        else:
            counted.append(
                say("“{title}”: the paper has number {typed}, the plan counts {number}",
                    title=task.title, typed=typed, number=number)
            )  # fmt: skip
    found.out.notes += counted[:1]
    if counted[1:]:
        found.out.notes.append(say("likewise the rows behind it: {count}", count=len(counted) - 1))
    return with_values(text, values) if values else text


def _outermost(places: set[KeyPath]) -> list[KeyPath]:
    """Return entries that are gone; of a section only the whole, of a heading each of its rows."""
    return sorted(
        place for place in places
        if place[0] != "body"
        or not any(place[: len(one)] == one != place for one in places)
    )  # fmt: skip


def _keep_records(old: Plan, new: Plan) -> None:
    """Make sure that no record of progress is lost, whatever else went wrong."""
    before, after = (
        sorted((entry.id or "", str(record)) for entry, record in recorded(plan))
        for plan in (old, new)
    )
    if before != after:
        raise AssertionError("an update would lose records of progress")
