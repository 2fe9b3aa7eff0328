"""How the text was typed: spaces, breaks, bullets, symbols with gaps, days that do not exist."""

from __future__ import annotations

import re

from cchc.document.check import _text as t
from cchc.document.check._components import BODY, Role
from cchc.document.check._finding import CheckedPaper, Findings, LayoutCode, article
from cchc.document.check._scan import Para
from cchc.messages import say
from cchc.model.finding import Severity

BULLET = LayoutCode("W414", "bullet-for-a-dash", Severity.WARNING, article("II.6"))
SPACES = LayoutCode("W709", "several-spaces", Severity.WARNING)
LINE_BREAK = LayoutCode("W710", "line-broken-by-hand", Severity.WARNING)
PAGE_BREAK = LayoutCode("W711", "page-broken-by-hand", Severity.WARNING)
SYMBOL = LayoutCode("W712", "space-inside-a-symbol", Severity.WARNING, article("II.3"))
NO_DAY = LayoutCode("W713", "no-such-day", Severity.ERROR)

_RUN_OF_SPACES = re.compile(
    "(?<!ngày)(?<!tháng)(?<!năm)(?<!số)(?<!Số)(?<![:/.… \N{NO-BREAK SPACE}])[ \N{NO-BREAK SPACE}]{2,}(?=[^\\s/.…])"
)
"""Room for a number or a day to be written in by hand is no slip."""
_GAP = re.compile(
    r"\bsố:? ?\d{1,5}[a-zđ]?(?:\s?/\s?\d{4})?(?:\s?[/-]\s?[A-ZĐ][A-Za-zĐđ]{0,4})"
    r"(?:\s?[-/]\s?[A-ZĐ][A-ZĐa-z&]+\d{0,2}\b)+", re.IGNORECASE
)  # fmt: skip
_SPACED = re.compile(r"\s[/-]|[/-]\s")
_DAY = re.compile(
    r"\bngày\s+(\d{1,2})(?:\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|[/.](\d{1,2})[/.](\d{4}))(?!\d)"
)
_BULLETS = re.compile(r"[*•·▪●○►➢✓]")
_TYPED = frozenset({*BODY, Role.SUMMARY, Role.CELL, Role.RECIPIENT, Role.ADDRESS, Role.ADDRESSEE,
                    Role.SUBJECT, Role.KIND, Role.AGENCY, Role.NAME, Role.TITLE})  # fmt: skip


def check(paper: CheckedPaper) -> Findings:
    """Judge the text as it was typed."""
    found = paper.components
    for p in found.paragraphs:
        role = found.role(p)
        if t.BLANK.search(p.words):
            continue
        if role in _TYPED:
            yield from _spaces(p)
        if role in BODY:
            yield from _breaks(p)
        if role in BODY or role in (Role.CELL, Role.OTHER):
            yield from _cited(p)
    yield from _bullets(found.of(Role.DASH))
    yield from _page_breaks(paper)


def _spaces(p: Para) -> Findings:
    gap = _RUN_OF_SPACES.search(p.text.strip())
    if gap:
        shown = p.text.strip()[max(0, gap.start() - 20) : gap.end() + 20]
        yield SPACES.at(p, say("several spaces in “{text}”", text=shown), say("one space"))


def _breaks(p: Para) -> Findings:
    if "\n" in p.text.strip():
        yield LINE_BREAK.at(
            p, say("a line ended by hand (Shift + Enter)"), say("a paragraph of its own (Enter)")
        )
    if "\f" in p.text.strip():
        yield PAGE_BREAK.at(p, say("a page break in the middle of a paragraph"), _FLOWING)


def _cited(p: Para) -> Findings:
    for symbol in _GAP.finditer(p.words):
        if _SPACED.search(symbol[0]):
            yield SYMBOL.at(
                p, say("“{text}”", text=symbol[0]),
                say("“{text}”", text=re.sub(r"\s*([/-])\s*", r"\1", symbol[0])),
            )  # fmt: skip
    for day in _DAY.finditer(p.words):
        month, year = day[2] or day[4], day[3] or day[5]
        if not t.is_day(int(day[1]), int(month), int(year)):
            yield NO_DAY.at(
                p, say("“{text}”: there is no such day", text=day[0]), say("a day of the calendar")
            )


def _bullets(dashes: list[Para]) -> Findings:
    for p in dashes:
        if _BULLETS.match(p.words):
            yield BULLET.at(
                p, say("begins with “{text}”", text=p.words[:1]), say("begins with “- ”")
            )


def _page_breaks(paper: CheckedPaper) -> Findings:
    """Find pages ended by hand between two paragraphs of the text."""
    text = paper.components.text
    if not text:
        return
    for p in paper.scan.paragraphs:
        inside = text[0].order < p.order < text[-1].order and p.cell is None
        if inside and not p.words and "\f" in p.text:
            yield PAGE_BREAK.at(p, say("a page ended by hand inside the text"), _FLOWING)
    for p in text[1:]:
        ends_page = p.text.startswith("\f") or p.text.endswith("\f")
        if p.layout.page_break or (ends_page and p is not text[-1]):
            yield PAGE_BREAK.at(p, say("a page ended by hand inside the text"), _FLOWING)


_FLOWING = say("a text that flows from page to page")
