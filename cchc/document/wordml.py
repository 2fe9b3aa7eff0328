"""Small words of WordprocessingML: names, child order, and safe reading of a part."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from lxml import etree

Element = Any
"""An lxml element; lxml ships no types."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{name}"


def parse(data: bytes) -> Element:
    """Read one XML part.

    Raises:
        etree.XMLSyntaxError: it is not well-formed XML, or it carries a DTD.
    """
    root = etree.fromstring(data, _PARSER)
    if root.getroottree().docinfo.doctype:
        raise etree.XMLSyntaxError("DTD", 0, 0, 0)
    return root


def serialize(root: Element) -> bytes:
    """Write one XML part."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


_ORDER = {
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
        "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
        "tblLayout", "tblCellMar", "tblLook",
    ),
    "tcPr": ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"),
    "trPr": (),
    "sectPr": (
        "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    ),
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


def int_of(parent: Element | None, name: str, attribute: str, default: int) -> int:
    """Return an integer attribute of a child; `default` when it is absent or not a number."""
    found = parent.find(w(name)) if parent is not None else None
    text = found.get(w(attribute)) if found is not None else None
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


GREATEST = 1_000_000.0
"""Of any measure in a document: in twentieths of a point 17 metres. Strangers write more."""


def number(text: str | None, otherwise: float = 0) -> float:
    """Return `text` as a number up to `GREATEST`; `otherwise` where it is none."""
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    return otherwise if math.isnan(value) else max(-GREATEST, min(GREATEST, value))


def whole(text: str | None) -> int:
    """Return `text` as a whole number, 0 where it is none."""
    return int(number(text))
