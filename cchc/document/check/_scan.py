"""A Word document laid out flat for judging: paragraphs, tables and sections with their places.

A paragraph that holds several parts of a paper is cut into these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from cchc.messages import Message
from cchc.word.formatting import Letters, ParagraphLayout
from cchc.word.markup import Element, flag, w
from cchc.word.measures import given_twips


class StyledSpan(NamedTuple):
    """A stretch of text in one look."""

    text: str
    letters: Letters


class CellAt(NamedTuple):
    """The cell or the text box in which a paragraph stands; numbers count from 1."""

    table: Element
    row: int
    cell: int
    width: int
    """Twips for text, cell margins taken off."""
    element: Element
    box: bool = False
    """Whether it is a text box, which is no part of a table."""


@dataclass(slots=True, eq=False)
class Para:
    """A paragraph."""

    element: Element
    place: Message
    part: str
    order: int
    section: int
    spans: tuple[StyledSpan, ...]
    layout: ParagraphLayout
    end: Letters
    """The look of the paragraph mark, which gives an empty paragraph its height."""
    cell: CellAt | None = None
    mark: str = ""
    """The number or bullet that Word puts before the text by itself."""

    @property
    def text(self) -> str:
        """The text as printed, capitals by formatting included, without an automatic mark.

        A paragraph that is hidden as a whole is read all the same, to be told of.
        """
        shown = [span for span in self.spans if not span.letters.hidden] or self.spans
        return "".join(s.text.upper() if s.letters.caps else s.text for s in shown)

    @property
    def words(self) -> str:
        """The text in one line with single spaces, after its automatic mark."""
        return " ".join(f"{self.mark} {self.text}".split())

    @property
    def solid(self) -> list[StyledSpan]:
        """The spans that show something; signs of notes left out."""
        return [span for span in self.spans if span.text.strip() and not span.letters.raised]

    @property
    def lettered(self) -> list[StyledSpan]:
        """The spans with letters or digits."""
        return [span for span in self.solid if any(c.isalnum() for c in span.text)]

    @property
    def is_empty(self) -> bool:
        """Whether it shows neither text nor a picture, a field or a drawing, nor a bookmark keeps it
        for something (`_...` are Word's own)."""
        if self.words or any(mark in span.text for span in self.spans for mark in "\f"):
            return False
        shown = ("drawing", "pict", "object", "fldSimple", "instrText", "oMath")
        kept = (one.get(w("name")) or "_" for one in self.element.iter(w("bookmarkStart")))
        if not all(name.startswith("_") for name in kept):
            return False
        return not any(node.tag.rpartition("}")[2] in shown for node in self.element.iter()
                       if isinstance(node.tag, str))  # fmt: skip

    def shares_table(self, other: Para) -> bool:
        """Whether another paragraph stands in the same table."""
        return bool(self.cell and other.cell and self.cell.table is other.cell.table)

    def share(self, name: str) -> float:
        """Return the share of its letters that have the look `name` (bold, italic...)."""
        spans = self.lettered or self.solid
        letters = [(sum(c.isalnum() for c in s.text) or 1, getattr(s.letters, name)) for s in spans]
        return sum(n for n, on in letters if on) / (sum(n for n, _ in letters) or 1)


@dataclass(slots=True)
class TableAt:
    """A table directly in the body, or inside a cell."""

    element: Element
    place: Message
    order: int
    section: int
    width: int
    """Twips of the text it stands in."""
    paragraphs: list[Para] = field(default_factory=list)

    @property
    def rows(self) -> list[Element]:
        """Its w:tr elements."""
        return list(self.element.findall(w("tr")))


@dataclass(slots=True)
class BoxAt:
    """A text box that hangs in a paragraph of the body."""

    element: Element
    place: Message
    order: int
    section: int
    paragraphs: list[Para] = field(default_factory=list)


@dataclass(slots=True)
class SectionAt:
    """A section: its w:sectPr, and the header and footer parts that its pages show, by type."""

    element: Element
    number: int
    place: Message
    headers: dict[str, str]
    footers: dict[str, str]
    start: int = 0
    """The order of its first block."""

    def twips(self, name: str, attribute: str) -> int | None:
        """Return a length of its page settings, None when it is not there."""
        return given_twips(self.element, name, attribute)

    def has(self, name: str) -> bool:
        """Whether a switch such as titlePg is on."""
        return bool(flag(self.element, name))

    @property
    def text_width(self) -> int:
        """Twips between the margins."""
        sides = (self.twips("pgMar", "left") or 0) + (self.twips("pgMar", "right") or 0)
        return (self.twips("pgSz", "w") or 11906) - sides


ScannedBlock = Para | TableAt | BoxAt


@dataclass
class Scan:
    """A whole document."""

    parts: dict[str, bytes]
    roots: dict[str, Element]
    """The XML parts that could matter here, by name."""
    blocks: list[ScannedBlock]
    """What stands directly in the body, in order."""
    tables: list[TableAt]
    sections: list[SectionAt]
    margins: dict[str, list[Para]]
    """The paragraphs of each header and footer part."""
    styles: dict[str, str]
    """Style names by id."""

    @cached_property
    def paragraphs(self) -> list[Para]:
        """Every paragraph of the body and its tables, in order."""
        return list(_all(self.blocks))

    @cached_property
    def words(self) -> str:
        """The whole text in one line for each paragraph."""
        return "\n".join(p.words for p in self.paragraphs)


def _all(blocks: list[ScannedBlock]) -> Iterator[Para]:
    for block in blocks:
        if isinstance(block, Para):
            yield block
        else:
            yield from block.paragraphs


_SPACES = re.compile("[ \N{NO-BREAK SPACE}]{3,}")


def cut_paragraph(p: Para) -> list[Para]:
    """Return what a paragraph holds, cut at line breaks and tabs; itself when it is of one piece."""
    return [one for line in cut(p, "\n") for one in cut(line, "\t")]


def cut(p: Para, sign: str) -> list[Para]:
    """Return the pieces of a paragraph between the places where `sign` stands."""
    if sign not in p.text.strip():
        return [p]
    spans: list[list[StyledSpan]] = [[]]
    for span in p.spans:
        for n, text in enumerate(span.text.split(sign)):
            if n:
                spans.append([])
            if text:
                spans[-1].append(span._replace(text=text))
    made = [replace(p, spans=tuple(one)) for one in spans if any(s.text.strip() for s in one)]
    for later in made[1:]:
        later.mark = ""
    return made or [p]


def cut_at_spaces(p: Para) -> list[Para]:
    """Return the pieces of a paragraph between runs of typed spaces."""
    marked = replace(p, spans=tuple(s._replace(text=_SPACES.sub("\t", s.text)) for s in p.spans))
    return cut(marked, "\t")
