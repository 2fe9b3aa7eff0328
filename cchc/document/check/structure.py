"""Traps of the file format: what Word repairs, refuses or shows otherwise than meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from cchc.document.check._finding import FORMAT, CheckedPaper, Findings, LayoutCode, shown_number
from cchc.document.check._scan import TableAt
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.word.markup import Element, R, child, value, w
from cchc.word.measures import TWIPS_PER_MM, twips_of
from cchc.word.package import (
    CONTENT_TYPES,
    DOCUMENT,
    STYLES,
    TYPES_NAMESPACE,
    is_margin,
    relations,
    rels_of,
)
from cchc.word.tables import column_count, grid_of

MISSING = LayoutCode("W001", "missing-part", Severity.ERROR, FORMAT)
STYLE = LayoutCode("W002", "undefined-style", Severity.ERROR, FORMAT)
NESTING = LayoutCode("W003", "misplaced-element", Severity.ERROR, FORMAT)
ORDERING = LayoutCode("W004", "properties-out-of-order", Severity.ERROR, FORMAT)
BOOKMARK = LayoutCode("W005", "bookmark-twice", Severity.ERROR, FORMAT)
NO_PARAGRAPH = LayoutCode("W006", "cell-without-paragraph", Severity.ERROR, FORMAT)
GRID = LayoutCode("W007", "row-does-not-fill-the-table", Severity.ERROR, FORMAT)
VALUE = LayoutCode("W008", "unknown-value", Severity.ERROR, FORMAT)
COMMA = LayoutCode("W009", "style-name-with-a-comma", Severity.ERROR, FORMAT)
NO_TYPE = LayoutCode("W010", "part-without-a-type", Severity.ERROR, FORMAT)
WIDTHS = LayoutCode("W011", "widths-disagree", Severity.INFO, FORMAT)
NO_LIST = LayoutCode("W012", "undefined-numbering", Severity.ERROR, FORMAT)

_PARENTS = {
    "r": {"p", "hyperlink", "ins", "del", "smartTag", "sdtContent", "fldSimple", "moveFrom",
          "moveTo", "dir", "bdo", "customXml", "rt", "rubyBase", "ruby"},
    "t": {"r"},
    "p": {"body", "tc", "hdr", "ftr", "txbxContent", "sdtContent", "footnote", "endnote",
          "comment", "customXml", "ins", "del", "docPartBody"},
    "tr": {"tbl", "sdtContent", "customXml", "ins", "del"},
    "tc": {"tr", "sdtContent", "customXml"},
    "tbl": {"body", "tc", "hdr", "ftr", "txbxContent", "sdtContent", "customXml", "footnote",
            "endnote", "comment"},
}  # fmt: skip
NUMBERING = "word/numbering.xml"
_SLACK = 30


def check_file(paper: CheckedPaper) -> Findings:
    """Judge the file as a file."""
    yield from _package(paper)
    for table in paper.scan.tables:
        yield from _table(table)
    for name, root in paper.scan.roots.items():
        if name in (DOCUMENT, STYLES) or is_margin(name):
            yield from _elements(name, root, paper)
    yield from _bookmarks(paper)
    yield from _lists(paper)
    for name in paper.scan.styles.values():
        if "," in name:
            yield COMMA.of_part(
                STYLES, say("the style “{name}”", name=name), say("style names without commas")
            )


def _package(paper: CheckedPaper) -> Findings:
    parts, roots = paper.scan.parts, paper.scan.roots
    for name, root in roots.items():
        known = relations(roots.get(rels_of(name)), name)
        external = roots.get(rels_of(name))
        ids = set(known) | ({r.get("Id") for r in external} if external is not None else set())
        for node in root.iter():
            for key in ("id", "embed", "link"):
                used = node.get(f"{{{R}}}{key}") if isinstance(node.tag, str) else None
                if used and used not in ids:
                    yield MISSING.of_part(
                        name, say("the relation {id} is not there", id=used), _WHOLE
                    )
        for target in known.values():
            if target not in parts:
                yield MISSING.of_part(name, say("{part} is not there", part=target), _WHOLE)
    types = roots[CONTENT_TYPES]
    named = {
        (o.get("PartName") or "").lstrip("/") for o in types.iter(f"{TYPES_NAMESPACE}Override")
    }
    endings = {(d.get("Extension") or "").lower() for d in types.iter(f"{TYPES_NAMESPACE}Default")}
    for name in parts:
        ending = name.rpartition(".")[2].lower()
        plain = name != CONTENT_TYPES and name not in named
        if plain and (ending not in endings or (ending == "xml" and name == DOCUMENT)):
            yield NO_TYPE.of_part(name, say("no content type is given for it"), _WHOLE)


def _elements(part: str, root: Element, paper: CheckedPaper) -> Findings:
    places = {p.element: p for p in paper.scan.paragraphs}
    for node in root.iter(etree.Element):
        name = _local(node)
        if node.tag != w(name):
            continue
        parent = node.getparent()
        above = _local(parent) if parent is not None and parent.tag == w(_local(parent)) else ""
        if name in _PARENTS and above and above not in _PARENTS[name]:
            yield NESTING.of_part(
                part, say("<{name}> inside <{parent}>", name=f"w:{name}", parent=f"w:{above}"),
                _VALID,
            )  # fmt: skip
        if name in ORDER:
            ranks = [ORDER[name].index(n) for c in node if (n := _local(c)) in ORDER[name]]
            # LibreOffice writes what belongs to a frame last, and Word does not mind.
            if ranks != sorted(ranks) and child(node, "framePr") is None:
                yield ORDERING.of_part(part, say("the children of <{name}>", name=f"w:{name}"),
                                       _VALID)  # fmt: skip
        allowed = VALUES.get(name)
        value = node.get(w("val"))
        if allowed and value is not None and value not in allowed and above != "tab":
            yield VALUE.of_part(
                part, say("<{name}> of “{value}”", name=f"w:{name}", value=value), _VALID
            )
        if name in ("pStyle", "rStyle", "tblStyle") and value not in paper.scan.styles:
            holder = next((a for a in node.iterancestors(w("p")) if a in places), None)
            found = say("the style “{name}” is not defined", name=value)
            wants = say("a style of the document")
            yield (
                STYLE.at(places[holder], found, wants)
                if holder is not None
                else STYLE.of_part(part, found, wants)
            )


def _lists(paper: CheckedPaper) -> Findings:
    """Find paragraphs numbered by a list that the file does not define: they show no number."""
    root = paper.scan.roots.get(NUMBERING)
    known = set() if root is None else {n.get(w("numId")) for n in root.findall(w("num"))}
    for p in paper.scan.paragraphs:
        used = value(child(p.element, "pPr", "numPr"), "numId")
        if used and used != "0" and used not in known:
            yield NO_LIST.at(
                p, say("an automatic number whose list is not in the file"),
                say("the number as it is printed (in Word: Numbering)"),
            )  # fmt: skip


def _bookmarks(paper: CheckedPaper) -> Findings:
    for attribute in ("id", "name"):
        seen = Counter(
            mark.get(w(attribute))
            for name, root in paper.scan.roots.items()
            if name.startswith("word/")
            for mark in root.iter(w("bookmarkStart"))
        )
        for mark, count in seen.items():
            if mark is not None and count > 1:
                yield BOOKMARK.of_part(
                    DOCUMENT, say("the bookmark {name} stands there {count} times", name=mark,
                                  count=count),
                    say("each bookmark once"),
                )  # fmt: skip


def _table(table: TableAt) -> Findings:
    grid = grid_of(table.element)
    odd: list[tuple[int, int]] = []
    for r, row in enumerate(table.rows, start=1):
        cells = list(_cells(row))
        at = column_count(row.find(w("trPr")), "gridBefore", 0)
        for c, cell in enumerate(cells, start=1):
            own = cell.find(w("tcPr"))
            span = column_count(own, "gridSpan", 1) or 1
            place = say("{table}, row {row}, cell {cell}", table=table.place, row=r, cell=c)
            if len(cell) == 0 or _local(cell[-1]) not in ("p", "sdt"):
                yield NO_PARAGRAPH.at(
                    table, say("no paragraph at its end"), say("a paragraph at the end of a cell")
                )._replace(place=place, element=cell)
            given = twips_of(own, "tcW", "w")
            wide = sum(grid[at : at + span])
            fixed = own is not None and own.find(w("tcW")) is not None
            if fixed and _kind(own) == "dxa" and given and wide and abs(given - wide) > _SLACK:
                odd.append((given, wide))
            at += span
        at += column_count(row.find(w("trPr")), "gridAfter", 0)
        if grid and at != len(grid):
            place = say("{table}, row {row}", table=table.place, row=r)
            yield GRID.at(
                table, say("cells for {count} columns", count=at),
                say("cells for all {count} columns", count=len(grid)),
            )._replace(place=place, element=row)  # fmt: skip

    if odd:
        first = [length / TWIPS_PER_MM for length in odd[0]]
        yield WIDTHS.at(
            table, say("cells that are not as wide as their columns: {count}; the first says "
                       "{given} mm, its columns {wide} mm", count=len(odd), given=shown_number(first[0]),
                       wide=shown_number(first[1])),
            say("the same width in cell and columns (in Word: Distribute Columns)"),
        )  # fmt: skip


def _cells(row: Element) -> Iterator[Element]:
    for node in row:
        if node.tag == w("tc"):
            yield node
        elif node.tag == w("sdt"):
            yield from node.iter(w("tc"))


def _kind(look: Element) -> str:
    found = look.find(w("tcW"))
    return "" if found is None else found.get(w("type")) or "dxa"


def _local(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


_WHOLE = say("a whole package")
_VALID = say("what the schema allows")

ORDER: Mapping[str, tuple[str, ...]] = {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
        "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
        "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap",
        "outlineLvl", "divId", "cnfStyle", "rPr", "pPrChange",
    ),
    "tcPr": (
        "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
        "textDirection", "tcFitText", "vAlign", "hideMark",
    ),
    "tblPr": (
        "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
        "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
        "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange",
    ),
    "sectPr": (
        "headerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
        "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote",
        "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
    ),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "tr": ("tblPrEx", "trPr", "tc"),
    "tc": ("tcPr", "p"),
    "p": ("pPr", "r"),
    "r": ("rPr", "t"),
}  # fmt: skip
"""Children by their parent; children not named here may stand anywhere between.

A w:sectPr in w:pPr is not named: LibreOffice writes it before w:rPr and Word does not mind.
"""

_HORIZONTAL = {
    "left", "right", "center", "both", "start", "end", "distribute", "mediumKashida", "numTab",
    "highKashida", "lowKashida", "thaiDistribute",
}  # fmt: skip
VALUES: Mapping[str, frozenset[str]] = {
    "jc": frozenset(_HORIZONTAL),
    "vMerge": frozenset({"restart", "continue"}),
    "vAlign": frozenset({"top", "center", "bottom", "both"}),
    "vertAlign": frozenset({"baseline", "superscript", "subscript"}),
    "tblLayout": frozenset({"fixed", "autofit"}),
}
"""Values of w:val by element."""
