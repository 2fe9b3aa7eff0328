"""From a place as findings name it to paragraphs and words of the XML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cchc.document.comments.ranges import CommentRange
from cchc.document.comments.words import JoinedText, letters_of
from cchc.intake.office_paper import Place
from cchc.word.markup import Element, w

CommentPlace = Place | int | None
"""A place as the intake counts, the number of an element in document order, or none."""

_P, _TBL, _SECTION, _BOX = w("p"), w("tbl"), w("sectPr"), w("txbxContent")
_AHEAD = 4
"""Paragraphs looked at behind the place, beside the lines looked for: headings, blank lines."""


class CommentPlaces:
    """The paragraphs of one document by their places."""

    def __init__(self, root: Element, paragraphs: Sequence[tuple[Place, Element]]) -> None:
        """`paragraphs` has each paragraph of `root` with its place, in order.

        Raises:
            ValueError: there is none that could have a comment.
        """
        self._root = root
        self._elements: list[Element] = []
        self._known: dict[Element, None] = {}
        self._outside: list[Element] = []
        self._nth: dict[int, int] = {}
        self._cells_of: dict[tuple[int, ...], dict[Place, list[Element]]] = {}
        for place, paragraph in paragraphs:
            held = _held(paragraph)
            if held is not None:
                self._known[held] = None
                self._note(place, held)
        if not self._known:
            raise ValueError("no paragraph")

    def _note(self, place: Place, paragraph: Element) -> None:
        if place.paragraph:
            self._nth.setdefault(place.paragraph, len(self._outside))
            self._outside.append(paragraph)
            return
        for key in {place[1:4], place[1:3], place[1:2]}:
            self._cells_of.setdefault(key, {}).setdefault(place, []).append(paragraph)

    def stretch(self, place: CommentPlace, words: str, within: str, nth: int) -> CommentRange:
        """Return the stretch that a remark is about; its whole paragraph when words are not found."""
        cells = self._cells(place, words)
        found = JoinedText(cells).find(words, within, nth)
        if found is not None:
            first, last = (next(one.node.iterancestors(_P)) for one in found)
            if first.getparent() is last.getparent():
                return CommentRange(tuple(dict.fromkeys((first, last))), *found)
        whole = not isinstance(place, Place) or bool(place.table)
        paragraphs = _ends(cells, whole=whole)
        return CommentRange(paragraphs, *(JoinedText([paragraphs]).ends() or ()))

    def _cells(self, place: CommentPlace, words: str) -> list[list[Element]]:
        """Return the paragraphs to look at, by cells."""
        if isinstance(place, Place) and place.table:
            # A place may name a cell that holds nothing: then its row, then the table.
            for named in (place[1:4], place[1:3], place[1:2]):
                if held := self._cells_of.get(named):
                    return [list(dict.fromkeys(cell)) for cell in held.values()]
        if isinstance(place, Place) and place.paragraph in self._nth:
            first = self._nth[place.paragraph]
            ahead = self._outside[first : first + len(words.splitlines()) + _AHEAD]
            return [list(dict.fromkeys(ahead))]
        if isinstance(place, int) and (held_by := self._of_element(place)):
            return [held_by]
        return [[self._title()]]

    def _of_element(self, number: int) -> list[Element]:
        if not self._elements:
            from lxml import etree

            self._elements = list(self._root.iter(etree.Element))
        node = self._elements[number] if number < len(self._elements) else self._root
        if node.tag == _SECTION:
            return self._section(node)
        around = [one for one in (node, *node.iterancestors(_P)) if one in self._known]
        inside = around or [one for one in node.iter(_P) if one in self._known]
        return [next((one for one in inside if _says(one)), inside[0])] if inside else []

    def _section(self, page: Element) -> list[Element]:
        """Return the first paragraph with words of the section that ends with `page`."""
        order = {one: n for n, one in enumerate(self._elements)}
        before = max(
            (order[one] for one in self._root.iter(_SECTION) if order[one] < order[page]), default=0
        )
        inside = [one for one in self._known if before < order[one] < order[page]]
        outside = [one for one in inside if next(one.iterancestors(_TBL), None) is None]
        return [one for one in (*outside, *inside) if _says(one)][:1] or inside[:1]

    def _title(self) -> Element:
        """Return the first paragraph with words, outside tables where there is one."""
        every = [*self._outside, *self._known]
        return next((one for one in every if _says(one)), every[0])


def _ends(cells: list[list[Element]], *, whole: bool) -> tuple[Element, ...]:
    """Return the first paragraph or, of a cell taken `whole`, the first and last with words."""
    if not whole:
        return (cells[0][0],)
    cell = cells[0]
    if len(cells) > 1:  # a row: not its number but its words
        cell = next((one for one in cells if any(_has_word(p) for p in one)), cell)
    said = [p for p in cell if _says(p)] or cell[:1]
    last = [p for p in said if p.getparent() is said[0].getparent()][-1]
    return tuple(dict.fromkeys((said[0], last)))


def _held(paragraph: Element) -> Element | None:
    """Return the paragraph, or the one in which its text box hangs: Word has no comments there."""
    held = paragraph
    while held is not None and (box := next(held.iterancestors(_BOX), None)) is not None:
        held = next(box.iterancestors(_P), None)
    return held


def _says(paragraph: Element) -> bool:
    return any(not one.text.isspace() for one in letters_of(paragraph))


def _has_word(paragraph: Element) -> bool:
    letters: Iterator[str] = (one.text for one in letters_of(paragraph))
    return sum(letter.isalpha() for letter in letters) > 3


def numbers(elements: Iterable[Element | None]) -> list[int | None]:
    """Return the number of each element in its document; None for what is in none."""
    from lxml import etree

    known: dict[Element, dict[Element, int]] = {}
    found: list[int | None] = []
    for one in elements:
        root = None if one is None else one.getroottree().getroot()
        if root is not None and root not in known:
            known[root] = {each: n for n, each in enumerate(root.iter(etree.Element))}
        found.append(
            known[root].get(one) if root is not None and root.tag == w("document") else None
        )
    return found
