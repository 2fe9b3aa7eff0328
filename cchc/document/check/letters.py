"""Size, weight, slant, capitals and place of each component; typeface and colour everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.document.check import _text as t
from cchc.document.check._components import BODY, Role
from cchc.document.check._finding import (
    CheckedPaper,
    DocxFinding,
    Findings,
    LayoutCode,
    article,
    shown_number,
)
from cchc.document.check._scan import Para, StyledSpan
from cchc.document.check._specs import NAMES, SPECS, Spec
from cchc.document.metrics import width_mm
from cchc.messages import Listed, Message, say
from cchc.model.finding import Severity
from cchc.word.measures import TWIPS_PER_MM

FACE = LayoutCode("W201", "wrong-typeface", Severity.ERROR, article("I.4"))
COLOUR = LayoutCode("W202", "not-black", Severity.ERROR, article("I.4"))
SIZE = LayoutCode("W203", "wrong-size", Severity.ERROR, article("II"))
WEIGHT = LayoutCode("W204", "wrong-weight", Severity.ERROR, article("II"))
SLANT = LayoutCode("W205", "wrong-slant", Severity.ERROR, article("II"))
CAPITALS = LayoutCode("W206", "wrong-capitals", Severity.ERROR, article("II"))
UNDERLINE = LayoutCode("W207", "underlined", Severity.ERROR, article("II"))
ALIGN = LayoutCode("W208", "wrong-alignment", Severity.ERROR, article("II"))
MARKED = LayoutCode("W209", "marked-text", Severity.WARNING)
HIDDEN = LayoutCode("W210", "hidden-text", Severity.ERROR)
NARROW = LayoutCode("W211", "squeezed-letters", Severity.WARNING)

TYPEFACE = "Times New Roman"
_ABBREVIATIONS = 12
"""A line of so few capitals may be made of abbreviations (- HĐND, UBND;)."""
_FRAME = frozenset({
    Role.NATIONAL, Role.MOTTO, Role.SUPERIOR, Role.AGENCY, Role.NUMBER, Role.DATE, Role.SUBJECT,
    Role.AUTHORITY, Role.POST, Role.NAME,
})  # fmt: skip
_ONE_LINE = 0.9
"""Words of this share of the text's width fill a line: only then left and justified differ."""
_SQUEEZED = 6
"""Twips by which letters may stand closer: those of the official samples do."""
_NARROWED = 98
_PLACES = {
    "center": say("centred"), "left": say("left"), "right": say("right"),
    "both": say("justified"), "distribute": say("justified"),
}  # fmt: skip


def check_file(paper: CheckedPaper) -> Findings:
    """Judge what holds for every letter: typeface, colour, marks."""
    if not any(one.form.judged for one in paper.papers):
        return
    for p in (
        *(p for margin in paper.scan.margins.values() for p in margin),
        *paper.scan.paragraphs,
    ):
        if p.words:
            yield from _everywhere(p)


def check(paper: CheckedPaper) -> Findings:
    """Judge the letters of each component."""
    for p in paper.components.paragraphs:
        role = paper.components.role(p)
        if role in SPECS and not is_form_line(p, role):
            yield from _component(p, role, SPECS[role], paper)


def is_form_line(p: Para, role: Role) -> bool:
    """Whether a line is still to be filled in, so that its look tells nothing."""
    return role not in (Role.NUMBER, Role.DATE, Role.ATTACHED) and bool(t.BLANK.search(p.words))


def _everywhere(p: Para) -> Findings:
    faces = sorted({face for span in p.lettered for face in _faces(span)} - {TYPEFACE.casefold()})
    if faces:
        wrong = {f for s in p.lettered for f in (s.letters.latin, s.letters.other)
                 if f.casefold() in faces}  # fmt: skip
        yield FACE.at(p, say("typeface {name}", name=", ".join(sorted(wrong))),
                      say("typeface {name}", name=TYPEFACE))  # fmt: skip
    colours = sorted({s.letters.colour for s in p.solid if s.letters.colour})
    if colours:
        yield COLOUR.at(p, say("colour {name}", name=", ".join(colours)), say("black letters"))
    if any(s.letters.underline for s in p.solid):
        yield UNDERLINE.at(
            p, say("underlined words"), say("no underlining; lines are drawn below the words")
        )
    if any(s.letters.marked or s.letters.struck for s in p.solid):
        yield MARKED.at(p, say("marked or struck out"), say("a finished paper without marks"))
    if any(s.letters.hidden for s in p.solid):
        yield HIDDEN.at(p, say("hidden text"), say("nothing hidden in an official paper"))
    if any(s.letters.spacing < -_SQUEEZED or s.letters.scale < _NARROWED for s in p.lettered):
        yield NARROW.at(
            p, say("letters squeezed together"),
            say("letters of normal width and distance (in Word: Font, Advanced)"),
        )  # fmt: skip


