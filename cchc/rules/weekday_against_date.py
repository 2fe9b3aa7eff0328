"""A day of the week stands beside a date that is another day of the week.

Why: some come on the day and some on the date; a visit on a day without office hours finds a closed door.

Source: the calendar.

Bad:
    opening: UBND xã An Bình họp triển khai vào thứ Năm, ngày 17/6/2026 theo Phụ lục kèm theo
Good:
    opening: UBND xã An Bình họp triển khai vào thứ Tư, ngày 17/6/2026 theo Phụ lục kèm theo
"""

import re
from collections.abc import Iterator
from datetime import date

from cchc.language.weekdays import weekday
from cchc.rules._rule import Facts, Hits, KeyPath, Severity, hit_in, say

CODE = "D016"
SEVERITY = Severity.WARNING

_DAYS = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tư": 2,
    "4": 2,
    "năm": 3,
    "5": 3,
    "sáu": 4,
    "6": 4,
    "bảy": 5,
    "bẩy": 5,
    "7": 5,
    "nhật": 6,
}
_WEEKDAY = r"(?P<week>thứ (?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ (?P<sunday>nhật))(?![\w/])"
_DATE = r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>20\d\d))?| tháng (?P<month2>\d{1,2})(?: năm (?P<year2>20\d\d))?)(?![\w/]|,\d)"
_BEFORE = (
    r"(?:^|[,;:(|–-]\s*|\b(?:sáng|chiều|tối|trưa|vào|từ|đến|và|là|hết|trước|hôm|giờ|phút|ngày)\s+)"
)
"""What stands before a day of the week: "kỳ họp thứ năm" and "lần thứ hai" are no days."""
_FORMS = (
    re.compile(rf"{_BEFORE}{_WEEKDAY}\s*[,(–-]?\s*(?:ngày\s*)?{_DATE}", re.IGNORECASE),
    re.compile(rf"{_DATE}\s*\(\s*(?:sáng |chiều |tối )?{_WEEKDAY}\s*[),]", re.IGNORECASE),
    re.compile(rf"{_DATE},\s*{_WEEKDAY}(?=\s*(?:[,;.)|]|$))", re.IGNORECASE),
)
_MAY = (re.compile("thứ "), re.compile("chủ nhật"))
_LUNAR = re.compile(r"[^.;]{0,12}(?:âm lịch|\bÂL\b)", re.IGNORECASE)


def check(facts: Facts) -> Hits:
    """Look up every date that has a day of the week beside it; a date without a year is in that of the plan."""
    deadlines = {phrase.place[:-1]: phrase.text for phrase in facts.phrases}
    for place, text in (*facts.holding(*_MAY, lowercase=True), *_left(facts)):
        for pattern in _FORMS:
            for found in pattern.finditer(text):
                day = _day(found, facts.plan.year)
                said = 6 if found["sunday"] else _DAYS[found["name"].lower()]
                if day is None or day.weekday() == said or _LUNAR.match(text, found.end()):
                    continue
                if found[0].strip(" ,;:(") in deadlines.get(place[:-1], ""):
                    continue  # D004 tells it of a deadline
                start, stop = found.start("week"), found.end("week")
                yield hit_in(
                    place, text, start, stop,
                    say("{date} is a {weekday}, not “{said}”", date=f"{day:%d/%m/%Y}", weekday=weekday(day), said=found["week"]),
                    say("write the right day of the week, or the right date"),
                )  # fmt: skip


def _left(facts: Facts) -> Iterator[tuple[KeyPath, str]]:
    """Yield the lines that import could not place: schedules are among them."""
    for n, text in enumerate(facts.plan.unplaced):
        yield ("unplaced", n), text


def _day(found: re.Match[str], year: int) -> date | None:
    """Return the date; None: it does not exist, or "5/8" may be a share."""
    month, named = found["month"] or found["month2"], found["year"] or found["year2"]
    if not named and "ngày" not in found[0].lower():
        return None
    try:
        return date(int(named or year), int(month), int(found["day"]))
    except ValueError:
        return None
