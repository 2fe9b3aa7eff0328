"""Paper, margins, page numbers. Source: Phụ lục I, Phần I, mục I, and III.1 for appendices."""

from __future__ import annotations

import re

from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article, shown_number
from cchc.document.check._scan import Para, Scan, SectionAt
from cchc.document.check._shapes import is_centred
from cchc.messages import Message, say
from cchc.model.finding import Severity
from cchc.word.markup import Element, child, w
from cchc.word.measures import TWIPS_PER_MM

PAPER = LayoutCode("W101", "paper-not-a4", Severity.ERROR, article("I.1"))
MARGIN = LayoutCode("W102", "margin-out-of-range", Severity.ERROR, article("I.3"))
NO_NUMBER = LayoutCode("W103", "page-number-missing", Severity.ERROR, article("I.7"))
IN_FOOTER = LayoutCode("W104", "page-number-in-the-footer", Severity.ERROR, article("I.7"))
NOT_CENTRED = LayoutCode("W105", "page-number-not-centred", Severity.ERROR, article("I.7"))
LOOK = LayoutCode("W106", "page-number-look", Severity.ERROR, article("I.7"))
FIRST_SHOWN = LayoutCode("W107", "first-page-numbered", Severity.ERROR, article("I.7"))
RUNS_ON = LayoutCode("W108", "appendix-numbers-run-on", Severity.ERROR, article("III.1"))
START = LayoutCode("W109", "numbers-do-not-start-at-1", Severity.ERROR, article("I.7"))
PLAIN = LayoutCode("W110", "page-number-not-plain", Severity.ERROR, article("I.7"))
LANDSCAPE = LayoutCode("W111", "landscape-without-a-table", Severity.WARNING, article("I.2"))

_SHORT, _LONG, _SLACK = 210, 297, 1.0
_MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
_SIDES = {
    "top": say("top margin"), "bottom": say("bottom margin"),
    "left": say("left margin"), "right": say("right margin"),
}  # fmt: skip
_ONE_PAGE, _TWO_PAGES = 1200, 3000
"""A text of fewer letters surely stays on one page, which carries no number; one of more does not."""
_PAGE = re.compile(r"\bPAGE\b")
_DEFAULT_SIZE = {"w": 12240, "h": 15840}


def check_file(paper: CheckedPaper) -> Findings:
    """Judge every section."""
    scan = paper.scan
    for section in scan.sections:
        yield from _sheet(section)
        yield from _landscape(section, paper)
        yield from _numbers(section, scan, _appendix_starts(section, paper))
    yield from _not_in_own_section(paper)


def _sheet(section: SectionAt) -> Findings:
    size = [
        (section.twips("pgSz", side) or _DEFAULT_SIZE[side]) / TWIPS_PER_MM for side in ("w", "h")
    ]
    short, long = sorted(size)
    if abs(short - _SHORT) > _SLACK or abs(long - _LONG) > _SLACK:
        found = say(
            "{width} x {height} mm", width=shown_number(size[0]), height=shown_number(size[1])
        )
        yield PAPER.at(section, found, say("A4: {width} x {height} mm", width=_SHORT, height=_LONG))
    for side, (least, most) in _MARGINS.items():
        twips = section.twips("pgMar", side)
        if side == "left":
            twips = (twips or 0) + (section.twips("pgMar", "gutter") or 0)
        mm = abs(twips or 0) / TWIPS_PER_MM
        if not least - 0.2 <= mm <= most + 0.2:
            found = say("{side} of {mm} mm", side=_SIDES[side], mm=shown_number(mm))
            yield MARGIN.at(section, found, say("{least} to {most} mm", least=least, most=most))


def _landscape(section: SectionAt, paper: CheckedPaper) -> Findings:
    wide = (section.twips("pgSz", "w") or 0) > (section.twips("pgSz", "h") or 10**6)
    lists = [table for table in paper.scan.tables if not paper.is_frame(table)]
    if wide and not any(table.section == section.number for table in lists):
        yield LANDSCAPE.at(section, say("a landscape page without a table"), say("a portrait page"))


def _appendix_starts(section: SectionAt, paper: CheckedPaper) -> bool:
    inside = [p for p in paper.scan.paragraphs if p.section == section.number and p.words]
    first = inside[0].order if inside else -1
    return any(a.first.order == first for a in paper.appendices)


