"""A Word template compiled once: its parts, sections and styles, ready to be filled many times."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxml import etree

from cchc.document.expressions import short
from cchc.document.file_properties import (
    CORE,
    CUSTOM,
    core_properties,
    digest_properties,
    with_core_part,
)
from cchc.document.lines import Lines
from cchc.document.marks import number_marks
from cchc.document.paper import BODY_STYLES, Paper
from cchc.document.print_record import with_record
from cchc.document.sections import filled_body, sections_of
from cchc.document.styles import Styles
from cchc.document.table import blocks_of
from cchc.errors import UserError, reason
from cchc.messages import Message, say
from cchc.word.markup import Element, serialize, w
from cchc.word.package import DOCUMENT, STYLES, parsed, read_package, write_package

_TRACES = {w(name) for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd")}


class Template:
    """A compiled template."""

    def __init__(self, path: Path) -> None:
        """Read and compile the .docx at `path`.

        Raises:
            UserError: it is not a Word document, a tag cannot be read, a style of the body is
                missing.
        """
        self._parts = with_core_part(read_package(path))
        roots = {name: parsed(data, path, name) for name, data in self._parts.items()
                 if name in (DOCUMENT, STYLES) or _is_margin(name)}  # fmt: skip
        self._styles = Styles(roots.pop(STYLES))
        self._lines = Lines(self._styles)
        self._document = roots.pop(DOCUMENT)
        for root in (self._document, *roots.values()):
            clean(root)
            _refuse_text_boxes(root, path)
        body = self._document.find(w("body"))
        if body is None:
            raise UserError(say("{path}: not a Word document", path=path))
        place = say("{path}", path=path.name)
        self._sections = sections_of(body, place, self._styles)
        if any(section.has_body for section in self._sections):
            for name in BODY_STYLES:
                self._styles.id_of(name, place)
        self._document.remove(body)
        self._margins = {
            name: (root, blocks_of(root, _margin_place(place, name), self._styles))
            for name, root in sorted(roots.items())
        }

    def render(self, paper: Paper) -> bytes:
        """Return the .docx of `paper`.

        Raises:
            UserError: a tag cannot be filled.
        """
        parts = dict(self._parts)
        parts[CORE] = core_properties(paper.properties)
        names = paper.names()
        for name, (root, blocks) in self._margins.items():
            made = _bare(root)
            made.extend(element for block in blocks for element in block.fill(names))
            if not len(made):
                made.append(etree.Element(w("p")))
            parts[name] = serialize(made)
        document = _bare(self._document)
        body = filled_body(self._sections, paper, self._lines)
        number_marks(body)
        document.append(body)
        parts[DOCUMENT] = serialize(document)
        parts = with_record(parts, paper)
        parts[CUSTOM] = digest_properties(parts)
        return write_package(parts)


def template(path: Path) -> Template:
    """Return the compiled template of a file, compiled again only when the file changes.

    Raises:
        UserError: as `Template`.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise UserError(
            say("{path}: cannot be opened: {reason}", path=path, reason=reason(error))
        ) from error
    return _compiled(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _compiled(path: Path, _modified: int, _size: int) -> Template:
    return Template(path)


def _is_margin(name: str) -> bool:
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _margin_place(place: Message, name: str) -> Message:
    if name.startswith("word/header"):
        return say("{file}, page header", file=place)
    return say("{file}, page footer", file=place)


def _bare(root: Element) -> Element:
    made = etree.Element(root.tag, nsmap=root.nsmap)
    for key, value in root.attrib.items():
        made.set(key, value)
    return made


def clean(root: Element) -> None:
    """Take out Word's traces of editing, and unpack content controls.

    A bookmark or paragraph id in a repeated row would stand there twice, which is invalid.
    """
    for node in list(root.iter()):
        if node.tag in _TRACES:
            node.getparent().remove(node)
        elif node.tag == w("sdt"):
            at = node.getparent().index(node)
            inner = node.find(w("sdtContent"))
            node.getparent()[at : at + 1] = [] if inner is None else list(inner)
        elif isinstance(node.tag, str):
            for key in list(node.attrib):
                if key.startswith(w("rsid")) or key.endswith(("}paraId", "}textId")):
                    del node.attrib[key]


def _refuse_text_boxes(root: Element, path: Path) -> None:
    for box in root.iter(w("txbxContent")):
        text = "".join(t.text or "" for t in box.iter(w("t")))
        if "{{" in text or "{%" in text:
            raise UserError(
                say("{path}: a tag stands in a text box: {text}", path=path, text=short(text)),
                say("Put it in a paragraph or a table cell."),
            )
