"""How two things of one kind differ, field by field, in the words that are printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from pydantic import BaseModel

from cchc.language.deadline import Deadline
from cchc.messages import Listed, Words, say
from cchc.model.criteria import POINTS, Criterion, printed_points, walked
from cchc.model.dates import PartialDate
from cchc.model.field_kinds import FieldKind
from cchc.model.plan import Column
from cchc.model.task import TASK_FIELDS
from cchc.model.work import Progress, Target
from cchc.views.changes_match import match, visible_text
from cchc.views.changes_types import Difference, PlanSide

_STATES = {"done": say("done"), "running": say("running"), "suspended": say("suspended")}


def differences(
    old: BaseModel | None,
    new: BaseModel | None,
    sides: tuple[PlanSide, PlanSide],
    *,
    leave_out: Collection[str] = (),
    above: str = "",
) -> Iterator[Difference]:
    """Yield every field that differs between two things of one type, in the model's order.

    None stands for one that is not there. Order inside lists, white space and Unicode forms are
    no differences.
    """
    for name in type(old or new).model_fields:  # type: ignore[union-attr]
        if name in leave_out:
            continue
        one, other = getattr(old, name, None), getattr(new, name, None)
        if one == other:
            continue
        field = f"{above}{name}"
        if name in _SPECIAL:
            yield from _SPECIAL[name](field, one, other, sides)
        elif isinstance(one or other, BaseModel):
            yield from differences(one, other, sides, above=f"{field}.")
        elif isinstance(one or other, tuple) and not isinstance(one or other, PartialDate):
            yield from _lists(field, one or (), other or ())
        elif (before := printed(one)) != (after := printed(other)):
            yield Difference(field, old=before, new=after)


def printed(value: object) -> str | None:
    """Return a single value as a plan prints it; None where there is none."""
    match value:
        case None:
            return None
        case PartialDate(year=year, month=month, day=day):
            return f"{month:02}/{year}" if day is None else f"{day:02}/{month:02}/{year}"
        case _:
            return visible_text(str(value)) or None


def _lists(field: str, old: Collection[str], new: Collection[str]) -> Iterator[Difference]:
    before, after = (dict.fromkeys(visible_text(text) for text in side) for side in (old, new))
    added = tuple(text for text in after if text not in before)
    removed = tuple(text for text in before if text not in after)
    if added or removed:
        yield Difference(field, added=added, removed=removed)


def _units(
    field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
) -> Iterator[Difference]:
    """Compare units by id; what differs there counts as the same when its printed name is."""
    ids = [tuple(side or ()) for side in (old, new)]
    names = [
        [side.name(unit) for unit in mine if unit not in theirs]
        for side, mine, theirs in zip(sides, ids, reversed(ids), strict=True)
    ]
    yield from _lists(field, *names)


def _members(
    field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
) -> Iterator[Difference]:
    every = say("all units")
    if "all" not in (old, new):
        yield from _units(field, old, new, sides)
    else:
        before, after = (
            every if members == "all" else "; ".join(side.name(unit) for unit in members) or None
            for side, members in zip(sides, (old, new), strict=True)
        )
        yield Difference(field, old=before, new=after)


def _unit(field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]) -> Iterator[Difference]:
    before, after = (
        side.name(unit) if unit else None for side, unit in zip(sides, (old, new), strict=True)
    )
    if before != after:
        yield Difference(field, old=before, new=after)


def _deadline(
    field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
) -> Iterator[Difference]:
    before, after = printed(old), printed(new)
    if before == after:
        return
    readings = [side.deadline(phrase) for side, phrase in zip(sides, (old, new), strict=True)]
    due = [reading.due if reading else () for reading in readings]
    same = bool(old and new) and _mean_the_same(*readings)
    yield Difference(
        field, old=before, new=after, wording=same,
        old_due=() if same else due[0], new_due=() if same else due[1],
    )  # fmt: skip


def _mean_the_same(old: Deadline | None, new: Deadline | None) -> bool:
    if old is None or new is None or old.due != new.due or old.continuous != new.continuous:
        return False
    starts = [[one.start for one in reading.occurrences] for reading in (old, new)]
    if any(a and b and a != b for a, b in zip(*starts, strict=True)):
        return False  # Quý II - III begins before Quý III and ends with it
    conditions = [
        reading.kind == "conditional" or any(note.code == "condition" for note in reading.notes)
        for reading in (old, new)
    ]
    return not any(conditions) and bool(old.due or old.continuous)


def _several(
    key: Callable[[Any], str], shown: Callable[[Any], Words]
) -> Callable[[str, Any, Any, tuple[PlanSide, PlanSide]], Iterator[Difference]]:
    """Return the comparison of lists whose items have a `key` and are printed as `shown`."""

    def compare(
        field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
    ) -> Iterator[Difference]:
        for one, other in match(old or (), new or (), lambda item: (key(item),)):
            before, after = (shown(item) if item is not None else None for item in (one, other))
            if before != after:
                yield Difference(field, item=key(other or one), old=before, new=after)

    return compare


def _target(target: Target) -> Words:
    signs = (("≥", target.at_least), ("≤", target.at_most), ("=", target.exactly))
    bounds = ", ".join(f"{sign} {amount}" for sign, amount in signs if amount)
    value = " ".join(filter(None, (bounds, target.unit))) or "…"
    if target.previous is None:
        return value
    return say("{value} (last year {previous})", value=value, previous=target.previous)


def _record(record: Progress) -> Words:
    state = _STATES[record.state]
    if record.date and record.state == "done":
        state = say("done on {day}", day=printed(record.date))
    elif record.date:
        state = say("{state}, {day}", state=state, day=printed(record.date))
    words = (visible_text(word) for word in (record.evidence, record.note) if word)
    return Listed((state, *words), "; ")


def _criteria(
    field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
) -> Iterator[Difference]:
    """Compare score books criterion by criterion; of a task the codes that it names."""
    if any(isinstance(one, str) for one in (*(old or ()), *(new or ()))):
        yield from _texts(field, old, new, sides)
        return
    before, after = ([one.criterion for one in walked(side or ())] for side in (old, new))
    compare = _several(lambda one: visible_text(f"{one.code}. {one.title}"), _points)
    yield from compare(field, before, after, sides)


def _points(one: Criterion) -> Words:
    found = [Listed((name, printed_points(one.points(key))), " ") for key, name in POINTS.items()
             if one.points(key) is not None]  # fmt: skip
    more = [say("from a survey")] if one.survey == "yes" else []
    more += [say("does not arise")] if one.arising == "no" else []
    words = (visible_text(word) for word in (one.cause, one.evidence) if word)
    return Listed((*found, *more, *words), "; ")


def _column(column: Column) -> str:
    return " – ".join(visible_text(word) for word in (column.spanner, column.heading) if word)


def _links(
    field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
) -> Iterator[Difference]:
    """Compare which tasks above are named; a digest renewed is no change."""
    yield from _lists(field, *([link.task for link in side or ()] for side in (old, new)))


def _texts(
    field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
) -> Iterator[Difference]:
    yield from _lists(
        field, *([side] if isinstance(side, str) else (side or ()) for side in (old, new))
    )


def _extras(
    field: str, old: Any, new: Any, sides: tuple[PlanSide, PlanSide]
) -> Iterator[Difference]:
    for heading in dict.fromkeys((*(old or ()), *(new or ()))):
        before, after = (printed((side or {}).get(heading)) for side in (old, new))
        if before != after:
            yield Difference(field, item=heading, old=before, new=after)


_Comparison = Callable[[str, Any, Any, tuple[PlanSide, PlanSide]], Iterator[Difference]]
_BY_KIND: dict[FieldKind, _Comparison] = {
    "units": _units,
    "deadline": _deadline,
    "targets": _several(lambda target: visible_text(target.measure), _target),
    "links": _links,
    "list": _texts,
    "extra": _extras,
    "progress": _several(lambda record: record.occurrence or "", _record),
}
_SPECIAL: dict[str, _Comparison] = {
    **{name: _BY_KIND[field.kind] for name, field in TASK_FIELDS.items() if field.kind in _BY_KIND},
    "units": _units,
    "members": _members,
    "via": _unit,
    "columns": _several(lambda column: column.name, _column),
    "criteria": _criteria,
}
