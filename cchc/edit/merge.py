"""Merging two versions of a plan that come from one: entry by entry, keyed by ids.

Each mapping and list is cut into the pieces of text that hold one entry each, with the comments
above it; a piece that one side changed is taken as that side wrote it, so that nothing is written
anew. Where both sides changed one piece, what is inside it is merged in turn; where that ends at a
single value, both are left there between the marks that git uses.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from typing import NamedTuple

from cchc.edit.yaml.nodes import YamlNode, compose

CONFLICT = "<<<<<<<"
"""Begins the line at which a conflict begins, as git marks it."""
_IDS = ("id", "cite", "key", "occurrence")
"""The keys that name an item of a list, the first that it has."""


class _ClashError(Exception):
    """Both sides changed this, and it cannot be parted further."""


class _MergedPart(NamedTuple):
    """One version of a stretch of text: all of it, and the value that is written in it."""

    text: str
    """The whole file."""
    start: int
    stop: int
    node: YamlNode

    def __str__(self) -> str:
        return self.text[self.start : self.stop]


class _Chunk(NamedTuple):
    """The text of one entry of a mapping or list."""

    name: Hashable
    part: _MergedPart
    body: int
    """From where on its value stands."""


Three = tuple[_MergedPart, _MergedPart, _MergedPart]
OnConflict = Callable[[str, str], str]


def merge(base: str, ours: str, theirs: str) -> str:
    """Return `ours` and `theirs` merged, which both come from `base`.

    Each place where a person must choose begins with a line `CONFLICT`.

    Raises:
        ValueError: one of the three is no YAML that plans may use.
    """
    return _merged((_root(base), _root(ours), _root(theirs)))


def _root(text: str) -> _MergedPart:
    return _MergedPart(text, 0, len(text), compose(text))


def _merged(three: Three) -> str:
    """Return one value merged.

    Raises:
        _ClashError: both sides changed it, and it has no entries to look into.
    """
    texts = [str(part) for part in three]
    if (same := _either(*texts)) is not None:
        return same
    nodes = [part.node for part in three]
    if all(node.mapping and node.pairs for node in nodes):
        pieces = [_of_mapping(part) for part in three]
    elif all(node.items for node in nodes):
        pieces = [_of_list(part) for part in three]
    else:
        raise _ClashError
    if nodes[0].flow or nodes[1].flow or nodes[2].flow:
        return _in_line(three, pieces)
    if nodes[0].mapping and len({each[0].name for each in pieces}) > 1:
        raise _ClashError  # the first entry stands behind the dash of its item
    entries = list(_entries(pieces, _conflict))
    return "".join([*(_ended(text, "\n") for text in entries[:-1]), *entries[-1:]])


def _in_line(three: Three, pieces: list[list[_Chunk]]) -> str:
    """Merge what stands in braces or brackets on one line."""
    if not all(part.node.flow and "\n" not in str(part) for part in three):
        raise _ClashError
    inside = list(_entries(pieces, _refuse))
    opening, closing = str(three[1])[0], str(three[1])[-1]
    return f"{opening}{', '.join(inside)}{closing}"


def _entries(
    pieces: Sequence[list[_Chunk]], conflict: OnConflict
) -> Iterator[str]:  # fmt: skip
    """Yield the entries of both sides, merged one by one."""
    base, ours, theirs = pieces
    if all(one.name is not None for one in (*base, *ours, *theirs)) and all(
        len({one.name for one in each}) == len(each) for each in pieces
    ):
        known = [{one.name: one for one in each} for each in pieces]
        for name in _order(*([one.name for one in each] for each in pieces)):
            if text := _piece(*(each.get(name) for each in known), conflict=conflict):
                yield text
    else:
        yield from _by_place(base, ours, theirs, conflict)


def _piece(
    base: _Chunk | None, ours: _Chunk | None, theirs: _Chunk | None, *, conflict: OnConflict
) -> str:
    """Return the entry merged, or what `conflict` makes of both versions."""
    texts = [str(one.part) if one else "" for one in (base, ours, theirs)]
    same = _either(*texts)
    if same is not None:
        return same
    if base and ours and theirs:
        with suppress(_ClashError):
            return _inside(base, ours, theirs)
    return conflict(texts[1], texts[2])


def _inside(base: _Chunk, ours: _Chunk, theirs: _Chunk) -> str:
    """Merge an entry whose key, value and end are looked at one by one."""
    heads, values, ends = zip(*(_parted(one) for one in (base, ours, theirs)), strict=True)
    head, end = _either(*heads), _either(*ends)
    if head is None or end is None:
        raise _ClashError
    return head + _merged(values) + end


def _conflict(ours: str, theirs: str) -> str:
    newline = "\r\n" if "\r\n" in ours + theirs else "\n"
    return (
        f"{CONFLICT} ours{newline}{_ended(ours, newline)}======={newline}"
        f"{_ended(theirs, newline)}>>>>>>> theirs{newline}"
    )


def _refuse(ours: str, theirs: str) -> str:
    raise _ClashError


def _by_place(
    base: list[_Chunk], ours: list[_Chunk], theirs: list[_Chunk], conflict: OnConflict
) -> Iterator[str]:
    """Yield entries without ids: those that one side changed are found by their neighbours."""
    versions = _aligned(base, ours), _aligned(base, theirs)
    for place in range(len(base) + 1):
        new = [side.added.get(place, []) for side in versions]
        texts = [str(one.part) for one in new[0]], [str(one.part) for one in new[1]]
        there = [place < len(base) and side.now[place] is not None for side in versions]
        if all(texts) and texts[0] != texts[1] and place < len(base) and not any(there):
            yield conflict("".join(texts[0]), "".join(texts[1]))  # one entry became several, twice
        else:
            yield from texts[0]
            yield from (text for text in texts[1] if text not in texts[0])
        if place < len(base):
            now = (side.now[place] for side in versions)
            if entry := _piece(base[place], *now, conflict=conflict):
                yield entry


class _Aligned(NamedTuple):
    """A version beside the one it comes from."""

    now: list[_Chunk | None]
    """What each old entry has become; None: it is gone."""
    added: dict[int, list[_Chunk]]
    """What was put before an old entry, by its index."""


def _aligned(old: list[_Chunk], new: list[_Chunk]) -> _Aligned:
    match = SequenceMatcher(
        None, [str(one.part) for one in old], [str(one.part) for one in new], autojunk=False
    )
    found = _Aligned([None] * len(old), {})
    for kind, a, a_stop, b, b_stop in match.get_opcodes():
        if kind == "equal" or a_stop - a == b_stop - b:
            found.now[a:a_stop] = new[b:b_stop]
        else:
            found.added[a] = new[b:b_stop]
    return found


def _either(base: str, ours: str, theirs: str) -> str | None:
    """Return what is right where at most one side changed something, else None."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else None


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + newline


