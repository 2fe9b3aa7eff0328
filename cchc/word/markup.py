"""Small words of WordprocessingML: names of elements, children, and the values of properties.

Properties are set in the order that the schema wants.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

Element = Any
"""An lxml element; lxml ships no types."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OFF = frozenset({"0", "false", "off", "none"})
CHOICE = f"{{{MC}}}AlternateContent"
GREATEST = 999_999
"""Of any count or number of a list: larger ones are no numbers but damage."""

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{W}}}{name}"


def parse_xml(data: bytes) -> Element:
    """Read one XML part; comments and instructions are left out.

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


def text_of(node: Element) -> str:
    """Return the text of all w:t inside an element, one behind the other."""
    return "".join(t.text or "" for t in node.iter(w("t")))


def text_node(text: str) -> Element:
    """Return a w:t; Word drops blanks at its ends, and between others, unless they are kept."""
    node = etree.Element(w("t"))
    node.text = text
    if text != text.strip(" ") or "  " in text:
        node.set(XML_SPACE, "preserve")
    return node


def child(look: Element | None, *path: str) -> Element | None:
    """Return the element at the end of `path`, from child to child; None when one is missing."""
    for name in path:
        if look is None:
            return None
        look = look.find(w(name))
    return look


def value(look: Element | None, name: str) -> str:
    """Return `w:val` of the child `name`; empty when either is missing."""
    found = None if look is None else look.find(w(name))
    return "" if found is None else found.get(w("val")) or ""


def number(look: Element | None, name: str) -> int | None:
    """Return `w:val` of the child `name` as a whole number; None when there is none."""
    return whole_number(value(look, name))


def whole_number(text: str | None) -> int | None:
    """Return `text` as a whole number; None when it is none, or further from 0 than `GREATEST`."""
    try:
        found = int(text or "")
    except ValueError:
        return None
    return found if abs(found) <= GREATEST else None


def hexadecimal(text: str | None) -> int:
    """Return a number of at most four hexadecimal digits; 0 where there is none."""
    return int(text, 16) if text and len(text) <= 4 and set(text) <= _HEXADECIMAL else 0


def int_of(parent: Element | None, name: str, attribute: str, default: int) -> int:
    """Return a whole number in an attribute of a child; `default` when there is none."""
    found = None if parent is None else parent.find(w(name))
    given = None if found is None else whole_number(found.get(w(attribute)))
    return default if given is None else given


def flag(look: Element | None, name: str) -> bool | None:
    """Return whether the on-off property `name` is on; None when nothing is said."""
    found = None if look is None else look.find(w(name))
    return None if found is None else found.get(w("val")) not in OFF


def chosen(alternatives: Element) -> Element | None:
    """Return the one branch of an mc:AlternateContent to read: a shape's text stands in each."""
    branches = [one for one in alternatives if isinstance(one.tag, str)]
    with_text = (
        one for one in branches if next(one.iter(w("txbxContent"), w("t")), None) is not None
    )
    return next(with_text, branches[0] if branches else None)


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
