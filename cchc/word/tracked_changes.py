"""Tracked changes: what they are made of, and accepting them. ISO/IEC 29500-1, 17.13.5."""

from __future__ import annotations

from cchc.word.markup import Element, child, w

ADDED = frozenset({w("ins"), w("moveTo")})
"""Text that is there when the change is accepted."""
TAKEN = frozenset({w("del"), w("moveFrom")})
"""Text that is gone when the change is accepted."""
_RANGES = {w(f"{n}Range{end}") for n in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
           for end in ("Start", "End")}  # fmt: skip
_HOLDERS = {w("rPr"), w("trPr"), w("tcPr"), w("numPr")}


def tracked(root: Element) -> bool:
    """Return whether `root` has a tracked change."""
    return any(
        isinstance(n.tag, str)
        and (n.tag in ADDED | TAKEN | _RANGES or n.tag.endswith(("PrChange", "}cellIns", "}cellDel")))
        for n in root.iter()
    )  # fmt: skip


def ends_deleted(paragraph: Element) -> bool:
    """Return whether the paragraph's mark was deleted: the next one goes on in it."""
    return child(paragraph, "pPr", "rPr", "del") is not None


def row_deleted(row: Element) -> bool:
    """Return whether a w:tr was deleted as a whole."""
    return child(row, "trPr", "del") is not None


def accept_all(root: Element) -> bool:
    """Accept every tracked change below `root`; return whether there was one."""
    if not tracked(root):
        return False
    for node in list(root.iter()):
        parent = node.getparent() if isinstance(node.tag, str) else None
        if parent is None:
            continue
        if node.tag.endswith("PrChange") or node.tag in _RANGES or node.tag == w("cellIns"):
            parent.remove(node)
        elif node.tag in TAKEN and parent.tag in _HOLDERS:
            _take(parent, node)
        elif node.tag in TAKEN or (node.tag in ADDED and parent.tag in _HOLDERS):
            parent.remove(node)
        elif node.tag in ADDED:
            at = parent.index(node)
            parent[at : at + 1] = list(node)
    return True


def _take(holder: Element, node: Element) -> None:
    """Accept that a row or a paragraph's end is deleted: the row goes, the paragraph is joined."""
    owner = holder.getparent()
    holder.remove(node)
    if owner is None:
        return
    if holder.tag == w("trPr"):
        table = owner.getparent()
        table.remove(owner)
        if table.find(w("tr")) is None:
            table.getparent().remove(table)
    elif owner.tag == w("pPr"):
        _join(owner.getparent())


def _join(paragraph: Element) -> None:
    """Take a paragraph's end: what is left goes on in the next; before a table nothing stays."""
    left = [n for n in paragraph if n.tag != w("pPr")]
    follows = paragraph.getnext()
    if follows is not None and follows.tag == w("p"):
        at = 1 if len(follows) and follows[0].tag == w("pPr") else 0
        follows[at:at] = left
        paragraph.getparent().remove(paragraph)
    elif follows is not None and follows.tag == w("tbl") and all(n.tag in TAKEN for n in left):
        paragraph.getparent().remove(paragraph)
