"""Setting properties of paragraphs, tables and sections, in the order that the schema wants."""

from __future__ import annotations

from lxml import etree

from cchc.word.markup import Element, w

_ORDER = {
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
        "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
        "tblLayout", "tblCellMar", "tblLook",
    ),
    "tcPr": ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    "trPr": (),
    "rPr": (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
        "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
        "color", "spacing", "w", "kern", "position", "sz", "szCs",
    ),
    "sectPr": (
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    ),
    "style": ("name",),
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
        "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    ),
}  # fmt: skip
"""Children in the order the schema asks for, as far as the renderer sets them."""


def properties(parent: Element, name: str) -> Element:
    """Return the child of `parent` that holds its properties, made in front when missing."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0, found)
    return found


def give(parent: Element, name: str, **attributes: str) -> Element:
    """Give a properties element the child `name`, in its place, with exactly these attributes."""
    drop(parent, name)
    order = _ORDER[etree.QName(parent).localname]
    earlier = {w(other) for other in order[: order.index(name)]} if name in order else set()
    at = 0
    for index, sibling in enumerate(parent):
        if sibling.tag in earlier or not order:
            at = index + 1
    made = etree.Element(w(name))
    for key, value in attributes.items():
        made.set(w(key), value)
    parent.insert(at, made)
    return made


def drop(parent: Element, name: str) -> None:
    """Take the children `name` away."""
    for old in parent.findall(w(name)):
        parent.remove(old)
