"""The text of a print line by line, and what each line says after the office's edits."""

from __future__ import annotations

from collections import defaultdict

from cchc.document.print_record import Value
from cchc.document.returned.comparison import PaperComparison, unpaired
from cchc.document.returned.matching import match_lines
from cchc.document.words import without_end
from cchc.messages import say
from cchc.model.finding import Place

LISTS: tuple[Place, ...] = (("bases",), ("document", "recipients"))
"""The lists whose entries stand on a line of their own."""


class TextLines:
    """The lines of the print and of the paper outside the tables."""

    def __init__(self, found: PaperComparison) -> None:
        """Pair the lines, and decide what each line of the print says now."""
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

    def _words_of(self, i: int, value: Value) -> str | None:
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

    def _printed_in(self, i: int, j: int, value: Value) -> str:
        own, line = self.own[i], self.paper[j]
        if own.whole == line.whole or own.words == line.words:
            return " ".join(value.words.split())
        text = line.words if value.number else line.whole
        ended = without_end(value.words) == value.words != (
            own.words if value.number else own.whole
        )  # fmt: skip
        return without_end(text) if ended else text
