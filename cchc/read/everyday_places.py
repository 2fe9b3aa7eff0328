"""The places of everyday YAML (`cchc.read.everyday`): those of the full parser, told sooner.

Where things begin is plain from the entries. Where they end follows libyaml: a mapping or list of
several lines where the next entry after it begins, a block after its last blank line, one in
brackets before the last bracket. A value left empty is the point behind its colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.model.finding import Place
from cchc.read.everyday import ENTRY, PAIRS, WORDS
from cchc.read.places import Spot, Stretch

_INDENT, _KEY, _VALUE, _STYLE, _BODY = 1, 3, 4, 5, 7  # groups of `ENTRY`


def spots(text: str) -> dict[Place, Spot]:
    """Return the spot of every key path in a `text` that `cchc.read.everyday.read` takes.

    Its lines must end in a line feed alone.
    """
    return _Walk(text).spots


@dataclass(slots=True)
class _Open:
    """A mapping or list that goes on: its path and key, where it and its lines begin."""

    path: Place
    key: Stretch | None
    start: int
    column: int
    is_list: bool
    items: int = 0


class _Walk:
    """One way through the entries of a text: it has been read, nothing is checked once more."""

    def __init__(self, text: str) -> None:
        self.spots: dict[Place, Spot] = {}
        self._text = text
        self._open: list[_Open] = []
        self._awaited: tuple[Place, Stretch | None] | None = ((), None)
        for entry in ENTRY.finditer(text):
            self._entry(entry)
        while self._open:
            self._close(len(text))

    def _entry(self, entry: re.Match[str]) -> None:
        indent, dash, name, value, style, *_ = entry.groups()
        column = len(indent)
        self._line_up(entry.end(_INDENT), column, is_item=dash is not None)
        inner = self._open[-1]
        path, key = inner.path, None
        if dash:
            path = (*path, inner.items)
            inner.items += 1
            if name:
                start = entry.start(_KEY)
                self._open.append(_Open(path, None, start, column + len(dash), is_list=False))
        if name:
            path, key = (*path, name), entry.span(_KEY)
        self._awaited = None
        if value:
            self._put(path, key, *entry.span(_VALUE))
        elif style:
            stop = entry.end(_BODY)
            while self._text.startswith("\n", stop):
                stop += 1
            self.spots[path] = Spot(key, (entry.start(_STYLE), stop))
        else:
            colon = entry.end(_KEY) + 1
            self.spots[path] = Spot(key, (colon, colon))
            self._awaited = path, key

    def _line_up(self, start: int, column: int, *, is_item: bool) -> None:
        """Open what begins with an entry at `start`, or close what ends before it."""
        inner = self._open[-1] if self._open else None
        if self._awaited and (
            not inner or column > inner.column or (is_item and column == inner.column)
        ):
            self._open.append(_Open(*self._awaited, start, column, is_item))
            return
        while self._open[-1].column > column or (
            self._open[-1].column == column and self._open[-1].is_list and not is_item
        ):
            self._close(start)

    def _close(self, stop: int) -> None:
        done = self._open.pop()
        self.spots[done.path] = Spot(done.key, (done.start, stop))

    def _put(self, path: Place, key: Stretch | None, start: int, stop: int) -> None:
        """Note the value that is written from `start` to `stop`, and what it holds in brackets."""
        opener = self._text[start]
        if opener == "[":
            for index, word in enumerate(WORDS.finditer(self._text, start, stop)):
                self.spots[*path, index] = Spot(None, _trimmed(word, 0))
        elif opener == "{":
            for pair in PAIRS.finditer(self._text, start, stop):
                self._put((*path, pair[1]), pair.span(1), *_trimmed(pair, 2))
        self.spots[path] = Spot(key, (start, stop - 1 if opener in "[{" else stop))


def _trimmed(found: re.Match[str], group: int) -> Stretch:
    """Return where a group stands, without the spaces after it."""
    start = found.start(group)
    return start, start + len(found[group].rstrip(" "))
