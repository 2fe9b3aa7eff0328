"""The styles of a document: by id and by name, what each is based on, defaults, fonts of the theme.

ISO/IEC 29500-1, 17.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.word.markup import Element, child, value, w

MOST_BASES = 16
"""Styles that one may be based on, one on the other; Word stops at 11. What lies further is not read."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ON = ("1", "true", "on")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


class Styles:
    """The styles part of a document, and the fonts of its theme."""

    def __init__(self, root: Element | None, theme: Element | None = None) -> None:
        """Read the roots of the two parts; either may be missing."""
        found = [] if root is None else root.findall(w("style"))
        self._styles: dict[str, Element] = {s.get(w("styleId")) or "": s for s in found}
        self._defaults = {s.get(w("type")) or "": s.get(w("styleId")) or ""
                          for s in found if s.get(w("default")) in _ON}  # fmt: skip
        self._chains: dict[str, tuple[Element, ...]] = {}
        self.run_default = child(root, "docDefaults", "rPrDefault", "rPr")
        """The w:rPr of the document's defaults."""
        self.paragraph_default = child(root, "docDefaults", "pPrDefault", "pPr")
        self.fonts = dict(_theme_fonts(theme))
        """The typefaces of the theme by the names that runs use, such as `minorHAnsi`."""
        self.names = {style_id: value(style, "name") for style_id, style in self._styles.items()}
        """Names by id: Word and LibreOffice change ids, never names."""

    def of_paragraph(self, properties: Element | None) -> str:
        """Return the id of a paragraph's style; the default one when it names none that exists."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self.default("paragraph")

    def default(self, kind: str) -> str:
        """Return the id of the default style of a kind (paragraph, table...); empty: there is none."""
        return self._defaults.get(kind, "")

    def chain(self, style: str) -> tuple[Element, ...]:
        """Return a style after what it is based on, the base first; a loop ends the chain."""
        known = self._chains.get(style)
        if known is None:
            known = self._chains[style] = tuple(self._bases(style))[::-1]
        return known

    def list_of(self, style: str) -> str:
        """Return the list (w:numId) that a list style names."""
        return value(child(self._styles.get(style), "pPr", "numPr"), "numId")

    def level(self, style: str) -> int | None:
        """Return the outline level that a heading of Word has by its name; None for other styles.

        `heading 1` is 0.
        """
        heading = _HEADING.fullmatch(self.names.get(style, ""))
        return int(heading[1]) - 1 if heading else None

    def _bases(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < MOST_BASES:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")


def _theme_fonts(theme: Element | None) -> Iterator[tuple[str, str]]:
    if theme is None:
        return
    for kind in ("major", "minor"):
        face = theme.find(f".//{_A}{kind}Font/{_A}latin")
        for script in ("Ascii", "HAnsi"):
            yield f"{kind}{script}", "" if face is None else face.get("typeface") or ""
