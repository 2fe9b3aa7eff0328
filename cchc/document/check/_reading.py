"""From the parts of a .docx to a `Scan`."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.document.check._scan import (
    BoxAt,
    CellAt,
    Para,
    Scan,
    ScannedBlock,
    SectionAt,
    StyledSpan,
    TableAt,
)
from cchc.document.check._shapes import box_width
from cchc.messages import Message, say
from cchc.word.formatting import Formatting
from cchc.word.list_numbers import ListCounter
from cchc.word.markup import MC, Element, R, child, w
from cchc.word.measures import twips_of
from cchc.word.package import DOCUMENT, STYLES, is_margin, relations, rels_of
from cchc.word.paragraphs import SOFT_HYPHEN, Fields, ParagraphReader, fields_close
from cchc.word.styles import Styles
from cchc.word.tables import TBL, P, TableStyle, blocks_of, column_count, grid_of, inside
from cchc.word.tracked_changes import ends_deleted

_CELL_MARGIN = 108
FALLBACK = f"{{{MC}}}Fallback"


def scan(parts: dict[str, bytes], roots: dict[str, Element]) -> Scan:
    """Return the document of `parts`, whose XML parts are read as `roots`."""
    return _ScanReader(parts, roots).scan()


class _ScanReader:
    def __init__(self, parts: dict[str, bytes], roots: dict[str, Element]) -> None:
        self._parts = parts
        self._roots = roots
        self._relations = relations(roots.get(rels_of(DOCUMENT)), DOCUMENT)
        theme = next((roots[n] for n in roots if n.startswith("word/theme/")), None)
        self._styles = Styles(roots[STYLES], theme)
        self._numbering = ListCounter(roots.get("word/numbering.xml"), self._styles)
        self._looks = Formatting(self._styles, self._numbering)
        self._text = _reader(roots[DOCUMENT])
        self._order = 0
        self._held: list[Element] = []
        """The text boxes in the paragraph read last."""
        self._tables: list[TableAt] = []

    def scan(self) -> Scan:
        root = self._roots[DOCUMENT]
        body = root.find(w("body"))
        groups = _sections(root if body is None else body)
        sections: list[SectionAt] = []
        blocks: list[ScannedBlock] = []
        paragraphs = tables = 0
        for number, (page, group) in enumerate(groups, start=1):
            section = self._section(page, number, sections)
            sections.append(section)
            section.start = self._order
            for element in group:
                if element.tag == P:
                    paragraphs += 1
                    place = say("paragraph {number}", number=paragraphs)
                    made = self._paragraph(element, place, section)
                    blocks += self._boxes(made, section)
                    blocks.append(made)
                elif element.tag == TBL:
                    tables += 1
                    place = say("table {number}", number=tables)
                    blocks.append(self._table(element, place, section, section.text_width))
        return Scan(
            self._parts, self._roots, blocks, self._tables, sections,
            {name: self._margin(name) for name in sorted(self._roots) if is_margin(name)},
            self._styles.names,
        )  # fmt: skip

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
        self._text = _reader(root)
        return [self._paragraph(p, place, section, part=part) for p in _margin_paragraphs(root)]

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
        # Its mark deleted, the next paragraph goes on in it, and has the number.
        counted = "" if ends_deleted(element) else layout.list_id
        mark = self._numbering.label(counted, layout.list_level)
        pieces = list(self._text.pieces(element))
        spans = tuple(
            StyledSpan(shown, self._looks.letters(run, element, table))
            for run, text, _ in pieces
            if (shown := text.replace(SOFT_HYPHEN, ""))
        )
        self._held = [box for piece in pieces for box in piece.boxes]
        end = self._looks.mark_letters(element, table)
        made = Para(element, place, part, self._order, section.number, spans, layout, end, cell)
        made.mark = mark if made.text.strip() else ""
        return made

    def _boxes(self, anchor: Para, section: SectionAt) -> list[BoxAt]:
        """Return the text boxes that hang in the paragraph read last."""
        return [self._box(box, anchor, section) for box in self._held]

    def _box(self, content: Element, anchor: Para, section: SectionAt) -> BoxAt:
        self._order += 1
        place = say("text box in {place}", place=anchor.place)
        made = BoxAt(content, place, self._order, section.number)
        at = CellAt(content, 1, 1, box_width(content), content, box=True)
        for block in blocks_of(content):
            if block.tag == P:
                number = len(made.paragraphs) + 1
                here = say("{cell}, paragraph {number}", cell=place, number=number)
                made.paragraphs.append(self._paragraph(block, here, section, at))
            else:
                table = self._table(block, place, section, at.width or section.text_width)
                made.paragraphs += table.paragraphs
        return made

    def _table(self, element: Element, place: Message, section: SectionAt, width: int) -> TableAt:
        self._order += 1
        made = TableAt(element, place, self._order, section.number, width)
        self._tables.append(made)
        look = element.find(w("tblPr"))
        grid = grid_of(element)
        rows = list(inside(element, "tr"))
        style = TableStyle(element, len(rows))
        for r, row in enumerate(rows, start=1):
            at = column_count(row.find(w("trPr")), "gridBefore", 0)
            for c, cell in enumerate(inside(row, "tc"), start=1):
                own = cell.find(w("tcPr"))
                span = column_count(own, "gridSpan", 1) or 1
                # Where the two differ, Word goes by the cell and LibreOffice by the columns.
                wide = _preferred(own) or sum(grid[at : at + span])
                at += span
                here = say("{table}, row {row}, cell {cell}", table=place, row=r, cell=c)
                where = CellAt(element, r, c, max(0, wide - _beside(look, own)), cell)
                parts = style.parts(r, c)
                made.paragraphs += self._cell(cell, here, section, where, parts)
        return made

    def _cell(
        self, cell: Element, place: Message, section: SectionAt, at: CellAt, table: tuple[str, ...]
    ) -> Iterator[Para]:
        inner = list(blocks_of(cell))
        several = sum(e.tag == P for e in inner) > 1
        paragraphs = tables = 0
        for element in inner:
            if element.tag == P:
                paragraphs += 1
                here = (
                    say("{cell}, paragraph {number}", cell=place, number=paragraphs)
                    if several else place
                )  # fmt: skip
                made = self._paragraph(element, here, section, at, table)
                for box in self._boxes(made, section):
                    yield from box.paragraphs
                yield made
            else:
                tables += 1
                here = say("{cell}, table {number}", cell=place, number=tables)
                yield from self._table(element, here, section, at.width).paragraphs


def _preferred(look: Element | None) -> int:
    """Return the width in twips that a cell asks for itself; 0 for one in percent or none."""
    width = child(look, "tcW")
    fixed = width is not None and width.get(w("type")) in (None, "dxa")
    return twips_of(look, "tcW", "w") if fixed else 0


def _margin_paragraphs(root: Element) -> Iterator[Element]:
    """Yield the paragraphs of a page header or footer, those of its text boxes once."""
    for paragraph in root.iter(P):
        second = any(a.tag == FALLBACK for a in paragraph.iterancestors())
        if not second:
            yield paragraph


def _reader(root: Element) -> ParagraphReader:
    return ParagraphReader(Fields(sound=fields_close(root)))


def _sections(body: Element) -> list[tuple[Element, list[Element]]]:
    """Return the w:sectPr of each section, with its blocks."""
    found: list[tuple[Element, list[Element]]] = []
    group: list[Element] = []
    for element in blocks_of(body):
        group.append(element)
        page = child(element, "pPr", "sectPr")
        if element.tag == P and page is not None:
            found.append((page, group))
            group = []
    last = body.find(w("sectPr"))
    if group or last is not None or not found:
        found.append((body.makeelement(w("sectPr")) if last is None else last, group))
    return found


def _beside(look: Element | None, own: Element | None) -> int:
    table, cell = child(look, "tblCellMar"), child(own, "tcMar")
    return sum(
        twips_of(cell, side, "w", twips_of(table, side, "w", _CELL_MARGIN))
        for side in ("left", "right")
    )
