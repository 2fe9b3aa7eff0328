"""The rows of the appendices: which cells changed, which rows came, went and moved."""

from __future__ import annotations

from cchc.document.returned.comparison import Comparison, Conflict, unpaired
from cchc.document.returned.matching import alike, in_order, match_rows
from cchc.document.returned.rows import POINTS_OF, RowLine
from cchc.document.returned.tables import appendix_data
from cchc.document.returned.three_ways import Item, New, arranged
from cchc.document.returned.values import new_task
from cchc.messages import Message, say
from cchc.model.finding import Place
from cchc.model.plan import Area
from cchc.model.task import TASK_FIELDS, Task

_KINDS = {name: one.kind for name, one in TASK_FIELDS.items()}


def compare_tables(found: Comparison) -> None:
    """Note what the paper's tables change."""
    if not found.own.rows:
        return
    if not found.paper.rows:
        found.out.notes.append(say("the paper has no table of tasks: the tables stay as they are"))
        return
    _Tables(found).compare()


class _Tables:
    def __init__(self, found: Comparison) -> None:
        self.found = found
        self.out = found.out
        self.own, self.paper = found.own.rows, found.paper.rows
        self.shown = [n for n, one in enumerate(found.plan.appendices) if one.areas or one.tasks]
        """The appendix of the plan behind each table of its print."""
        self.pairs = match_rows(self.own, self.paper, found.base.marks)
        self.places: dict[int, Place] = {}
        for i, row in enumerate(self.own):
            if value := found.value(row.marks):
                self.places[i] = value.place
        self.last: Place | int | None = None
        """The list of the row of work above; None right below a heading."""
        self.heads: dict[Item, str] = {}
        """The number of each heading as the paper has it."""
        self.unmoved: set[int] = set()
        """Rows of the paper that keep the order of the print among each other."""

    def compare(self) -> None:
        self._ask_about_overwritten()
        self._say_what_is_unsure()
        for j, i in sorted(self.pairs.found.items()):
            if i in self.places:
                self._cells(i, j)
        gone = self._gone()
        self._arrange(gone)
        self._arrange_tables(gone)

    def _ask_about_overwritten(self) -> None:
        """Part a row and its mark where other work has been typed over the old."""
        for j, i in list(self.pairs.found.items()):
            own, paper = self.own[i], self.paper[j]
            if own.area or i not in self.places or alike(own.title, paper.title) >= 0.3:
                continue
            keys = [key for key in own.cells if key not in ("title", "number")]
            equal = sum(own.cells[key] == paper.cells.get(key) for key in keys)
            if equal * 2 < len(keys) or not keys:
                del self.pairs.found[j]
                self.pairs.unsure.append((i, j))

    def _say_what_is_unsure(self) -> None:
        for i, j in self.pairs.unsure:
            answer = self.found.answers.get((i, j))
            if answer is True:
                self.pairs.found[j] = i
            elif answer is None:
                question = say(
                    "{place}: is “{paper}” the task {number} “{own}” with other words, or new "
                    "work? Neither is taken; give it its old words or take the old row out",
                    place=self.paper[j].place.words, paper=self.paper[j].title,
                    number=self.own[i].cells.get("number", ""), own=self.own[i].title,
                )  # fmt: skip
                self.out.questions[i, j] = question
                self.out.unsure.append(question)
        self.pairs.unsure = [
            pair for pair in self.pairs.unsure if self.found.answers.get(pair) is None
        ]

    def _cells(self, i: int, j: int) -> None:
        own, paper, place = self.own[i], self.paper[j], self.places[i]
        entry = self.found.entries[place]
        subject = _subject(own)
        typed = _number(paper)
        if isinstance(entry, Task) and typed not in ("", _number(own)):
            self.out.numbers[entry.id] = typed
        marks = (*paper.marks[:1], *own.marks[:1])
        for key, text in paper.cells.items():
            now = own.cells.get(key, "")
            if key == "number" or " ".join(text.split()) == " ".join(now.split()):
                continue
            if key.startswith(POINTS_OF):
                self.out.unsure.append(
                    say("{place}: “{text}” under “{heading}” is not taken: correct it in “criteria”",
                        place=paper.place.words, text=text, heading=key[len(POINTS_OF) :])
                )  # fmt: skip
                continue
            if _KINDS.get(key) == "units":
                self._units(place, key, subject, now, text, marks)
                continue
            if key == "title" and not text.strip():
                continue
            if self.found.decided(subject, key, now, text, *marks):
                self.out.values[place, key] = text or None

    def _units(
        self, place: Place, key: str, subject: Message, now: str, text: str, marks: tuple[str, ...]
    ) -> None:
        old = list(getattr(self.found.entries[place], key))
        if self.found.units.known(text) == old:
            return  # another spelling of the same units
        if self.found.decided(subject, key, now, text, *marks):
            self.out.values[place, key] = self.found.units.ids(text)

    def _gone(self) -> set[Place]:
        back, (asked, _) = self.pairs.back, unpaired(self.pairs)
        gone: set[Place] = set()
        for i, own in enumerate(self.own):
            if i in back or i in asked or i not in self.places:
                continue
            now = {key: text for key, text in own.cells.items() if key != "number"}
            if self.found.removed(_subject(own), own.marks[0], now):
                gone.add(self.places[i])
        # A heading goes only with all that stands under it.
        areas = sorted((one for one in gone if self._is_area(one)), key=len, reverse=True)
        for area in areas:
            inside = [one for one in self.places.values() if one[: len(area)] == area != one]
            moved = {self.places.get(i) for i in back}
            if any(one not in gone and one not in moved for one in inside):
                gone.discard(area)
        return gone

    def _is_area(self, place: Place) -> bool:
        return isinstance(self.found.entries[place], Area)

    def _arrange(self, gone: set[Place]) -> None:
        """Put the rows of every list in the order of the paper."""
        _, asked = unpaired(self.pairs)
        self.unmoved = in_order(self.pairs.found)
        held: dict[Place, list[Item]] = {}
        stack: list[Item] = []
        fresh: dict[int, list[Item]] = {}
        above: dict[Item, Place | int] = {}
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
        moved_from: dict[Place, set[Place]] = {}
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

    def _arrange_tables(self, gone: set[Place]) -> None:
        """Take out the appendices that went with all their work, and put in those that came."""
        tables = self.found.paper.tables
        plan: list[Place] = [("appendices", n) for n in range(len(self.found.plan.appendices))]
        work = {
            n: [place for i, place in self.places.items() if self.own[i].table == n]
            for n in range(len(self.shown))
        }
        left = {
            ("appendices", self.shown[n])
            for n, places in work.items()
            if n not in tables and places and gone.issuperset(places)
        }
        wanted: list[Item] = [one for one in plan if one not in left]
        for at, table in self.found.paper.new_tables:
            ahead = [n for n in tables[:at] if n >= 0]
            above = ("appendices", self.shown[ahead[-1]]) if ahead else None
            index = wanted.index(above) + 1 if above in wanted else 0
            while index < len(wanted) and isinstance(wanted[index], New):
                index += 1
            wanted.insert(
                index,
                New(
                    appendix_data(table, self.found.units, _KINDS, self.found.ids),
                    self.found.fresh(),
                ),
            )
        if wanted != plan:
            self.out.gone |= left
            self.out.lists["appendices",] = wanted

    def _item(self, j: int, row: RowLine) -> Item | None:
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
                    self.out.conflicts.append(Conflict(_subject(row), "", text, ""))
                return None
        number = self.found.fresh()
        if row.area:
            return New({"title": row.title, "tasks": []}, number)
        if not row.title:
            self.out.unsure.append(
                say("{place}: a row without words for the work is not taken", place=row.place.words)
            )
            return None
        data = new_task(row.cells, self.found.units, _KINDS, self.found.ids)
        if typed := _number(row):
            self.out.numbers[str(data["id"])] = typed
        return New(data, number)

    def _holder(self, j: int, item: Item, row: RowLine, stack: list[Item]) -> Place | int:
        """Return the list a row stands in: its own while it has not moved, else that of the row
        above it, or of the heading above it.
        """
        if row.area:
            depth = self._depth(item, row, stack)
            del stack[depth - 1 :]
            stack.append(item)
            self.heads[item] = _number(row)
            if len(stack) == 1:
                return ("appendices", self.shown[row.table], "areas")
            return _work_of(stack[-2])
        own_list = None if isinstance(item, New) else item[:-1]
        numbered = self._numbered(j, row, stack)
        if numbered is not None:
            return _work_of(numbered)
        if self.last is None or j in self.unmoved or self._below(j) == own_list:
            for one in stack:
                if own_list is not None and _work_of(one) == own_list:
                    return own_list
        if self.last is not None:
            return self.last
        if not stack:
            return ("appendices", self.shown[row.table], "tasks")
        return _work_of(stack[-1])

    def _numbered(self, j: int, row: RowLine, stack: list[Item]) -> Item | None:
        """Return the open heading to which the number typed in a row counts it: 2.1 for 2.1.4."""
        typed, i = _number(row), self.pairs.found.get(j)
        if i is not None and typed == _number(self.own[i]):
            return None
        heading = typed.rpartition(".")[0]
        return next((one for one in stack if heading and self.heads[one] == heading), None)

    def _below(self, j: int) -> Place | None:
        """Return the list in which the plan has the row of work below."""
        row = self.paper[j + 1] if j + 1 < len(self.paper) else None
        place = self.places.get(self.pairs.found.get(j + 1, -1))
        return None if row is None or row.area or place is None else place[:-1]

    def _depth(self, item: Item, row: RowLine, stack: list[Item]) -> int:
        if not isinstance(item, New):
            return (len(item) - 2) // 2
        return min(_number(row).count(".") + 1, len(stack) + 1)

    def _children(self, holder: Place) -> list[Place]:
        size = len(holder) + 1
        return [one for one in self.found.entries if len(one) == size and one[:-1] == holder]

    def _printed(self, plan: list[Place]) -> list[Place]:
        marks = {self.own[i].marks[0]: place for i, place in self.places.items() if place in plan}
        return [marks[mark] for mark in self.found.base.order(list(marks))]

    def _moved_in_plan_only(self, item: Place, holder: Place | int) -> bool:
        """Tell whether a row stands in the paper where it was printed, and moved in the plan."""
        i = next(i for i, place in self.places.items() if place == item)
        entry = self.found.base.entry(self.own[i].marks[0])
        if entry is None or isinstance(holder, int):
            return False
        area = next((self.own[n] for n, place in self.places.items() if place == holder[:-1]), None)
        return area is not None and entry.above == area.marks[0]


def _number(row: RowLine) -> str:
    return row.cells.get("number", "").strip(". ")


def _work_of(heading: Item) -> Place | int:
    """Return the list of the work below a heading."""
    return heading.number if isinstance(heading, New) else (*heading, "tasks")


def _subject(row: RowLine) -> Message:
    if row.area:
        return say("heading “{title}”", title=row.title)
    return say("task {number} “{title}”", number=row.cells.get("number", ""), title=row.title)
