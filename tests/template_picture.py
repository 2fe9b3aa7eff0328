"""A template or a print of it as a picture (SVG), drawn from its dump: no other program is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from cchc.document.metrics import MM_PER_POINT, width_mm, wrapped
from cchc.document.template.styles import LINE_STYLES

SCALE = 3
"""Units of the picture for a millimetre."""
_ABOVE, _LEFT, _RIGHT = 12, 30, 15
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})")
_PAGE = re.compile(r"(\d+) x (\d+) mm")
_STYLE = re.compile(r"(.+?): (\d+)pt(.*)")


@dataclass
class Look:
    """How a style looks."""

    size: float
    words: str
    """The rest of its line in the dump."""

    @property
    def before(self) -> float:
        """The room above it, in mm."""
        found = re.search(r"before=(\d+)pt", self.words)
        return int(found[1]) * MM_PER_POINT if found else 0


@dataclass
class Drawing:
    """One page while it is drawn: its marks, and how far down it is filled, in mm."""

    width: int
    looks: dict[str, Look]
    marks: list[str] = field(default_factory=list)
    last: str = ""
    """The words drawn last, by which a line below them is measured."""

    def paragraph(self, line: str, left: float, top: float, room: float) -> float:
        """Draw `Style: text` and return where it ends."""
        style, _, text = line.partition(": ") if ": " in line else (line.rstrip(":"), "", "")
        look = self.looks.get(style, Look(12, ""))
        if style in LINE_STYLES:
            half = min(width_mm(self.last, 14), room) * LINE_STYLES[style] / 2
            middle, down = left + room / 2, top + 2
            self.line(middle - half, down, middle + half, down)
            return top + 4
        if _TAG.fullmatch(text) and (width := width_mm(text, look.size)) > room:
            look = Look(look.size * room / width, look.words)
        indent = 12.7 if "firstLine" in look.words else 0
        top += look.before
        for n, words in enumerate(wrapped(text, room - indent, look.size) or [""]):
            top += look.size * MM_PER_POINT * 1.2
            self.text(words, left + (0 if n else indent), top - 1, room, look)
            self.last = words or self.last
        return top

    def text(self, words: str, left: float, base: float, room: float, look: Look) -> None:
        """Draw one line of words, the tags among them in blue."""
        middle = "jc=center" in look.words
        place = left + room / 2 if middle else left
        looks = (("font-weight='bold'", "bold"), ("font-style='italic'", "italic"))
        style = " ".join(own for own, word in looks if f" {word}" in look.words)
        anchor = " text-anchor='middle'" if middle else ""
        parts = "".join(
            f"<tspan fill='#0550ae'>{escape(part)}</tspan>"
            if _TAG.fullmatch(part)
            else escape(part)
            for part in _TAG.split(words)
        )
        size = look.size * MM_PER_POINT * SCALE
        self.marks.append(
            f"<text x='{place * SCALE:.0f}' y='{base * SCALE:.0f}' font-size='{size:.1f}' {style}{anchor}>"
            f"{parts}</text>"
        )

    def line(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a line."""
        x1, y1, x2, y2 = (round(one * SCALE) for one in (left, top, right, bottom))
        self.marks.append(f"<line x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}'/>")

    def row(self, cells: list[str], widths: list[float], top: float, drawn: bool) -> float:
        """Draw a row of a table and return where it ends."""
        spare = len(widths) - len(cells)
        shares = [*widths[: len(cells) - 1], sum(widths[len(cells) - 1 :])] if spare > 0 else widths
        left, ends = float(_LEFT), []
        for cell, width in zip(cells, shares, strict=False):
            at = top + (1 if drawn else 0)
            for line in cell.split(" / "):
                at = self.paragraph(line, left + 1.5, at, width - 3)
            ends.append(at + (1 if drawn else 0))
            left += width
        bottom = max(ends, default=top)
        if drawn:
            left = float(_LEFT)
            for width in (*shares, 0.0):
                self.line(left, top, left, bottom)
                left += width
            for at in (top, bottom):
                self.line(_LEFT, at, _LEFT + sum(shares), at)
        return bottom


def pages(dump: str) -> Iterator[str]:
    """Yield a picture of each section of a document, from its dump."""
    page, styles = (
        re.search(rf"# {name}\n(.*?)\n\n", dump, re.DOTALL) for name in ("page", "styles")
    )
    assert page and styles
    widths = [int(found[1]) for found in _PAGE.finditer(page[1])]
    looks = {
        found[1]: Look(float(found[2]), found[3])
        for found in map(_STYLE.match, styles[1].splitlines())
        if found
    }
    sections = dump.partition("# text\n")[2].split("----\n")
    for section, width in zip(sections, widths, strict=True):
        yield _page(section, Drawing(width, looks))


def _page(section: str, made: Drawing) -> str:
    room, top, grid, drawn = made.width - _LEFT - _RIGHT, float(_ABOVE), [], False
    for line in section.splitlines():
        if found := re.fullmatch(r"table ([\d. +]+) mm", line):
            shares = [float(one) for one in found[1].split(" + ")]
            grid = [one * room / sum(shares) for one in shares]
            drawn = len(grid) > 2
        elif line.startswith("| "):
            cells = line[2:].split(" | ")
            top = made.row(cells[:-1] if len(cells) > 1 else cells, grid, top, drawn)
        elif line.strip():
            style, _, text = line.partition(": ")
            for words in text.split(" / "):
                top = made.paragraph(f"{style}: {words}" if words else line, _LEFT, top, room)
    width, height = made.width * SCALE, round((top + _ABOVE) * SCALE)
    marks = "\n".join(made.marks)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' width='{width}' "
        f"height='{height}' font-family='Times New Roman, Liberation Serif, serif' stroke='none'>\n"
        f"<rect width='{width}' height='{height}' fill='white' stroke='#888'/>\n"
        f"<g fill='black'>\n{marks}\n</g>\n</svg>\n"
    ).replace("<line ", "<line stroke='black' ")
