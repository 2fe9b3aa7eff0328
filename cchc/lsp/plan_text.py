"""One open file as the server sees it: the text in the editor, saved or not, and positions in it.

Positions count lines from 0, and UTF-16 code units from the start of a line. Source: Language Server
Protocol 3.17, "Position". A line ends at LF, CR LF or CR and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lsprotocol.types import Position, Range

from cchc.model.announced import NOTHING, Announced
from cchc.model.finding import Diagnostic, KeyPath
from cchc.model.plan import Plan
from cchc.model.register import Register
from cchc.read.load import read_text_as
from cchc.read.source import Source
from cchc.read.yaml.positions import Places, line_starts, mark_at
from cchc.rules._settings import Settings


class Positions:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = line_starts(text)

    def position(self, offset: int) -> Position:
        """Return the position of the character at `offset` (code points)."""
        mark = mark_at(self._starts, offset)
        before = self._text[offset - mark.column : offset]
        return Position(mark.line, units(before))

    def range(self, start: int, stop: int) -> Range:
        """Return the range between two offsets."""
        return Range(self.position(start), self.position(stop))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one past the end of its line is the end of the line."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        line = self._line(position.line, self._starts)
        return start + _code_points(line, position.character)

    def _line(self, number: int, starts: Sequence[int]) -> str:
        stop = starts[number + 1] if number + 1 < len(starts) else len(self._text)
        return self._text[starts[number] : stop].rstrip("\r\n")


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 code units."""
    return len(text) + sum(char > "\uffff" for char in text)


def _code_points(line: str, wanted: int) -> int:
    seen = 0
    for count, char in enumerate(line):
        if seen >= wanted:
            return count
        seen += 1 + (char > "\uffff")
    return len(line)


@dataclass(frozen=True)
class PlanText:
    """A text and what is read from it; nothing of it changes, each edit makes another one.

    `last_plan` is the plan of the text before, for as long as this one has none: while a line is
    half typed, the units and tasks above and below it are still known.
    """

    path: Path
    text: str
    register: Register | None = None
    settings: Settings | None = None
    last_plan: Plan | None = None
    announced: Announced = NOTHING

    @cached_property
    def source(self) -> Source:
        """The text as read."""
        return read_text_as(self.path, self.text, lambda: self.register, self.announced)

    @cached_property
    def readable(self) -> Plan | None:
        """The plan of this text, or what of it can be read."""
        rest = self.source.partial()
        return self.source.plan or (rest.plan if rest else None)

    @cached_property
    def plan(self) -> Plan | None:
        """The plan of this text, or what of it can be read, or else the last one that there was."""
        if self.source.broken and self.readable:
            return self.readable
        return self.source.plan or self.last_plan

    @cached_property
    def places(self) -> Places:
        """Where everything stands."""
        return self.source.places()

    @cached_property
    def positions(self) -> Positions:
        """The lines of the text."""
        return Positions(self.text)

    @cached_property
    def found(self) -> list[Diagnostic]:
        """What is wrong with this text by itself; `cchc validate` says the same of it."""
        from cchc.app.validation import validate_text

        return validate_text(
            self.text, str(self.path), self.register, self.settings, self.announced
        )

    def value(self, place: KeyPath) -> str:
        """Return the text at a key path as written, without quotes around it; "" for none."""
        span = self.places.value_at(place)
        return self.text[span.start : span.stop].strip("\"'") if span else ""
