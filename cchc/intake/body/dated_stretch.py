"""The stretch of a sentence that says by when: "hoàn thành [trước ngày 15/5/2026]"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from cchc.language.deadline import Deadline, DeadlineError, read_deadline

FIRM = re.compile(
    r"(?<!\w)(?:trước|chậm nhất|muộn nhất|không quá|đến hết|xong trước|trong)\s+(?:là\s+|vào\s+)?"
    r"(?=ngày\s+\d|\d{1,2}/\d|quý|tháng\s+\d|năm\s+20|\d+ ngày)"
    r"|(?<!\w)(?:vào\s+)?(?=ngày\s+\d{1,2}\s+(?:hằng|hàng|mỗi|của mỗi|của tháng|tháng cuối)"
    r"|ngày\s+làm\s+việc\s+(?:đầu|cuối)|ngày\s+cuối(?:\s+cùng)?\s+(?:(?:của|hằng|hàng|mỗi)\s+)*(?:tháng|quý)(?!\s+\d)|(?:đầu|giữa|cuối)\s+(?:hằng|hàng|mỗi)\s+(?:tháng|quý)"
    r"|(?:tuần|tháng)\s+(?:đầu|cuối)(?:\s+tiên|\s+cùng)?\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s+(?:tháng|quý))"
    r"|(?<!\w)(?:vào |trước )?(?:\d{1,2} ?(?:giờ|h)(?: ?\d\d)?,? )?(?:(?:sáng|chiều) )?thứ (?:hai|ba|tư|năm|sáu|bảy)(?=[^.;]{0,20}h[ằà]ng tuần)",
    re.IGNORECASE,
)
"""What a day begins with by which something is done."""
_WORDS = 30
TRIED = 12
"""Words of a phrase, and beginnings of phrases in one text, that are tried."""
_COUNT = re.compile(r"\D*\d+ (?:ngày(?: làm việc)?|giờ)", re.IGNORECASE)
_SINCE = re.compile(r"(?:sau(?! đây| này| đó)|kể từ)\b", re.IGNORECASE)
"""Before "chậm nhất 07 ngày": from when they count stands there, and is no day."""
_ENOUGH = re.compile(
    r"(?:(?<=,)\s*|(?<=xuất)\s+|(?<=kỳ)\s+|(?<=quý)\s+|(?<=tháng)\s+|(?<=năm)\s+)(?:báo cáo(?! quý| năm| tháng| 6)|các|thủ trưởng|kịp thời|gửi|đơn vị|thì|yêu cầu|UBND|tổng hợp)\b",
    re.IGNORECASE,
)
"""Where a sentence goes on after its deadline."""
_DANGLING = re.compile(r"[\s,]+(?:gửi|nộp|trình|báo cáo|tổng hợp|và|về|để)$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_reporting_day(phrase: str, year: int) -> Deadline | None:
    """Return what `phrase` means as a deadline, or None when it is none."""
    try:
        found = read_deadline(phrase, year=year, remarks=False)
    except DeadlineError:
        return None
    return None if found.kind == "missing" else found


def phrase_in(text: str, trigger: re.Pattern[str], year: int) -> str | None:
    """Return a stretch from a trigger word on that reads as a deadline: the first with a day, else
    the first."""
    first = None
    for start in islice(trigger.finditer(text), TRIED):
        phrase = stretch(text[start.start() :], year)
        if phrase is None or (_COUNT.fullmatch(phrase) and _SINCE.search(text, 0, start.start())):
            continue
        found = read_reporting_day(phrase, year)
        if found and found.due and not found.vague:
            return phrase
        first = first or phrase
    return first


def stretch(text: str, year: int) -> str | None:
    """Return the longest beginning of `text`, by words, that reads as a deadline."""
    ends: list[int] = []
    before = 0
    for word in re.finditer(r"[^\s.;()]+(?:[.](?=\d)[^\s.;()]*)*", text):
        if ends and (
            re.search(r"[.;()]", text[before : word.start()]) or _ENOUGH.match(text, before)
        ):
            break
        ends.append(word.end())
        before = word.end()
        if len(ends) >= _WORDS:
            break
    for end in reversed(ends):
        phrase = text[:end].rstrip(" ,:")
        if not phrase.endswith("ngày làm") and (found := read_reporting_day(phrase, year)):
            shorter = _DANGLING.sub("", phrase)
            told = read_reporting_day(shorter, year) if shorter != phrase else None
            return shorter if told and told.due == found.due else phrase
    return None
