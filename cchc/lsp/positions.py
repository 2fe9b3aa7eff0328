"""Positions of the protocol: lines from 0, and UTF-16 code units from the start of a line.

Source: Language Server Protocol 3.17, "Position". A line ends at LF, CR LF or CR and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol.types import Position, Range

from cchc.read.places import line_starts, mark_at


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
