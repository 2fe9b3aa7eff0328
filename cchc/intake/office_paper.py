"""A paper as an office keeps it: paragraphs and tables in reading order, whatever the file was.

Nothing is understood here: the readers of `office` fill these types, and what they mean is found
out from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from cchc.messages import Message, say

PlanData = dict[str, object]
"""What a paper gives for a plan: keys and values as a plan file has them."""


class Place(NamedTuple):
    """Where something stands in a paper, counted from 1; 0 is "not there"."""

    paragraph: int = 0
    """Paragraph outside tables."""
    table: int = 0
    row: int = 0
    cell: int = 0
    line: int = 0
    """Line of a text file."""
    sheet: str = ""
    """Name of an Excel sheet; its rows and cells are `row` and `cell`."""
    part: str = ""
    """`header`, `footer` or `note`: outside the text of the paper."""

    @property
    def words(self) -> Message:
        """The place as a user looks it up."""
        if self.part:
            return PARTS[self.part]
        if self.line:
            return say("line {line}", line=self.line)
        if self.sheet and self.cell:
            return say("sheet {sheet}, row {row}, column {cell}",
                       sheet=self.sheet, row=self.row, cell=self.cell)  # fmt: skip
        if self.sheet:
            return say("sheet {sheet}, row {row}", sheet=self.sheet, row=self.row)
        if self.cell:
            return say("table {table}, row {row}, cell {cell}",
                       table=self.table, row=self.row, cell=self.cell)  # fmt: skip
        if self.row:
            return say("table {table}, row {row}", table=self.table, row=self.row)
        if self.table:
            return say("table {table}", table=self.table)
        return say("paragraph {paragraph}", paragraph=self.paragraph)


PARTS: dict[str, Message] = {
    "header": say("page header"),
    "footer": say("page footer"),
    "note": say("footnote or endnote"),
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph outside tables."""

    text: str
    """NFC; line breaks are newlines, tabs stay tabs; not stripped of typed numbers or dashes."""
    place: Place
    label: str = ""
    """The number Word prints by itself, as printed: "I.", "1.1.", "a)", "-"."""
    level: int | None = None
    """Outline level of its style (heading 1 is 0); None for plain text."""
    style: str = ""
    bold: bool = False
    """All of its letters are bold (effective formatting, not only of the run)."""
    italic: bool = False
    align: Literal["left", "center", "right", "both", ""] = ""
    marks: tuple[str, ...] = ()
    """Names of the bookmarks that begin in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell stands once, where it begins."""

    text: str
    """Paragraphs of the cell joined by newlines, automatic numbers written out before them."""
    place: Place
    column: int
    """First grid column, from 0."""
    columns: int = 1
    """Grid columns covered."""
    rows: int = 1
    """Rows covered."""
    bold: bool = False
    italic: bool = False
    blocks: tuple[Paragraph | Table, ...] = ()
    """What the cell holds, in order; a table inside a cell stands here."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cells that begin in it."""

    cells: tuple[Cell, ...]
    place: Place
    header: bool = False
    """Word repeats it on each page."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its width is that of the widest row."""

    rows: tuple[Row, ...]
    place: Place
    columns: int


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """A whole file: its blocks in reading order."""

    path: Path
    blocks: tuple[Block, ...]
    notes: tuple[Message, ...] = field(default=())
    """What the reader left out (pictures, tracked deletions, macros), for the report."""
    apart: tuple[Paragraph, ...] = ()
    """Text that is seen but stands outside the order of reading: page footers, notes, the text of
    cells merged away."""
