"""The text names a day that no month has, such as 31/4/2026.

Why: nobody can keep to it, and each reader takes another day for it.

Source: the calendar.

Bad:
    opening: Các phòng gửi báo cáo trước ngày 31/4/2026 theo Phụ lục kèm theo
Good:
    opening: Các phòng gửi báo cáo trước ngày 30/4/2026 theo Phụ lục kèm theo
"""

import re
from datetime import date

from cchc.language.deadline import DeadlineError
from cchc.rules._rule import Facts, Hits, Severity, hit_in, say

CODE = "D013"
SEVERITY = Severity.ERROR

_SLASHED = re.compile(
    r"(?<![\w/.,-])(?P<word>ngày\s+)?(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:/(?P<year>(?:19|20)[0-9]{2}))?(?![\w/%]|[.,-]\w)",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"(?<!\w)ngày\s+(?P<day>[0-9]{1,2})\s+tháng\s+(?P<month>[0-9]{1,2})(?:\s+năm\s+(?P<year>(?:19|20)[0-9]{2}))?(?![\w/%]|[.,-]\w)",
    re.IGNORECASE,
)
_MAY = (re.compile(r"/(?<=[0-9]/)[0-9]"), re.compile("ngày [0-9]"))
_LEAP = 2024
"""The year of a day without one, so that 29/02 may be right."""


def check(facts: Facts) -> Hits:
    """Find days in running text; those of citations and of deadlines have rules of their own."""
    told = {
        at[:-1]: phrase for at, phrase, read in facts.phrases if isinstance(read, DeadlineError)
    }
    for place, text in facts.texts_holding(*_MAY):
        for pattern in (_SLASHED, _WORDED):
            for found in pattern.finditer(text):
                if pattern is _SLASHED and not (found["word"] or found["year"]):
                    continue  # 3/31 alone may be a share, a symbol or a house
                if _exists(found) or facts.is_cited(place, *found.span()):
                    continue
                start = found.start("day")
                if text[start : found.end()] in told.get(place[:-1], ""):
                    continue  # D001 tells it of the deadline
                yield hit_in(
                    place, text, start, found.end(),
                    say("no month has the day “{day}”", day=text[start : found.end()]),
                    say("write the right day"),
                )  # fmt: skip


def _exists(found: re.Match[str]) -> bool:
    try:
        date(int(found["year"] or _LEAP), int(found["month"]), int(found["day"]))
    except ValueError:
        return False
    return True
