"""From the parts of a .docx to a `Scan`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property

from cchc.document.check._automatic import Counters
from cchc.document.check._effective import Looks
from cchc.document.check._scan import Block, CellAt, Para, Scan, SectionAt, Span, TableAt
from cchc.document.package import DOCUMENT, STYLES
from cchc.document.wordml import Element, R, int_of, w, whole
from cchc.messages import Message, say

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WRAPPERS = {w(n) for n in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_INLINE = _WRAPPERS | {w(n) for n in ("hyperlink", "dir", "bdo", "fldSimple")}
_SIGNS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_CELL_MARGIN = 108


def scan(parts: dict[str, bytes], roots: dict[str, Element]) -> Scan:
    """Return the document of `parts`, whose XML parts are read as `roots`."""
    return _Reader(parts, roots).scan()


def relations(parts_root: Element | None, part: str) -> dict[str, str]:
    """Return the parts that a part's relations name, by id; links to elsewhere are left out."""
    found: dict[str, str] = {}
    for one in [] if parts_root is None else parts_root.iter(f"{{{RELS}}}Relationship"):
        if one.get("TargetMode") != "External":
            target = one.get("Target") or ""
            folder = posixpath.dirname(part)
            path = target if target.startswith("/") else posixpath.join(folder, target)
            found[one.get("Id") or ""] = posixpath.normpath(path).lstrip("/")
    return found


