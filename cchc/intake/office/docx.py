"""A Word document (.docx, .docm, .dotx) as an `OfficePaper`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cchc.intake.office import refusal
from cchc.intake.office.docx_text import (
    Beside,
    Read,
    TextReader,
    is_seen,
    lines_of_blocks,
    placeholders,
    texts_of,
)
from cchc.intake.office.left_out import word_notes
from cchc.intake.office.letters import trimmed
from cchc.intake.office_paper import Block, Cell, OfficePaper, Paragraph, Place, Row, Table
from cchc.word.formatting import Formatting, ParagraphLayout
from cchc.word.list_numbers import ListCounter
from cchc.word.markup import Element, child, flag
from cchc.word.package import Package
from cchc.word.paragraphs import Fields, ParagraphReader, bookmarks_in, fields_close
from cchc.word.refusal import damaged
from cchc.word.styles import Styles
from cchc.word.tables import TBL, Grid, P, TableStyle, blocks_of, table_rows
from cchc.word.tracked_changes import ends_deleted

MAX_DEPTH = 12
"""Tables inside tables; deeper ones are read as the paragraphs in them."""

_CONTENTS = "toc "


def read(path: Path) -> OfficePaper:
    """Return what stands in the Word document at `path`.

    Raises:
        UserError: it cannot be read; the message names the file and the remedy.
    """
    package = Package(path)
    main = _main_part(package)
    body = child(package.xml(main), "body")
    if body is None:
        raise damaged(path)
    reader = _reader(package, main, body)
    beside = Beside(package, main)
    reader.headers = [
        [tuple(_blocks_of(package, main, part, "header")) for part in parts]
        for parts in beside.headers(body)
    ]
    blocks = tuple(reader.blocks(body, None, 0))
    if not blocks:
        raise refusal.no_text(path)
    for kind, roots in beside.notes_and_footers(body):
        for root in roots:
            reader.apart += lines_of_blocks(_blocks_of(package, main, root, kind))
    comments = beside.comments()
    for name, read_too in (("comments", comments), ("notes", any(
        one.place.part == "note" for one in reader.apart))):  # fmt: skip
        if read_too:
            del reader.texts.left_out[name]
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.names)
    notes = word_notes(
        reader.texts.left_out, reader.texts.old_fonts, macros,
        struck=reader.texts.struck, comments=comments,
    )  # fmt: skip
    return OfficePaper(path, blocks, notes, tuple(reader.apart))


def _blocks_of(package: Package, main: str, root: Element, kind: str) -> Iterator[Block]:
    """Yield what stands in a page header, a footer or a note."""
    reader = _reader(package, main, root)
    for block in reader.blocks(root, Place(part=kind), 1):
        if any(is_seen(text) for text in texts_of(block)):
            yield block


class Located(NamedTuple):
    """The XML behind the places of a document."""

    part: str
    """The name of the part with the text."""
    root: Element
    paragraphs: tuple[tuple[Place, Element], ...]
    """Every w:p that was read, with the place it has in the `OfficePaper`."""
    comments: str
    """The name of the part with the comments; empty when there is none."""
    commented: tuple[Element, ...]
    """The roots of the parts in which comments are, or are referred to."""


def located(path: Path) -> Located:
    """Return where in the XML of the Word document at `path` its places are.

    Raises:
        UserError: as `read`.
    """
    package = Package(path)
    main = _main_part(package)
    root = package.xml(main)
    body = child(root, "body")
    if root is None or body is None:
        raise damaged(path)
    reader = _reader(package, main, body)
    for _ in reader.blocks(body, None, 0):
        pass
    if not reader.read_at:
        raise refusal.no_text(path)
    name = package.related(main).get("comments", "")
    own = package.xml(name) if name else None
    return Located(main, root, tuple(reader.read_at), name, (root,) if own is None else (root, own))


def _main_part(package: Package) -> str:
    main = package.main_part()
    return main if main in package.names else "word/document.xml"


def _reader(package: Package, main: str, body: Element) -> _DocxReader:
    related = package.related(main)
    styles = Styles(_part(package, related, "styles"), _part(package, related, "theme"))
    numbering = ListCounter(_part(package, related, "numbering"), styles)
    reader = _DocxReader(styles, numbering, Fields(sound=fields_close(body)))
    reader.texts.placeholders = placeholders(body)
    return reader


def _part(package: Package, related: dict[str, str], kind: str) -> Element | None:
    usual = "word/theme/theme1.xml" if kind == "theme" else f"word/{kind}.xml"
    name = related.get(kind, usual)
    return package.xml(name if name in package.names else usual)


class _DocxReader:
    def __init__(self, styles: Styles, numbering: ListCounter, fields: Fields) -> None:
        self._styles = styles
        self._numbering = numbering
        self._looks = Formatting(styles, numbering)
        self.texts = TextReader(ParagraphReader(fields), self._looks)
        self._paragraphs = 0
        self._tables = 0
        self.read_at: list[tuple[Place, Element]] = []
        self.headers: list[list[tuple[Block, ...]]] = []
        """The page headers that are new in each section."""
        self.apart: list[Paragraph] = []
        """Text of cells that are merged away: it is seen nowhere, and told."""

    def blocks(
        self, container: Element, inside: Place | None, depth: int, parts: tuple[str, ...] = ()
    ) -> Iterator[Block]:
        """Yield what `container` holds.

        Args:
            container: a body, a cell or a text box.
            inside: the place of the cell it is in.
            depth: how many tables and boxes it is in.
            parts: the style of the table and the parts of it that apply.
        """
        held: Read | None = None
        headers = iter(self.headers if inside is None and depth == 0 else ())
        yield from (block for part in next(headers, ()) for block in part)
        for node in self._nodes(container, depth):
            if node.tag == TBL:
                yield self._table(node, inside, depth)
                continue
            if inside is None:
                self._paragraphs += 1
            place = inside or Place(paragraph=self._paragraphs)
            self.read_at.append((place, node))
            layout = self._looks.layout(node, parts)
            said = _both(held, self.texts.read(node, parts))
            if ends_deleted(node):
                # Its mark was deleted: with the change accepted, the next one goes on here.
                held = said
                continue
            held = None
            yield from self._paragraph(said, layout, place, node)
            if child(node, "pPr", "sectPr") is not None:
                yield from (block for part in next(headers, ()) for block in part)
            for box in said.boxes:
                yield from self.blocks(box, place, depth + 1)
        if held is not None:
            place = inside or Place(paragraph=self._paragraphs)
            yield from self._paragraph(held, ParagraphLayout(), place, None)

    def _nodes(self, container: Element, depth: int) -> Iterator[Element]:
        if depth > MAX_DEPTH:
            self.texts.left_out["deep"] += 1
            found: Iterator[Element] = container.iter(P)
            return found
        return blocks_of(container, self.texts.left_out)

    def _paragraph(
        self, said: Read, layout: ParagraphLayout, place: Place, node: Element | None
    ) -> Iterator[Paragraph]:
        name = self._styles.names.get(layout.style, "")
        if name.lower().startswith(_CONTENTS):
            self.texts.left_out["contents"] += 1
            return
        text = trimmed(said.text)
        if not text and flag(child(node, "pPr", "rPr"), "vanish"):
            return
        label = self._numbering.label(layout.list_id, layout.list_level).replace("•", "-")
        if text or (label and label not in "-+*"):
            yield Paragraph(
                text,
                place,
                label,
                layout.outline,
                name,
                said.bold,
                said.italic,
                layout.align,
                () if node is None else bookmarks_in(node),
            )

    def _table(self, node: Element, inside: Place | None, depth: int) -> Table:
        if inside is None:
            self._tables += 1
        place = inside or Place(table=self._tables)
        grid = Grid()
        rows = []
        every = list(table_rows(node))
        style = TableStyle(node, len(every))
        for number, tr in enumerate(every, start=1):
            at = inside or place._replace(row=number)
            cells = []
            for found in grid.row(tr):
                # All cells are read, for lists count on in them; those merged away are not kept.
                here = inside or at._replace(cell=found.number)
                parts = style.parts(number, found.number)
                held = tuple(self.blocks(found.node, here, depth + 1, parts))
                if child(found.node, "tcPr", "cellDel") is not None:
                    self.texts.left_out["deleted"] += 1
                    continue
                cells.append((found, _cell(held, here, found.column, found.columns)))
            self.apart += [Paragraph(cell.text, cell.place) for found, cell in cells
                           if found.goes_on and cell.text.strip()]  # fmt: skip
            kept = [(found, cell) for found, cell in cells if not found.goes_on]
            rows.append((tuple(kept), at, grid.is_header(tr)))
        return Table(
            tuple(
                Row(tuple(_tall(cell, grid.rows_of(found)) for found, cell in cells), at, header)
                for cells, at, header in rows
            ),
            place,
            grid.width,
        )


def _both(held: Read | None, said: Read) -> Read:
    if held is None:
        return said
    looks = [one for one in (held, said) if one.text.strip()]
    return Read(
        held.text + said.text, all(one.bold for one in looks), all(one.italic for one in looks),
        held.boxes + said.boxes,
    )  # fmt: skip


def _cell(held: tuple[Block, ...], place: Place, column: int, columns: int) -> Cell:
    own = [one for one in held if isinstance(one, Paragraph)]
    texts = [f"{one.label} {one.text}".strip() for one in own]
    looks = [one for one in own if one.text]
    return Cell(
        "\n".join(texts), place, column, columns,
        bold=bool(looks) and all(one.bold for one in looks),
        italic=bool(looks) and all(one.italic for one in looks),
        blocks=held,
    )  # fmt: skip


def _tall(cell: Cell, rows: int) -> Cell:
    if rows == 1:
        return cell
    return Cell(
        cell.text, cell.place, cell.column, cell.columns, rows, cell.bold, cell.italic, cell.blocks
    )
