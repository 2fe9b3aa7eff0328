"""Letterhead: what must be there, how it is worded, and the lines under motto and agency."""

from __future__ import annotations

import re

from cchc.document.check import _text as t
from cchc.document.check._components import Role
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article, shown_number
from cchc.document.check._recognise import symbol_code
from cchc.document.check._scan import Para
from cchc.document.check._shapes import hanging_lines, line_below, widths
from cchc.document.metrics import width_mm
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.word.markup import Element, w
from cchc.word.measures import TWIPS_PER_MM

NO_NATIONAL = LayoutCode("W301", "national-name-missing", Severity.ERROR, article("II.1"))
NO_MOTTO = LayoutCode("W302", "motto-missing", Severity.ERROR, article("II.1"))
WORDING = LayoutCode("W303", "national-name-or-motto-misspelt", Severity.ERROR, article("II.1"))
MOTTO_LINE = LayoutCode("W304", "motto-line-missing", Severity.ERROR, article("II.1"))
MOTTO_LENGTH = LayoutCode("W305", "motto-line-length", Severity.ERROR, article("II.1"))
NO_AGENCY = LayoutCode("W306", "agency-missing", Severity.ERROR, article("II.2"))
AGENCY_LINE = LayoutCode("W307", "agency-line-missing", Severity.ERROR, article("II.2"))
AGENCY_LENGTH = LayoutCode("W308", "agency-line-length", Severity.ERROR, article("II.2"))
NO_NUMBER = LayoutCode("W309", "number-missing", Severity.ERROR, article("II.3"))
NUMBER_FORM = LayoutCode("W310", "number-form", Severity.ERROR, article("II.3"))
NO_DATE = LayoutCode("W311", "date-missing", Severity.ERROR, article("II.4"))
DATE_FORM = LayoutCode("W312", "date-form", Severity.ERROR, article("II.4"))
WRAPS = LayoutCode("W313", "national-name-on-two-lines", Severity.ERROR, article("II.1"))
PLACE = LayoutCode("W314", "letterhead-misplaced", Severity.ERROR, article("I.6"))
OTHER_KIND = LayoutCode("W315", "symbol-of-another-kind", Severity.ERROR, article("II.3"))

_GAP = r"[\s.…_\d]*"
_KIND = r"(?:[A-ZĐ][A-ZĐa-zđ&]*|[.…]+\d?[.…]*)"
_NUMBER = re.compile(
    rf"Số: ?(?:[\s.…_]*|0[1-9][a-zđ]?|[1-9]\d{{1,4}}[a-zđ]?|0\d{{2,4}})\s?/\s?"
    rf"(?:{_KIND}|[.… \d]*)(?:-[A-ZĐ.…][A-ZĐa-zđ&.…\d]*)*"
)
_NUMBERED = re.compile(
    r"Số: ?(?:0[1-9][a-zđ]?|[1-9]\d{1,4}[a-zđ]?|0\d{2,4})/"
    r"(?:[A-ZĐ][A-ZĐa-zđ&]*)(?:-[A-ZĐ][A-ZĐa-zđ&.]*\d{0,2})+"
)
_BLANK_SYMBOL = re.compile(r"[.…]")
_DATE = re.compile(
    rf"\S.*, ngày(?: (?:0[1-9]|[12]\d|3[01])|[\s.…_]*) ?tháng(?: (?:0[12]|[3-9]|1[0-2])|[\s.…_]*) ?"
    rf"năm(?: \d{{4}}| 20{_GAP}|[\s.…_]*)"
)
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
_EXACT = (0.85, 1.15)
SHORT = (1 / 3 * 0.88, 1 / 2 * 1.12)
"""Shares of the words above: one third to one half."""


def check(paper: CheckedPaper) -> Findings:
    """Judge the letterhead."""
    found = paper.components
    if not found.form.letterhead or (found.is_issued and not found.head):
        return
    national = found.of(Role.NATIONAL)
    if not national:
        yield NO_NATIONAL.of_paper(
            say("no national name"), say("{text} at the top right", text=t.NATIONAL_NAME)
        )
    for p in national:
        yield from _wording(p, t.NATIONAL_NAME)
        yield from _one_line(p)
    yield from _motto(paper)
    yield from _agency(paper)
    yield from _number_and_date(paper)
    yield from _places(paper)


