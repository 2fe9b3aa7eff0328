"""Taking out of a Word file what its editors left: names, company, revision marks, residue."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lxml import etree

from cchc.document.file_properties import APP, CORE, with_core_part
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.markup import Element, serialize, w
from cchc.word.package import CONTENT_TYPES, RELATIONS, parsed, write_package
from cchc.word.tracked_changes import accept_all, tracked

_THUMBNAIL = "docProps/thumbnail"
_CUSTOM = "docProps/custom.xml"
_PERSONAL = {"creator", "lastModifiedBy", "revision", "lastPrinted", "created", "modified",
             "description", "keywords", "version"}  # fmt: skip
_RESIDUE = {w(n) for n in ("proofErr", "lastRenderedPageBreak", "rsids", "permStart", "permEnd")}


class Tidied(NamedTuple):
    """The file made clean, and what went."""

    content: bytes
    removed: list[Message]


def without_traces(parts: dict[str, bytes], path: Path, *, accept: bool = False) -> Tidied:
    """Return the .docx of `parts` without its editors' traces; `path` names it in messages.

    Raises:
        UserError: it has tracked changes and `accept` is not set, or a part is damaged.
    """
    removed: list[Message] = []
    parts = _without_parts(dict(parts), path, removed)
    for name in [n for n in parts if n.startswith("word/") and n.endswith(".xml")]:
        root = parsed(parts[name], path, name)
        if tracked(root) and not accept:
            raise UserError(
                say("{path} has tracked changes that nobody has accepted or refused", path=path),
                say("Settle them in Word, or use --accept to accept them all."),
            )
        accepted, cleaned = accept_all(root), _residue(root)
        if accepted:
            removed.append(say("tracked changes accepted in {part}", part=name))
        if cleaned:
            removed.append(say("editing marks in {part}", part=name))
        if accepted or cleaned:
            parts[name] = serialize(root)
    return Tidied(write_package(parts), removed)


def _without_parts(parts: dict[str, bytes], path: Path, removed: list[Message]) -> dict[str, bytes]:
    gone = [n for n in parts if n.startswith(_THUMBNAIL) or n == _CUSTOM]
    for name in gone:
        del parts[name]
        removed.append(say("the part {part}", part=name))
    if gone:
        for place, key in ((RELATIONS, "Target"), (CONTENT_TYPES, "PartName")):
            root = parsed(parts[place], path, place)
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
        root = parsed(parts[CORE], path, CORE)
        personal = [n for n in root if etree.QName(n).localname in _PERSONAL]
        for node in personal:
            root.remove(node)
        if personal:
            removed.append(say("names and dates in {part}", part=CORE))
            parts[CORE] = serialize(root)
    return parts


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
