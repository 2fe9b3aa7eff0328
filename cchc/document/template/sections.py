"""The sections of a document: the body once, and one section for each appendix.

A section of the template that names `appendix.`, `task.` or `area.` is repeated for each appendix
and left out when there is none; its page is landscape when the table has more than five columns. A
later section whose tables have no rows to print is left out as well.

What belongs together stays on one page: the last row of a table keeps to the closing mark below it. A long
list of recipients would push the whole signature to the next page: what does not fit beside the signature
goes into rows of its own, which may stand on the next page.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy, deepcopy

from lxml import etree

from cchc.document.bookmarks import put_mark
from cchc.document.metrics import wrapped
from cchc.document.paper import AppendixPaper, Paper, Rows
from cchc.document.template.choices import BlockChoice, TemplateBlock, every, shown_blocks
from cchc.document.template.expressions import TagNames
from cchc.document.template.listing import SAMPLES, Listing
from cchc.document.template.styles import DrawnLines, TemplateStyles
from cchc.document.template.table import (
    PartPlace,
    TemplateTable,
    compiled_blocks,
    has_rows,
)
from cchc.errors import UserError
from cchc.messages import Message, say
from cchc.word.markup import Element, drop, give, properties, text_of, value, w
from cchc.word.measures import TWIPS_PER_MM, twips_of

PORTRAIT_COLUMNS = 5
"""A table with more columns is set on a landscape page."""


class TemplateSection:
    """A compiled section."""

    def __init__(
        self, blocks: list[TemplateBlock], page: Element, place: Message, styles: TemplateStyles
    ) -> None:
        """Take the section's `blocks`, its page settings (a w:sectPr), and the template's styles.

        Raises:
            UserError: the body and an appendix share the section.
        """
        self._page = page
        roots: frozenset[str] = frozenset().union(*(block.roots for block in blocks))
        self.blocks = _listed(blocks)
        self._styles = styles
        self.repeats = bool(roots & {"appendix", *SAMPLES})
        self.has_body = "body" in roots
        if self.repeats and self.has_body:
            raise UserError(
                say("{place}: the body and the appendix share a section", place=place),
                say("In Word, put a section break (next page) between them."),
            )

    def shown(self, names: TagNames) -> Iterator[TemplateBlock]:
        """Yield the paragraphs and tables that are shown, in order.

        Raises:
            UserError: a condition names what does not exist.
        """
        return shown_blocks(self.blocks, names)

    def has_rows(self, names: TagNames) -> bool:
        """Whether any of its tables has rows to print; a section without such tables has."""
        tables = [block for block in every(self.blocks) if isinstance(block, TemplateTable)]
        known = {key for key, value in names.items() if isinstance(value, Rows)}
        lists = [block for block in tables if block.roots & known]
        return not lists or any(has_rows(block, names) for block in lists)

    def fill(
        self, names: TagNames, lines: DrawnLines, appendix: AppendixPaper | None = None
    ) -> tuple[list[Element], Element]:
        """Return the section's content and page settings."""
        page = deepcopy(self._page)
        if appendix is not None:
            names = {**names, "appendix": appendix}
        blocks = list(self.shown(names))
        if appendix is not None:
            counts = [len(b.columns(appendix)) for b in blocks if isinstance(b, Listing)]
            if counts:
                _turn(page, landscape=max(counts) > PORTRAIT_COLUMNS)
        width = _text_width(page)
        content: list[Element] = []
        for block in blocks:
            if isinstance(block, Listing):
                assert appendix is not None
                content.append(block.filled(names, appendix, width, _text_height(page)))
            else:
                content += block.fill(names)
        lines.fit(content, width)
        keep_together(content, self._styles.find(RECIPIENTS_STYLE))
        put_places(content, self._styles)
        return content, page


def _listed(blocks: list[TemplateBlock]) -> list[TemplateBlock]:
    """Return `blocks`, each table with sample rows as a `Listing`."""
    made: list[TemplateBlock] = []
    for block in blocks:
        if isinstance(block, TemplateTable) and block.roots & SAMPLES:
            made.append(Listing(block))
            continue
        if isinstance(block, BlockChoice):
            block.branches = [(test, _listed(inner)) for test, inner in block.branches]
        made.append(block)
    return made


def sections_of(body: Element, place: Message, styles: TemplateStyles) -> list[TemplateSection]:
    """Cut the w:body of a template into its sections."""
    elements: list[list[Element]] = [[]]
    pages: list[Element] = []
    for element in body:
        if element.tag == w("sectPr"):
            pages.append(element)
            continue
        elements[-1].append(element)
        page = element.find(f"{w('pPr')}/{w('sectPr')}") if element.tag == w("p") else None
        if page is not None:
            page.getparent().remove(page)
            pages.append(page)
            elements.append([])
    if len(pages) < len(elements):
        pages.append(etree.Element(w("sectPr")))
    here = PartPlace(place)
    return [
        TemplateSection(compiled_blocks(group, here, styles), page, place, styles)
        for group, page in zip(elements, pages, strict=True)
    ]