def _wording(p: Para, wanted: str) -> Findings:
    words = p.words.replace("HOÀ", "HÒA")
    if words != wanted and words.upper() != wanted:
        yield WORDING.at(p, say("“{text}”", text=p.words), say("“{text}”", text=wanted))


def _one_line(p: Para) -> Findings:
    if p.cell is None or not p.cell.width:
        return
    size = max(s.letters.size for s in p.solid)
    needed, room = width_mm(p.words, size), p.cell.width / TWIPS_PER_MM
    if needed > room * 1.01:
        yield WRAPS.at(
            p, say("needs {needed} mm, has {room} mm", needed=shown_number(needed), room=shown_number(room)),
            say("the national name on one line: a wider column, or 12 pt"),
        )  # fmt: skip


def _motto(paper: CheckedPaper) -> Findings:
    mottoes = paper.components.of(Role.MOTTO)
    if not mottoes:
        yield NO_MOTTO.of_paper(
            say("no motto"), say("“{text}” below the national name", text=t.MOTTO)
        )
        return
    motto = mottoes[0]
    if motto.words != t.MOTTO and motto.words != t.MOTTO.upper():
        yield WORDING.at(motto, say("“{text}”", text=motto.words), say("“{text}”", text=t.MOTTO))
    below = line_below(motto, paper.scan)
    wants = say("a drawn line below the motto, as long as its words")
    if below is not None:
        yield from length_faults(MOTTO_LENGTH, [motto], paper, below.lengths, _EXACT)
    elif not _drawn_elsewhere(paper):
        yield MOTTO_LINE.at(motto, say("no line drawn below the motto"), wants)


def _drawn_elsewhere(paper: CheckedPaper) -> bool:
    """Whether both lines of the letterhead hang somewhere in it, whatever they show below."""
    head = paper.components.head
    typed = sum(1 for p in head if t.RULE.fullmatch(p.words))
    return hanging_lines(head) + typed >= 2


def _agency(paper: CheckedPaper) -> Findings:
    agency = paper.components.of(Role.AGENCY)
    if not agency:
        yield NO_AGENCY.of_paper(
            say("no issuing agency"), say("the name of the issuing agency at the top left")
        )
        return
    below = line_below(agency[-1], paper.scan)
    if below is not None:
        yield from length_faults(AGENCY_LENGTH, agency, paper, below.lengths, SHORT)
    elif not _drawn_elsewhere(paper):
        yield AGENCY_LINE.at(
            agency[-1], say("no line drawn below the agency"),
            say("a drawn line below the agency, one third to one half of its words"),
        )  # fmt: skip


def length_faults(
    fault: LayoutCode,
    words: list[Para],
    paper: CheckedPaper,
    lengths: tuple[float, ...],
    ratio: tuple[float, float],
) -> Findings:
    """Judge the length in mm of a line below words: a part of their length."""
    short = min(widths([one], paper.scan)[0] for one in words)
    long = widths(words, paper.scan)[1]
    least, most = short * ratio[0], long * ratio[1]
    if lengths and not any(least <= length <= most for length in lengths):
        exact = ratio is _EXACT
        yield fault.at(
            words[-1], say("a line of {mm} mm", mm=shown_number(lengths[0])),
            say("as long as the words: {mm} mm", mm=shown_number(long)) if exact
            else say("{least} to {most} mm: one third to one half of the words",
                     least=shown_number(short / 3), most=shown_number(long / 2)),
        )  # fmt: skip


def _number_and_date(paper: CheckedPaper) -> Findings:
    found = paper.components
    numbers, dates = found.of(Role.NUMBER), found.of(Role.DATE)
    if not numbers and found.form.number:
        yield NO_NUMBER.of_paper(say("no number"), say("“Số: .../KH-UBND” below the agency"))
    for p in numbers[:1]:
        yield from _symbol(p, paper)
    if not dates and found.form.place_and_date:
        yield NO_DATE.of_paper(
            say("no place and date"), say("“Định Hóa, ngày 05 tháng 01 năm 2026” below the motto")
        )
    for p in dates[:1]:
        day = _DAY.search(p.words)
        if not _DATE.fullmatch(p.words):
            yield DATE_FORM.at(
                p, say("“{text}”", text=p.words),
                say("“Định Hóa, ngày 05 tháng 3 năm 2026”: a comma, a 0 before days below 10 and "
                    "months 1 and 2"),
            )  # fmt: skip
        elif day and not t.is_day(int(day[1]), int(day[2]), int(day[3])):
            yield DATE_FORM.at(
                p, say("“{text}”: there is no such day", text=day[0]), say("a day of the calendar")
            )


