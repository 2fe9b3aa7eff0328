"""One Word paragraph as the text people see: changes accepted, fields as their results."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cchc.intake.office import old_fonts
from cchc.intake.office.docx_fields import FIELD, Fields
from cchc.intake.office.docx_styles import Letters
from cchc.intake.office.package import Element
from cchc.intake.office.tidy import tidy
from cchc.intake.office.wordml import CHOICE, MATH, child, chosen, w

_SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-",
}  # fmt: skip
_DROPPED = frozenset({w("del"), w("moveFrom")})
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_R, _T, _RPR, _PPR = w("r"), w("t"), w("rPr"), w("pPr")
_SYMBOL, _SOFT, _RUBY = w("sym"), w("softHyphen"), w("ruby")
_COMMENT, _TEXT_BOX, _MATH_TEXT = w("commentReference"), w("txbxContent"), f"{{{MATH}}}t"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_SYMBOLS = {
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
               0xAE: "→", 0xB0: "°", 0xB7: "•", 0x2D: "-", 0xA5: "∞"},
    "wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐",
                  0xE0: "→", 0xF0: "→", 0xA7: "•", 0x9F: "•", 0x6C: "•", 0x6E: "•", 0x76: "•",
                  0xD8: "•"},
}  # fmt: skip
_PRIVATE = re.compile("[\uf000-\uf0ff]")


class Read(NamedTuple):
    """What one paragraph says, and how its letters look."""

    text: str
    """Blanks at its ends still there."""
    bold: bool
    italic: bool
    boxes: tuple[Element, ...]
    """Contents of the text boxes anchored in it."""


class ParagraphReader:
    """Reads the paragraphs of one document and counts in `left_out` what was not read."""

    def __init__(self, letters: Callable[[Element | None, str], Letters], fields: Fields) -> None:
        """`letters` tells how a run with these properties looks in a paragraph of this style."""
        self._letters = letters
        self._fields = fields
        self.left_out: Counter[str] = Counter()
        self.old_fonts: Counter[str] = Counter()

    def read(self, paragraph: Element, style: str) -> Read:
        """Return what `paragraph` says; `style` is the id of its style."""
        pieces: list[tuple[str, Letters]] = []
        boxes: list[Element] = []
        for run in self._runs(paragraph):
            look = self._letters(run.find(_RPR), style)
            text = self._text_of(run, look, boxes)
            if look.hidden:
                self.left_out["hidden"] += bool(text.strip())
            elif text:
                pieces.append((text, look))
        seen = [look for text, look in pieces if text.strip()]
        return Read(
            tidy(self._joined(pieces)),
            bool(seen) and all(look.bold for look in seen),
            bool(seen) and all(look.italic for look in seen),
            tuple(boxes),
        )

    def _runs(self, node: Element) -> Iterator[Element]:
        for one in node:
            tag = one.tag
            if tag == _R:
                yield one
            elif tag in _DROPPED:
                self.left_out["deleted"] += 1
            elif tag == CHOICE:
                if (branch := chosen(one)) is not None:
                    yield from self._runs(branch)
            elif tag == _MATH_TEXT:
                yield node
                return
            elif tag != _PPR and len(one):
                yield from self._runs(one)

    def _text_of(self, run: Element, look: Letters, boxes: list[Element]) -> str:
        text = ""
        for one in run:
            tag = one.tag
            if tag in (_T, _MATH_TEXT):
                if not self._fields.in_code:
                    text += _mapped(one.text or "", look.font)
            elif tag == FIELD:
                self._fields.turn(one.get(w("fldCharType")) or "")
            elif tag in _SIGNS:
                if not self._fields.in_code:
                    text += _SIGNS[tag]
            elif tag == _SOFT:
                # In TCVN3 the soft hyphen is the letter ư.
                text += "\u00ad"
            elif tag == _SYMBOL:
                text += self._symbol(one)
            elif tag in _NOTES:
                self.left_out["notes"] += 1
            elif tag == _COMMENT:
                self.left_out["comments"] += 1
            elif tag in _DRAWN:
                self._drawn(one, boxes)
            elif tag == CHOICE:
                if (branch := chosen(one)) is not None:
                    text += self._text_of(branch, look, boxes)
            elif tag == _RUBY:
                base = child(one, "rubyBase")
                text += "".join(t.text or "" for t in base.iter(_T)) if base is not None else ""
        return text

    def _drawn(self, shape: Element, boxes: list[Element]) -> None:
        found = list(_boxes(shape))
        boxes += found
        if not found and next(shape.iter(*_PICTURES), None) is not None:
            self.left_out["pictures"] += 1

    def _symbol(self, node: Element) -> str:
        font, code = node.get(w("font")) or "", node.get(w("char")) or ""
        try:
            sign = chr(int(code, 16))
        except (ValueError, OverflowError):
            return ""
        return _mapped(chr(0xF000 + ord(sign)) if ord(sign) < 0x100 else sign, font)

    def _joined(self, pieces: list[tuple[str, Letters]]) -> str:
        """Join the pieces; neighbours in one old font are converted together, for VNI needs pairs."""
        if not any(old_fonts.coding(look.font) for _, look in pieces):
            return "".join(text for text, _ in pieces)
        out: list[str] = []
        font, held = "", ""
        for text, look in [*pieces, ("", Letters())]:
            if look.font != font:
                if old_fonts.is_coded(held, font):
                    self.old_fonts[font] += 1
                out.append(old_fonts.to_unicode(held, font))
                font, held = look.font, ""
            held += text
        return "".join(out)


def _boxes(shape: Element) -> Iterator[Element]:
    for one in shape:
        if one.tag == _TEXT_BOX:
            yield one
        elif one.tag == CHOICE:
            if (branch := chosen(one)) is not None:
                yield from _boxes(branch)
        elif len(one):
            yield from _boxes(one)


def _mapped(text: str, font: str) -> str:
    """Return `text` with the signs of symbol fonts as Unicode; an unknown one is a bullet."""
    if not _PRIVATE.search(text):
        return text
    table = _SYMBOLS["wingdings" if font.strip().lower().startswith("wingdings") else "symbol"]
    return _PRIVATE.sub(lambda found: table.get(ord(found[0]) - 0xF000, "•"), text)