def filled_body(sections: list[TemplateSection], paper: Paper, lines: DrawnLines) -> Element:
    """Return the w:body of `paper`."""
    names = paper.names()
    filled: list[tuple[list[Element], Element]] = []
    for n, section in enumerate(sections):
        if section.repeats:
            filled += [section.fill(names, lines, appendix) for appendix in paper.appendices]
        elif not paper.alone and (n == 0 or section.has_rows(names)):
            content, page = section.fill(names, lines)
            if n == 0 or content:
                filled.append((content, page))
    body = etree.Element(w("body"))
    for n, (content, page) in enumerate(filled, start=1):
        if not content or content[-1].tag != w("p"):
            # A table at the end must be followed by a paragraph, which must not need a page.
            content.append(etree.fromstring(THIN_PARAGRAPH))
        body.extend(content)
        if n == len(filled):
            body.append(page)
        else:
            properties(content[-1], "pPr").append(page)
    return body


def _turn(page: Element, *, landscape: bool) -> None:
    size = page.find(w("pgSz"))
    width, height = twips_of(page, "pgSz", "w", 11906), twips_of(page, "pgSz", "h", 16838)
    if (width > height) != landscape:
        width, height = height, width
    attributes = {} if size is None else {"code": size.get(w("code"))}
    orient = {"orient": "landscape"} if landscape else {}
    code = {"code": attributes["code"]} if attributes.get("code") else {}
    give(page, "pgSz", w=str(width), h=str(height), **orient, **code)


def _text_height(page: Element) -> float:
    """Return the height in mm between the margins of a page."""
    margins = twips_of(page, "pgMar", "top", 1134) + twips_of(page, "pgMar", "bottom", 1134)
    return (twips_of(page, "pgSz", "h", 16838) - margins) / TWIPS_PER_MM


def _text_width(page: Element) -> int:
    margins = twips_of(page, "pgMar", "left", 1701) + twips_of(page, "pgMar", "right", 850)
    return twips_of(page, "pgSz", "w", 11906) - margins


NAME_STYLE = "Họ tên người ký"
BOOKMARK = "ChuKy"


def put_places(content: list[Element], styles: TemplateStyles) -> None:
    """Make the space above each signer's name a paragraph of its own, marked for the picture.

    On a paper that is signed electronically the picture of the signature stands there, centred;
    document systems look for a bookmark of a known name. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I,
    Phần I, mục II.7.d.
    """
    style = styles.find(NAME_STYLE)
    space = styles.space_before(style) if style else 0
    if not space:
        return
    for name in [p for block in content for p in block.iter(w("p"))]:
        look = name.find(w("pPr"))
        if value(look, "pStyle") != style:
            continue
        place = etree.Element(w("p"))
        place.append(copy(look))
        give(look, "spacing", before="0")
        # At least so high: a higher picture moves the name down.
        give(place[0], "spacing", before="0", line=str(space), lineRule="atLeast")
        put_mark(place, BOOKMARK)
        name.addprevious(place)


RECIPIENTS_STYLE = "Danh sách nơi nhận"
BESIDE = 10
"""Lines of recipients, 11 pt, that stand beside a signature."""
MOST = 16
"""A list of no more lines stays whole."""
_SIZE = 11
THIN_PARAGRAPH = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def keep_together(content: list[Element], recipients_style: str | None) -> None:
    """Set what keeps together in the content of a section; `recipients_style` is a style id."""
    for table, below in zip(content, [*content[1:], None], strict=True):
        if table.tag != w("tbl"):
            continue
        if (
            below is not None
            and below.tag == w("p")
            and below.find(f"{w('r')}/{w('t')}") is not None
        ):
            for paragraph in table[-1].iter(w("p")):
                give(properties(paragraph, "pPr"), "keepNext")
        for row in table.findall(w("tr")):
            _flow(row, recipients_style)


def _flow(row: Element, style: str | None) -> None:
    for cell in row.findall(w("tc")):
        listed = [p for p in cell.findall(w("p")) if value(p.find(w("pPr")), "pStyle") == style]
        width = twips_of(cell.find(w("tcPr")), "tcW", "w", 0) / TWIPS_PER_MM
        lines = [len(wrapped(text_of(paragraph), width, _SIZE)) for paragraph in listed]
        if not listed or sum(lines) <= MOST:
            continue
        beside = next(n for n in range(len(lines)) if sum(lines[: n + 1]) > BESIDE)
        at = row
        for n, paragraph in enumerate(listed[beside:], start=beside):
            more = _row_with(row, cell, paragraph)
            # The last two lines go over together.
            if n != len(listed) - 2:
                give(properties(paragraph, "pPr"), "keepNext", val="0")
            at.addnext(more)
            at = more
        return


def _row_with(row: Element, cell: Element, paragraph: Element) -> Element:
    """Return a row like `row` that holds nothing but `paragraph`, in the place of `cell`."""
    made = etree.Element(w("tr"))
    look = row.find(w("trPr"))
    if look is not None:
        made.append(copy(look))
        drop(made[0], "trHeight")
    for each in row.findall(w("tc")):
        new = etree.SubElement(made, w("tc"))
        shape = each.find(w("tcPr"))
        if shape is not None:
            new.append(copy(shape))
        margins = give(properties(new, "tcPr"), "tcMar")
        etree.SubElement(margins, w("top")).attrib.update({w("w"): "0", w("type"): "dxa"})
        new.append(paragraph if each is cell else etree.fromstring(THIN_PARAGRAPH))
    return made
