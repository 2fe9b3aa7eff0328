"""From YAML text to plain data, and on demand the place of every key and value.

Every scalar stays text: `2.10`, `NO` and `07/12` are what was typed; only a value left empty, or
written as YAML's null (`~`, `null`), is None: absent. Letters are composed (Unicode NFC), so that
the same words are the same text however an editor stores them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.messages import say
from cchc.model.finding import Finding, KeyPath
from cchc.read import faults
from cchc.read.yaml.builder import Builder
from cchc.read.yaml.characters import ODD_INDENT, named
from cchc.read.yaml.conflict_marks import unsettled
from cchc.read.yaml.positions import Places, PlainData, Spot, line_starts, mark_at, span

if TYPE_CHECKING:
    from cchc.read.yaml.parser import ParseError

MAX_INDENTS = 2000
"""Lines with other spaces at their start that are listed: “--fix” mends them all."""


class Tree:
    """What a text holds: `data` (None when unusable), and what is wrong with it as YAML."""

    __slots__ = ("_spots", "broken_at", "data", "decomposed", "problems", "text")

    def __init__(
        self,
        text: str,
        data: PlainData,
        problems: list[Finding],
        spots: dict[KeyPath, Spot] | None,
        decomposed: dict[KeyPath, str] | None = None,
        broken_at: ParseError | None = None,
    ) -> None:
        self.text = text
        self.broken_at = broken_at
        """From where on the text is no YAML; None: all of it is."""
        self.data = data
        self.problems = problems
        self.decomposed = decomposed or {}
        """The values that are not composed (NFC) in the file, as they stand there."""
        self._spots = spots

    def places(self) -> Places:
        """Return the places of all key paths, reading the text once more if need be."""
        if self._spots is None:
            self._spots = parse_yaml(self.text, places=True)._spots
        return Places(self.text, self._spots or {})


def parse_yaml(text: str, *, places: bool = False) -> Tree:
    """Read one YAML document; faults come back in `Tree.problems`, never as exceptions."""
    if problems := unsettled(text):
        return Tree(text, None, problems, {(): Spot(None, (0, 0))})
    straight, problems = _straightened(text)
    builder = Builder(straight, {} if places else None)
    data = builder.build()
    if builder.spots is not None:
        builder.spots.setdefault((), Spot(None, (0, 0)))
    problems += builder.problems
    return Tree(text, data, problems, builder.spots, builder.decomposed, builder.broken_at)


def _straightened(text: str) -> tuple[str, list[Finding]]:
    """Return `text` with plain spaces where other spaces indent a key or item, and these as findings.

    They look alike, and YAML takes the others for letters. Offsets stay as they are. Where a long
    text goes on, such a space belongs to it.
    """
    # No other space than the plain one counts as printable: most files need no search.
    odd = [] if text.replace("\n", "").isprintable() else list(ODD_INDENT.finditer(text))
    if not odd:
        return text, []
    builder = Builder(_with_spaces(text, odd), {})
    builder.build()
    starts = {(spot.key or spot.value)[0]: at for at, spot in (builder.spots or {}).items()}
    odd = [found for found in odd if found.end() in starts]
    lines = line_starts(text)
    problems = [
        faults.CONTROL.at(
            say("the line is indented with {name}, which only looks like a space", name=named(found[1][0])),
            say("type plain spaces; “cchc validate --fix” does it"),
            span=span(mark_at(lines, found.start(1)), mark_at(lines, found.end(1))),
            replacement=" " * len(found[1]), place=starts[found.end()],
        )
        for found in odd[:MAX_INDENTS]
    ]  # fmt: skip
    return _with_spaces(text, odd), problems


def _with_spaces(text: str, odd: list[re.Match[str]]) -> str:
    done = 0
    pieces = []
    for found in odd:
        pieces += [text[done : found.start(1)], " " * len(found[1])]
        done = found.end(1)
    return "".join([*pieces, text[done:]])