def _of_mapping(part: _MergedPart) -> list[_Chunk]:
    pairs = part.node.pairs
    cuts = _cuts(part, [(pair.key.start, pair.value) for pair in pairs])
    pieces = []
    for pair, (start, stop) in zip(pairs, cuts, strict=True):
        value = pair.value
        lines = not value.flow and bool(value.pairs or value.items)
        body = _next_line(part.text, pair.key.stop) if lines else value.start
        pieces.append(_Chunk(pair.name, _MergedPart(part.text, start, stop, value), body))
    return pieces


def _of_list(part: _MergedPart) -> list[_Chunk]:
    cuts = _cuts(part, [(item.start, item) for item in part.node.items])
    pieces = []
    for item, (start, stop) in zip(part.node.items, cuts, strict=True):
        lines = not item.flow and bool(item.pairs or item.items)
        body = start if lines else item.start
        pieces.append(
            _Chunk(_name(part.text, item), _MergedPart(part.text, start, stop, item), body)
        )
    return pieces


def _name(text: str, item: YamlNode) -> Hashable:
    """Return what names an item of a list: its id, or None."""
    for key in _IDS:
        pair = item.pair(key)
        if pair is not None:
            return key, text[pair.value.start : pair.value.stop].strip("\"'")
    return None


def _cuts(part: _MergedPart, entries: Sequence[tuple[int, YamlNode]]) -> list[tuple[int, int]]:
    """Return where the text of each entry starts and stops."""
    if part.node.flow:
        return [(start, value.stop) for start, value in entries]
    ends = [_next_line(part.text, value.after) for _, value in entries[:-1]]
    starts = [part.start, *ends]
    return list(zip(starts, [*ends, part.stop], strict=True))


def _next_line(text: str, at: int) -> int:
    """Return where the line behind the one that holds `at` begins."""
    if at and text[at - 1] in "\r\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _parted(piece: _Chunk) -> tuple[str, _MergedPart, str]:
    """Return an entry as the text before its value, the value, and the text behind it."""
    text, start, stop, node = piece.part
    end = stop if not node.flow and (node.pairs or node.items) else node.stop
    return text[start : piece.body], _MergedPart(text, piece.body, end, node), text[end:stop]


def _order(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[Hashable]:
    """Return all names in one order: that of the side that moved something, ours if both did."""
    common = set(base) & set(ours) & set(theirs)

    def kept(names: Sequence[Hashable]) -> list[Hashable]:
        return [name for name in names if name in common]

    first, second = (theirs, ours) if kept(ours) == kept(base) else (ours, theirs)
    order = list(first)
    for names in (second, base):
        for index, name in enumerate(names):
            if name not in order:
                before = names[index - 1] if index else None
                order.insert(order.index(before) + 1 if before is not None else 0, name)
    return order
