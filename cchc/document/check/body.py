"""Title, summary, bases and the text: what must be there and how paragraphs are set."""

from __future__ import annotations

import re

from cchc.document.check import _text as t
from cchc.document.check._components import BODY, Role
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article, shown_number
from cchc.document.check._scan import Para
from cchc.document.check._shapes import line_below
from cchc.document.check._specs import NAMES
from cchc.document.check.letterhead import SHORT, length_faults
from cchc.messages import say
from cchc.model.finding import Severity
from cchc.word.markup import child, w
from cchc.word.measures import TWIPS_PER_MM

NO_KIND = LayoutCode("W401", "kind-missing", Severity.ERROR, article("II.5"))
NO_SUMMARY = LayoutCode("W402", "summary-missing", Severity.ERROR, article("II.5"))
LINE = LayoutCode("W403", "summary-line-missing", Severity.ERROR, article("II.5"))
LENGTH = LayoutCode("W404", "summary-line-length", Severity.ERROR, article("II.5"))
BASE_END = LayoutCode("W405", "base-end", Severity.ERROR, article("II.6"))
INDENT = LayoutCode("W406", "first-line-indent", Severity.ERROR, article("II.6"))
GAP = LayoutCode("W407", "paragraph-spacing", Severity.ERROR, article("II.6"))
PITCH = LayoutCode("W408", "line-spacing", Severity.ERROR, article("II.6"))
CLOSING = LayoutCode("W412", "closing-mark-missing", Severity.ERROR, article("II.6"))
UNMENTIONED = LayoutCode("W413", "appendix-not-mentioned", Severity.ERROR, article("III.1"))
TITLED_LETTER = LayoutCode("W415", "title-over-a-letter", Severity.ERROR, article("II.5"))
ADDRESS = LayoutCode("W416", "address-form", Severity.ERROR, article("II.9"))

_INDENTS = ((9.6, 10.4), (12.2, 13.0))
_ADDRESSED = re.compile(r"(?i)kính\s+gửi\s?:")
_REFERS = re.compile(r"(?i)phụ lục|kèm theo|đính kèm|danh mục|biểu mẫu")
_EMPTY_BASE = 12
"""Letters of a line that is still to be filled in, such as “Căn cứ ;”."""
_LEAST_GAP = 6 * 20
_SINGLE, _MOST = 240, 360
_LINE_HEIGHT = 1.15
"""A single line of Times New Roman is this many times its size."""


def check(paper: CheckedPaper) -> Findings:
    """Judge title and text."""
    yield from _title(paper)
    for p in paper.components.of(Role.ADDRESS):
        if t.ADDRESS.match(p.words) and not _ADDRESSED.match(p.words):
            yield ADDRESS.at(p, say("“{text}”", text=p.words), say("“Kính gửi:” with a colon"))
    yield from _bases(paper)
    yield from _paragraphs(paper)
    yield from _closing(paper)
    found, text = paper.components, paper.components.text
    if found.form.ending and found.appendices and text and not any(
        _REFERS.search(p.words) for p in text
    ):  # fmt: skip
        yield UNMENTIONED.at(
            found.appendices[0].first, say("the text does not name the appendix"),
            say("a reference in the text, such as “(Có Phụ lục kèm theo)”"),
        )  # fmt: skip


def _title(paper: CheckedPaper) -> Findings:
    found, scan = paper.components, paper.scan
    kinds, summaries = found.of(Role.KIND), found.of(Role.SUMMARY)
    if not found.form.letterhead:
        return
    if not found.form.title:
        for p in kinds:
            yield TITLED_LETTER.at(
                p, say("“{text}” over a letter", text=p.words),
                say("no name of the kind; “V/v ...” below the number"),
            )  # fmt: skip
        if not found.of(Role.SUBJECT):
            yield NO_SUMMARY.of_paper(
                say("no summary of the letter"), say("“V/v ...” below the number and symbol")
            )
        return
    if not kinds:
        yield NO_KIND.of_paper(say("no kind of paper"), say("“KẾ HOẠCH” in its own paragraph"))
        return
    if not found.form.summary:
        return
    if not summaries:
        yield NO_SUMMARY.at(
            kinds[0], say("no summary below the kind"), say("a centred, bold summary of the text")
        )
        return
    first = min((p.order for p in (*found.text, *found.of(Role.ISSUER))), default=10**9)
    attached = [p for p in found.of(Role.ATTACHED) if p.order < first]
    lines = [(p, line_below(p, scan)) for p in (*summaries, *attached)]
    below = next((line for _, line in reversed(lines) if line is not None), None)
    if below is None:
        yield LINE.at(
            summaries[-1], say("no line drawn below the summary"),
            say("a drawn line below the summary, one third to one half of its words"),
        )  # fmt: skip
    elif not any(t.BLANK.search(p.words) for p in summaries):
        yield from length_faults(LENGTH, [*summaries, *attached], paper, below.lengths, SHORT)


