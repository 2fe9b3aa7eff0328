"""The rows of the appendices: which cells changed, which rows came, went and moved."""

from __future__ import annotations

from cchc.document.returned.column_changes import compare_columns
from cchc.document.returned.comparison import PaperComparison, unpaired
from cchc.document.returned.likeness import alike
from cchc.document.returned.matching import match_rows
from cchc.document.returned.points import take_points
from cchc.document.returned.row_order import RowOrder
from cchc.document.returned.rows import points_of
from cchc.document.returned.tables import appendix_data
from cchc.document.returned.three_ways import ArrangedItem, New
from cchc.document.returned.values import is_units
from cchc.messages import Message, say
from cchc.model.finding import KeyPath
from cchc.model.plan import Area
from cchc.model.task import Task


def compare_tables(found: PaperComparison) -> None:
    """Note what the paper's tables change."""
    if not found.own.rows:
        return
    if not found.paper.rows:
        found.out.notes.append(say("the paper has no table of tasks: the tables stay as they are"))
        return
    _TableComparison(found).compare()


class _TableComparison:
    def __init__(self, found: PaperComparison) -> None:
        self.found = found
        self.out = found.out
        self.own, self.paper = found.own.rows, found.paper.rows
        self.shown = [n for n, one in enumerate(found.plan.appendices) if one.areas or one.tasks]
        """The appendix of the plan behind each table of its print."""
        self.pairs = match_rows(self.own, self.paper, found.base.marks)
        self.places: dict[int, KeyPath] = {}
        for i, row in enumerate(self.own):
            if value := found.value(row.marks):
                self.places[i] = value.place

    def compare(self) -> None:
        self._ask_about_overwritten()
        self._say_what_is_unsure()
        for j, i in sorted(self.pairs.found.items()):
            if i in self.places:
                self._cells(i, j)
        gone = self._gone()
        RowOrder(self.found, self.pairs, self.places, self.shown).arrange(gone)
        self._arrange_tables(gone)
        compare_columns(self.found, self.shown)

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
        subject = own.subject
        typed = paper.number
        if isinstance(entry, Task) and typed:
            self.out.numbers[entry.id] = typed
        marks = (*paper.marks[:1], *own.marks[:1])
        for key, text in paper.cells.items():
            now = own.cells.get(key, "")
            if key == "number" or " ".join(text.split()) == " ".join(now.split()):
                continue
            if column := points_of(key):
                take_points(self.found, self.shown[own.table], paper, column, now, text, marks)
                continue
            if is_units(key):
                self._units(place, key, subject, now, text, marks)
                continue
            if key == "title" and not text.strip():
                continue
            if self.found.decided(subject, key, now, text, *marks):
                self.out.values[place, key] = text or None

    def _units(
        self,
        place: KeyPath,
        key: str,
        subject: Message,
        now: str,
        text: str,
        marks: tuple[str, ...],
    ) -> None:
        old = list(getattr(self.found.entries[place], key))
        if self.found.units.known(text) == old:
            return  # another spelling of the same units
        if self.found.decided(subject, key, now, text, *marks):
            self.out.values[place, key] = self.found.units.ids(text)

    def _gone(self) -> set[KeyPath]:
        back, (asked, _) = self.pairs.back, unpaired(self.pairs)
        gone: set[KeyPath] = set()
        for i, own in enumerate(self.own):
            if i in back or i in asked or i not in self.places:
                continue
            now = {key: text for key, text in own.cells.items() if key != "number"}
            if self.found.removed(own.subject, own.marks[0], now):
                gone.add(self.places[i])
        # A heading goes only with all that stands under it.
        areas = sorted(
            (one for one in gone if isinstance(self.found.entries[one], Area)),
            key=len,
            reverse=True,
        )
        for area in areas:
            inside = [one for one in self.places.values() if one[: len(area)] == area != one]
            moved = {self.places.get(i) for i in back}
            if any(one not in gone and one not in moved for one in inside):
                gone.discard(area)
        return gone

    def _arrange_tables(self, gone: set[KeyPath]) -> None:
        """Take out the appendices that went with all their work, and put in those that came."""
        tables = self.found.paper.tables
        plan: list[KeyPath] = [("appendices", n) for n in range(len(self.found.plan.appendices))]
        work = {
            n: [place for i, place in self.places.items() if self.own[i].table == n]
            for n in range(len(self.shown))
        }
        left = {
            ("appendices", self.shown[n])
            for n, places in work.items()
            if n not in tables and places and gone.issuperset(places)
        }
        wanted: list[ArrangedItem] = [one for one in plan if one not in left]
        for at, table in self.found.paper.new_tables:
            ahead = [n for n in tables[:at] if n >= 0]
            above = ("appendices", self.shown[ahead[-1]]) if ahead else None
            index = wanted.index(above) + 1 if above in wanted else 0
            while index < len(wanted) and isinstance(wanted[index], New):
                index += 1
            wanted.insert(
                index,
                New(
                    appendix_data(table, self.found.units, self.found.ids),
                    self.found.fresh(),
                ),
            )
        if wanted != plan:
            self.out.gone |= left
            self.out.lists["appendices",] = wanted
