"""What changed in the appendices: tasks matched by id, areas and tables by title and content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cchc.language.numbering import rows
from cchc.model.finding import Place
from cchc.model.plan import Appendix, Area, Task
from cchc.views.changes_fields import differences, printed
from cchc.views.changes_match import match, plain
from cchc.views.changes_types import Change, Difference, Side, Subject

_TASK = frozenset({"id", "number"})
_HOLDER = frozenset({"number", "areas", "tasks"})


class _Holder(NamedTuple):
    """What holds tasks: a table, or an area of one."""

    place: Place
    number: str
    holds: Appendix | Area
    content: str

    @property
    def subject(self) -> Subject:
        part = "appendix" if isinstance(self.holds, Appendix) else "area"
        return Subject(part, "", self.number, plain(self.holds.title))


class _Row(NamedTuple):
    """A task with its place and printed number."""

    place: Place
    number: str
    task: Task

    @property
    def subject(self) -> Subject:
        return Subject("task", self.task.id, self.number, plain(self.task.title))


class _Tables:
    """The appendices of one side, taken apart."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.appendices: list[_Holder] = []
        self.areas: list[_Holder] = []
        self.tasks: list[_Row] = []
        for index, appendix in enumerate(side.plan.appendices):
            place: Place = ("appendices", index)
            found = list(rows(appendix, index))
            self.tasks += [
                _Row(row.place, row.number, row.row) for row in found if isinstance(row.row, Task)
            ]
            for row in found:
                if isinstance(row.row, Area):
                    held = _content(row.row.title, row.row.tasks)
                    self.areas.append(_Holder(row.place, row.number, row.row, held))
            held = _content(appendix.title, (*appendix.areas, *appendix.tasks))
            self.appendices.append(_Holder(place, str(index + 1), appendix, held))
        self.holders = {holder.place: holder for holder in (*self.appendices, *self.areas)}

    def above(self, place: Place) -> str:
        """Return the title of what holds the row at `place`."""
        return plain(self.holders[place[:-2]].holds.title)


def tables(plan: str, sides: tuple[Side, Side]) -> Iterator[Change]:
    """Yield the changes of tables, areas and tasks; of each, in the order of the new plan."""
    old, new = (_Tables(side) for side in sides)
    pairs = _paired(old, new)
    for one, other in _matched(old.appendices, new.appendices, pairs):
        yield from _of_holder(plan, sides, one, other)
    for one, other in _matched(old.areas, new.areas, pairs):
        yield from _of_holder(plan, sides, one, other)
        if one and other and pairs.get(other.place[:-2]) != one.place[:-2]:
            yield _moved(plan, other.subject, old.above(one.place), new.above(other.place))
    by_id = match(old.tasks, new.tasks, lambda row: row.task.id, lambda row: _meaning(row, sides))
    for before, after in by_id:
        if before is None or after is None:
            yield _came_or_went(plan, sides, before, after)
            continue
        if pairs.get(after.place[:-2]) != before.place[:-2]:
            titles = old.above(before.place), new.above(after.place)
            yield _moved(plan, after.subject, *titles)
        for difference in differences(before.task, after.task, sides, leave_out=_TASK):
            yield Change(plan, "changed", after.subject, difference)
        if before.task.id != after.task.id:
            ids = Difference("id", old=before.task.id, new=after.task.id)
            yield Change(plan, "renamed", after.subject, ids)
