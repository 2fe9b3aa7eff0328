"""Where the parts of a file stand: key paths turned into lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple
from unicodedata import is_normalized, normalize

from cchc.model.finding import Finding, KeyPath, Span


class TextPosition(NamedTuple):
    """A position in a text: offset, line and column, all from 0, in code points."""

    offset: int
    line: int
    column: int


_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line, as YAML has it."""


def line_starts(text: str) -> list[int]:
    """Return the offset of every line's first character."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def mark_at(starts: list[int], offset: int) -> TextPosition:
    """Return the mark of an offset in the text whose lines begin at `starts`."""
    line = bisect_right(starts, offset) - 1
    return TextPosition(offset, line, offset - starts[line])


def span(start: TextPosition, stop: TextPosition) -> Span:
    """Return the stretch between two marks."""
    return Span(
        start.line + 1, start.column + 1, stop.line + 1, stop.column + 1, start.offset, stop.offset
    )


Stretch = tuple[int, int]
"""Where something starts and stops, as offsets: lines are counted for what is shown only."""


_LETTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
"""A letter with the marks that are stored apart from it."""


def _composed(text: str) -> tuple[str, list[int]]:
    """Return `text` in Unicode form NFC, and for each place in it the offset in `text`; without
    offsets if it is in that form already."""
    if is_normalized("NFC", text):
        return text, []
    pieces: list[str] = []
    starts: list[int] = []
    for letter in _LETTER.finditer(text):
        pieces.append(normalize("NFC", letter[0]))
        starts += [letter.start()] * len(pieces[-1])
    return "".join(pieces), [*starts, len(text)]


class Spot(NamedTuple):
    """The place of one entry: of its key (None for a list item) and of its value."""

    key: Stretch | None
    value: Stretch


class Places:
    """The spots of every key path of one file, and the only way from a path to a span."""

    def __init__(self, text: str, spots: dict[KeyPath, Spot]) -> None:
        self._text = text
        self._spots = spots

    @property
    def spots(self) -> Mapping[KeyPath, Spot]:
        """The spot of every key path."""
        return self._spots

    def locate(self, finding: Finding) -> Span:
        """Return where `finding` points: its own span, or the place of its key path.

        A path that leads past what is written (a field left out, a bare text that stands for a
        section) ends at the last thing that is there.
        """
        if finding.span is not None:
            return finding.span
        path, exact = self._written(finding.place)
        spot = self._spots[path]
        if (finding.key or not exact) and spot.key is not None:
            return self.between(*spot.key)
        if finding.within:
            return self._within(spot.value, finding.within, finding.nth)
        return self.between(*self._shown(path, spot.value))

    def _written(self, place: KeyPath) -> tuple[KeyPath, bool]:
        """Return how much of `place` is written, and whether that is all of it."""
        path: KeyPath = ()
        exact = True
        for part in place:
            if (*path, part) in self._spots:
                path = (*path, part)
            elif part not in (0, "text"):  # a lone record, a bare text: written without them
                exact = False
                break
        return path, exact

    def _shown(self, place: KeyPath, found: Stretch) -> Stretch:
        # A whole mapping or list is too much to mark: point at its first key.
        first = self._first_keys.get(place)
        if first is None and self._text.startswith(("|", ">"), found[0]):
            return self._first_line(found)
        return first or found

    @cached_property
    def _first_keys(self) -> dict[KeyPath, Stretch]:
        found: dict[KeyPath, Stretch] = {}
        for path, spot in self._spots.items():
            if spot.key and (path[:-1] not in found or spot.key < found[path[:-1]]):
                found[path[:-1]] = spot.key
        return found

    def _first_line(self, block: Stretch) -> Stretch:
        """Return the first line of a folded or literal text: its mark says nothing."""
        start, stop = block
        body = re.compile(r"\S[^\r\n]*").search(self._text, self._text.find("\n", start) + 1, stop)
        return body.span() if body else block

    def _within(self, found: Stretch, words: str, nth: int) -> Span:
        """Return where `words` stand for the `nth` time in the value; a fold may part them."""
        pattern = re.compile(r"\s+".join(re.escape(word) for word in re.split(r"\s+", words)))
        for count, match in enumerate(pattern.finditer(self._text, *found)):
            if count == nth:
                return self.between(*match.span())
        composed, starts = _composed(self._text[slice(*found)])
        for count, match in enumerate(pattern.finditer(composed) if starts else ()):
            if count == nth:
                return self.between(*(found[0] + starts[at] for at in match.span()))
        return self.between(*found)

    def between(self, start: int, stop: int) -> Span:
        """Return the span of the stretch between two offsets."""
        return span(mark_at(self._starts, start), mark_at(self._starts, stop))

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self._text)

    def is_inside_scalar(self, offset: int) -> bool:
        """Whether the character at `offset` belongs to a written text, not to YAML around it."""
        return any(
            spot.value[0] <= offset < spot.value[1]
            for path, spot in self._spots.items()
            if path not in self._holders
        )

    @cached_property
    def _holders(self) -> set[KeyPath]:
        return {path[:-1] for path in self._spots if path}

    def path_at(self, offset: int) -> tuple[KeyPath, bool] | None:
        """Return the innermost key path written at `offset`, and whether its key stands there."""
        found: tuple[KeyPath, bool] | None = None
        for path, spot in self._spots.items():
            for stretch, is_key in ((spot.key, True), (spot.value, False)):
                if stretch and stretch[0] <= offset <= stretch[1] and path:
                    if found is None or len(path) >= len(found[0]):
                        found = path, is_key
                    break
        return found

    def value_at(self, place: KeyPath) -> Span | None:
        """Return the span of the value written at exactly `place`, or None."""
        spot = self._spots.get(place)
        return self.between(*spot.value) if spot else None


PlainData = dict[str, Any] | list[Any] | str | None
