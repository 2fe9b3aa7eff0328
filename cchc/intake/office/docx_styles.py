"""The look a text really has, as far as reading needs it: bold, italic, hidden, font, place.

Order of ISO/IEC 29500-1, 17.7.2: document defaults, paragraph style, character style, direct.
Bold, italic and hidden are toggles (17.7.3): on in both styles, they cancel out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from cchc.intake.office.package import Element
from cchc.intake.office.wordml import child, flag, number, value, w

Align = Literal["left", "center", "right", "both", ""]

_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both", "mediumKashida": "both", "thaiDistribute": "both",
}  # fmt: skip
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Letters(NamedTuple):
    """How letters are printed."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    font: str = ""


class Setting(NamedTuple):
    """What a paragraph style, and the paragraph itself, say about a paragraph."""

    name: str = ""
    align: Align = ""
    level: int | None = None
    list_id: str = ""
    list_level: int | None = None
    from_style: bool = False
    """The list was named by the style, not by the paragraph."""


class Styles:
    """Resolves what the runs and paragraphs of one document look like."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        """Read the roots of the styles and theme parts; either may be missing."""
        found = [] if styles is None else styles.findall(w("style"))
        self._styles: dict[str, Element] = {s.get(w("styleId")) or "": s for s in found}
        on = ("1", "true", "on")
        self._defaults = {s.get(w("type")) or "": s.get(w("styleId")) or ""
                          for s in found if s.get(w("default")) in on}  # fmt: skip
        self._run_default = child(styles, "docDefaults", "rPrDefault", "rPr")
        self._paragraph_default = child(styles, "docDefaults", "pPrDefault", "pPr")
        self._fonts = _theme_fonts(theme)
        self.style_setting = cache(self._style_setting)
        self._base = cache(self._base_letters)

    def style_of(self, properties: Element | None) -> str:
        """Return the id of the paragraph style; the default style when none is named."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self._defaults.get("paragraph", "")

    def list_of_style(self, style: str) -> str:
        """Return the list that a list style names."""
        return value(child(self._styles.get(style), "pPr", "numPr"), "numId")

    def setting(self, properties: Element | None, style: str) -> Setting:
        """Return how a paragraph is set: its style, and what it says itself."""
        base: Setting = self.style_setting(style)
        if properties is None:
            return base
        own = _with(base, properties)
        named = child(properties, "numPr", "numId") is not None
        return own._replace(from_style=not named)

    def letters(self, run: Element | None, style: str) -> Letters:
        """Return how a run with the properties `run` is printed in a paragraph of `style`."""
        if run is None:
            base: Letters = self._base(style, "")
            return base
        return self._direct(self._base(style, value(run, "rStyle")), run)

    def _style_setting(self, style: str) -> Setting:
        named = self._styles.get(style)
        made = Setting(name=value(named, "name"))
        for look in (self._paragraph_default, *(child(s, "pPr") for s in self._chain(style))):
            if look is not None:
                made = _with(made, look)
        heading = _HEADING.fullmatch(made.name)
        if heading and made.level is None:
            made = made._replace(level=int(heading[1]) - 1)
        return made._replace(from_style=True)

    def _base_letters(self, style: str, character: str) -> Letters:
        made = Letters()
        if self._run_default is not None:
            made = self._direct(made, self._run_default)
        fixed = made
        on = {"b": 0, "i": 0, "vanish": 0}
        for one in (style, character):
            looks = [look for s in self._chain(one) if (look := child(s, "rPr")) is not None]
            for look in looks:
                made = self._direct(made, look)
            for name in on:
                said = [found for look in looks if (found := flag(look, name)) is not None]
                on[name] += bool(said and said[-1])
        return Letters(
            bold=fixed.bold or on["b"] == 1, italic=fixed.italic or on["i"] == 1,
            hidden=fixed.hidden or on["vanish"] == 1, font=made.font,
        )  # fmt: skip

    def _direct(self, base: Letters, look: Element) -> Letters:
        bold, italic, hidden = flag(look, "b"), flag(look, "i"), flag(look, "vanish")
        return Letters(
            base.bold if bold is None else bold,
            base.italic if italic is None else italic,
            base.hidden if hidden is None else hidden,
            self._font(look) or base.font,
        )

    def _font(self, look: Element) -> str:
        node = look.find(w("rFonts"))
        if node is None:
            return ""
        for script in ("hAnsi", "ascii"):
            theme = node.get(w(f"{script}Theme"))
            if named := self._fonts.get(theme, "") if theme else node.get(w(script)):
                return str(named)
        return ""

    def _chain(self, style: str) -> list[Element]:
        """Return a style and what it is based on, the base first; a loop ends the chain."""
        found: list[Element] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            found.append(self._styles[style])
            style = value(found[-1], "basedOn")
        return found[::-1]


def _with(base: Setting, look: Element) -> Setting:
    changes: dict[str, object] = {}
    if align := _ALIGN.get(value(look, "jc")):
        changes["align"] = align
    level = number(look, "outlineLvl")
    if level is not None:
        changes["level"] = level if 0 <= level < _BODY_LEVEL else None
    listed = child(look, "numPr")
    if listed is not None:
        if (list_id := value(listed, "numId")) != "":
            changes["list_id"] = list_id
        if (depth := number(listed, "ilvl")) is not None:
            changes["list_level"] = depth
    return base._replace(**changes) if changes else base  # type: ignore[arg-type]


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        face = theme.find(f".//{_A}{kind}Font/{_A}latin")
        for script in ("Ascii", "HAnsi"):
            fonts[f"{kind}{script}"] = "" if face is None else face.get("typeface") or ""
    return fonts
