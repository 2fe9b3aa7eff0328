"""The text of one paragraph as people see it: changes accepted, fields as what they show.

What stands in a text box is no part of the paragraph in which the box hangs: its content is handed
on, for the reader to read as blocks.

Fields (w:fldSimple, or three w:fldChar between runs; ISO/IEC 29500-1, 17.16) show their result, not their
code. Signs of the symbol fonts of Windows, letters of private use in the file, become Unicode.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cchc.word.markup import CHOICE, MATH, Element, child, chosen, w
from cchc.word.tracked_changes import TAKEN

MARK = w("fldChar")


def fields_close(root: Element) -> bool:
    """Return whether every field that begins in `root` ends; otherwise one would swallow the rest."""
    kinds = [node.get(w("fldCharType")) for node in root.iter(MARK)]
    return kinds.count("begin") == kinds.count("end")


def chosen_entry(mark: Element) -> str:
    """Return what is chosen in the list of a form field of old Word (w:ddList) that begins here.

    Such a field shows the entry itself: it has no result between its marks. Source: ISO/IEC 29500-1,
    17.16.9 and 17.16.28; without a choice the default entry shows, else the first.
    """
    found = next(mark.iter(w("ddList")), None)
    if found is None:
        return ""
    entries = [one.get(w("val")) or "" for one in found.iter(w("listEntry"))]
    marked = next((one for tag in ("result", "default") for one in found.iter(w(tag))), None)
    at = marked.get(w("val")) if marked is not None else None
    number = int(at) if at and at.isdecimal() else 0
    return entries[number] if number < len(entries) else ""


class Fields:
    """Which part of a field is being read; a field may go on over paragraphs."""

    def __init__(self, *, sound: bool) -> None:
        """`sound` is whether every field is closed; if not, all text is taken for text."""
        self._sound = sound
        self._open: list[bool] = []

    def turn(self, mark: Element) -> None:
        """Take note of a w:fldChar: a field's `begin`, `separate` or `end`."""
        kind = mark.get(w("fldCharType")) or ""
        if kind == "begin":
            self._open.append(True)
        elif self._open and kind == "separate":
            self._open[-1] = False
        elif self._open and kind == "end":
            self._open.pop()

    @property
    def in_code(self) -> bool:
        """Whether what is read now is a field's code, which nobody sees."""
        return self._sound and any(self._open)


_PRIVATE = re.compile("[\uf000-\uf0ff]")
_SYMBOLS = {
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
               0xAE: "→", 0xB0: "°", 0xB7: "•", 0x2D: "-", 0xA5: "∞"},
    "wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐",
                  0xE0: "→", 0xF0: "→", 0xA7: "•", 0x9F: "•", 0x6C: "•", 0x6E: "•", 0x76: "•",
                  0xD8: "•"},
}  # fmt: skip


def as_unicode(text: str, font: str) -> str:
    """Return `text` with the signs of symbol fonts as Unicode; an unknown one is a bullet."""
    if not _PRIVATE.search(text):
        return text
    table = _SYMBOLS["wingdings" if font.strip().lower().startswith("wingdings") else "symbol"]
    return _PRIVATE.sub(lambda found: table.get(ord(found[0]) - 0xF000, "•"), text)


def symbol(font: str, code: str) -> str:
    """Return the sign of a w:sym: a hexadecimal code in a font; empty when there is none."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if 0xD800 <= ord(sign) < 0xE000:
        return ""
    return as_unicode(chr(0xF000 + ord(sign)) if ord(sign) < 0x100 else sign, font)


PAGE_BREAK = "\f"
"""Stands in texts for the end of a page or a column that somebody set by hand."""
SOFT_HYPHEN = "\u00ad"
"""A place where a word may be parted; in the old encoding TCVN3 the letter ư."""

_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-",
          w("softHyphen"): SOFT_HYPHEN}  # fmt: skip
_SEEN_BREAKS = {"page": PAGE_BREAK, "column": PAGE_BREAK}
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_R, _T, _PPR = w("r"), w("t"), w("pPr")
_BREAK, _SYMBOL, _RUBY = w("br"), w("sym"), w("ruby")
_COMMENT, _TEXT_BOX, _MATH_TEXT = w("commentReference"), w("txbxContent"), f"{{{MATH}}}t"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)


class ShownPiece(NamedTuple):
    """What one run shows."""

    run: Element
    text: str
    boxes: tuple[Element, ...] = ()
    """Contents (w:txbxContent) of the text boxes anchored in it, DrawingML and VML alike."""


class ParagraphReader:
    """Reads the paragraphs of one part in order and counts in `left_out` what is no text."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self.left_out: Counter[str] = Counter()
        """`deleted`, `notes`, `comments`, `pictures`."""

    def pieces(self, paragraph: Element) -> Iterator[ShownPiece]:
        """Yield the runs that show text, or in which text boxes hang."""
        for run in self._runs(paragraph):
            boxes: list[Element] = []
            text = self._text_of(run, boxes)
            if text or boxes:
                yield ShownPiece(run, text, tuple(boxes))

    def _runs(self, node: Element) -> Iterator[Element]:
        for one in node:
            tag = one.tag
            if tag == _R:
                yield one
            elif tag in TAKEN:
                self.left_out["deleted"] += 1
            elif tag == CHOICE:
                if (branch := chosen(one)) is not None:
                    yield from self._runs(branch)
            elif tag == _MATH_TEXT:
                yield node
                return
            elif tag != _PPR and len(one):
                yield from self._runs(one)

    def _text_of(self, run: Element, boxes: list[Element]) -> str:
        text = ""
        for one in run:
            tag = one.tag
            if tag == MARK:
                if not self._fields.in_code:
                    text += chosen_entry(one)
                self._fields.turn(one)
            elif tag in _NOTES:
                self.left_out["notes"] += 1
            elif tag == _COMMENT:
                self.left_out["comments"] += 1
            elif tag in _DRAWN:
                found = list(_boxes(one))
                boxes += found
                if not found and next(one.iter(*_PICTURES), None) is not None:
                    self.left_out["pictures"] += 1
            elif tag == CHOICE:
                if (branch := chosen(one)) is not None:
                    text += self._text_of(branch, boxes)
            elif not self._fields.in_code:
                text += _shown(one)
        return text


def bookmarks_in(paragraph: Element) -> tuple[str, ...]:
    """Return the names of the bookmarks that begin in a paragraph."""
    return tuple(name for one in paragraph.iter(w("bookmarkStart")) if (name := one.get(w("name"))))


def _shown(node: Element) -> str:
    """Return the text of one child of a run."""
    tag = node.tag
    if tag in (_T, _MATH_TEXT):
        return node.text or ""
    if tag == _BREAK:
        return _SEEN_BREAKS.get(node.get(w("type")) or "", "\n")
    if tag == _SYMBOL:
        return symbol(node.get(w("font")) or "", node.get(w("char")) or "")
    if tag == _RUBY and (base := child(node, "rubyBase")) is not None:
        return "".join(t.text or "" for t in base.iter(_T))
    return _SIGNS.get(tag, "")


def _boxes(shape: Element) -> Iterator[Element]:
    for one in shape:
        if one.tag == _TEXT_BOX:
            yield one
        elif one.tag == CHOICE:
            if (branch := chosen(one)) is not None:
                yield from _boxes(branch)
        elif len(one):
            yield from _boxes(one)
