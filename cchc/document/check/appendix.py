"""Appendices: label, title, the line "(Kèm theo ...)", and their tables."""

from __future__ import annotations

import itertools
import re

from cchc.document.check import _text as t
from cchc.document.check._components import AppendixAt, Role
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article, shown_number
from cchc.document.check._scan import TableAt
from cchc.document.widths import SMALLEST, highest_row
from cchc.language.numbering import roman
from cchc.messages import Listed, say
from cchc.model.finding import Severity
from cchc.word.markup import Element, flag, text_of, w
from cchc.word.measures import TWIPS_PER_MM, twips_of
from cchc.word.tables import grid_of

LABEL = LayoutCode("W601", "appendix-label", Severity.ERROR, article("III.1"))
NO_TITLE = LayoutCode("W602", "appendix-title-missing", Severity.ERROR, article("III.1"))
NO_ATTACHED = LayoutCode("W603", "attached-line-missing", Severity.ERROR, article("III.1"))
HEADER = LayoutCode("W604", "table-header-not-repeated", Severity.INFO)
SPLIT = LayoutCode("W605", "row-may-be-cut", Severity.INFO)
SIZE = LayoutCode("W606", "table-text-size", Severity.WARNING)
WIDE = LayoutCode("W607", "table-too-wide", Severity.WARNING)

_LABEL = re.compile(r"phụ lục(?: (?:số )?([IVXLC]+))?", re.IGNORECASE)
_TALL = 18
"""Lines: a landscape page holds a few more below the title and headings of a table."""
_LONG_TABLE = 4
"""Rows from which a table may well go over a page."""


def check(paper: CheckedPaper) -> Findings:
    """Judge the headings of appendices."""
    found = paper.components
    several = len(found.appendices) > 1
    for n, appendix in enumerate(found.appendices, start=1):
        yield from _heading(appendix, n if several else 0, alone=not found.form.letterhead)


def check_file(paper: CheckedPaper) -> Findings:
    """Judge every table that lists something."""
    if not any(one.form.judged for one in paper.papers):
        return
    for table in paper.scan.tables:
        if _is_list(table) and not paper.is_frame(table):
            yield from _table(table)
            yield from _sizes(table, paper)


def _heading(appendix: AppendixAt, place: int, *, alone: bool) -> Findings:
    label = appendix.first
    if label.cell and not label.cell.box:
        return  # the heading stands in a table
    wanted = f"Phụ lục {roman(place)}" if place else "Phụ lục"
    given = _LABEL.fullmatch(label.words)
    # An appendix that is not printed keeps its number, so a later one may stand first.
    fits = given and (bool(given[1]) if place and not alone else True)
    if not fits and not t.BLANK.search(label.words):
        yield LABEL.at(
            label, say("“{text}”", text=label.words),
            say("“{text}” in a paragraph of its own; several appendices have Roman numbers",
                text=wanted),
        )  # fmt: skip
    if not appendix.title:
        yield NO_TITLE.at(
            label, say("no title below “Phụ lục”"), say("a centred title in bold capitals")
        )
    if not appendix.attached:
        yield NO_ATTACHED.at(
            label, say("no line “(Kèm theo ...)”"),
            say("“(Kèm theo Kế hoạch số ... ngày ... của ...)” below the title"),
        )  # fmt: skip


def _is_list(table: TableAt) -> bool:
    """Whether a table lists something: it has lines, or many rows."""
    return len(table.rows) >= _LONG_TABLE and len(table.element.findall(f"{w('tblGrid')}/*")) > 1


def _table(table: TableAt) -> Findings:
    rows = table.rows
    repeated = [bool(flag(row.find(w("trPr")), "tblHeader")) for row in rows]
    if not repeated[0]:
        yield HEADER.at(
            table, say("the heading row is not repeated"),
            say("the heading row repeated on each page (Repeat Header Rows)"),
        )  # fmt: skip
    elif any(late and not early for early, late in itertools.pairwise(repeated)):
        yield HEADER.at(
            table, say("a row further down is marked as a heading"),
            say("heading rows in one block from the top"),
        )  # fmt: skip
    cut = [n for n, row in enumerate(rows, start=1)
           if not flag(row.find(w("trPr")), "cantSplit") and not _is_tall(row)]  # fmt: skip
    if cut:
        yield SPLIT.at(
            table, say("{count} rows may be cut by the end of a page, first row {row}",
                       count=len(cut), row=cut[0]),
            say("rows that do not break across pages"),
        )  # fmt: skip
    grid = grid_of(table.element)
    if sum(grid) > table.width * 1.02 + 230:
        yield WIDE.at(
            table, say("{mm} mm wide", mm=shown_number(sum(grid) / TWIPS_PER_MM)),
            say("at most the text width: {mm} mm", mm=shown_number(table.width / TWIPS_PER_MM)),
        )  # fmt: skip


def _is_tall(row: Element) -> bool:
    """Whether a row is so high that it must break where a page does not hold it."""
    cells = row.findall(w("tc"))
    texts = [text_of(cell) for cell in cells]
    widths = [max(1, twips_of(cell.find(w("tcPr")), "tcW", "w", 0)) for cell in cells]
    return highest_row([texts], widths, SMALLEST, _TALL) > _TALL


def _sizes(table: TableAt, paper: CheckedPaper) -> Findings:
    appended = any(table is one for a in paper.appendices for one in a.tables)
    most = 13 if appended else 14
    for p in table.paragraphs:
        sizes = sorted({s.letters.size for s in p.lettered if not 11 <= s.letters.size <= most})
        known = [one.roles[p] for one in paper.papers if p in one.roles]
        if sizes and all(role is Role.CELL for role in known):
            yield SIZE.at(
                p, say("{size} pt", size=Listed(shown_number(size) for size in sizes)),
                say("{least} to {most} pt in tables", least=11, most=most),
            )  # fmt: skip
