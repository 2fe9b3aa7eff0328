"""A paper as a row of clean lines and tables: marks taken off, leftovers of markup gone.

Nothing is understood yet but where a line begins and what its mark is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from cchc.intake.marks import ParagraphMark, read_label, read_mark
from cchc.intake.office_paper import Block, Cell, OfficePaper, Paragraph, Place, Table


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text outside the tables that hold tasks."""

    text: str
    """Without its mark, single spaces, composed letters; never empty."""
    place: Place
    mark: ParagraphMark | None = None
    level: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    bare: str = ""
    """The text of a line that is nothing but a mark."""
    aside: str = ""
    """The end of the text that stands apart behind a tab or a wide gap, as in a second column."""

    @property
    def whole(self) -> str:
        """The line with its mark, as printed."""
        if self.mark is None or self.bare:
            return self.text
        return f"{self.mark.text} {self.text}"

    @property
    def heading(self) -> bool:
        """Whether it looks like a heading: by its style, bold, or all in capitals."""
        return self.level is not None or self.bold or is_capitals(self.text)


_TAGS = re.compile(r"</?(?:b|i|u|p|em|strong|br|sup|sub|span|div|font)\b[^<>]{0,200}>", re.I)
_STARS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*]+?)(?<=\S)\1(?![\w*])")
_STAR_ENDS = re.compile(r"^\*{2,3}\s*|\s*\*{2,3}$")
_HASHES = re.compile(r"^#{1,6}\s+")
_ESCAPED = re.compile(r"\\([-.()#*+_])")
_BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_RULE = re.compile(r"[\s_=*~.…·─━—–-]*")


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """Return `text` composed (NFC), with single spaces and without leftovers of markup.

    Line breaks stay.
    """
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).replace("\u2011", "-")
    text = re.sub(r"<br\s*/?>|</p>\s*(?=<p>)|(?<=[^\s>])(?=<p>)", "\n", text, flags=re.I)
    text = _TAGS.sub("", text)
    lines = []
    for raw in text.splitlines():
        line = _HASHES.sub("", _BLANKS.sub(" ", raw).strip())
        line = _STAR_ENDS.sub("", _STARS.sub(r"\2", line))
        lines.append(_ESCAPED.sub(r"\1", line).strip())
    return "\n".join(lines).strip("\n")


def is_capitals(text: str) -> bool:
    """Tell whether all letters of `text` are capitals, and there are at least four."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters)


def flattened(paper: OfficePaper) -> list[Line | Table]:
    """Return the lines and tables of `paper` in reading order; drawn lines are left out."""
    found: list[Line | Table] = []
    for one in (line for block in paper.blocks for line in _of_block(block)):
        last = found[-1] if found else None
        if isinstance(last, Line) and isinstance(one, Line) and _is_bare(last) and one.mark is None:
            # "PHẦN THỨ NHẤT" stands on a line of its own, its title on the next.
            found[-1] = replace(one, mark=last.mark, place=last.place, bold=last.bold or one.bold)
        else:
            found.append(one)
    return found


def _is_bare(line: Line) -> bool:
    return line.mark is not None and line.mark.kind in ("part", "roman") and line.text == line.bare


def lines_of(paragraph: Paragraph) -> list[Line]:
    """Return the lines of one paragraph; a line break begins a new one."""
    found: list[Line] = []
    marked = bool(re.match(r"\s*(?:#{1,6}\s|\*\*.*\*\*\s*$)", paragraph.text))
    asides = _asides(paragraph.text)
    for n, text in enumerate(clean(paragraph.text).splitlines()):
        if _RULE.fullmatch(text):
            continue
        mark, rest = read_mark(text)
        label = read_label(paragraph.label) if n == 0 and paragraph.label else None
        # A number typed behind an automatic dash is the number; behind a number it is text.
        if label and (mark is None or label.kind not in ("dash", "plus")):
            mark, rest = label, text
        found.append(
            Line(
                rest.strip() or text, paragraph.place, mark, paragraph.level,
                bold=paragraph.bold or marked, italic=paragraph.italic,
                centred=paragraph.align == "center", bare="" if rest.strip() else text,
                aside=asides.get(text, ""),
            )
        )  # fmt: skip
    return found


_GAP = re.compile(r"(?:^|(?<=[\w:;,.)])\s*)(?:\t+|[ \u00a0]{4,})\s*(?=[^\W\d_(])")


def _asides(text: str) -> dict[str, str]:
    """Return for each line what stands in it behind the last tab or wide gap."""
    if "\t" not in text and "    " not in text.replace("\u00a0", " "):
        return {}
    found: dict[str, str] = {}
    for raw in text.splitlines():
        gaps = list(_GAP.finditer(raw.rstrip()))
        if gaps and (aside := clean(raw[gaps[-1].end() :])):
            found[clean(raw)] = aside
    return found


def cell_lines(cell: Cell) -> list[Line]:
    """Return the lines of a table cell, placed at the cell."""
    if cell.blocks:
        inner: list[Line] = []
        for block in cell.blocks:
            if isinstance(block, Paragraph):
                inner += lines_of(block)
            else:
                inner += [
                    line for row in block.rows for one in row.cells for line in cell_lines(one)
                ]
        return [replace(line, place=cell.place) for line in inner]
    text = Paragraph(cell.text, cell.place, bold=cell.bold, italic=cell.italic)
    return lines_of(text)


def words_of(cell: Cell) -> str:
    """Return the text of a cell with that of the tables inside it."""
    inner = [words_of(one) for block in cell.blocks if isinstance(block, Table)
             for row in block.rows for one in row.cells]  # fmt: skip
    return "\n".join(text for text in (cell.text, *inner) if text.strip())


def _of_block(block: Block) -> list[Line | Table]:
    return [block] if isinstance(block, Table) else list(lines_of(block))


_SENTENCE_END = re.compile(r"(?:(?<=(?:[^\W\d_]|[)”%])[.])|(?<=\d{4}[.]))\s+(?=[A-ZÀ-ỸĐ])")


def sentences(text: str) -> list[str]:
    """Cut a paragraph into its sentences."""
    return [one for one in _SENTENCE_END.split(text) if one]
