"""A table of a template: the letterhead, the signature, and tables of rows.

A cell, row or table that becomes empty because its tags had nothing to print goes. A row that names
a list of rows repeats for each of them; without any the whole table goes, headings and all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy  # of an lxml element: as deep as deepcopy, and quicker
from dataclasses import replace
from functools import cached_property
from typing import Any

from lxml import etree

from cchc.document.paper import ColumnHead, Rows
from cchc.document.template.choices import OpenChoices, TemplateBlock, every, shown_blocks
from cchc.document.template.expressions import Expression, TagNames
from cchc.document.template.paragraph import TemplateParagraph
from cchc.document.template.stencil import Stencil
from cchc.document.template.styles import TemplateStyles
from cchc.document.template.tags import step_of
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.formatting import DEFAULT_POINTS
from cchc.word.markup import Element, drop, give, properties, w
from cchc.word.tables import column_count, grid_of

_TC, _TR, _TBL = w("tc"), w("tr"), w("tbl")


class TemplateCell:
    """A table cell: its properties and what it holds."""

    def __init__(self, element: Element, place: Message, styles: TemplateStyles) -> None:
        """Compile the w:tc `element`."""
        self.place = place
        self.look = element.find(w("tcPr"))
        self.blocks = compiled_blocks(element, PartPlace(place), styles)
        self.span = column_count(self.look, "gridSpan", 1) or 1

    @property
    def roots(self) -> frozenset[str]:
        """The first names of its tags."""
        return frozenset().union(*(block.roots for block in self.blocks))

    @property
    def expressions(self) -> list[Expression]:
        """The tags of its paragraphs."""
        paragraphs = [one for one in every(self.blocks) if isinstance(one, TemplateParagraph)]
        return [tag for paragraph in paragraphs for tag in paragraph.expressions]

    def shown(self, names: TagNames) -> Iterator[TemplateBlock]:
        """Yield what of it is shown; where a condition speaks of a row, all of it."""
        try:
            yield from list(shown_blocks(self.blocks, names))
        except UserError:
            yield from every(self.blocks)

    def fill(self, names: TagNames, look: Element | None = None) -> tuple[Element, bool]:
        """Return the cell, and whether its tags had nothing to print.

        `look` replaces the properties it has in the template.
        """
        made = self._start(look)
        before = len(made)
        for block in self.blocks:
            made.extend(block.fill(names))
        filled = len(made) > before
        if not filled or made[-1].tag == _TBL:
            made.append(self.bare())
        return made, not filled

    @property
    def size(self) -> float:
        """The size in points of its first paragraph."""
        first = next(
            (one for one in every(self.blocks) if isinstance(one, TemplateParagraph)), None
        )
        return first.size if first else DEFAULT_POINTS

    @property
    def only_tag(self) -> Expression | None:
        """The tag that is all it holds, if there is such a one."""
        block = self.blocks[0] if len(self.blocks) == 1 else None
        return block.only_tag if isinstance(block, TemplateParagraph) else None

    def lined(self, text: str, look: Element | None) -> Element:
        """Return the cell with a line of text in place of its only tag."""
        made = self._start(look)
        made.extend(
            block.lined(text) for block in self.blocks if isinstance(block, TemplateParagraph)
        )
        return made

    def in_place_of(self, own: str, shown: ColumnHead) -> TemplateCell:
        """Return this sample cell printing the column `shown_blocks` where it has the task field `own`."""
        return _InPlaceOf(self, own, shown)

    def _start(self, look: Element | None) -> Element:
        return _begun(_TC, self.look if look is None else look)

    def bare(self) -> Element:
        """Return the empty paragraph a cell must end with, in the look of its own last one."""
        last = [block for block in every(self.blocks) if isinstance(block, TemplateParagraph)][-1:]
        return last[0].bare() if last else etree.Element(w("p"))


class _InPlaceOf(TemplateCell):
    """A sample cell in which one task field is printed in place of another."""

    def __init__(self, sample: TemplateCell, own: str, shown: ColumnHead) -> None:
        self.place, self.look, self.blocks = sample.place, sample.look, sample.blocks
        self.span = sample.span
        self._own, self._shown = own, shown

    @property
    def only_tag(self) -> Expression | None:
        """None: its tag names the other field."""
        return None

    def fill(self, names: TagNames, look: Element | None = None) -> tuple[Element, bool]:
        """Return the cell filled with the field that is shown."""
        task: Any = names["task"]
        seen = replace(task, **{self._own: self._shown.of(task)})
        return super().fill({**names, "task": seen}, look)


class TemplateRow:
    """A table row: its properties and cells."""

    def __init__(
        self, element: Element, table: Message, number: int, styles: TemplateStyles
    ) -> None:
        """Compile the w:tr `element`, row `number` of `table`."""
        self.look = element.find(w("trPr"))
        self.place = say("{table}, row {row}", table=table, row=number)
        self.cells = [
            TemplateCell(tc, say("{row}, cell {cell}", row=self.place, cell=n), styles)
            for n, tc in enumerate(element.findall(_TC), start=1)
        ]
        self.roots = frozenset().union(*(cell.roots for cell in self.cells))

    def start(self, *, header: bool = False) -> Element:
        """Return the row without cells; a header row is repeated on each page."""
        made = _begun(_TR, self.look)
        look = properties(made, "trPr")
        give(look, "cantSplit")
        if header:
            give(look, "tblHeader")
        else:
            drop(look, "tblHeader")
        return made

    def fill(self, names: TagNames) -> list[Element]:
        """Return the row, or nothing when all its cells became empty.

        A row that names a list of rows is returned once for each of them.

        Raises:
            UserError: it names several such lists, or a tag cannot be filled.
        """
        lists = sorted(root for root in self.roots if isinstance(names.get(root), Rows))
        if len(lists) > 1:
            message = say("{place}: names several lists of rows: {names}", place=self.place,
                          names=", ".join(lists))  # fmt: skip
            raise UserError(message)
        if lists:
            items: Iterable[object] = names[lists[0]]  # type: ignore[assignment]
            return [self._stencil.fill({**names, lists[0]: item}) for item in items]
        made = _begun(_TR, self.look)
        gone = True
        for cell in self.cells:
            element, emptied = cell.fill(names)
            made.append(element)
            gone = gone and (
                emptied or not any((t.text or "").strip() for t in element.iter(w("t")))
            )
        return [] if gone and self.roots else [made]

    @cached_property
    def _stencil(self) -> Stencil:
        return Stencil(self.start(), [(cell, None) for cell in self.cells])


class TemplateTable:
    """A compiled table."""

    def __init__(self, element: Element, place: Message, styles: TemplateStyles) -> None:
        """Compile the w:tbl `element`."""
        self.place, self.styles = place, styles
        self.look = element.find(w("tblPr"))
        self.grid = grid_of(element)
        self.rows = [
            TemplateRow(tr, place, n, styles) for n, tr in enumerate(element.findall(_TR), start=1)
        ]

    @property
    def roots(self) -> frozenset[str]:
        """The first names of its tags."""
        return frozenset().union(*(row.roots for row in self.rows))

    def start(self, grid: Iterable[int]) -> Element:
        """Return the table without rows, its columns `grid` twips wide."""
        made = etree.Element(_TBL)
        made.append(copy(self.look) if self.look is not None else etree.Element(w("tblPr")))
        columns = etree.SubElement(made, w("tblGrid"))
        for width in grid:
            etree.SubElement(columns, w("gridCol")).set(w("w"), str(width))
        return made

    def fill(self, names: TagNames) -> list[Element]:
        """Return the table, or nothing when all its rows went."""
        if not has_rows(self, names):
            return []
        made = self.start(self.grid)
        rows = [element for row in self.rows for element in row.fill(names)]
        made.extend(rows)
        return [made] if rows else []


class PartPlace:
    """Where the reader of a part is: its paragraphs and tables are numbered in messages."""

    def __init__(self, part: Message) -> None:
        """Begin at the top of `part`."""
        self._part = part
        self._paragraphs = self._tables = 0

    def of(self, element: Element) -> Message:
        """Return the place of the next paragraph or table, `element`."""
        if element.tag == _TBL:
            self._tables += 1
            return say("{part}, table {number}", part=self._part, number=self._tables)
        self._paragraphs += 1
        return say("{part}, paragraph {number}", part=self._part, number=self._paragraphs)


def compiled_blocks(
    elements: Iterable[Element], place: PartPlace, styles: TemplateStyles
) -> list[TemplateBlock]:
    """Compile the paragraphs and tables among `elements`, which stand one after another.

    Raises:
        UserError: a tag cannot be read, a choice is not closed.
    """
    blocks = OpenChoices()
    for element in elements:
        if element.tag == _TBL:
            blocks.add(TemplateTable(element, place.of(element), styles))
        elif element.tag == w("p"):
            here = place.of(element)
            if step := step_of(element):
                blocks.step(step, here)
            else:
                blocks.add(TemplateParagraph(element, here, styles))
    return blocks.closed()


def has_rows(block: TemplateBlock, names: TagNames) -> bool:
    """Whether `block` names no list of rows, or one that is not empty."""
    values = [names.get(root) for root in block.roots]
    lists = [value for value in values if isinstance(value, Rows)]
    return not lists or any(lists)


def shaped(cell: TemplateCell, width: int, span: int = 1, merge: str = "") -> Element:
    """Return a cell's properties with its width, columns covered and vertical merge set.

    `merge` is `restart`, `continue` or nothing.
    """
    look = etree.Element(w("tcPr")) if cell.look is None else copy(cell.look)
    give(look, "tcW", w=str(width), type="dxa")
    drop(look, "gridSpan")
    if span > 1:
        give(look, "gridSpan", val=str(span))
    if merge:
        give(look, "vMerge", val=merge)
    return look


def _begun(tag: str, look: Element | None) -> Element:
    made = etree.Element(tag)
    if look is not None:
        made.append(copy(look))
    return made
