"""The entries of lists in a new order: some taken out, some moved, some new; no other line changes.

An entry is its lines with the comments above it; where it moves they move with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cchc.edit.yaml.nodes import YamlNode, compose, find
from cchc.edit.yaml.plan_text import entry_lines
from cchc.edit.yaml.splice import line_break, line_start, next_line, splice
from cchc.model.finding import Edit, KeyPath

_COMMENT = re.compile(r"(?P<indent>[ \t]*)#")


class Fresh(NamedTuple):
    """An entry that is not in the file yet."""

    data: object
    number: int
    """Its lists are found under `("new", number)`."""


ListEntry = KeyPath | Fresh
Lists = Mapping[KeyPath, Sequence[ListEntry]]


def rearranged(text: str, lists: Lists, withdrawn: Sequence[KeyPath] = ()) -> str:
    """Return `text` with the lists at these places as given, and entries put under `withdrawn`.

    An entry that stands in none of the lists any more is taken out with its comments.
    """
    return _Arranging(text, lists).result(withdrawn)


class _Arranging:
    def __init__(self, text: str, lists: Lists) -> None:
        self.text, self.lists = text, lists
        self.root = compose(text)
        self.spans: dict[KeyPath, dict[int, tuple[int, int]]] = {}

    def result(self, withdrawn: Sequence[KeyPath]) -> str:
        outer = [place for place in self.lists if place[0] != "new"]
        edits = [
            edit
            for place in outer
            if not self._inside_another(place)
            for edit in self._edits(place)
        ]
        taken = [self._entry(place, 2) for place in withdrawn]
        text = splice(self.text, edits)
        return _with_withdrawn(text, taken) if taken else text

    def _inside_another(self, place: KeyPath) -> bool:
        """Tell whether a list lies inside an entry of another list that is written anew."""
        return any(
            place[: len(other)] == other and place != other and len(place) > len(other)
            for other in self.lists
            if other[0] != "new"
        )

    def _edits(self, place: KeyPath) -> list[Edit]:
        key = str(place[-1])
        wanted = self.lists[place]
        try:
            node = find(self.root, place)
        except KeyError:
            return self._new_list(place, key, wanted)
        if node.flow or not node.items:
            return self._in_lines(place, node, key, wanted)
        start, stop = self._region(place)
        if wanted:
            return [Edit(start, stop, self._joined(wanted, node.column, key))]
        holder = find(self.root, place[:-1])
        pair = holder.pair(key)
        assert pair is not None
        head = self.text[pair.key.start : pair.key.stop]
        colon = self.text.index(":", pair.key.stop) + 1
        if key in ("items", "recipients", "bases", "areas") and len(holder.pairs) > 1:
            line = self.text.rfind("\n", 0, pair.key.start) + 1
            if not self.text[line : pair.key.start].strip():
                return [Edit(line, stop, "")]
        return [Edit(pair.key.start, stop, f"{head}{self.text[pair.key.stop : colon]} []\n")]

    def _new_list(self, place: KeyPath, key: str, wanted: Sequence[ListEntry]) -> list[Edit]:
        """Return the change that gives an entry a list that it did not have."""
        holder = find(self.root, place[:-1])
        if not holder.mapping:
            written = f"text: {self.text[holder.start : holder.stop]}"
            inner = self._joined(wanted, holder.column + 2, key)
            gap = "" if written.endswith("\n") else "\n"
            rest = f"{written}{gap}{' ' * holder.column}{key}:\n{inner.rstrip(chr(10))}"
            return [Edit(holder.start, holder.stop, rest)]
        at = next_line(self.text, holder.pairs[-1].value.after)
        column = holder.pairs[0].key.column
        inner = self._joined(wanted, column + 2, key)
        gap = "" if at == 0 or self.text[at - 1] in "\r\n" else "\n"
        return [Edit(at, at, f"{gap}{' ' * column}{key}:\n{inner}")]

    def _in_lines(
        self, place: KeyPath, node: YamlNode, key: str, wanted: Sequence[ListEntry]
    ) -> list[Edit]:
        """Write a list in braces, or an empty one, as lines below its key."""
        holder = find(self.root, place[:-1])
        pair = holder.pair(key)
        assert pair is not None
        if holder.flow:
            raise ValueError(f"a list inside braces: {place}")
        colon = self.text.index(":", pair.key.stop) + 1
        inner = self._joined(wanted, holder.pairs[0].key.column + 2, key)
        return [Edit(colon, node.stop, "\n" + inner.rstrip("\n"))]

    def _joined(self, entries: Sequence[ListEntry], column: int, key: str) -> str:
        return "".join(self._entry(one, column, key) for one in entries)

    def _entry(self, one: ListEntry, column: int, key: str = "") -> str:
        if isinstance(one, Fresh):
            return self._fresh(one, column, key)
        return self._moved(one, column)

    def _fresh(self, one: Fresh, column: int, key: str) -> str:
        inner = self.lists.get(("new", one.number), ())
        data = one.data
        nested = ""
        if inner:
            below = "tasks" if key in ("areas", "tasks") else "items"
            data = dict(data) if isinstance(data, dict) else {"text": data}
            data.pop(below, None)
            nested = f"{' ' * (column + 2)}{below}:\n" + self._joined(inner, column + 4, below)
        lines = entry_lines("-", data, (key, 0), column)
        return "\n".join(lines) + "\n" + nested

    def _moved(self, place: KeyPath, column: int) -> str:
        listed = find(self.root, place[:-1])
        if listed.flow:
            item = listed.items[int(place[-1])]
            return f"{' ' * column}- {self.text[item.start : item.stop]}\n"
        start, stop = self._spans(place[:-1])[int(place[-1])]
        chunk = self.text[start:stop]
        inner = [
            Edit(edit.start - start, edit.stop - start, edit.text)
            for other in self.lists
            if other[0] != "new"
            and other[: len(place)] == place
            and not self._between(other, place)
            for edit in self._edits(other)
        ]
        chunk = splice(chunk, inner)
        if not chunk.endswith(("\n", "\r")):
            chunk += "\n"
        return _shifted(chunk, column - listed.column)

    def _between(self, other: KeyPath, place: KeyPath) -> bool:
        """Tell whether another list that is written anew lies between an entry and this list."""
        return any(
            one != other and one[: len(place)] == place and other[: len(one)] == one
            for one in self.lists
            if one[0] != "new"
        )

    def _region(self, place: KeyPath) -> tuple[int, int]:
        spans = self._spans(place)
        return spans[0][0], max(stop for _, stop in spans.values())

    def _spans(self, place: KeyPath) -> dict[int, tuple[int, int]]:
        """Return from where to where the lines of each entry of a list go, comments included."""
        if place in self.spans:
            return self.spans[place]
        node = find(self.root, place)
        found: dict[int, tuple[int, int]] = {}
        at = _with_comments_above(self.text, line_start(self.text, node.start))
        for n, item in enumerate(node.items):
            stop = next_line(self.text, item.after)
            while own := _own_comment(self.text, stop, node.column):
                stop = own
            found[n] = (at, stop)
            at = stop
        self.spans[place] = found
        return found


def _with_comments_above(text: str, at: int) -> int:
    """Return where the comment lines right above the line at `at` begin."""
    while at:
        line = line_start(text, at - (2 if text[at - 2 : at] == "\r\n" else 1))
        if not _COMMENT.match(text, line):
            break
        at = line
    return at


def _own_comment(text: str, at: int, column: int) -> int | None:
    """Return where a comment line that belongs to the entry above it ends."""
    found = _COMMENT.match(text, at)
    if found is None or len(found["indent"]) <= column:
        return None
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _shifted(chunk: str, by: int) -> str:
    if not by:
        return chunk
    lines = chunk.splitlines(keepends=True)
    if by > 0:
        return "".join(" " * by + line if line.strip() else line for line in lines)
    return "".join(line[-by:] if not line[:-by].strip() else line for line in lines)


def _with_withdrawn(text: str, taken: Sequence[str]) -> str:
    root = compose(text)
    pair = root.pair("withdrawn")
    brk = line_break(text, len(text))
    if pair is not None and pair.value.items and not pair.value.flow:
        at = next_line(text, pair.value.after)
        chunk = "".join(_shifted(one, pair.value.column - 2) for one in taken)
        return splice(text, [Edit(at, at, chunk)])
    unplaced = root.pair("unplaced")
    at = line_start(text, unplaced.key.start) if unplaced else len(text)
    gap = "" if not text or text[at - 1] in "\r\n" else brk
    written = f"{gap}{brk}withdrawn:{brk}" + "".join(taken) + (brk if unplaced else "")
    return splice(text, [Edit(at, at, written)])
