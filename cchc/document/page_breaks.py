"""What stays together on a page, and a list of recipients that runs over one.

Margins, fonts and fixed words are in the Word files of `templates/`, not here.

The last row of a table keeps to the closing mark below it. A long list of recipients would push the
whole signature to the next page: what does not fit beside the signature goes into rows of its own,
which may stand on the next page.
"""

from __future__ import annotations

from copy import copy  # of an lxml element: as deep as deepcopy, and quicker

from lxml import etree

from cchc.document.metrics import wrapped
from cchc.word.markup import Element, drop, give, properties, text_of, value, w
from cchc.word.measures import TWIPS_PER_MM, twips_of

RECIPIENTS_STYLE = "Danh sách nơi nhận"
BESIDE = 10
"""Lines of recipients, 11 pt, that stand beside a signature."""
MOST = 16
"""A list of no more lines stays whole."""
_SIZE = 11
THIN_PARAGRAPH = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def settle(content: list[Element], recipients_style: str | None) -> None:
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
