"""The day of each month, quarter or half-year by which a report is asked for, where other words stand
between the two: "hằng tháng báo cáo Chủ tịch UBND xã trước ngày 20".

Source: a day without a month is the day of the period that its own clause names; without it the end of
the period would be read, which is later than the day asked for.
"""

from __future__ import annotations

import re
from itertools import islice

from cchc.intake.body.dated_stretch import TRIED
from cchc.language.deadline import Deadline, DeadlineError, read_deadline

_ANOTHER = re.compile(r"[.;]\s|:\s*")
_LIMIT = r"(?:trước|chậm nhất|muộn nhất|không quá|vào)\s+(?:là\s+|vào\s+)?"
_DAY = re.compile(
    rf"{_LIMIT}ngày\s+(?P<day>\d{{1,2}})"
    r"(?:\s+(?:của\s+)?(?:các\s+)?tháng\s+cuối\s+(?:(?:mỗi|hằng|hàng)\s+)?(?:quý|kỳ(?:\s+báo\s+cáo)?)|\s+(?:hằng|hàng|mỗi)\s+tháng)?"
    r"(?=\s*(?:[,;.)]|$|(?:để|gửi|về|theo|nhằm)(?!\w)))(?!\s*,\s*\d)(?![.]\d)",
    re.IGNORECASE,
)
"""A day without a month of its own, and the end of what is said of it."""
_OF_TERM = re.compile(
    rf"(?:{_LIMIT})?(?:là\s+)?ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?(?:tháng\s+cuối\s+)?(?:mỗi\s+)?kỳ(?:\s+báo\s+cáo)?(?!\w)",
    re.IGNORECASE,
)
"""A day of a period that only its list names: "ngày 15 tháng cuối kỳ"."""
_PERIODS = re.compile(
    r"(?:báo cáo )?(?:định kỳ )?\(?(?:(?:hằng|hàng) )?(?<!\w)(?:(?:quý|tháng|6 tháng)(?:,| và)[^.;:()]{0,40}?\b(?:năm|6 tháng)"
    r"(?:(?:,| và) (?:6 tháng|9 tháng|năm))*|quý|6 tháng)(?!\w)",
    re.IGNORECASE,
)
_REPORT = (
    r"báo cáo (?:định kỳ )?(?:quý|tháng|[69] tháng(?: đầu năm)?|năm)(?:(?:,| và) (?:quý|[69] tháng|năm))*"
    rf"(?: (?:gửi|về|cho) [^.;,()\d]{{3,60}}?)? {_LIMIT}ngày \d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?"
    r"|(?: của)?(?: tháng cuối)? (?:quý|kỳ(?: báo cáo)?)| (?:hằng|hàng|mỗi) tháng)(?![\w/])"
)
_SERIES = re.compile(rf"{_REPORT}(?:\s*[,;]\s*(?:và )?(?:gửi )?{_REPORT}){{1,5}}", re.IGNORECASE)
_RHYTHM = re.compile(
    r"(?<!\w)(?:định kỳ )?(?:hằng|hàng|mỗi) (?:tháng|quý)(?!\w)(?! lần)", re.IGNORECASE
)
_REPORTS = re.compile(r"(?<!\w)(?:báo cáo|gửi|nộp|trình)(?!\w)", re.IGNORECASE)
_ANOTHER_WORK = re.compile(
    r"(?:,|và|;)\s+(?:tổ chức|họp|thanh toán|chi trả|niêm yết|công khai|cập nhật|đăng|kiểm tra|rà soát|hoàn thành"
    r"|triển khai|công bố|nhập|đối chiếu|số liệu|phát|thực hiện)(?!\w)|số liệu (?:tính|chốt|lấy)|(?<!\w)riêng(?!\w)",
    re.IGNORECASE,
)
"""What stands before a day that is not that of the report."""


def day_of_rhythm(text: str, year: int) -> str | None:
    """Return the stretch from a rhythm to the day in it, by which a clause of `text` asks for a report; without
    the words between them where these are not understood as they stand."""
    for day in islice(_DAY.finditer(text), TRIED):
        clause = _begin_of_clause(text, day.start())
        for rhythm in islice(_RHYTHM.finditer(text, clause, day.start()), TRIED):
            end = day.end() + (text[day.end() : day.end() + 1] == ")")
            phrase, behind = text[rhythm.start() : end], text[rhythm.end() : end]
            if not _of_the_report(text[rhythm.end() : day.start()]):
                continue
            if phrase.count("(") == phrase.count(")") and _means(phrase, day, year):
                return phrase
            # "hằng tháng các phòng báo cáo ...": who reports is no part of the time
            if behind.startswith(" ") and _means(f"{rhythm[0]},{behind}", day, year):
                return f"{rhythm[0]} {day[0]}"
    return None


def _means(phrase: str, day: re.Match[str], year: int) -> bool:
    """Whether `phrase` is understood with that day."""
    found = read_whole(phrase, year)
    taken = {one.day for one in found.due} if found else set()
    return bool(taken & {int(day["day"]), int(day["day"]) - 1})


def day_of_term(text: str) -> str | None:
    """Return the stretch from the periods to the day in each, where others stand between them: "báo cáo
    quý, 6 tháng, năm gửi Sở Nội vụ trước ngày 15 tháng cuối kỳ". Half of it would be another date."""
    for day in islice(_OF_TERM.finditer(text), TRIED):
        clause = _begin_of_clause(text, day.start())
        if periods := _PERIODS.search(text, clause, day.start()):
            phrase = text[periods.start() : day.end()]
            if phrase.count("(") == phrase.count(")"):
                return phrase
    return None


def reports_with_days(text: str, year: int) -> str | None:
    """Return the stretch of several reports that have a day each: "báo cáo quý, 6 tháng trước ngày 05 của
    tháng cuối kỳ; báo cáo năm về Phòng Nội vụ trước ngày 20/12/2026"."""
    found = _SERIES.search(text)
    return found[0] if found and read_whole(found[0], year) else None


def day_left(text: str, deadline: str, year: int) -> str | None:
    """Return a day without a month that stands outside `deadline` and is not named in it, if one does."""
    begin = text.find(deadline)
    for one in [*_DAY.finditer(text), *_OF_TERM.finditer(text)]:
        outside = one.end() <= begin or one.start() >= begin + len(deadline)
        if outside and not _means(deadline, one, year):
            return one[0]
    return None


def read_whole(phrase: str, year: int) -> Deadline | None:
    """Return what `phrase` means with the words between its dates, or None when it is not understood."""
    try:
        found = read_deadline(phrase, year=year)
    except DeadlineError:
        return None
    return found if found.due and not found.vague else None


def _begin_of_clause(text: str, at: int) -> int:
    return max((end.end() for end in _ANOTHER.finditer(text, 0, at)), default=0)


def _of_the_report(between: str) -> bool:
    """Whether the words between a period and a day are about a report, and it is not done with."""
    if not re.search(r"\w", between):
        return True
    reports = list(_REPORTS.finditer(between))
    return bool(reports) and not _ANOTHER_WORK.search(between, reports[-1].end())
