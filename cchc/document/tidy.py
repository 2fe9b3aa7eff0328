"""Taking out of a Word file what its editors left: names, company, revision marks, residue."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lxml import etree

from cchc.document.package import APP, CONTENT_TYPES, CORE, RELATIONS, with_core_part, write_package
from cchc.document.wordml import Element, parse, serialize, w
from cchc.errors import UserError
from cchc.messages import Message, say

_THUMBNAIL = "docProps/thumbnail"
_CUSTOM = "docProps/custom.xml"
_PERSONAL = {"creator", "lastModifiedBy", "revision", "lastPrinted", "created", "modified",
             "description", "keywords", "version"}  # fmt: skip
_RESIDUE = {w(n) for n in ("proofErr", "lastRenderedPageBreak", "rsids", "permStart", "permEnd")}
_ADDED = {w(n) for n in ("ins", "moveTo")}
_TAKEN = {w(n) for n in ("del", "moveFrom")}
_RANGES = {w(f"{n}Range{end}") for n in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
           for end in ("Start", "End")}  # fmt: skip
_HOLDERS = {w("rPr"), w("trPr"), w("tcPr"), w("numPr")}


class Tidied(NamedTuple):
    """The file made clean, and what went."""

    content: bytes
    removed: list[Message]


def tidy(parts: dict[str, bytes], path: Path, *, accept: bool = False) -> Tidied:
    """Return the .docx of `parts` without its editors' traces; `path` names it in messages.

    Raises:
        UserError: it has tracked changes and `accept` is not set, or a part is damaged.
    """
    removed: list[Message] = []
    parts = _without_parts(dict(parts), removed)
    for name in [n for n in parts if n.startswith("word/") and n.endswith(".xml")]:
        try:
            root = parse(parts[name])
        except etree.XMLSyntaxError as error:
            message = say("{path}: its part {part} is damaged", path=path, part=name)
            raise UserError(message) from error
        if _tracked(root) and not accept:
            raise UserError(
                say("{path} has tracked changes that nobody has accepted or refused", path=path),
                say("Settle them in Word, or use --accept to accept them all."),
            )
        accepted, cleaned = _accept(root), _residue(root)
        if accepted:
            removed.append(say("tracked changes accepted in {part}", part=name))
        if cleaned:
            removed.append(say("editing marks in {part}", part=name))
        if accepted or cleaned:
            parts[name] = serialize(root)
    return Tidied(write_package(parts), removed)


def _without_parts(parts: dict[str, bytes], removed: list[Message]) -> dict[str, bytes]:
    gone = [n for n in parts if n.startswith(_THUMBNAIL) or n == _CUSTOM]
    for name in gone:
        del parts[name]
        removed.append(say("the part {part}", part=name))
    if gone:
        for place, key in ((RELATIONS, "Target"), (CONTENT_TYPES, "PartName")):
            root = parse(parts[place])
            for node in list(root):
                if (node.get(key) or "").lstrip("/") in gone:
                    root.remove(node)
            parts[place] = serialize(root)
    if APP in parts:
        clean = with_core_part(parts)[APP]
        if clean != parts[APP]:
            removed.append(say("company and program in {part}", part=APP))
            parts[APP] = clean
    if CORE in parts:
        root = parse(parts[CORE])
        personal = [n for n in root if etree.QName(n).localname in _PERSONAL]
        for node in personal:
            root.remove(node)
        if personal:
            removed.append(say("names and dates in {part}", part=CORE))
            parts[CORE] = serialize(root)
    return parts


def _tracked(root: Element) -> bool:
    return any(
        isinstance(n.tag, str)
        and (n.tag in _ADDED | _TAKEN | _RANGES or n.tag.endswith(("PrChange", "}cellIns", "}cellDel")))
        for n in root.iter()
    )  # fmt: skip


def _accept(root: Element) -> bool:
    """Accept every tracked change; return whether there was one."""
    if not _tracked(root):
        return False
    for node in list(root.iter()):
        parent = node.getparent() if isinstance(node.tag, str) else None
        if parent is None:
            continue
        if node.tag.endswith("PrChange") or node.tag in _RANGES or node.tag == w("cellIns"):
            parent.remove(node)
        elif node.tag in _TAKEN and parent.tag in _HOLDERS:
            _take(parent, node)
        elif node.tag in _TAKEN or (node.tag in _ADDED and parent.tag in _HOLDERS):
            parent.remove(node)
        elif node.tag in _ADDED:
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
        owner.getparent().remove(owner)
    elif owner.tag == w("pPr"):
        paragraph = owner.getparent()
        follows = paragraph.getnext()
        if follows is not None and follows.tag == w("p"):
            at = 1 if len(follows) and follows[0].tag == w("pPr") else 0
            follows[at:at] = [n for n in paragraph if n is not owner]
            paragraph.getparent().remove(paragraph)


def _residue(root: Element) -> bool:
    """Take out rsid numbers, proofing marks and the bookmark of the last place of editing."""
    found = False
    back = {n.get(w("id")) for n in root.iter(w("bookmarkStart")) if n.get(w("name")) == "_GoBack"}
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            continue
        mark = node.tag in (w("bookmarkStart"), w("bookmarkEnd")) and node.get(w("id")) in back
        if node.tag in _RESIDUE or mark or node.tag == w("trackRevisions"):
            node.getparent().remove(node)
            found = True
        for key in [k for k in node.attrib if k.startswith(w("rsid"))]:
            del node.attrib[key]
            found = True
    return found
