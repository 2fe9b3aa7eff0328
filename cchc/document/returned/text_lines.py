"""The text of a print line by line, what each line says after the office's edits, and what of it is taken.

On lines of their own stand letterhead, title, bases, recipients and signature.
"""

from __future__ import annotations

from collections import defaultdict

from cchc.document.print_record import PrintedValue
from cchc.document.returned.comparison import PaperComparison, unpaired
from cchc.document.returned.matching import match_lines
from cchc.document.returned.three_ways import ArrangedItem, New, arranged
from cchc.document.returned.values import ended_as, number_and_symbol, written_date
from cchc.document.words import text_lines, without_end
from cchc.messages import say
from cchc.model.finding import KeyPath

LISTS: tuple[KeyPath, ...] = (("bases",), ("document", "recipients"))
"""The lists whose entries stand on a line of their own."""


class TextLines:
    """The lines of the print and of the paper outside the tables."""

    def __init__(self, found: PaperComparison) -> None:
        """Pair the lines, and decide what each line of the print says now."""
        self.found, self.out = found, found.out
        self.own, self.paper = found.own.lines, found.paper.lines
        self.pairs = match_lines(self.own, self.paper, found.base.marks)
        self.values: dict[int, PrintedValue] = {}
        for i, line in enumerate(self.own):
            if value := found.value(line.marks):
                self.values[i] = value
        self.places = {i: value.place for i, value in self.values.items()}
        self.words: dict[int, str | None] = {}
        """The text of each line of the print after the comparison; None: it goes."""
        self.more: dict[int, list[str]] = defaultdict(list)
        """Lines that the office put behind a line of the print."""
        self.new: dict[int, KeyPath] = {}
        """What list or section each new line of the paper belongs to."""
        for i, value in self.values.items():
            self.words[i] = self._words_of(i, value)

    def kept(self, own: list[int]) -> list[str]:
        """Return what lines of the print say now, with what the office put behind them."""
        new: list[str] = []
        for i in own:
            if (words := self.words[i]) is not None:
                new.append(words)
            new += self.more.get(i, ())
        return new

    def _words_of(self, i: int, value: PrintedValue) -> str | None:
        """Return what line `i` says now, of three ways; None where it goes."""
        j = self.pairs.back.get(i)
        subject = say("“{text}”", text=value.words)
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

    def _printed_in(self, i: int, j: int, value: PrintedValue) -> str:
        own, line = self.own[i], self.paper[j]
        if own.whole == line.whole or own.words == line.words:
            return " ".join(value.words.split())
        text = line.words if value.number else line.whole
        ended = without_end(value.words) == value.words != (
            own.words if value.number else own.whole
        )  # fmt: skip
        return without_end(text) if ended else text


def compare_single_lines(text: TextLines) -> None:
    """Take what stands once: letterhead, title, signature, and texts of several lines."""
    values = text.out.values
    for key in ("opening", "closing"):
        lines = [i for i, value in text.values.items() if value.place == (key,)]
        old = text_lines(getattr(text.found.plan, key))
        for i, line in zip(lines, old, strict=True):
            words, shown = text.words[i], text.values[i].words
            if words is not None:
                text.words[i] = line if words == shown else ended_as(words, line, shown)
        new = text.kept(lines)
        if lines and new != list(old):
            values[(), key] = "\n".join(new) or None
    for i, value in text.values.items():
        words = text.words[i]
        if value.place[0] == "appendices" and words not in (None, value.words):
            values[value.place, "title"] = words
        if value.place[0] != "document" or value.place in LISTS or words == value.words:
            continue
        if words is None:
            if i not in text.pairs.back and value.field == "title":
                text.out.notes.append(say("the title was not found; it stays as it is"))
            continue
        _head(text, value, words)


def _head(text: TextLines, value: PrintedValue, words: str) -> None:
    document, values = ("document",), text.out.values
    match value.field:
        case "number":
            read = number_and_symbol(words)
            if read is None:
                _not_understood(text, words)
                return
            if read[0] is not None:  # a blank is filled in by hand later
                values[document, "number"] = read[0]
            if read[1] != text.found.plan.document.symbol:
                values[document, "symbol"] = read[1]
        case "date":
            when = written_date(words)
            if when is None:
                _not_understood(text, words)
                return
            old = text.found.plan.document.date
            if len(when.split("/")) == 3 or not (old and old.day):
                values[document, "date"] = when
        case "post" | "name":
            values[("document", "signer"), value.field] = words
        case "authority":
            lines = [i for i, one in text.values.items() if one.field == "authority"]
            values[("document", "signer"), "authority"] = text.kept(lines)
        case "title" | "archive":
            values[document, value.field] = words


def _not_understood(text: TextLines, words: str) -> None:
    text.out.unsure.append(say("“{text}” is not understood and not taken", text=words))


def compare_list(text: TextLines, holder: KeyPath) -> None:
    """Take the bases or the recipients: each a line of its own."""
    own = {value.place: i for i, value in text.values.items() if value.place[:-1] == holder}
    gone = {place for place, i in own.items() if text.words[i] is None}
    for place, i in own.items():
        words, value = text.words[i], text.values[i]
        if words is not None and words != value.words:
            if holder == ("bases",) and place in text.found.cited:
                text.out.unsure.append(
                    say("the base “{text}” stands in the register: change it there", text=words)
                )
                continue
            text.out.values[place, ""] = words
    items: list[ArrangedItem] = []
    for j, line in enumerate(text.paper):
        known = text.places.get(text.pairs.found.get(j, -1))
        if known in own:
            items.append(known)
        elif text.new.get(j) == holder:
            words = line.words if holder == ("document", "recipients") else line.whole
            items.append(New(without_end(words), text.found.fresh()))
    plan = list(own)
    marks = {text.values[i].mark: place for place, i in own.items()}
    printed = [marks[mark] for mark in text.found.base.order(list(marks))]
    wanted = arranged(plan, printed, items, gone)
    if wanted != plan:
        text.out.lists[holder] = wanted
        text.out.gone |= gone
