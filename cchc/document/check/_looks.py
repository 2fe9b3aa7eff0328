"""How a stretch of text is printed and how a paragraph is set: plain values."""

from __future__ import annotations

from typing import NamedTuple

from cchc.document.styles import DEFAULT_HALF_POINTS


class Letters(NamedTuple):
    """How a stretch of text is printed."""

    size: float = DEFAULT_HALF_POINTS / 2
    """Points."""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    struck: bool = False
    hidden: bool = False
    underline: bool = False
    marked: bool = False
    """Highlighted, or shaded in a colour."""
    colour: str = ""
    """RRGGBB; empty when automatic."""
    latin: str = "Times New Roman"
    """The typeface of letters without marks."""
    other: str = "Times New Roman"
    """The typeface of letters with Vietnamese marks."""
    language: str = ""


class Layout(NamedTuple):
    """How a paragraph is set; lengths in twips."""

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    keep_next: bool = False
    outline: int | None = None
    contextual: bool = False
    style: str = ""
    list_id: str = ""
    list_level: int = 0
    page_break: bool = False
    line_above: bool = False
    """A border is drawn along its top."""
    line_below: bool = False
