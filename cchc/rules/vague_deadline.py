"""A deadline is only the year, or another stretch that pins nothing down.

Why: with "Năm 2026" nothing is due before 31 December, so nothing is ever late and nobody is
reminded in time.

Source: the principle of sáu rõ, "rõ thời gian".

Bad:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Năm 2026, lead: [vh-xh]}
Good:
    appendices:
      - title: Danh mục nhiệm vụ
        tasks:
          - {id: a, title: Sáng kiến, product: Quyết định, deadline: Quý III/2026, lead: [vh-xh]}
"""

import re

from cchc.language.names import fold
from cchc.model.section import Section
from cchc.model.task import Task
from cchc.rules._rule import Facts, Hit, Hits, Severity, say
from cchc.rules._stage import last_year

CODE = "D003"
SEVERITY = Severity.WARNING
_YEAR = re.compile(r"20\d\d")
_KEPT_UP = re.compile(r"(?:tiếp tục )?(?:duy trì|vận hành|giữ vững)\b")
"""Work that has no end within the year."""
_SHARE_OR_CEILING = re.compile(
    r"(?:phấn đấu )?(?:(?:tỷ|tỉ) lệ\b[^.;]*%|(?:đạt|tối thiểu|trên|từ|ít nhất)\b[\w ]{0,12}?\d+(?:,\d+)? ?%)"
    r"|không (?:vượt|để xảy ra|để phát sinh|quá)\b|số lượng không vượt"
)
"""What is asked of a whole year: a share of its cases, a limit that is not passed."""
_BY_LAW = re.compile(r"theo (?:đúng )?quy định (?:của|tại) (?:bộ )?(?:luật|nghị định|thông tư)\b")
"""A law that names the day itself."""


def check(facts: Facts) -> Hits:
    several = last_year(facts.plan) > facts.plan.year
    for place, text, reading in facts.deadlines:
        # A report without any date: D006 says more about it.
        undated_report = place in facts.report_deadlines and not reading.due
        # In a plan of several years the year itself is a time.
        dated = several and _YEAR.search(text) is not None
        if reading.vague and not (undated_report or dated):
            yield Hit(
                place,
                say("“{text}” names no day, month or quarter", text=text),
                say("give a quarter, a month or a day, so that somebody can be reminded"),
                severity=Severity.INFO if _lasts(facts.work[place[:-1]], text) else None,
            )


def _lasts(work: Section | Task, text: str) -> bool:
    """Whether the year, or the law named, is an apt time for the work."""
    asked = [work.product, work.requirement] if isinstance(work, Task) else [work.text]
    return (
        _BY_LAW.search(fold(text)) is not None
        or _KEPT_UP.match(fold(work.title or "")) is not None
        or any(_SHARE_OR_CEILING.match(fold(words)) for words in asked if words)
    )
