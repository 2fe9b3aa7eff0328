"""The styles of a template, found by name: LibreOffice and Word change ids, never names.

A template draws a line under words of the letterhead or the title as the top border of an empty
paragraph in one of two styles; its indents are set here from the width of the words above it. Source:
Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II: as long as the words under Tiêu ngữ; one third to one half
under the agency and the summary.
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches

from cchc.document.metrics import width_mm
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word import styles
from cchc.word.formatting import DEFAULT_POINTS
from cchc.word.markup import Element, child, give, int_of, properties, text_of, value, w
from cchc.word.measures import TWIPS_PER_MM, half_points, twips_of

BUILT_IN = {
    "tiêu đề phần": "heading 1", "tiêu đề mục": "heading 2", "tiêu đề điểm": "heading 3",
}  # fmt: skip
"""Our headings are Word's own, which every reader of Word files knows, under a name of theirs as
well; LibreOffice drops that second name when it saves a file."""


def folded(name: str) -> str:
    """Return a style name as it is compared: composed letters, case aside."""
    return unicodedata.normalize("NFC", name).casefold().strip()


class TemplateStyles:
    """The styles part of a template."""

    def __init__(self, root: Element) -> None:
        """Read `root`, the w:styles element."""
        self._styles = styles.Styles(root)
        self._names: dict[str, tuple[str, str]] = {}
        for style in root.findall(w("style")):
            if style.get(w("type")) == "paragraph":
                style_id = style.get(w("styleId")) or ""
                for shown in (value(style, "name"), *value(style, "aliases").split(",")):
                    if shown:
                        self._names[folded(shown)] = (style_id, shown)

    def id_of(self, name: str, place: Message) -> str:
        """Return the id of the paragraph style `name`.

        Raises:
            UserError: the template has no such style.
        """
        if found := self.find(name):
            return found
        near = get_close_matches(folded(name), self._names, n=3, cutoff=0.6)
        names = ", ".join(self._names[key][1] for key in near)
        raise UserError(
            say('{place}: the template has no style "{name}"', place=place, name=name),
            say("Did you mean {names}?", names=names) if names else None,
        )

    def find(self, name: str) -> str | None:
        """Return the id of the paragraph style `name`, or None."""
        known = folded(name)
        found = self._names.get(known) or self._names.get(BUILT_IN.get(known, ""))
        return found[0] if found else None

    def space_before(self, style_id: str) -> int:
        """Return the twips of space that a paragraph style puts above its text."""
        for style in reversed(self._styles.chain(style_id)):
            if child(style, "pPr", "spacing") is not None:
                return int_of(child(style, "pPr"), "spacing", "before", 0)
        return 0

    def size(self, style_id: str | None) -> float:
        """Return the size in points that a paragraph style gives its text."""
        for style in reversed(self._styles.chain(style_id or "")):
            if points := half_points(value(child(style, "rPr"), "sz")):
                return points
        return half_points(value(self._styles.run_default, "sz")) or DEFAULT_POINTS

    def size_of(self, paragraph: Element) -> float:
        """Return the size in points of the text of a paragraph, by its first run or its style."""
        run = paragraph.find(f"{w('r')}/{w('rPr')}")
        return half_points(value(run, "sz")) or self.size(
            value(child(paragraph, "pPr"), "pStyle") or None
        )

    def shrink(self, table: Element, points: float) -> None:
        """Set all text of `table` so many points smaller than its styles do."""
        sizes: dict[str, str] = {}
        for paragraph in table.iter(w("p")):
            style = value(child(paragraph, "pPr"), "pStyle")
            if style not in sizes:
                sizes[style] = str(round((self.size(style or None) - points) * 2))
            for run in paragraph.iter(w("r")):
                look = run.find(w("rPr"))
                if look is None:
                    look = run.makeelement(w("rPr"))
                    run.insert(0, look)
                own = half_points(value(look, "sz"))
                size = str(round((own - points) * 2)) if own else sizes[style]
                give(look, "sz", val=size)
                give(look, "szCs", val=size)


LINE_STYLES = {"Đường kẻ dài": 1.0, "Đường kẻ ngắn": 0.42}
"""Style names, and the length of the line as a part of the words above."""

_DEFAULT_CELL_MARGIN = 108


class DrawnLines:
    """Sets the length of drawn lines in documents made from one template."""

    def __init__(self, styles: TemplateStyles) -> None:
        """Find the line styles among `styles`; a template need not have them."""
        self._styles = styles
        found = ((styles.find(name), ratio) for name, ratio in LINE_STYLES.items())
        self._ratios = {style_id: ratio for style_id, ratio in found if style_id}

    def fit(self, blocks: list[Element], text_width: int) -> None:
        """Fit the lines in `blocks`, which stand in a text `text_width` twips wide."""
        value = w("val")
        for block in blocks:
            for style in block.iter(w("pStyle")):
                if ratio := self._ratios.get(style.get(value)):
                    self._fit(style.getparent().getparent(), ratio, blocks, text_width)

    def _fit(self, line: Element, ratio: float, blocks: list[Element], text_width: int) -> None:
        cell = line.getparent()
        above = blocks[: blocks.index(line)] if line in blocks else list(cell)[: cell.index(line)]
        words = next((p for p in reversed(above) if p.tag == w("p") and text_of(p).strip()), None)
        if words is None:
            return
        room = text_width if line in blocks else _room(cell, text_width)
        length = (
            min(width_mm(text_of(words).strip(), self._styles.size_of(words)) * TWIPS_PER_MM, room)
            * ratio
        )
        indent = str(max(0, round((room - length) / 2)))
        give(properties(line, "pPr"), "ind", left=indent, right=indent, firstLine="0")


def _room(cell: Element, text_width: int) -> int:
    width = twips_of(cell.find(w("tcPr")), "tcW", "w", text_width)
    table = cell.getparent().getparent()
    margins = table.find(f"{w('tblPr')}/{w('tblCellMar')}")
    left = twips_of(margins, "left", "w", _DEFAULT_CELL_MARGIN)
    right = twips_of(margins, "right", "w", _DEFAULT_CELL_MARGIN)
    return width - left - right