def _bases(paper: CheckedPaper) -> Findings:
    bases = paper.components.of(Role.BASE)
    for n, p in enumerate(bases):
        if t.BLANK.search(p.words) or len(p.words) < _EMPTY_BASE:
            continue
        last = n == len(bases) - 1
        if not p.words.endswith("." if last else ";") or p.words.endswith("./."):
            found = say("ends with “{text}”", text=p.words[-1])
            wants = say("the last base ends with “.”") if last else say("a base ends with “;”")
            yield BASE_END.at(p, found, wants)


def _paragraphs(paper: CheckedPaper) -> Findings:
    before: Para | None = None
    for p in paper.components.of(*BODY):
        role, look = paper.components.role(p), p.layout
        name = NAMES[role]
        if t.BLANK.search(p.words) or len(p.words) < _EMPTY_BASE:
            before = None
            continue
        if look.align != "center" and role is not Role.REFERENCE and not _moved_otherwise(p, role):
            first, left = look.first / TWIPS_PER_MM, look.left / TWIPS_PER_MM
            if not any(a <= first <= b for a, b in _INDENTS) or abs(left) > 0.6:
                found = (
                    say("{what}: the whole paragraph is moved by {mm} mm", what=name,
                        mm=shown_number(left))
                    if abs(left) > 0.6
                    else say("{what}: the first line is moved by {mm} mm", what=name,
                             mm=shown_number(first))
                )  # fmt: skip
                yield INDENT.at(p, found, say("only the first line, by 10 or 12.7 mm"))
        if before is not None and p.order - before.order == 1:
            gap = _gap(before, p)
            if gap < _LEAST_GAP - 5:
                yield GAP.at(
                    p, say("{size} pt above the paragraph", size=shown_number(gap / 20)),
                    say("at least 6 pt between paragraphs"),
                )  # fmt: skip
        lines = _lines(p)
        if not 0.98 <= lines <= 1.52:
            yield PITCH.at(
                p, say("{lines} lines", lines=shown_number(lines, 2)), say("single to 1.5 lines")
            )
        before = p


def _moved_otherwise(p: Para, role: Role) -> bool:
    """Whether an indent is typed (a finding of its own), comes from a list, or is not wanted."""
    typed = p.text[:1] in "\t " or p.text[:1] == "\N{NO-BREAK SPACE}"
    heading = role in (Role.PART, Role.SECTION_TITLE, Role.HEADING)
    flush = heading and p.layout.first == 0 and p.layout.left == 0
    return typed or bool(p.layout.list_id) or flush


def _gap(before: Para, p: Para) -> int:
    upper, lower = before.layout, p.layout
    same = upper.style == lower.style
    after = 0 if upper.contextual and same else upper.after
    above = 0 if lower.contextual and same else lower.before
    for one, side in ((before, "afterAutospacing"), (p, "beforeAutospacing")):
        spacing = child(one.element, "pPr", "spacing")
        if spacing is not None and spacing.get(w(side)) in ("1", "true", "on"):
            return _LEAST_GAP  # Word takes 14 points
    return after + above


def _lines(p: Para) -> float:
    look = p.layout
    if look.rule == "auto":
        return look.line / _SINGLE
    size = max((s.letters.size for s in p.solid), default=14)
    points = look.line / 20
    if look.rule == "atLeast":
        return max(points / (size * _LINE_HEIGHT), 1)
    # An exact distance from the size of the letters on leaves lines readable and is in use.
    return 1 if size <= points <= size * _LINE_HEIGHT else points / (size * _LINE_HEIGHT)


def _closing(paper: CheckedPaper) -> Findings:
    found = paper.components
    text = found.text
    ends_text = any(p.words.endswith("./.") for p in (*text, *found.of(Role.CELL)))
    if text and not ends_text and not t.BLANK.search(text[-1].words):
        yield CLOSING.at(
            text[-1], say("ends with “{text}”", text=text[-1].words[-3:]),
            say("“./.” at the end of the text"),
        )  # fmt: skip
    for p in text[:-1]:
        if p.words.endswith("./.") and text[-1].words.endswith("./."):
            yield CLOSING.at(p, say("“./.” inside the text"), say("“./.” only at the end"))
