"""A Word template compiled once: its parts, sections and styles, ready to be filled many times."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lxml import etree

from cchc.document.bookmarks import number_marks
from cchc.document.file_properties import (
    CORE,
    CUSTOM,
    core_properties,
    custom_properties,
    with_core_part,
    with_digest,
)
from cchc.document.paper import BODY_STYLES, Paper
from cchc.document.print_record import with_record
from cchc.document.template.choices import TemplateBlock
from cchc.document.template.expressions import one_paper
from cchc.document.template.folder import find_template
from cchc.document.template.left_out import refuse_left_out, said_left_out
from cchc.document.template.sections import filled_body, sections_of
from cchc.document.template.styles import DrawnLines, TemplateStyles
from cchc.document.template.table import PartPlace, compiled_blocks
from cchc.document.template.unfit import NOTES, refuse_notes, refuse_unfit
from cchc.errors import UserError, reason
from cchc.messages import Message, say
from cchc.word.markup import Element, R, serialize, w
from cchc.word.package import (
    DOCUMENT,
    STYLES,
    is_margin,
    parsed,
    read_package,
    relations,
    rels_of,
    write_package,
)

_ID = f"{{{R}}}id"
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
                 if name in (DOCUMENT, STYLES, *NOTES) or is_margin(name)}  # fmt: skip
        self._place = place = say("{path}", path=path.name)
        for name in NOTES:
            refuse_notes(roots.pop(name, None), place)
        self._styles = TemplateStyles(roots.pop(STYLES))
        self._lines = DrawnLines(self._styles)
        self._document = roots.pop(DOCUMENT)
        for name, root in ((DOCUMENT, self._document), *sorted(roots.items())):
            refuse_unfit(root, place if name == DOCUMENT else margin_place(place, name))
            cleaned(root)
        body = self._document.find(w("body"))
        if body is None:
            raise UserError(say("{path}: not a Word document", path=path))
        self._printed_margins = printed_margins(body, self._parts, path)
        self._sections = sections_of(body, place, self._styles)
        if any(section.has_body for section in self._sections):
            for name in BODY_STYLES:
                self._styles.id_of(name, place)
        self._document.remove(body)
        self._margins = {
            name: (root, compiled_blocks(root, PartPlace(margin_place(place, name)), self._styles))
            for name, root in sorted(roots.items())
        }
        blocks = [block for section in self._sections for block in section.blocks]
        self._said = said_left_out([*blocks, *self._margin_blocks()])

    def render(self, paper: Paper) -> bytes:
        """Return the .docx of `paper`.

        Raises:
            UserError: a tag cannot be filled, or a part of the paper has no tag.
        """
        return write_package(self.parts(paper))

    def parts(self, paper: Paper) -> dict[str, bytes]:
        """Return the parts of the .docx of `paper`.

        Raises:
            UserError: as `render`.
        """
        with one_paper():
            return self._filled(paper)

    def _filled(self, paper: Paper) -> dict[str, bytes]:
        self._refuse_left_out(paper)
        parts = dict(self._parts)
        parts[CORE] = core_properties(paper)
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
        parts[CUSTOM] = custom_properties(paper)
        parts[CUSTOM] = with_digest(parts)
        return parts

    def _margin_blocks(self) -> list[TemplateBlock]:
        return [one for name in self._printed_margins for one in self._margins[name][1]]

    def _refuse_left_out(self, paper: Paper) -> None:
        names = paper.names()
        fixed = [one for one in self._sections if not one.repeats]
        repeated = [one for one in self._sections if one.repeats]
        shown = [*self._margin_blocks(), *(one for part in fixed for one in part.shown(names))]
        shown_for = [
            [one for part in repeated for one in part.shown({**names, "appendix": appendix})]
            for appendix in paper.appendices
        ]
        refuse_left_out(self._place, paper, shown, shown_for, self._said)


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


def render_paper(paper: Paper, template_name: str, workspace: Path | None) -> bytes:
    """Return `paper` as a Word document; a template of the workspace wins over the packaged one.

    Raises:
        UserError: there is no template of that name, it cannot be read, or a tag cannot be filled.
    """
    return template(find_template(template_name, workspace)).render(paper)


@lru_cache(maxsize=16)
def _compiled(path: Path, _modified: int, _size: int) -> Template:
    return Template(path)


def printed_margins(body: Element, parts: Mapping[str, bytes], path: Path) -> list[str]:
    """Return the page headers and footers that a section really prints."""
    links = rels_of(DOCUMENT)
    known = relations(parsed(parts[links], path, links) if links in parts else None, DOCUMENT)
    kinds = {"default"} | ({"first"} if next(body.iter(w("titlePg")), None) is not None else set())
    return sorted(
        {
            known[one.get(_ID)]
            for name in ("headerReference", "footerReference")
            for one in body.iter(w(name))
            if one.get(w("type")) in kinds and one.get(_ID) in known
        }
    )


def margin_place(place: Message, name: str) -> Message:
    """Return how messages name a page header or footer."""
    if name.startswith("word/header"):
        return say("{file}, page header", file=place)
    return say("{file}, page footer", file=place)


def _bare(root: Element) -> Element:
    made = etree.Element(root.tag, nsmap=root.nsmap)
    for key, value in root.attrib.items():
        made.set(key, value)
    return made


def cleaned(root: Element) -> None:
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
