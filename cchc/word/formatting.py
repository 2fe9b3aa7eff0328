"""The look a text really has: direct formatting over styles over tables over defaults.

Order of ISO/IEC 29500-1, 17.7.2: document defaults, table style, numbering, paragraph style,
character style, direct. Bold, italic and capitals are toggles (17.7.3): styled on in two of
table, paragraph and character style, they cancel out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from cchc.word.list_numbers import ListCounter
from cchc.word.markup import OFF, Element, child, flag, number, value, w, whole_number
from cchc.word.measures import given_twips, half_points, twips
from cchc.word.styles import Styles

DEFAULT_POINTS = 10.0
"""The size of a text when nothing says one (ISO/IEC 29500-1, 17.3.2.38)."""
BODY_LEVEL = 9
"""The outline level of what is no heading."""

_TOGGLES = {"b": "bold", "i": "italic", "caps": "caps", "smallCaps": "small_caps",
            "strike": "struck", "dstrike": "struck", "vanish": "hidden"}  # fmt: skip
_SWITCHES = (("keepNext", "keep_next"), ("contextualSpacing", "contextual"),
             ("pageBreakBefore", "page_break"))  # fmt: skip
_INDENTS = (("left", "left"), ("start", "left"), ("right", "right"), ("end", "right"),
            ("firstLine", "first"), ("hanging", "hanging"))  # fmt: skip
_NO_LIST = "0"

Align = Literal["left", "center", "right", "both"]
_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "both", "distribute": "both", "mediumKashida": "both", "thaiDistribute": "both",
}  # fmt: skip


class Letters(NamedTuple):
    """How a stretch of text is printed."""

    size: float = DEFAULT_POINTS
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
    raised: bool = False
    """Above or below the line, as the signs of notes are."""
    spacing: int = 0
    """Twips put between letters; below 0 they stand closer than the typeface has them."""
    scale: int = 100
    """Percent of their width."""
    colour: str = ""
    """RRGGBB; empty when automatic."""
    latin: str = "Times New Roman"
    """The typeface of letters without marks."""
    other: str = "Times New Roman"
    """The typeface of letters with Vietnamese marks."""
    named: str = ""
    """The typeface named last, by which text in an old encoding is known; empty when none is."""
    language: str = ""


class ParagraphLayout(NamedTuple):
    """How a paragraph is set; lengths in twips."""

    align: Align = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    """Indent of the first line; a hanging one is below 0."""
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    keep_next: bool = False
    outline: int | None = None
    """Outline level (heading 1 is 0); None for plain text."""
    heading: bool = False
    """Its style says that it is a heading, by its name or its outline level."""
    contextual: bool = False
    style: str = ""
    """The id of its style."""
    list_id: str = ""
    list_level: int = 0
    page_break: bool = False
    line_above: bool = False
    """A border is drawn along its top."""
    line_below: bool = False


class Formatting:
    """Resolves what runs and paragraphs of one document look like."""

    def __init__(self, styles: Styles, numbering: ListCounter) -> None:
        self._styles = styles
        self._numbering = numbering
        self._base = cache(self._base_letters)
        self._set = cache(self._style_layout)

    def layout(self, paragraph: Element, table: tuple[str, ...] = ()) -> ParagraphLayout:
        """Return how `paragraph` is set; `table` are the table style and the parts that apply."""
        look = paragraph.find(w("pPr"))
        style = self._styles.of_paragraph(look)
        listed = child(look, "numPr")
        base: ParagraphLayout = self._set(style, table)
        list_id, depth = _list_of(listed, base.list_id, base.list_level)
        if listed is not None and value(listed, "numId"):
            level = self._numbering.look(list_id, depth)
            base = base if level is None else _laid(base, level)
        elif list_id:
            depth = self._numbering.depth_of_style(list_id, style, depth)
        base = base._replace(list_id=list_id, list_level=depth)
        return base if look is None else _laid(base, look)

    def letters(self, run: Element, paragraph: Element, table: tuple[str, ...] = ()) -> Letters:
        """Return how the text of `run` in `paragraph` is printed."""
        style = self._styles.of_paragraph(paragraph.find(w("pPr")))
        own = run.find(w("rPr"))
        base: Letters = self._base(style, table, value(own, "rStyle"))
        return base if own is None else _direct(base, own, self._styles.fonts)

    def mark_letters(self, paragraph: Element, table: tuple[str, ...] = ()) -> Letters:
        """Return how the paragraph mark is printed: the size of an empty paragraph."""
        look = paragraph.find(w("pPr"))
        own = child(look, "rPr")
        base: Letters = self._base(self._styles.of_paragraph(look), table, "")
        return base if own is None else _direct(base, own, self._styles.fonts)

    def _style_layout(self, style: str, table: tuple[str, ...]) -> ParagraphLayout:
        above = [self._styles.paragraph_default, *self._table_parts(table, "pPr")]
        chain = [
            look for one in self._styles.chain(style) if (look := child(one, "pPr")) is not None
        ]
        list_id, depth = "", 0
        for look in chain:
            list_id, depth = _list_of(child(look, "numPr"), list_id, depth)
        depth = self._numbering.depth_of_style(list_id, style, depth)
        made = ParagraphLayout(style=style, list_id=list_id, list_level=depth)
        for look in (*above, self._numbering.look(list_id, depth), *chain):
            made = made if look is None else _laid(made, look)
        if not any(value(look, "outlineLvl") for look in chain):
            made = made._replace(outline=self._styles.level(style))
        return made._replace(heading=made.outline is not None)

    def _base_letters(self, style: str, table: tuple[str, ...], character: str) -> Letters:
        made, fonts = Letters(), self._styles.fonts
        default = self._styles.run_default
        if default is not None:
            made = _direct(made, default, fonts)
        on = dict.fromkeys(_TOGGLES, False)
        for level in (self._table_parts(table, "rPr"), self._looks(style), self._looks(character)):
            said: dict[str, bool] = {}
            for look in level:
                made = _direct(made, look, fonts)
                said |= {n: found for n in _TOGGLES if (found := flag(look, n)) is not None}
            on = {name: on[name] != said.get(name, False) for name in _TOGGLES}
        shown: dict[str, bool] = {}
        for name, field in _TOGGLES.items():
            shown[field] = shown.get(field, False) or on[name] or bool(flag(default, name))
        return made._replace(**shown)  # type: ignore[arg-type]

    def _looks(self, style: str) -> list[Element]:
        looks = (child(one, "rPr") for one in self._styles.chain(style))
        return [look for look in looks if look is not None]

    def _table_parts(self, table: tuple[str, ...], kind: str) -> list[Element]:
        if not table:
            return []
        style, parts = table[0] or self._styles.default("table"), table[1:]
        looks: list[Element | None] = []
        for one in self._styles.chain(style):
            looks.append(child(one, kind))
            looks += [child(p, kind) for p in one.findall(w("tblStylePr"))
                      if p.get(w("type")) in parts]  # fmt: skip
        return [look for look in looks if look is not None]


def _list_of(listed: Element | None, list_id: str, depth: int) -> tuple[str, int]:
    """Return list and level as w:numPr changes them; a list of number 0 is none (17.9.18)."""
    named, level = value(listed, "numId"), number(listed, "ilvl")
    list_id = named or list_id
    return "" if list_id == _NO_LIST else list_id, depth if level is None else level


def _direct(base: Letters, look: Element, fonts: Mapping[str, str]) -> Letters:
    changes: dict[str, object] = {}
    for node in look:
        name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        said = node.get(w("val"))
        on = said not in OFF
        if name in _TOGGLES:
            changes[_TOGGLES[name]] = on
            continue
        match name:
            case "u":
                changes["underline"] = on and said is not None
            case "highlight":
                changes["marked"] = on
            case "shd":
                fill = (node.get(w("fill")) or "auto").upper()
                changes["marked"] = fill not in ("AUTO", "FFFFFF")
            case "color":
                changes["colour"] = _colour(node)
            case "vertAlign":
                changes["raised"] = said in ("superscript", "subscript")
            case "spacing":
                changes["spacing"] = twips(said) or 0
            case "w":
                changes["scale"] = whole_number((said or "").rstrip("%")) or 100
            case "sz":
                changes["size"] = half_points(said) or base.size
            case "lang":
                changes["language"] = said or base.language
            case "rFonts":
                changes |= _typefaces(node, fonts)
    return base._replace(**changes) if changes else base  # type: ignore[arg-type]


def _typefaces(node: Element, fonts: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    for script, field in (("ascii", "latin"), ("hAnsi", "other")):
        theme = node.get(w(f"{script}Theme"))
        named = fonts.get(theme) if theme else node.get(w(script))
        if named:
            yield field, named
            yield "named", named


def _colour(node: Element) -> str:
    theme, said = node.get(w("themeColor")), (node.get(w("val")) or "auto").upper()
    if said == "AUTO" or theme in ("text1", "dark1"):
        return ""
    return "" if said == "000000" else said


def _laid(base: ParagraphLayout, look: Element) -> ParagraphLayout:
    """Return a layout as the properties `look` change it; lists are not looked at."""
    made: dict[str, object] = {}
    if align := _ALIGN.get(value(look, "jc")):
        made["align"] = align
    for side, key in _INDENTS:
        if (length := given_twips(look, "ind", side)) is not None:
            made |= {"first": -length} if key == "hanging" else {key: length}
    for side in ("before", "after", "line"):
        if (length := given_twips(look, "spacing", side)) is not None:
            made[side] = length
    spacing = look.find(w("spacing"))
    if spacing is not None and spacing.get(w("lineRule")):
        made["rule"] = spacing.get(w("lineRule"))
    for name, key in _SWITCHES:
        if (on := flag(look, name)) is not None:
            made[key] = on
    made |= _edges(child(look, "pBdr"))
    if (level := number(look, "outlineLvl")) is not None:
        made["outline"] = level if 0 <= level < BODY_LEVEL else None
    return base._replace(**made) if made else base  # type: ignore[arg-type]


def _edges(borders: Element | None) -> Iterable[tuple[str, object]]:
    for side, key in (("top", "line_above"), ("bottom", "line_below")):
        if (edge := child(borders, side)) is not None:
            yield key, edge.get(w("val")) not in ("nil", "none", None)
