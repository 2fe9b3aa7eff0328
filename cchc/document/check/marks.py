"""Marks of parts, sections and points: their form and their order."""

from __future__ import annotations

import re
from collections.abc import Generator

from cchc.document.check import _text as t
from cchc.document.check._components import Role
from cchc.document.check._finding import CheckedPaper, DocxFinding, Findings, LayoutCode, article
from cchc.document.check._scan import Para
from cchc.language.numbering import LETTERS, letter, roman
from cchc.messages import say
from cchc.model.finding import Severity

FORM = LayoutCode("W409", "mark-form", Severity.ERROR, article("II.6"))
LETTER = LayoutCode("W410", "letters-out-of-order", Severity.ERROR, article("II.6"))
ORDER = LayoutCode("W411", "numbers-out-of-order", Severity.WARNING, article("II.6"))

_ROMAN = {roman(n): n for n in range(1, 60)}
_LETTERS = {letter(n): n for n in range(1, 2 * len(LETTERS))}


def check(paper: CheckedPaper) -> Findings:
    """Judge the marks of the text in order."""
    found = paper.components
    roles = (Role.PART, Role.SECTION_TITLE, Role.SECTION, Role.POINT, Role.ARTICLE, Role.CHAPTER)
    part = section = point = article_number = 0
    for p in found.of(*roles):
        role = found.role(p)
        if role is Role.CHAPTER:
            part = section = point = 0
        elif role is Role.ARTICLE:
            section = point = 0
            article_number = yield from _article(p, article_number)
        elif role is Role.PART:
            mark, sign = _mark(p, t.PART_MARK.pattern)
            if sign != ".":
                yield FORM.at(
                    p, say("“{mark}”", mark=mark + sign), say("“{mark}”", mark=f"{mark}.")
                )
            number = _ROMAN.get(mark, 0)
            yield from _order(p, mark, number, part, roman(part + 1), "")
            part, section, point = number, 0, 0
        elif role is Role.POINT:
            mark, sign = _mark(p, t.POINT_MARK.pattern)
            if sign != ")" or mark != mark.lower():
                yield FORM.at(
                    p, say("“{mark}”", mark=mark + sign),
                    say("“{mark}”", mark=f"{mark.lower()})"),
                )  # fmt: skip
            yield from _letter(p, mark.lower(), point)
            point = _LETTERS.get(mark.lower(), point + 1)
        else:
            mark, sign = _mark(p, t.SECTION_MARK.pattern)
            point = 0
            if sign != ".":
                yield FORM.at(
                    p, say("“{mark}”", mark=mark + sign), say("“{mark}”", mark=f"{mark}.")
                )
            if mark.isdigit():
                yield from _order(p, mark, int(mark), section, str(section + 1), "1")
                section = int(mark)


def _article(p: Para, last: int) -> Generator[DocxFinding, None, int]:
    """Judge the mark of an article and return its number."""
    found = t.ARTICLE.match(p.words)
    assert found
    word, mark, sign = found[1], found[2], found[3]
    if sign != "." or word != "Điều":
        yield FORM.at(
            p, say("“{mark}”", mark=found[0].strip()), say("“{mark}”", mark=f"Điều {mark}.")
        )
    number = int(re.sub(r"\D", "", mark))
    if number != last + 1 and not (number == last and mark[-1:].isalpha()):
        yield ORDER.at(
            p, say("“{mark}”", mark=f"Điều {mark}"),
            say("“{mark}” comes next", mark=f"Điều {last + 1}"),
        )  # fmt: skip
    return number


def _mark(p: Para, pattern: str) -> tuple[str, str]:
    found = re.match(pattern, p.words)
    return (found[1], found[2]) if found else ("", ".")


def _order(p: Para, mark: str, number: int, last: int, wanted: str, restart: str) -> Findings:
    if number == last + 1 or (restart and number == 1):
        return
    yield ORDER.at(p, say("“{mark}”", mark=mark), say("“{mark}” comes next", mark=wanted))


def _letter(p: Para, mark: str, last: int) -> Findings:
    number = _LETTERS.get(mark)
    if number == last + 1 or number == 1:
        return
    yield LETTER.at(
        p, say("“{mark}”", mark=f"{mark})"),
        say("“{mark}” comes next; Vietnamese order: a, b, c, d, đ, e, g, h, i, k ...",
            mark=f"{letter(last + 1)})"),
    )  # fmt: skip
