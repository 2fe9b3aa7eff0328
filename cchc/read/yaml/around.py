"""Reading around what is no YAML: a broken line costs its entry, not the file.

Where the parser stumbles, the smallest entry around that place is blanked out (spaces take the place of
its letters, so that everything else stays where it is) and the text is parsed again, until it is YAML.
Of an item its "-" stays, and of a key its name, so that all others keep their places in lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from cchc.model.finding import Finding, KeyPath, entry_of
from cchc.read import faults
from cchc.read.yaml.parser import OPEN_QUOTE, ParseError, events
from cchc.read.yaml.positions import Spot, line_starts, mark_at, span
from cchc.read.yaml.tree import Tree, parse_yaml

MAX_BREAKS = 8
"""Broken places in one file that are read around."""
MAX_READ = 2_000_000
"""Characters that are parsed in search of them."""
_LINES_BEFORE = 3
"""Lines above the place at which the parser stumbles that may be the broken ones."""
_QUOTES_BEFORE = 200
"""Lines above in which a quote may stand open."""
_LEVELS = 4
"""How many entries around a line are tried, each inside the next."""
_START = re.compile(r"(?P<indent> *)(?P<dash>(?:- +|-$)*)(?P<key>[\w-]+:(?=\s|$))?")
_WORD = re.compile(r"[ -]*([\w-]+)")
_LETTER = re.compile(r"[^\r\n]")


class _LineStretch(NamedTuple):
    """Letters to blank out, and where the entry starts that they belong to."""

    start: int
    stop: int
    entry: int


class AroundBreaks(NamedTuple):
    """A text read around what is no YAML in it."""

    tree: Tree
    broken: frozenset[KeyPath]
    """The places of the entries that cannot be read; (): somewhere among the keys of the file."""


def read_around(text: str) -> AroundBreaks:
    """Read `text` like `parse_yaml`; what is no YAML in it is blanked out, as little as possible.

    The data of the tree are None where that does not help; its problems name each break.
    """
    tree = parse_yaml(text)
    problems = tree.problems[-1:]
    hidden: list[_LineStretch] = []
    left, blanked = MAX_READ, text
    again = tree
    while again.broken_at is not None and len(hidden) < MAX_BREAKS:
        found, left = _smallest(blanked, again.broken_at, left)
        if found is None:
            return AroundBreaks(tree, frozenset())
        hidden.append(found)
        if quote := _open_quote(blanked, found, again.broken_at):
            problems[-1] = quote
        blanked = _without(blanked, found)
        again = parse_yaml(blanked, places=True)
        if again.broken_at is not None:
            problems.append(again.problems[-1])
    if not hidden or again.data is None:
        return AroundBreaks(tree, frozenset())
    spots = again.places().spots
    broken = {place for one in hidden for place in _places(text, one, spots)}
    first = min(one.start for one in hidden)
    for one in again.problems:
        # Keys below a blanked-out start of an item fall to the item above, which has them already.
        if one.code == faults.DUPLICATE_KEY.code and one.span and one.span.start > first:
            broken.add(one.place[:-1] or one.place)
        else:
            problems.append(one)
    read = Tree(text, again.data, problems, dict(spots), again.decomposed, tree.broken_at)
    return AroundBreaks(read, frozenset(broken))


def _open_quote(text: str, hidden: _LineStretch, at: ParseError) -> Finding | None:
    """Return the finding that a quote is left open in `hidden`; the parser stumbles far below."""
    line = text[hidden.start : hidden.stop].partition("\n")[0]
    if at.mark.offset < hidden.stop:
        return None
    for sign in ('"', "'"):
        if line.count(sign) % 2:
            start = mark_at(line_starts(text), hidden.start + line.rindex(sign))
            return faults.SYNTAX.at(*OPEN_QUOTE, span=span(start, start))
    return None


def is_of_broken(finding: Finding, broken: frozenset[KeyPath]) -> bool:
    """Tell whether `finding`, against the schema, is about an entry of which something is blanked out."""
    entries = {entry_of(place) for place in broken if place and isinstance(place[-1], str)}
    return entry_of(finding.place) in entries or any(
        finding.place[: len(place)] == place or entry_of(place) == finding.place for place in broken
    )


def _smallest(text: str, at: ParseError, left: int) -> tuple[_LineStretch | None, int]:
    """Return what to blank out so that the text can be parsed further, and what may still be read."""
    lines = text.splitlines()
    starts = line_starts(text)
    for level in range(_LEVELS):
        found = None
        best = (at.mark.offset, 0)
        tried: set[_LineStretch] = set()
        for line in _suspects(text, lines, at):
            for one in _stretches(lines, starts, line, level, at.mark.line):
                if one in tried or left < len(text):
                    continue
                tried.add(one)
                left -= len(text)
                reached = _reached(_without(text, one))
                rank = (reached, one.start - one.stop)  # the less is blanked out the better
                if reached > max(at.mark.offset, one.stop) and rank > best:
                    best, found = rank, one
        if found is not None:
            return found, left
    return None, left


def _suspects(text: str, lines: list[str], at: ParseError) -> Iterator[int]:
    """Yield lines that may be the broken one: what stands open, odd quotes, the place, lines above."""
    last = min(at.mark.line, len(lines) - 1)
    yield text.count("\n", 0, at.opened)
    for line in range(last, max(-1, last - _QUOTES_BEFORE), -1):
        if lines[line].count('"') % 2 or lines[line].count("'") % 2:
            yield line
    above = [line for line in range(last, -1, -1) if lines[line].strip()]
    yield from above[: 1 + _LINES_BEFORE]


def _stretches(
    lines: list[str], starts: list[int], line: int, level: int, stumbled: int
) -> Iterator[_LineStretch]:
    """Yield what can be blanked out of the entry `level` steps around a line."""
    if line >= len(lines) or not lines[line].strip():
        return
    for _ in range(level):
        outer = _outer(lines, line)
        if outer is None:
            return
        line = outer
    start = _start(lines[line])
    indent, column, after_key = (start.end(name) for name in ("indent", "dash", "key"))
    begin = starts[line]
    if start["key"]:
        yield _LineStretch(begin + after_key, _end(lines, starts, line, column), begin + column)
    line_end = begin + len(lines[line])
    if start["dash"]:
        yield _LineStretch(begin + indent + 1, line_end, begin + indent)
        yield _LineStretch(begin + indent + 1, _end(lines, starts, line, indent), begin + indent)
    else:
        if _is_shallow(lines, line) and (line == stumbled or not start["key"]):
            yield _LineStretch(begin + indent, line_end, begin + indent)
        yield _LineStretch(begin + indent, _end(lines, starts, line, indent), begin + indent)


def _is_shallow(lines: list[str], line: int) -> bool:
    """Tell whether a line starts further left than the one above: then it takes no others with it."""
    above = next((one for one in reversed(lines[:line]) if one.strip()), "")
    return _start(lines[line]).end("indent") < _start(above).end("dash")


def _start(line: str) -> re.Match[str]:
    found = _START.match(line)
    assert found is not None  # it matches nothing too
    return found


def _outer(lines: list[str], line: int) -> int | None:
    """Return the line that the entry around this one starts with."""
    indent = _start(lines[line]).end("indent")
    item = lines[line].lstrip().startswith("-")
    for above in range(line - 1, -1, -1):
        start = _start(lines[above])
        if not lines[above].strip() or lines[above].lstrip().startswith("#"):
            continue
        at = start.end("indent")
        if at < indent or (item and at == indent and not start["dash"]):
            return above
    return None


def _end(lines: list[str], starts: list[int], line: int, indent: int) -> int:
    """Return where the entry ends that starts at the column `indent` of a line."""
    after = line + 1
    own_list = not lines[line][indent:].startswith("-")  # a list may stand right below its key
    while after < len(lines):
        text = lines[after]
        column = len(text) - len(text.lstrip(" "))
        inside = column > indent or (
            own_list and column == indent and text[column:][:2] in ("- ", "-")
        )
        if text.strip() and not inside:
            break
        after += 1
    return starts[after] if after < len(starts) else starts[-1]


def _without(text: str, hidden: _LineStretch) -> str:
    gone = _LETTER.sub(" ", text[hidden.start : hidden.stop])
    return text[: hidden.start] + gone + text[hidden.stop :]


def _reached(text: str) -> int:
    """Return how far the text can be parsed."""
    try:
        for _ in events(text):
            pass
    except ParseError as problem:
        return problem.mark.offset
    return len(text) + 1


def _places(text: str, hidden: _LineStretch, spots: Mapping[KeyPath, Spot]) -> Iterator[KeyPath]:
    """Yield the place of what is blanked out; of a line that lines up with nothing, that above it."""
    starts = {place: (spot.key or spot.value)[0] for place, spot in spots.items() if place}
    items = [one for one, at in starts.items() if at >= hidden.entry and isinstance(one[-1], int)]
    if items and re.compile(r"-\s").match(text, hidden.entry):
        # the item is there still, perhaps from the next line on
        yield min(items, key=lambda one: (starts[one], len(one)))
        return
    found = [place for place, at in starts.items() if hidden.entry <= at <= hidden.start]
    if found:
        yield min(found, key=len)
        return
    column = _column(text, hidden.start)
    word = _WORD.match(text, hidden.start)
    around = [
        place for place, spot in spots.items()
        if spot.value[0] <= hidden.start <= spot.value[1]
        and column == _column(text, spot.value[0])
    ]  # fmt: skip
    meant = [(*holder, word[1]) for holder in around if word]
    if known := [place for place in meant if _is_key(place)]:
        yield known[0]
        return
    above = [place for place, at in starts.items() if at < hidden.start]
    last = max(above, key=starts.__getitem__, default=())
    outer = [(*last[:n], word[1]) for n in range(len(last), -1, -1) if word]
    yield from [place for place in outer if _is_key(place)][:1]
    yield last[:-1] if len(last) > 1 and isinstance(last[-1], str) else last


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset) - 1


def _is_key(place: KeyPath) -> bool:
    """Tell whether a plan can have something at `place`."""
    from cchc.model.plan import Plan
    from cchc.read.schema_fields import annotations_at

    return bool(annotations_at(place, Plan))
