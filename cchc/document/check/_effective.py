"""The look a text really has: direct formatting over styles over tables over defaults.

Order of ISO/IEC 29500-1, 17.7.2: document defaults, table style, numbering, paragraph style,
character style, direct. Bold, italic and capitals are toggles (17.7.3): styled on in two of
table, paragraph and character style, they cancel out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cchc.document.check._looks import Layout, Letters
from cchc.document.wordml import Element, int_of, number, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = {"0", "false", "off", "none"}
_TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish")


class Looks:
    """Resolves what runs and paragraphs of one document look like."""

    def __init__(self, styles: Element, theme: Element | None, numbering: Element | None) -> None:
        """Read the roots of the styles, theme and numbering parts."""
        self._styles = {s.get(w("styleId")): s for s in styles.findall(w("style"))}
        self._defaults = {
            (s.get(w("type")) or ""): s.get(w("styleId")) or ""
            for s in styles.findall(w("style"))
            if s.get(w("default")) in ("1", "true", "on")
        }
        base = styles.find(w("docDefaults"))
        self._run_default = _inner(base, "rPrDefault", "rPr")
        self._paragraph_default = _inner(base, "pPrDefault", "pPr")
        self._fonts = dict(_theme_fonts(theme))
        self._levels = _levels(numbering)
        self._style_letters = cache(self._chain_letters)
        self._base = cache(self._base_letters)

    def known(self, style: str) -> bool:
        """Whether a style of that id is defined."""
        return style in self._styles

    def layout(self, paragraph: Element, table: tuple[str, ...] = ()) -> Layout:
        """Return how `paragraph` is set; `table` are the table style and the parts that apply."""
        look = paragraph.find(w("pPr"))
        style = _value(look, "pStyle") or self._defaults.get("paragraph", "")
        chain = [s for s in (_child(one, "pPr") for one in self._chain(style)) if s is not None]
        listed = next((n for n in (_inner(p, "numPr") for p in (look, *reversed(chain)))
                       if n is not None), None)  # fmt: skip
        level = _number(listed, "ilvl")
        list_id = _value(listed, "numId")
        indents = self._levels.get((list_id, level))
        above = [self._paragraph_default, *self._table_parts(table, "pPr")]
        direct_list = _inner(look, "numPr") is not None
        listing = [] if indents is None or list_id == "0" else [_child(indents, "pPr")]
        order = (
            [*above, *chain, *listing, look] if direct_list else [*above, *listing, *chain, look]
        )
        return _layout([one for one in order if one is not None], style, list_id, level)

    def letters(self, run: Element, paragraph: Element, table: tuple[str, ...] = ()) -> Letters:
        """Return how the text of `run` in `paragraph` is printed."""
        style = _value(paragraph.find(w("pPr")), "pStyle") or self._defaults.get("paragraph", "")
        own = run.find(w("rPr"))
        base = self._base(style, table, _value(own, "rStyle"))
        return base if own is None else _direct(base, own, self._fonts)

    def mark_letters(self, paragraph: Element, table: tuple[str, ...] = ()) -> Letters:
        """Return how the paragraph mark is printed: the size of an empty paragraph."""
        look = paragraph.find(w("pPr"))
        style = _value(look, "pStyle") or self._defaults.get("paragraph", "")
        own = _child(look, "rPr")
        base = self._base(style, table, "")
        return base if own is None else _direct(base, own, self._fonts)

    def _base_letters(self, style: str, table: tuple[str, ...], character: str) -> Letters:
        made = Letters()
        default = self._run_default
        if default is not None:
            made = _direct(made, default, self._fonts)
        fixed = {name for name in _TOGGLES if _flag(default, name)}
        counts: dict[str, int] = {}
        levels = [self._style_letters(table, "table"), self._style_letters((style,), ""),
                  self._style_letters((character,) if character else (), "")]  # fmt: skip
        for level in levels:
            for look in level:
                made = _direct(made, look, self._fonts)
            for name in _TOGGLES:
                flags = [found for look in level if (found := _flag(look, name)) is not None]
                counts[name] = counts.get(name, 0) + bool(flags and flags[-1])
        on = {name: name in fixed or counts[name] % 2 == 1 for name in _TOGGLES}
        return made._replace(
            bold=on["b"], italic=on["i"], caps=on["caps"], small_caps=on["smallCaps"],
            struck=on["strike"] or on["dstrike"], hidden=on["vanish"],
        )  # fmt: skip

    def _chain_letters(self, styles: tuple[str, ...], kind: str) -> list[Element]:
        if kind == "table":
            return self._table_parts(styles, "rPr")
        looks = (_child(one, "rPr") for style in styles for one in self._chain(style))
        return [look for look in looks if look is not None]

    def _chain(self, style: str) -> list[Element]:
        """Return a style and what it is based on, the base first; a loop ends the chain."""
        found: list[Element] = []
        while style in self._styles and self._styles[style] not in found:
            found.insert(0, self._styles[style])
            style = _value(found[0], "basedOn")
        return found

    def _table_parts(self, table: tuple[str, ...], kind: str) -> list[Element]:
        style, parts = (table[0], table[1:]) if table else (self._defaults.get("table", ""), ())
        looks: list[Element] = []
        for one in self._chain(style):
            looks.append(_child(one, kind))
            looks += [_child(p, kind) for p in one.findall(w("tblStylePr"))
                      if p.get(w("type")) in parts]  # fmt: skip
        return [look for look in looks if look is not None]


def _direct(base: Letters, look: Element, fonts: dict[str, str]) -> Letters:
    changes: dict[str, object] = {}
    for node in look:
        name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        value = node.get(w("val"))
        on = value not in _OFF
        match name:
            case "b":
                changes["bold"] = on
            case "i":
                changes["italic"] = on
            case "caps":
                changes["caps"] = on
            case "smallCaps":
                changes["small_caps"] = on
            case "strike" | "dstrike":
                changes["struck"] = on
            case "vanish":
                changes["hidden"] = on
            case "u":
                changes["underline"] = on and value is not None
            case "highlight":
                changes["marked"] = on
            case "shd":
                fill = (node.get(w("fill")) or "auto").upper()
                changes["marked"] = fill not in ("AUTO", "FFFFFF")
            case "color":
                changes["colour"] = _colour(node)
            case "sz":
                changes["size"] = _half_points(value, base.size)
            case "lang":
                changes["language"] = value or base.language
            case "rFonts":
                changes |= _typefaces(node, fonts)
    return base._replace(**changes)  # type: ignore[arg-type]


def _typefaces(node: Element, fonts: dict[str, str]) -> Iterator[tuple[str, object]]:
    for script, field in (("ascii", "latin"), ("hAnsi", "other")):
        theme = node.get(w(f"{script}Theme"))
        named = fonts.get(theme) if theme else node.get(w(script))
        if named:
            yield field, named


def _colour(node: Element) -> str:
    theme, value = node.get(w("themeColor")), (node.get(w("val")) or "auto").upper()
    if value == "AUTO" or theme in ("text1", "dark1"):
        return ""
    return "" if value == "000000" else value


def _half_points(value: str | None, otherwise: float) -> float:
    return number(value, otherwise * 2) / 2


def _layout(looks: list[Element], style: str, list_id: str, level: int) -> Layout:
    made: dict[str, object] = {"style": style, "list_id": list_id, "list_level": level}
    for look in looks:
        if align := _value(look, "jc"):
            made["align"] = {"start": "left", "end": "right"}.get(align, align)
        for sides, key in ((("left", "start"), "left"), (("right", "end"), "right")):
            for side in sides:
                if (value := _twips(look, "ind", side)) is not None:
                    made[key] = value
        if (value := _twips(look, "ind", "firstLine")) is not None:
            made["first"] = value
        if (value := _twips(look, "ind", "hanging")) is not None:
            made["first"] = -value
        for side in ("before", "after", "line"):
            if (value := _twips(look, "spacing", side)) is not None:
                made[side] = value
        spacing = look.find(w("spacing"))
        if spacing is not None and spacing.get(w("lineRule")):
            made["rule"] = spacing.get(w("lineRule"))
        flags = (("keepNext", "keep_next"), ("contextualSpacing", "contextual"),
                 ("pageBreakBefore", "page_break"))  # fmt: skip
        for name, key in flags:
            if (flag := _flag(look, name)) is not None:
                made[key] = flag
        borders = _child(look, "pBdr")
        for side, key in (("top", "line_above"), ("bottom", "line_below")):
            if (edge := _child(borders, side)) is not None:
                made[key] = edge.get(w("val")) not in ("nil", "none", None)
        if (outline := _value(look, "outlineLvl")).isdecimal():
            made["outline"] = int(outline) if int(outline) < 9 else None
    return Layout(**made)  # type: ignore[arg-type]


def _levels(numbering: Element | None) -> dict[tuple[str, int], Element]:
    if numbering is None:
        return {}
    kinds = {a.get(w("abstractNumId")): a for a in numbering.findall(w("abstractNum"))}
    found: dict[tuple[str, int], Element] = {}
    for num in numbering.findall(w("num")):
        kind = kinds.get(_value(num, "abstractNumId"))
        for level in [] if kind is None else kind.findall(w("lvl")):
            text = level.get(w("ilvl")) or ""
            found[num.get(w("numId")) or "", int(text) if text.isdecimal() else 0] = level
    return found


def _theme_fonts(theme: Element | None) -> Iterator[tuple[str, str]]:
    if theme is None:
        return
    for kind in ("major", "minor"):
        face = theme.find(f".//{_A}{kind}Font/{_A}latin")
        name = face.get("typeface") if face is not None else ""
        for script in ("Ascii", "HAnsi"):
            yield f"{kind}{script}", name or ""


def _flag(look: Element | None, name: str) -> bool | None:
    found = _child(look, name)
    return None if found is None else found.get(w("val")) not in _OFF


def _value(look: Element | None, name: str) -> str:
    found = _child(look, name)
    return "" if found is None else found.get(w("val")) or ""


def _number(look: Element | None, name: str) -> int:
    return int_of(look, name, "val", 0)


def _child(look: Element | None, name: str) -> Element | None:
    return None if look is None else look.find(w(name))


def _inner(look: Element | None, *path: str) -> Element | None:
    return None if look is None else look.find("/".join(map(w, path)))


def _twips(look: Element, name: str, attribute: str) -> int | None:
    missing = -(10**9)
    value = int_of(look, name, attribute, missing)
    return None if value == missing else value
