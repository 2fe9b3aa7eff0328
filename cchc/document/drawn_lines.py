"""Drawn lines under the words of the letterhead and the title, as long as the decree wants.

A template draws such a line as the top border of an empty paragraph in one of two styles; its
indents are set here from the width of the words above it. Source: Nghị định 30/2020/NĐ-CP, Phụ
lục I, mục II: as long as the words under Tiêu ngữ; one third to one half under the agency and the
summary.
"""

from __future__ import annotations

from cchc.document.metrics import width_mm
from cchc.document.template_styles import TemplateStyles
from cchc.word.markup import Element, give, properties, text_of, w
from cchc.word.measures import TWIPS_PER_MM, twips_of

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