def _faces(span: StyledSpan) -> Iterator[str]:
    text = span.text.strip()
    if t.BLANK.search(text):
        return
    if any(c.isascii() for c in text):
        yield span.letters.latin.casefold()
    if not text.isascii():
        yield span.letters.other.casefold()


def _component(p: Para, role: Role, spec: Spec, paper: CheckedPaper) -> Findings:
    wrong = {s.letters.size for s in p.lettered if not spec.least <= s.letters.size <= spec.most}
    if wrong:
        sizes = Listed(shown_number(size) for size in sorted(wrong))
        yield _told(SIZE, spec, p, role, say("{size} pt", size=sizes), _sizes(spec))
    off = p.share("bold") if spec.bold is False else 1 - p.share("bold")
    if spec.bold is not None and off > _tolerated(role):
        found = say("not bold") if spec.bold else say("bold")
        yield _told(WEIGHT, spec, p, role, found, say("bold") if spec.bold else say("not bold"))
    off = p.share("italic") if spec.italic is False else 1 - p.share("italic")
    if spec.italic is not None and off > _tolerated(role):
        found = say("upright") if spec.italic else say("italic")
        yield _told(SLANT, spec, p, role, found, say("italic") if spec.italic else say("upright"))
    if fault := _case(p, role, spec):
        yield _told(CAPITALS, spec, p, role, *fault)
    if (placed := _placed(p, role, spec, paper)) is not None:
        yield placed


def _placed(p: Para, role: Role, spec: Spec, paper: CheckedPaper) -> DocxFinding | None:
    """Judge how a paragraph is aligned, where this can be seen."""
    align = p.layout.align
    if spec.align is None or align in spec.align:
        return None
    if role in _FRAME and (p.cell is None or p.cell.box):
        return None  # set by tabs, indents or the place of a box
    seen = True
    if "both" in spec.align and "center" not in spec.align and align == "left":
        if p.layout.heading:
            return None
        room = paper.scan.sections[p.section - 1].text_width / TWIPS_PER_MM
        size = max((s.letters.size for s in p.solid), default=14)
        seen = width_mm(p.words, size) > room * _ONE_LINE
    fault = ALIGN if seen else ALIGN._replace(severity=Severity.INFO)
    wanted = "both" if "both" in spec.align and "center" not in spec.align else "center"
    if role in (Role.RECIPIENTS, Role.RECIPIENT):
        wanted = "left"
    found = _PLACES.get(align, say("{name}", name=align))
    return _told(fault, spec, p, role, found, _PLACES[wanted])


def _told(
    fault: LayoutCode, spec: Spec, p: Para, role: Role, found: Message, wants: Message
) -> DocxFinding:
    exact = fault._replace(source=spec.source)
    return exact.at(p, say("{what}: {found}", what=NAMES[role], found=found), wants)


def _sizes(spec: Spec) -> Message:
    if spec.least == spec.most:
        return say("{size} pt", size=shown_number(spec.least))
    return say("{least} to {most} pt", least=shown_number(spec.least), most=shown_number(spec.most))


def _tolerated(role: Role) -> float:
    # A word may be stressed inside the text; a component of the frame is of one piece.
    return 0.5 if role in BODY or role is Role.RECIPIENT else 0


def _case(p: Para, role: Role, spec: Spec) -> tuple[Message, Message] | None:
    text = "".join(s.text.upper() if s.letters.caps else s.text for s in p.solid)
    if role is Role.PART:
        text = text.partition("(")[0]
    if spec.upper and text != text.upper():
        return say("small letters"), say("capitals")
    letters = sum(c.isalpha() for c in text)
    short = _ABBREVIATIONS if role in BODY or role is Role.RECIPIENT else 4
    if spec.upper is False and letters > short and text == text.upper():
        return say("capitals"), say("small letters")
    if any(s.letters.small_caps for s in p.solid):
        return say("small capitals"), say("ordinary letters")
    return None
