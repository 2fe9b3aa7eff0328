"""What changed in the appendices: tasks matched by id, areas and tables by title and content."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from cchc.language.numbering import rows
from cchc.model.finding import KeyPath
from cchc.model.plan import Appendix, Area
from cchc.model.task import TASK_FIELDS, Task
from cchc.views.changes_fields import differences, printed
from cchc.views.changes_match import match, visible_text
from cchc.views.changes_types import Change, ChangedPart, Difference, PlanSide, SubjectKind

_LEFT_OUT = frozenset(name for name, field in TASK_FIELDS.items() if not field.compared)
_UNITS = tuple(name for name, field in TASK_FIELDS.items() if field.kind == "units")
_REST = tuple(TASK_FIELDS.keys() - _LEFT_OUT - {*_UNITS})
_HOLDER = frozenset({"number", "areas", "tasks"})


def tables(plan: str, sides: tuple[PlanSide, PlanSide]) -> Iterator[Change]:
    """Yield the changes of tables, areas and tasks; of each, in the order of the new plan."""
    old, new = (_SideTables(side) for side in sides)
    pairs = _paired(old, new)
    for one, other in (*_both(old.appendices, new.appendices, pairs),
                       *_both(old.areas, new.areas, pairs)):  # fmt: skip
        yield from _of_holder(plan, sides, one, other)
        if one and other and pairs.get(other.above) != one.above:
            yield _moved(plan, _of_both(one, other), old.title(one.above), new.title(other.above))
    for before, after in match(old.tasks, new.tasks, _id, _meaning):
        if before is None or after is None:
            yield _came_or_went(plan, before, after)
            continue
        subject = _of_both(before, after)
        if pairs.get(after.above) != before.above:
            titles = old.title(before.above), new.title(after.above)
            yield _moved(plan, subject, *titles)
        for difference in differences(before.task, after.task, sides, leave_out=_LEFT_OUT):
            yield Change(plan, "changed", subject, difference)
        if before.task.id != after.task.id:
            ids = Difference("id", old=before.task.id, new=after.task.id)
            yield Change(plan, "renamed", subject, ids)


class _Holder(NamedTuple):
    """What holds tasks: a table, or an area of one. `above` is the place of what holds it."""

    place: KeyPath
    above: KeyPath
    number: str
    holds: Appendix | Area

    @property
    def subject(self) -> ChangedPart:
        part: SubjectKind = "appendix" if isinstance(self.holds, Appendix) else "area"
        return ChangedPart(part, "", self.number, visible_text(self.holds.title))


class _PlacedTask(NamedTuple):
    """A task with its printed number and the place of what holds it."""

    above: KeyPath
    number: str
    task: Task
    side: PlanSide

    @property
    def subject(self) -> ChangedPart:
        return ChangedPart("task", self.task.id, self.number, visible_text(self.task.title))


class _SideTables:
    """The appendices of one side, taken apart."""

    def __init__(self, side: PlanSide) -> None:
        self.appendices: list[_Holder] = []
        self.areas: list[_Holder] = []
        self.tasks: list[_PlacedTask] = []
        for index, appendix in enumerate(side.plan.appendices):
            place: KeyPath = ("appendices", index)
            self.appendices.append(_Holder(place, (), str(index + 1), appendix))
            for found in rows(appendix, index):
                above = found.place[:-2]
                if isinstance(found.row, Area):
                    self.areas.append(_Holder(found.place, above, found.number, found.row))
                else:
                    self.tasks.append(_PlacedTask(above, found.number, found.row, side))
        self._titles = {
            holder.place: visible_text(holder.holds.title)
            for holder in (*self.appendices, *self.areas)
        }

    def title(self, place: KeyPath) -> str:
        return self._titles[place]


def _paired(old: _SideTables, new: _SideTables) -> dict[KeyPath, KeyPath]:
    """Return the old place of each table and area of `new` that `old` has too."""
    pairs: dict[KeyPath, KeyPath] = {(): ()}

    def pair(
        before: Sequence[_Holder], after: Sequence[_Holder], *keys: Callable[[_Holder], Hashable],
        text: Callable[[_Holder], str] | None = None,
    ) -> None:  # fmt: skip
        for one, other in match(before, after, *keys, text=text):
            if one and other:
                pairs[other.place] = one.place

    if len(old.appendices) == len(new.appendices) == 1:
        pairs["appendices", 0] = ("appendices", 0)
    else:
        pair(old.appendices, new.appendices, _title, _held, text=_content)
    for table in new.appendices:  # an area is sought in its own table first
        if there := pairs.get(table.place):
            before = [area for area in old.areas if area.place[:2] == there]
            after = [area for area in new.areas if area.place[:2] == table.place]
            pair(before, after, _title)
    taken = set(pairs.values())
    lost = [area for area in old.areas if area.place not in taken]
    come = [area for area in new.areas if area.place not in pairs]
    pair(lost, come, _title, _held, text=_content)
    return pairs


def _both(
    old: Sequence[_Holder], new: Sequence[_Holder], pairs: dict[KeyPath, KeyPath]
) -> Iterator[tuple[_Holder | None, _Holder | None]]:
    before = {holder.place: holder for holder in old}
    for holder in new:
        there = pairs.get(holder.place)
        yield before.pop(there, None) if there else None, holder
    for holder in before.values():
        yield holder, None


def _of_holder(
    plan: str, sides: tuple[PlanSide, PlanSide], old: _Holder | None, new: _Holder | None
) -> Iterator[Change]:
    if new is None and old is not None:
        yield Change(plan, "removed", old.subject, Difference("", old=old.subject.title))
    elif old is None and new is not None:
        yield Change(plan, "added", new.subject, Difference("", new=new.subject.title))
    elif old is not None and new is not None:
        for difference in differences(old.holds, new.holds, sides, leave_out=_HOLDER):
            yield Change(plan, "changed", _of_both(old, new), difference)


def _of_both(old: _Holder | _PlacedTask, new: _Holder | _PlacedTask) -> ChangedPart:
    return new.subject._replace(was="" if old.number == new.number else old.number)


def _came_or_went(plan: str, old: _PlacedTask | None, new: _PlacedTask | None) -> Change:
    if new is not None:
        return Change(plan, "added", new.subject, Difference("", new=_summary(new)))
    assert old is not None
    return Change(plan, "removed", old.subject, Difference("", old=_summary(old)))


def _moved(plan: str, subject: ChangedPart, old: str, new: str) -> Change:
    return Change(plan, "moved", subject, Difference("", old=old, new=new))


def _summary(row: _PlacedTask) -> str:
    """Return what a reader must know of a task that came or went: title, deadline, leads."""
    leads = ", ".join(row.side.name(unit) for unit in row.task.lead)
    return "; ".join(
        filter(None, (visible_text(row.task.title), printed(row.task.deadline), leads))
    )


def _id(row: _PlacedTask) -> str:
    return row.task.id


def _meaning(row: _PlacedTask) -> tuple[object, ...]:
    """Return all of a task but its id and number, so that a changed id alone is noticed."""
    ids = (getattr(row.task, name) for name in _UNITS)
    units = (tuple(sorted(row.side.name(unit) for unit in side)) for side in ids)
    rest = (getattr(row.task, name) for name in _REST)
    return (*rest, *units)


def _title(holder: _Holder) -> str:
    return visible_text(holder.holds.title)


def _held(holder: _Holder) -> tuple[str, ...]:
    """Return the ids of the tasks that a table or area holds, which outlive a new title."""
    held = holder.holds
    inside: Sequence[Task | Area]
    inside = [*held.areas, *held.tasks] if isinstance(held, Appendix) else held.tasks
    return tuple(sorted(_ids(inside)))


def _content(holder: _Holder) -> str:
    return " ".join((_title(holder), *_held(holder)))


def _ids(rows: Sequence[Task | Area]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, Area):
            yield from _ids(row.tasks)
        else:
            yield row.id
