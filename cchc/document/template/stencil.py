"""A table row printed for many items: copied whole, and only its words are set.

Most cells hold a single tag that gives one line of text. What is more than that (several tags, a
list, breaks, nothing to print) is filled as in any other row.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy  # of an lxml element: as deep as deepcopy, and quicker
from typing import Protocol

from lxml import etree

from cchc.document.template.expressions import Expression, TagNames
from cchc.document.template.unbroken import unbroken_in_cell
from cchc.document.words import NO_BREAK_HYPHEN
from cchc.word.markup import Element, w


class SampleCell(Protocol):
    """A cell of the template's row."""

    @property
    def only_tag(self) -> Expression | None:
        """The tag that is all it holds, if there is such a one."""

    def lined(self, text: str, look: Element | None) -> Element:
        """Return the cell with a line of text in place of its only tag."""

    def fill(self, names: TagNames, look: Element | None = None) -> tuple[Element, bool]:
        """Return the cell, and whether its tags had nothing to print."""


Fitted = tuple[SampleCell, Element | None]
"""A cell, and the properties that replace those it has in the template."""


class Stencil:
    """A row ready to be printed many times."""

    def __init__(self, row: Element, cells: Sequence[Fitted]) -> None:
        """Put blank `cells` into `row`, which has none."""
        self._row = row
        self._cells = [(cell, look, cell.only_tag) for cell, look in cells]
        for cell, look, tag in self._cells:
            row.append(cell.lined("-", look) if tag else etree.Element(w("tc")))

    def fill(self, names: TagNames) -> Element:
        """Return the row for the item among `names`.

        Raises:
            UserError: a tag cannot be filled.
        """
        made = copy(self._row)
        blanks = made[len(made) - len(self._cells) :]
        for blank, (cell, look, tag) in zip(blanks, self._cells, strict=True):
            value = tag.value(names) if tag else None
            if isinstance(value, str) and _is_line(value := unbroken_in_cell(value)):
                blank[-1][-1][-1].text = value  # its paragraph's run's text
            else:
                made.replace(blank, cell.fill(names, look)[0])
        return made


def _is_line(value: str) -> bool:
    """Whether `value` is a text that needs nothing but to be put in: no breaks, no signs, no wide
    blanks."""
    return (
        value.isprintable()
        and value.strip(" ") == value != ""
        and "  " not in value
        and NO_BREAK_HYPHEN not in value
    )
