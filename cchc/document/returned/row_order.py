"""The rows of the appendices in the order of the paper: which list each stands in."""

from __future__ import annotations

from cchc.document.returned.comparison import Conflict, PaperComparison, unpaired
from cchc.document.returned.likeness import in_order
from cchc.document.returned.matching import Pairs
from cchc.document.returned.points import points_not_taken
from cchc.document.returned.rows import RowLine, points_of
from cchc.document.returned.three_ways import ArrangedItem, New, arranged
from cchc.document.returned.values import new_task
from cchc.messages import say
from cchc.model.finding import KeyPath


class RowOrder:
    """Puts every list of rows in the order of the paper."""

    def __init__(
        self, found: PaperComparison, pairs: Pairs, places: dict[int, KeyPath], shown: list[int]
    ) -> None:
        """Begin with the rows that are pairs, their places in the plan, and the appendix of each table."""
        self.found, self.out, self.pairs = found, found.out, pairs
        self.own, self.paper = found.own.rows, found.paper.rows
        self.places, self.shown = places, shown
        self.last: KeyPath | int | None = None
        """The list of the row of work above; None right below a heading."""
        self.heads: dict[ArrangedItem, str] = {}
        """The number of each heading as the paper has it."""
        self.unmoved = in_order(pairs.found)
        """Rows of the paper that keep the order of the print among each other."""

    def arrange(self, gone: set[KeyPath]) -> None:
        """Put the rows of every list in the order of the paper."""
        _, asked = unpaired(self.pairs)
        held: dict[KeyPath, list[ArrangedItem]] = {}
        stack: list[ArrangedItem] = []
        fresh: dict[int, list[ArrangedItem]] = {}
        above: dict[ArrangedItem, KeyPath | int] = {}
        for j, row in enumerate(self.paper):
            if j in asked:
                continue
            item = self._item(j, row)
            if item is None:
                continue
            holder = self._holder(j, item, row, stack)
            self.last = None if row.area else holder
            above[item] = holder
            if isinstance(holder, int):
                fresh.setdefault(holder, []).append(item)
            else:
                held.setdefault(holder, []).append(item)
        self.out.gone |= gone
        moved_from: dict[KeyPath, set[KeyPath]] = {}
        for item, holder in above.items():
            if not isinstance(item, New) and holder != item[:-1]:
                if self._moved_in_plan_only(item, holder):
                    if isinstance(holder, int):
                        fresh[holder].remove(item)
                    else:
                        held[holder].remove(item)
                    continue
                moved_from.setdefault(item[:-1], set()).add(item)
        for number, items in fresh.items():
            self.out.lists["new", number] = items
        for holder in {*held, *moved_from, *(one[:-1] for one in gone)}:
            plan = self._children(holder)
            printed = self._printed(plan)
            leaving = {one for one in plan if one in gone} | moved_from.get(holder, set())
            wanted = arranged(plan, printed, held.get(holder, []), leaving)
            if wanted != plan:
                self.out.lists[holder] = wanted

    def _item(self, j: int, row: RowLine) -> ArrangedItem | None:
        i = self.pairs.found.get(j)
        if i is not None:
            return self.places.get(i)
        known = [mark for mark in row.marks if self.found.base.entry(mark)]
        if known and not self.found.value(known):
            # Printed once, and taken out of the plan since.
            words = {key: text for key, text in row.cells.items() if key != "number"}
            base = self.found.base
            if all(base.verdict(key, "\0", text, *known) == "plan" for key, text in words.items()):
                return None
            if self.found.take != "paper":
                if self.found.take is None:
                    text = " | ".join(filter(None, words.values()))
                    self.out.conflicts.append(Conflict(row.subject, "", text, ""))
                return None
        number = self.found.fresh()
        if row.area:
            return New({"title": row.title, "tasks": []}, number)
        if not row.title:
            self.out.unsure.append(
                say("{place}: a row without words for the work is not taken", place=row.place.words)
            )
            return None
        data = new_task(row.cells, self.found.units, self.found.ids)
        for key, text in row.cells.items():
            if text and (column := points_of(key)):
                self.out.unsure.append(points_not_taken(row, column, text))
        if typed := row.number:
            self.out.numbers[str(data["id"])] = typed
        return New(data, number)

    def _holder(
        self, j: int, item: ArrangedItem, row: RowLine, stack: list[ArrangedItem]
    ) -> KeyPath | int:
        """Return the list a row stands in: its own while it has not moved, else that of the row
        above it, or of the heading above it.
        """
        if row.area:
            depth = self._depth(item, row, stack)
            del stack[depth - 1 :]
            stack.append(item)
            self.heads[item] = row.number
            if len(stack) == 1:
                return ("appendices", self.shown[row.table], "areas")
            return _work_of(stack[-2])
        own_list = None if isinstance(item, New) else item[:-1]
        numbered = self._numbered(j, row, stack)
        if numbered is not None:
            return _work_of(numbered)
        if self.last is None or j in self.unmoved or self._below(j, stack) == own_list:
            for one in stack:
                if own_list is not None and _work_of(one) == own_list:
                    return own_list
        if self.last is not None:
            return self.last
        if not stack:
            return ("appendices", self.shown[row.table], "tasks")
        return _work_of(stack[-1])

    def _numbered(self, j: int, row: RowLine, stack: list[ArrangedItem]) -> ArrangedItem | None:
        """Return the open heading to which the number typed in a row counts it: 2.1 for 2.1.4."""
        typed, i = row.number, self.pairs.found.get(j)
        if i is not None and typed == self.own[i].number:
            return None
        heading = typed.rpartition(".")[0]
        return next((one for one in stack if heading and self.heads[one] == heading), None)

    def _below(self, j: int, stack: list[ArrangedItem]) -> KeyPath | int | None:
        """Return the list of the row of work below, by its new number or as the plan has it."""
        if j + 1 >= len(self.paper) or self.paper[j + 1].area:
            return None
        numbered = self._numbered(j + 1, self.paper[j + 1], stack)
        if numbered is not None:
            return _work_of(numbered)
        place = self.places.get(self.pairs.found.get(j + 1, -1))
        return place[:-1] if place else None

    def _depth(self, item: ArrangedItem, row: RowLine, stack: list[ArrangedItem]) -> int:
        if not isinstance(item, New):
            return (len(item) - 2) // 2
        return min(row.number.count(".") + 1, len(stack) + 1)

    def _children(self, holder: KeyPath) -> list[KeyPath]:
        size = len(holder) + 1
        return [one for one in self.found.entries if len(one) == size and one[:-1] == holder]

    def _printed(self, plan: list[KeyPath]) -> list[KeyPath]:
        marks = {self.own[i].marks[0]: place for i, place in self.places.items() if place in plan}
        return [marks[mark] for mark in self.found.base.order(list(marks))]

    def _moved_in_plan_only(self, item: KeyPath, holder: KeyPath | int) -> bool:
        """Tell whether a row stands in the paper where it was printed, and moved in the plan."""
        i = next(i for i, place in self.places.items() if place == item)
        entry = self.found.base.entry(self.own[i].marks[0])
        if entry is None or isinstance(holder, int):
            return False
        area = next((self.own[n] for n, place in self.places.items() if place == holder[:-1]), None)
        return area is not None and entry.above == area.marks[0]


def _work_of(heading: ArrangedItem) -> KeyPath | int:
    """Return the list of the work below a heading."""
    return heading.number if isinstance(heading, New) else (*heading, "tasks")
