"""The hidden bookmarks by which a printed paper knows what of the plan each of its texts shows.

Word hides a bookmark whose name begins with `_`; a name has at most 40 letters, digits and `_`
(ISO/IEC 29500-1, 17.13.6.2, and Word's own limit). A mark is made from the id of what is printed, or
from its words where it has none, so that two prints of a plan have the same marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from hashlib import sha256
from typing import Literal

from lxml import etree

from cchc.word.markup import Element, w

PREFIX = "_cchc"
LONGEST = 40
_ROOM = LONGEST - len("__99__p99")
"""Room for the name of what may stand twice, or in several paragraphs."""
_DIGITS = 10

BookmarkKind = Literal["base", "recipient", "section", "appendix", "area", "task", "paper"]
_LETTERS: dict[BookmarkKind, str] = {
    "base": "b", "recipient": "r", "section": "s", "appendix": "p", "area": "a", "task": "t",
    "paper": "h",
}  # fmt: skip

AREA_MARK = f"{PREFIX}{_LETTERS['area']}_"
"""How the mark of a heading inside a table begins."""


_OF_WORDS = re.compile(rf"{PREFIX}[a-z]__[0-9a-f]{{{_DIGITS}}}")


def words_digest(words: str) -> str:
    """Return a digest of a printed value; blanks and line breaks count as one space each."""
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return sha256(plain.encode()).hexdigest()[:_DIGITS]


class Marks:
    """Hands out the marks of one paper, each once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._given: Counter[str] = Counter()

    def of(self, kind: BookmarkKind, id_: str | None, words: str = "") -> str:
        """Return the mark of something with an id, or else with these words."""
        letter = _LETTERS[kind]
        # No id has two hyphens in a row: what stands behind "__" is never part of one.
        name = f"{PREFIX}{letter}_{id_.replace('-', '_')}" if id_ else ""
        room = LONGEST if kind == "task" else _ROOM
        if len(name) > room:
            name = f"{name[: room - _DIGITS - 2]}__{words_digest(name)}"
        name = name or f"{PREFIX}{letter}__{words_digest(words)}"
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}__{self._given[name]}"


def same_words(mark: str) -> str:
    """Return what all marks made of the same words have in common; nothing for one of an id."""
    found = _OF_WORDS.match(mark)
    return found[0] if found else ""


def next_paragraph(mark: str, number: int) -> str:
    """Return the mark of paragraph `number` (from 1) of what `mark` marks."""
    return mark if number == 1 else f"{mark}__p{number}"


def put_mark(paragraph: Element, mark: str) -> None:
    """Put a bookmark around what stands in a w:p; `number_marks` gives it its id."""
    look = paragraph.find(w("pPr"))
    start, end = etree.Element(w("bookmarkStart")), etree.Element(w("bookmarkEnd"))
    start.set(w("id"), "0")
    start.set(w("name"), mark)
    end.set(w("id"), "0")
    paragraph.insert(0 if look is None else 1, start)
    paragraph.append(end)


def number_marks(body: Element) -> None:
    """Give the bookmarks of a document their ids; one that a template prints twice stands once.

    They do not overlap, and those of the template have been taken out.
    """
    seen: set[str] = set()
    starts, ends = list(body.iter(w("bookmarkStart"))), list(body.iter(w("bookmarkEnd")))
    for start, end in zip(starts, ends, strict=True):
        name = start.get(w("name"))
        if name in seen:
            start.getparent().remove(start)
            end.getparent().remove(end)
            continue
        seen.add(name)
        for node in (start, end):
            node.set(w("id"), str(len(seen)))
