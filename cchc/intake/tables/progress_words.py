"""What the columns of a tracker say of the work done, as a record of progress.

Words of offices: "Đã HT", "HT muộn", "Chậm", "Đang TH", "x", "90%", "đã xong 12/3, CV 45".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import NamedTuple

from cchc.language.names import bare

_DATE = re.compile(
    r"(?<![\d/])(\d{1,2})[/.-](\d{1,2})(?:[/.-](20\d\d))?(?![\d/]|\.\d)"
    r"(?!\s*(?:%|chỉ tiêu|nội dung|nhiệm vụ|đơn vị|hồ sơ|thôn|xóm|mục|việc|thủ tục|TTHC|tiêu chí))"
)
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_PAPER = re.compile(
    r"(?<!\w)(?:(?:số\s+)?\d{1,5}[a-z]?\s*/\s*(?:20\d\d/)?[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ][A-ZĐa-z]*)*"
    r"|(?:CV|BC|KH|QĐ|TB|TTr|BB|Công văn|Báo cáo|Kế hoạch|Quyết định|Thông báo|Tờ trình|Biên bản)"
    r"\s+(?:số\s+)?\d{1,5}(?:\s*/\s*[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ][A-ZĐa-z]*)*)?)(?!\w)"
)
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,]\d+)?\s*%?")
_NOT_YET = re.compile(
    r"(?:chua|not started|khong)\b(?! con)(?: (?:ht|th|hoan thanh|thuc hien|lam|trien khai|bat dau|den han|bao cao|co|xong))*"
)
_DONE = re.compile(
    r"(?:da )?(?:ht|hoan thanh|hoan tat|xong|done)\b(?P<more>.*)|x|v|\u2713|\u2714|\u221a|da (?:lam|th|thuc hien|ban hanh|trien khai xong|bao cao|nop|gui)\b(?P<rest>.*)"
)
_NOT_ALL = re.compile(r"(?:mot phan|\d+ ?/ ?\d+|[1-9]?\d ?%)")
_LATE = re.compile(r"muon|cham|qua han|tre")
_RUNNING = re.compile(
    r"(?:dang|running|tiep tuc)\b.*|(?:thuc hien )?(?:cham|tre)(?: (?:tien do|han|muon))?|qua han|thuong xuyen"
)
_SUSPENDED = re.compile(r"(?:suspended|tam dung|tam hoan|dung|hoan|huy)\b(?! thanh).*")


class Said(NamedTuple):
    """What a row says of its progress."""

    record: dict[str, object] | None = None
    """A record under the keys of the model."""
    unread: str = ""
    """Words of it that were not understood."""
    not_yet: bool = False
    """Whether it says that nothing is done yet: then there is nothing to record."""
    guessed: bool = False
    """Whether a bare mark such as "x" was taken for done."""


def progress_of(values: Mapping[str, str], year: int) -> Said:
    """Return what the cells `state`, `percent`, `done`, `evidence` of a row say.

    `year` completes dates without one.
    """
    words = " ".join(values.get("state", "").split())
    percent = " ".join(values.get("percent", "").split())
    day = _day(values.get("done", ""), year)
    papers = [values.get("evidence", "").strip()]
    said = words
    if not day and (day := _day(words, year)):
        said = _ISO.sub(" ", _DATE.sub(" ", said))
    if found := _PAPER.findall(said):
        papers += found
        said = _PAPER.sub(" ", said)
    plain = re.sub(r"[\s,;.:()]+", " ", bare(said)).strip()
    plain = re.sub(r"\b(?:ngay|vao|theo|so|tai|bang)\b(?= *$| +\b(?:ngay|so)\b)", "", plain).strip()
    state = _state(plain)
    if state is None and not plain:
        state = _by_percent(percent) or ("done" if day or any(papers) else None)
        if percent and state is None and _PERCENT.match(percent):
            return Said(not_yet=True)
    if state is None or state == "none":
        rest = "; ".join(text for text in (words, percent, values.get("done", "")) if text)
        if state == "none" and not day and percent and _by_percent(percent):
            return Said({"state": "running", "note": f"{words}; {_with_sign(percent)}"})
        if state == "none" and not day:
            return Said(not_yet=True)
        return Said(unread=rest)
    record: dict[str, object] = {"state": state}
    if day:
        record["date"] = day
    if evidence := ", ".join(dict.fromkeys(one for one in papers if one)):
        record["evidence"] = evidence
    notes = []
    if words and (_LATE.search(plain) or not re.fullmatch(
        r"(?:da |dang )?(?:ht|hoan thanh|xong|th|thuc hien|lam|done|running|x|v)?", plain)):  # fmt: skip
        notes.append(words)
    if percent and (state != "done" or _by_percent(percent) != "done"):
        notes.append(_with_sign(percent))
    notes += [values["state-note"]] if values.get("state-note") else []
    if values.get("done", "") and not _day(values["done"], year):
        notes.append(values["done"])
    if notes:
        record["note"] = "; ".join(notes)
    return Said(record, guessed=plain in ("x", "v"))


class ProgressRemark(NamedTuple):
    """What a remark on finished work holds: its days, the papers it names, and the words besides."""

    days: tuple[str, ...]
    papers: tuple[str, ...]
    rest: str
    """The remark as it stands, or nothing where days and papers are all it says."""


def remark_of(text: str, year: int) -> ProgressRemark:
    """Take a remark apart: "đã xong 12/3, CV 45" has a day and a paper.

    `year` completes days without one.
    """
    days = [f"{day}/{month}/{full or year}" for day, month, full in _DATE.findall(text)
            if _is_day(int(day), int(month), int(full or year))]  # fmt: skip
    days += [f"{day}/{month}/{full}" for full, month, day in _ISO.findall(text)
             if _is_day(int(day), int(month), int(full))]  # fmt: skip
    papers = tuple(_symbol(found) for found in _PAPER.findall(text))
    left = bare(_PAPER.sub(" ", _ISO.sub(" ", _DATE.sub(" ", text))))
    plain = re.sub(r"[\s,;.:()/-]+|\b(?:da|xong|ngay|so|tai|theo|ht|hoan thanh)\b", "", left)
    return ProgressRemark(tuple(dict.fromkeys(days)), papers, text.strip() if plain else "")


def _symbol(paper: str) -> str:
    """Return a paper by its symbol alone where it has one: "KH 05/KH-UBND" is 05/KH-UBND."""
    found = re.search(r"\d+[a-z]?\s*/\s*\S.*", paper)
    return found[0] if found else " ".join(paper.split())


def _state(plain: str) -> str | None:
    if not plain:
        return None
    if _NOT_YET.fullmatch(plain):
        return "none"
    if re.fullmatch(r"\d{1,3} ?%", plain):
        return _by_percent(plain) or "none"
    if found := _DONE.fullmatch(plain):
        more = (found["more"] or found["rest"] or "").strip()
        return "running" if _NOT_ALL.search(more) and "100" not in more else "done"
    if _RUNNING.fullmatch(plain):
        return "running"
    return "suspended" if _SUSPENDED.fullmatch(plain) else None


def _with_sign(percent: str) -> str:
    return percent if "%" in percent else f"{percent} %"


def _by_percent(text: str) -> str | None:
    found = _PERCENT.match(text)
    if not found:
        return None
    number = int(found[1])
    return "done" if number == 100 else "running" if 0 < number < 100 else None


def _day(text: str, year: int) -> str | None:
    if found := _ISO.search(text):
        is_day = _is_day(int(found[3]), int(found[2]), int(found[1]))
        return f"{found[3]}/{found[2]}/{found[1]}" if is_day else None
    found = _DATE.search(text)
    if not found or not _is_day(int(found[1]), int(found[2]), int(found[3] or year)):
        return None
    return f"{found[1]}/{found[2]}/{found[3] or year}"


def _is_day(day: int, month: int, year: int) -> bool:
    """Tell whether the calendar has a day: it has no 00/3 and no 31/02."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
