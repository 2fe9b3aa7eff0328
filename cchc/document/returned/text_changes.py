"""The text of a paper outside its tables: letterhead, bases, body, end, recipients, signature."""

from __future__ import annotations

from collections import defaultdict

from cchc.document.print_record import Value
from cchc.document.returned.comparison import Comparison, Conflict, unpaired
from cchc.document.returned.lines import Line
from cchc.document.returned.matching import match_lines
from cchc.document.returned.outline import Outline
from cchc.document.returned.three_ways import Item, New, arranged
from cchc.document.returned.values import (
    ended_as,
    number_and_symbol,
    sentence,
    written_date,
)
from cchc.document.words import text_lines, without_end
from cchc.messages import Message, say
from cchc.model.finding import Place
from cchc.model.section import Section

_LISTS: tuple[Place, ...] = (("bases",), ("document", "recipients"))


def compare_text(found: Comparison) -> None:
    """Note what the paper's text changes."""
    text = _Text(found)
    if not any(place[0] == "body" for i, place in text.places.items() if i in text.pairs.back):
        found.out.notes.append(say("the paper has no body: the text stays as it is"))
        return
    text.compare()


class _Text:
    def __init__(self, found: Comparison) -> None:
        self.found, self.out = found, found.out
        self.own, self.paper = found.own.lines, found.paper.lines
        self.pairs = match_lines(self.own, self.paper, found.base.marks)
        self.values: dict[int, Value] = {}
        for i, line in enumerate(self.own):
            if value := found.value(line.marks):
                self.values[i] = value
        self.places = {i: value.place for i, value in self.values.items()}
        self.words: dict[int, str | None] = {}
        """The text of each line of the print after the comparison; None: it goes."""
        self.more: dict[int, list[str]] = defaultdict(list)
        """Lines that the office put behind a line of the print."""
        self.new: dict[int, Place] = {}
        """What list or section each new line of the paper belongs to."""

    def compare(self) -> None:
        for i, value in self.values.items():
            self.words[i] = self._words_of(i, value)
        for i, j in self.pairs.unsure:
            if i in self.values:
                self.out.unsure.append(
                    say(
                        "{place}: is “{paper}” an edit of “{own}”? Neither is taken",
                        place=self.paper[j].place.words, paper=self.paper[j].whole,
                        own=self.own[i].whole,
                    )
                )  # fmt: skip
        outline = Outline(self.found.plan, self.paper, self._sections())
        self._new_lines(outline)
        outline.settle()
        self._single_lines()
        for holder in _LISTS:
            self._list(holder)
        self._sections_changed(outline)

    def _words_of(self, i: int, value: Value) -> str | None:
        """Return what line `i` says now, of three ways; None where it goes."""
        j = self.pairs.back.get(i)
        subject = _subject(value)
        if j is None:
            if i in unpaired(self.pairs)[0]:
                return value.words
            key = value.field or "text"
            gone = self.found.removed(subject, value.mark, {key: value.words})
            return None if gone else value.words
        paper = self._printed_in(i, j, value)
        if paper == " ".join(value.words.split()):
            return value.words
        marks = (*self.paper[j].marks[:1], value.mark)
        taken = self.found.decided(subject, value.field or "text", value.words, paper, *marks)
        return paper if taken else value.words

    def _printed_in(self, i: int, j: int, value: Value) -> str:
        own, line = self.own[i], self.paper[j]
        if own.whole == line.whole or own.words == line.words:
            return " ".join(value.words.split())
        text = line.words if value.number else line.whole
        ended = without_end(value.words) == value.words != (
            own.words if value.number else own.whole
        )  # fmt: skip
        return without_end(text) if ended else text

    def _sections(self) -> dict[int, Place]:
        """Return the section of each line of the paper that is one of the print's."""
        return {
            j: self.places[i]
            for j, i in self.pairs.found.items()
            if i in self.places and self.places[i][0] == "body"
        }

    def _new_lines(self, outline: Outline) -> None:
        _, asked = unpaired(self.pairs)
        for j, line in enumerate(self.paper):
            if j in self.pairs.found or j in asked:
                continue
            known = [mark for mark in line.marks if self.found.base.entry(mark)]
            if known and not self.found.value(known) and not self._still_wanted(line, known):
                continue
            above = next((k for k in range(j - 1, -1, -1) if k in self.pairs.found), None)
            below = next((k for k in range(j + 1, len(self.paper)) if k in self.pairs.found), None)
            over = self.places.get(self.pairs.found[above]) if above is not None else None
            under = self.places.get(self.pairs.found[below]) if below is not None else None
            holder = _room(line, over, under)
            if holder == ("body",):
                outline.add(j)
            elif holder in _LISTS:
                self.new[j] = holder
            elif holder is not None and above is not None:
                self.more[self.pairs.found[above]].append(line.whole)
            else:
                self.out.unsure.append(
                    say("{place}: “{text}” has no place in the plan and is not taken",
                        place=line.place.words, text=line.whole)
                )  # fmt: skip

    def _still_wanted(self, line: Line, known: list[str]) -> bool:
        """Tell whether a line whose entry has left the plan since the print comes back."""
        base = self.found.base
        entry = base.entry(*known)
        keys = list(entry.digests) if entry else []
        if any(base.verdict(key, "\0", text, *known) == "plan"
               for key in keys for text in (line.words, line.whole, without_end(line.words))):  # fmt: skip
            return False
        if self.found.take is None:
            self.out.conflicts.append(Conflict("", "", line.whole, ""))
        return self.found.take == "paper"

    def _single_lines(self) -> None:
        """Take what stands once: letterhead, title, signature, and texts of several lines."""
        values = self.out.values
        for key in ("opening", "closing"):
            lines = [i for i, value in self.values.items() if value.place == (key,)]
            old = text_lines(getattr(self.found.plan, key))
            for i, line in zip(lines, old, strict=True):
                words, shown = self.words[i], self.values[i].words
                if words is not None:
                    self.words[i] = line if words == shown else ended_as(words, line, shown)
            new = self._lines(lines)
            if lines and new != list(old):
                values[(), key] = "\n".join(new) or None
        for i, value in self.values.items():
            words = self.words[i]
            if value.place[0] == "appendices" and words not in (None, value.words):
                values[value.place, "title"] = words
            if value.place[0] != "document" or value.place in _LISTS or words == value.words:
                continue
            if words is None:
                if i not in self.pairs.back and value.field == "title":
                    self.out.notes.append(say("the title was not found; it stays as it is"))
                continue
            self._head(value, words)

    def _head(self, value: Value, words: str) -> None:
        document, values = ("document",), self.out.values
        match value.field:
            case "number":
                read = number_and_symbol(words)
                if read is None:
                    self._not_understood(words)
                    return
                if read[0] is not None:  # a blank is filled in by hand later
                    values[document, "number"] = read[0]
                if read[1] != self.found.plan.document.symbol:
                    values[document, "symbol"] = read[1]
            case "date":
                when = written_date(words)
                if when is None:
                    self._not_understood(words)
                    return
                old = self.found.plan.document.date
                if len(when.split("/")) == 3 or not (old and old.day):
                    values[document, "date"] = when
            case "post" | "name":
                values[("document", "signer"), value.field] = words
            case "authority":
                lines = [i for i, one in self.values.items() if one.field == "authority"]
                values[("document", "signer"), "authority"] = self._lines(lines)
            case "title" | "archive":
                values[document, value.field] = words

    def _not_understood(self, words: str) -> None:
        self.out.unsure.append(say("“{text}” is not understood and not taken", text=words))

    def _lines(self, own: list[int]) -> list[str]:
        new: list[str] = []
        for i in own:
            if (words := self.words[i]) is not None:
                new.append(words)
            new += self.more.get(i, ())
        return new

    def _list(self, holder: Place) -> None:
        """Take the bases or the recipients: each a line of its own."""
        own = {value.place: i for i, value in self.values.items() if value.place[:-1] == holder}
        gone = {place for place, i in own.items() if self.words[i] is None}
        for place, i in own.items():
            words, value = self.words[i], self.values[i]
            if words is not None and words != value.words:
                if holder == ("bases",) and not self._is_text(place):
                    self.out.unsure.append(
                        say("the base “{text}” stands in the register: change it there", text=words)
                    )
                    continue
                self.out.values[place, ""] = words
        items: list[Item] = []
        for j, line in enumerate(self.paper):
            known = self.places.get(self.pairs.found.get(j, -1))
            if known in own:
                items.append(known)
            elif self.new.get(j) == holder:
                text = line.words if holder == ("document", "recipients") else line.whole
                items.append(New(without_end(text), self.found.fresh()))
        plan = list(own)
        marks = {self.values[i].mark: place for place, i in own.items()}
        printed = [marks[mark] for mark in self.found.base.order(list(marks))]
        wanted = arranged(plan, printed, items, gone)
        if wanted != plan:
            self.out.lists[holder] = wanted
            self.out.gone |= gone

    def _is_text(self, place: Place) -> bool:
        return place not in self.found.cited

    def _sections_changed(self, outline: Outline) -> None:
        gone: set[Place] = set()
        by_section: dict[Place, list[int]] = defaultdict(list)
        for i, value in self.values.items():
            if value.place[0] == "body":
                by_section[value.place].append(i)
        for place, lines in by_section.items():
            section = self.found.entries[place]
            assert isinstance(section, Section)
            if all(self.words[i] is None for i in lines) and not outline.more.get(place):
                gone.add(place)
                continue
            self._section(place, section, lines, outline)
        self._keep_what_holds_others(gone, outline)
        for holder, wanted in outline.arranged(self._printed_order(by_section), gone).items():
            self.out.lists[holder] = wanted
        self.out.gone |= gone

    def _section(self, place: Place, section: Section, lines: list[int], outline: Outline) -> None:
        values = self.out.values
        for i in [i for i in lines if self.values[i].field == "title"]:
            words = self.words[i]
            if words == self.values[i].words:
                continue
            if words and not section.title and (ids := self.found.units.known(words)):
                values[place, "units"] = list(ids)
            else:
                values[place, "title"] = words
        texts = [i for i in lines if self.values[i].field == "text"]
        more = outline.more.get(place, [])
        if not more and all(self.words[i] == self.values[i].words for i in texts):
            return
        deadline = section.deadline
        new: list[str] = []
        for i, old in zip(texts, text_lines(section.text), strict=True):
            words, value = self.words[i], self.values[i]
            if words is None:
                continue
            if words == value.words:
                new.append(old)
                continue
            said = sentence(value.words, words, old, deadline, self.found.plan.year)
            deadline = said.deadline
            if said.unsure:
                self.out.unsure.append(
                    say("“{text}”: look whether its deadline is still “{deadline}”",
                        text=words, deadline=deadline)
                )  # fmt: skip
            new.append(ended_as(said.text, old, value.words))
            new[-1] = _unbracketed(new[-1], old, value.words)
        new += more
        values[place, "text"] = "\n".join(new) or None
        if deadline != section.deadline:
            values[place, "deadline"] = deadline
        if section.targets:
            self.out.notes.append(say("“{text}”: look at its “targets”", text=" ".join(new)))

    def _keep_what_holds_others(self, gone: set[Place], outline: Outline) -> None:
        for place in sorted(gone, key=len, reverse=True):
            inside = [one for one in self.found.entries if one[: len(place)] == place != one]
            if any(one not in gone and one not in outline.seen for one in inside):
                gone.discard(place)

    def _printed_order(self, by_section: dict[Place, list[int]]) -> dict[Place, list[Place]]:
        marks = {self.values[lines[0]].mark: place for place, lines in by_section.items()}
        order: dict[Place, list[Place]] = defaultdict(list)
        for mark in self.found.base.order(list(marks)):
            order[marks[mark][:-1]].append(marks[mark])
        return order


def _unbracketed(new: str, old: str, shown: str) -> str:
    """Return a reference to the appendix without the brackets that only its print has."""
    if shown == f"({without_end(old)})" and new.startswith("(") and new.endswith(")"):
        return new[1:-1]
    return new


def _room(line: Line, over: Place | None, under: Place | None) -> Place | None:
    """Return where a new line belongs, told by what stands above and below it."""
    for one, other in ((over, under), (under, over)):
        if one is None:
            continue
        if one[0] == "body":
            if other == ("closing",) and not line.number and line.style == "Lời kết":
                return ("closing",)
            return ("body",)
        if one[:-1] in _LISTS:
            return one[:-1]
        if one in (("opening",), ("closing",)) and one is over:
            return one
    return None


def _subject(value: Value) -> Message:
    return say("“{text}”", text=value.words)