def _numbers(section: SectionAt, scan: Scan, appendix: bool) -> Findings:
    fields = _fields(scan, section.headers.get("default", ""))
    low = _fields(scan, section.footers.get("default", ""))
    size = sum(len(p.words) for p in scan.paragraphs if p.section == section.number)
    if not fields and low:
        yield IN_FOOTER.at(low[0], say("the page number stands below the text"), _WANTED)
    elif not fields and size >= _ONE_PAGE:
        unsure = size < _TWO_PAGES
        fault = NO_NUMBER._replace(severity=Severity.WARNING) if unsure else NO_NUMBER
        yield fault.at(section, say("no page number in the page header"), _WANTED)
    for p in fields:
        yield from _number_paragraph(p)
    begins = section.number == 1 or appendix
    first = _fields(scan, section.headers.get("first", ""))
    if begins and fields and (not section.has("titlePg") or first):
        found = (
            say("the number is shown on the first page too")
            if section.number == 1
            else say("the number is shown on the first page of the appendix too")
        )
        yield FIRST_SHOWN.at(
            section, found, say("no number on the first page (in Word: Different First Page)")
        )
    start = section.element.find(w("pgNumType"))
    value = start.get(w("start")) if start is not None else None
    form = start.get(w("fmt")) if start is not None else None
    if fields and form not in (None, "decimal"):
        yield PLAIN.at(section, say("numbers of the form {form}", form=form), _ARABIC)
    if section.number == 1 and value not in (None, "1", "0"):
        yield START.at(
            section, say("the first number is {value}", value=value), say("numbers from 1")
        )
    if section.number > 1 and appendix and value != "1":
        yield RUNS_ON.at(
            section, say("the numbers run on from the page before"),
            say("each appendix is numbered on its own, from 1"),
        )  # fmt: skip


def _number_paragraph(p: Para) -> Findings:
    if not _is_centred(p):
        yield NOT_CENTRED.at(p, say("the page number is not centred"), _WANTED)
    for span in p.spans:
        look = span.letters
        if span.text.strip() and not (13 <= look.size <= 14 and not look.bold and not look.italic):
            found = say("page number of {size} pt", size=shown_number(look.size))
            if look.bold or look.italic:
                found = say("page number bold or italic")
            yield LOOK.at(p, found, say("13 to 14 pt, upright"))
            break
    if re.sub(r"\d", "", p.words):
        yield PLAIN.at(p, say("“{text}” around the page number", text=p.words), _ARABIC)


def _is_centred(p: Para) -> bool:
    """Whether the number stands in the middle: by its paragraph, a frame, a box or a tab."""
    if p.layout.align == "center" or (p.cell and is_centred(p.cell.element)):
        return True
    if any(is_centred(box) for box in p.element.iterancestors(w("txbxContent"))):
        return True
    frame = child(p.element, "pPr", "framePr")
    if frame is not None and frame.get(w("xAlign")) == "center":
        return True
    aligned = any(tab.get(w("alignment")) == "center" for tab in p.element.iter(w("ptab")))
    return aligned or p.text.startswith("\t")


def _not_in_own_section(paper: CheckedPaper) -> Findings:
    for appendix in paper.appendices:
        label = appendix.first
        inside = [p for p in paper.scan.paragraphs if p.section == label.section and p.words]
        if inside and inside[0].order != label.order:
            yield RUNS_ON.at(
                label, say("the appendix shares a section with what stands before it"),
                say("each appendix is numbered on its own, from 1 (a section break before it)"),
            )  # fmt: skip


def _fields(scan: Scan, part: str) -> list[Para]:
    """Return the paragraphs of a header or footer that print the page number."""
    return [p for p in scan.margins.get(part, []) if _has_page_field(p.element)]


def _has_page_field(paragraph: Element) -> bool:
    def own(name: str) -> list[Element]:
        """Return the marks of the paragraph that are in no text box hanging in it."""
        marks = paragraph.iter(w(name))
        return [one for one in marks if next(one.iterancestors(w("p"))) is paragraph]

    words = [node.get(w("instr")) or "" for node in own("fldSimple")]
    words += ["".join(node.text or "" for node in own("instrText"))]
    words += ["PAGE" for _ in own("pgNum")]
    return any(_PAGE.search(text) for text in words)


_WANTED: Message = say("centred in the page header, from page 2")
_ARABIC: Message = say("an Arabic number alone")