def _symbol(p: Para, paper: CheckedPaper) -> Findings:
    found = paper.components
    words = p.words
    filled = not _BLANK_SYMBOL.search(words)
    wanted = found.form.code
    letter = not found.form.title
    if not (_NUMBERED if filled and re.search(r"\d\s*/", words) else _NUMBER).fullmatch(words):
        yield NUMBER_FORM.at(
            p, say("“{text}”", text=words),
            say("“Số: 05/KH-UBND”: a 0 before numbers below 10, no spaces in the symbol"),
        )  # fmt: skip
        return
    code = symbol_code(found)
    kinds = found.of(Role.KIND)
    named = t.KIND_OF_KEY.get(t.recognised_key(kinds[0].words), "") if kinds else ""
    if code and (letter or (named and code != named and not _same_kind(code, named))):
        yield OTHER_KIND.at(
            p, say("“{text}” in a symbol of {kind}", text=code, kind=found.form.name),
            say("a symbol without a kind, such as “12/UBND-VX”") if letter
            else say("“{text}” in the symbol", text=wanted or named),
        )  # fmt: skip
    elif not code and kinds and named and filled and found.form.number and _foreign(words, named):
        yield OTHER_KIND.at(
            p, say("“{text}” does not name the kind", text=words),
            say("“{text}” in the symbol", text=named),
        )  # fmt: skip


def _same_kind(code: str, named: str) -> bool:
    """Whether two codes may stand for one kind, as those of two bodies together do."""
    return code.startswith(named) or named.startswith(code)


def _foreign(words: str, named: str) -> bool:
    symbol = words.rpartition("/")[2].strip()
    return bool(symbol) and symbol[:1].isalpha() and not symbol.startswith(named)


def _places(paper: CheckedPaper) -> Findings:
    found = paper.components
    begins = found.letterhead.order if found.letterhead else 0
    above = [p for p in paper.scan.paragraphs
             if p.words and p.order < begins and not t.STAMP.fullmatch(p.words)
             and not t.RULE.fullmatch(p.words) and found is paper.papers[0]
             and not (p.cell and p.cell.box)
             and _outer(p.element, "tbl") is not _outer(found.letterhead and found.letterhead.element, "tbl")]  # fmt: skip
    if above:
        yield PLACE.at(
            above[0], say("text above the letterhead"), say("the letterhead at the top of page 1")
        )
    if found.spaced is not None:
        yield PLACE.at(found.spaced, say("the national name shares its paragraph"), _SIDE_BY_SIDE)
    column = {role: _column(p) for role in (Role.NATIONAL, Role.AGENCY, Role.NUMBER, Role.DATE)
              for p in found.of(role)[:1] if p.cell and not p.cell.box}  # fmt: skip
    right = column.get(Role.NATIONAL)
    if right is None:
        return
    for role, wanted_right in ((Role.AGENCY, False), (Role.NUMBER, False), (Role.DATE, True)):
        own = column.get(role)
        if own is not None and (own == right) is not wanted_right:
            yield PLACE.at(found.of(role)[0], say("in the wrong column"), _SIDE_BY_SIDE)
    if right == 1:
        yield PLACE.at(found.of(Role.NATIONAL)[0], say("in the left column"), _SIDE_BY_SIDE)


def _outer(element: Element | None, name: str) -> Element | None:
    """Return the outermost element `name` around an element, or itself."""
    if element is None:
        return None
    around = [one for one in (element, *element.iterancestors()) if one.tag == w(name)]
    return around[-1] if around else None


def _column(p: Para) -> int:
    """Return which cell of its row, from 1, a paragraph stands in; of tables in one another the outer."""
    cell = _outer(p.element, "tc")
    assert cell is not None  # it stands in a cell
    return 1 + sum(1 for _ in cell.itersiblings(w("tc"), preceding=True))


_SIDE_BY_SIDE = say("agency and number on the left; national name, motto and date on the right")