def rels_of(part: str) -> str:
    """Return the name of the part that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class _Reader:
    def __init__(self, parts: dict[str, bytes], roots: dict[str, Element]) -> None:
        self._parts = parts
        self._roots = roots
        self._relations = relations(roots.get(rels_of(DOCUMENT)), DOCUMENT)
        theme = next((roots[n] for n in roots if n.startswith("word/theme/")), None)
        numbering = roots.get("word/numbering.xml")
        self._looks = Looks(roots[STYLES], theme, numbering)
        self._counters = Counters(numbering)
        self._order = 0
        self._tables: list[TableAt] = []

    def scan(self) -> Scan:
        body = self._roots[DOCUMENT].find(w("body"))
        groups = [[]] if body is None else _sections(body)
        sections: list[SectionAt] = []
        blocks: list[Block] = []
        self._pages = [_page(group) for group in groups]
        paragraphs = tables = 0
        for number, group in enumerate(groups, start=1):
            section = self._section(self._pages[number - 1], number, sections)
            sections.append(section)
            section.start = self._order
            for element in group:
                if element.tag == w("p"):
                    paragraphs += 1
                    place = say("paragraph {number}", number=paragraphs)
                    blocks.append(self._paragraph(element, place, section))
                elif element.tag == w("tbl"):
                    tables += 1
                    place = say("table {number}", number=tables)
                    blocks.append(self._table(element, place, section, section.text_width))
        return Scan(
            self._parts, self._roots, blocks, self._tables, sections,
            {name: self._margin(name) for name in sorted(self._roots) if is_margin(name)},
            self._style_names,
        )  # fmt: skip

    @cached_property
    def _style_names(self) -> dict[str, str]:
        names = {}
        for style in self._roots[STYLES].findall(w("style")):
            name = style.find(w("name"))
            names[style.get(w("styleId")) or ""] = "" if name is None else name.get(w("val")) or ""
        return names

    def _section(self, page: Element, number: int, earlier: list[SectionAt]) -> SectionAt:
        shown: dict[str, dict[str, str]] = {}
        for kind in ("header", "footer"):
            before = getattr(earlier[-1], f"{kind}s") if earlier else {}
            own = {
                ref.get(w("type")) or "default": self._relations.get(ref.get(f"{{{R}}}id"), "")
                for ref in page.findall(w(f"{kind}Reference"))
            }
            shown[kind] = before | own
        place = say("section {number}", number=number)
        return SectionAt(page, number, place, shown["header"], shown["footer"])

    def _margin(self, part: str) -> list[Para]:
        place = say("page header") if part.startswith("word/header") else say("page footer")
        root = self._roots[part]
        section = SectionAt(root, 0, place, {}, {})
        return [self._paragraph(p, place, section, part=part) for p in root.iter(w("p"))]

    def _paragraph(
        self,
        element: Element,
        place: Message,
        section: SectionAt,
        cell: CellAt | None = None,
        table: tuple[str, ...] = (),
        part: str = DOCUMENT,
    ) -> Para:
        self._order += 1
        layout = self._looks.layout(element, table)
        mark = self._counters.mark(layout.list_id, layout.list_level)
        spans = tuple(
            Span(text, self._looks.letters(run, element, table))
            for run in _runs(element) if (text := _text(run))
        )  # fmt: skip
        end = self._looks.mark_letters(element, table)
        made = Para(element, place, part, self._order, section.number, spans, layout, end, cell)
        made.mark = mark if made.text.strip() else ""
        return made

    def _table(self, element: Element, place: Message, section: SectionAt, width: int) -> TableAt:
        self._order += 1
        made = TableAt(element, place, self._order, section.number, width)
        self._tables.append(made)
        look = element.find(w("tblPr"))
        style = _attribute(look, "tblStyle")
        grid = [whole(g.get(w("w"))) for g in element.findall(f"{w('tblGrid')}/{w('gridCol')}")]
        rows = list(_flat(element, "tr"))
        for r, row in enumerate(rows, start=1):
            at = int_of(row.find(w("trPr")), "gridBefore", "val", 0)
            for c, cell in enumerate(_flat(row, "tc"), start=1):
                own = cell.find(w("tcPr"))
                span = max(1, min(int_of(own, "gridSpan", "val", 1), 64))
                wide = sum(grid[at : at + span]) or int_of(own, "tcW", "w", 0)
                at += span
                here = say("{table}, row {row}, cell {cell}", table=place, row=r, cell=c)
                where = CellAt(element, r, c, max(0, wide - _beside(look, own)), cell)
                parts = (style, *_conditions(look, r, c, len(rows)))
                made.paragraphs += self._cell(cell, here, section, where, parts)
        return made

    def _cell(
        self, cell: Element, place: Message, section: SectionAt, at: CellAt, table: tuple[str, ...]
    ) -> Iterator[Para]:
        inner = [e for e in _unwrapped(cell) if e.tag in (w("p"), w("tbl"))]
        several = sum(e.tag == w("p") for e in inner) > 1
        paragraphs = tables = 0
        for element in inner:
            if element.tag == w("p"):
                paragraphs += 1
                here = (
                    say("{cell}, paragraph {number}", cell=place, number=paragraphs)
                    if several else place
                )  # fmt: skip
                yield self._paragraph(element, here, section, at, table)
            else:
                tables += 1
                here = say("{cell}, table {number}", cell=place, number=tables)
                yield from self._table(element, here, section, at.width).paragraphs


def is_margin(name: str) -> bool:
    """Whether a part is a page header or footer."""
    return name.startswith(("word/header", "word/footer")) and name.endswith(".xml")


def _sections(body: Element) -> list[list[Element]]:
    groups: list[list[Element]] = [[]]
    for element in _unwrapped(body):
        groups[-1].append(element)
        if element.tag == w("p") and element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            groups.append([])
    return groups if groups[-1] or len(groups) == 1 else groups[:-1]


def _page(group: list[Element]) -> Element:
    for element in reversed(group):
        if element.tag == w("sectPr"):
            return element
        if element.tag == w("p"):
            found = element.find(f"{w('pPr')}/{w('sectPr')}")
            if found is not None:
                return found
    return group[0].makeelement(w("sectPr")) if group else _NOTHING()


def _NOTHING() -> Element:  # noqa: N802
    from lxml import etree

    return etree.Element(w("sectPr"))


def _unwrapped(parent: Element) -> Iterator[Element]:
    for element in parent:
        if element.tag in _WRAPPERS:
            yield from _unwrapped(element)
        elif isinstance(element.tag, str):
            yield element


def _flat(parent: Element, name: str) -> Iterator[Element]:
    return (element for element in _unwrapped(parent) if element.tag == w(name))


def _runs(parent: Element) -> Iterator[Element]:
    for element in parent:
        if element.tag == w("r"):
            yield element
        elif element.tag in _INLINE:
            yield from _runs(element)


def _text(run: Element) -> str:
    text = ""
    for node in run:
        if node.tag == w("t"):
            text += node.text or ""
        elif node.tag == w("br"):
            text += "\f" if node.get(w("type")) == "page" else "\n"
        else:
            text += _SIGNS.get(node.tag, "")
    return text


def _conditions(look: Element | None, row: int, cell: int, rows: int) -> Iterator[str]:
    """Yield the parts of a table style that apply to a cell."""
    shown = look.find(w("tblLook")) if look is not None else None
    if shown is None:
        return
    bits = int(shown.get(w("val")) or "0", 16) if _is_hex(shown.get(w("val"))) else 0
    flags = (("firstRow", 0x20, row == 1), ("lastRow", 0x40, row == rows > 1),
             ("firstColumn", 0x80, cell == 1))  # fmt: skip
    for name, bit, applies in flags:
        on = shown.get(w(name))
        if applies and (on in ("1", "true", "on") if on is not None else bits & bit):
            yield {"firstColumn": "firstCol"}.get(name, name)


def _beside(look: Element | None, own: Element | None) -> int:
    table = look.find(w("tblCellMar")) if look is not None else None
    cell = own.find(w("tcMar")) if own is not None else None
    total = 0
    for side in ("left", "right"):
        total += int_of(cell, side, "w", int_of(table, side, "w", _CELL_MARGIN))
    return total


def _attribute(look: Element | None, name: str) -> str:
    found = look.find(w(name)) if look is not None else None
    return "" if found is None else found.get(w("val")) or ""


def _is_hex(text: str | None) -> bool:
    return bool(text) and all(c in "0123456789abcdefABCDEF" for c in text or "")
