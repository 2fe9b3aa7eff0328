"""Grammar of remarks: words around a deadline that have no part in its date.

Bodies and purposes ("gửi Sở Nội vụ", "để kịp trình HĐND xã tại kỳ họp cuối năm") are kept and shown.
Whatever could change the date (a number, a date word, a comparison, "gia hạn") is no remark.
"""

from __future__ import annotations

from collections.abc import Callable

from cchc.language.deadline.cursor import Cursor
from cchc.language.deadline.nodes import Node
from cchc.language.deadline.spelling import is_like_a_core_word
from cchc.language.deadline.words import Sign

_BREAKS = ",;:()"
_PURPOSES = ("để", "nhằm", "phục", "nhân", "làm", "cho")
_OPENERS = (
    *_PURPOSES, "về", "tại", "ở", "đối", "theo", "do", "bằng", "qua", "thông", "kèm", "phối", "lồng",
    "trên", "cùng", "với", "việc",
)  # fmt: skip
"""Words that open a remark right behind a date, without a comma."""
_ALARMS = (
    "âm lịch", "không", "chưa", "gia hạn", "lùi", "hoãn", "muộn", "sớm", "trừ", "riêng", "ngoại trừ",
    "tạm dừng", "bãi bỏ", "hủy", "tính đến", "chốt", "thay đổi thành", "chuyển sang", "kéo dài",
    "trở lên", "trở xuống", "kể cả", "năm học", "niên độ",
    "số liệu tính", "lấy số liệu", "khóa", "học kỳ", "nhiệm kỳ", "niên vụ", "vụ mùa", "đông xuân",
)  # fmt: skip
"""Words that may move a date, or say that it does not hold for all."""
_DATES: tuple[Sign, ...] = (
    "number", "roman", "day", "workday", "week", "month", "quarter", "year", "term", "minute",
    "before", "by", "end", "from", "after", "every", "each", "dekad", "sunday", "half", "phase",
    "regular", "always", "onward", "scheme", "if", "least",
)  # fmt: skip
_EDGES: tuple[Sign, ...] = ("first", "middle", "last")
_LIMITS: tuple[Sign, ...] = ("before", "by", "end", "to", "number")
_BEGINNINGS: tuple[Sign, ...] = (
    *_LIMITS, "every", "day", "in", "regular", "least", "quarter", "month", "first", "middle", "last",
)  # fmt: skip
_BEHIND_BATCH: tuple[Sign, ...] = ("before", "by", "in", "to", "end", "do", "day", "from")
_SHARED_OUT = ("chia", "thành", "làm")
_PARTS = ("đợt", "lần", "lớp", "kỳ", "giai đoạn")
"""Of "chia làm 02 đợt": how often, without a date."""
_NUMBERED = (
    "phụ lục",
    "mẫu",
    "biểu",
    "biểu mẫu",
    "đề án",
    "phòng",
    "tổ",
    "thôn",
    "ấp",
    "khu",
    "bảng",
)
_IN_PURPOSES: tuple[Sign, ...] = (
    "week", "month", "quarter", "year", "term", "every", "each", "regular", "half", "phase", "if",
)  # fmt: skip
"""Date words that a purpose may hold: "để tổng hợp báo cáo quý"."""


def remark(c: Cursor, listing: Callable[[Cursor], Node | None], *, apart: bool) -> bool:
    """Step over a remark and keep it in the cursor; False when none stands here.

    `apart` says that a comma, a bracket or a verb stands before it: then any words will do, else
    one that opens a remark.
    """
    start = c.at
    opener = c.peek().fold.split(" ")[0]
    if not (apart or opener in _OPENERS):
        return False
    if start and c.peek(-1).fold == "/":
        return False  # "12/2026/QĐ-UBND" is no date
    purpose = opener in (*_PURPOSES, "đối")
    while not c.done() and not c.is_mark(_BREAKS):
        if c.at > start and _batch_ahead(c):
            break
        if c.at > start and _date_ahead(c, listing, _LIMITS if purpose else _BEGINNINGS):
            break
        if not _harmless(c, purpose=purpose):
            c.at = start
            return False
        c.at += 1
    words = c.between(start, c.at)
    folded = f" {c.folded(start, c.at)} "
    glued = c.sign() == "number" and c.peek().start == c.peek(-1).end  # "l5/6/2026"
    if (
        c.at == start
        or glued
        or any(f" {alarm} " in folded for alarm in _ALARMS)
        or _may_be_core(c, start)
    ):
        c.at = start
        return False
    c.remarks.append(words.strip(" .-"))
    if not purpose and any(token.sign == "report" for token in c.tokens[start : c.at]):
        c.report = True
    return True


def _may_be_core(c: Cursor, start: int) -> bool:
    """Whether the word in front of a date may be a limit or unit that was not known.

    "Tước 15/10", "Quỹ 3/2026"; "đợt 3/2026" is no March. One unknown word before a number could be
    anything.
    """
    last = c.peek(-1)
    if c.sign() == "number":
        lone = c.at == start + 1 and last.sign == "word"
        batch = last.sign == "times" and c.is_mark("/", 1) and c.is_year(2)
        return lone or (batch and " " not in last.fold) or is_like_a_core_word(last.fold)
    return c.sign() == "day" and last.sign == "word" and is_like_a_core_word(last.fold)


def cutoff(c: Cursor, listing: Callable[[Cursor], Node | None]) -> Node | None:
    """Read up to when data are counted, which is a remark: `số liệu chốt [đến] ngày 15/12`."""
    start, report = c.at, c.report
    while c.sign() in ("do", "word", "term") and c.peek().fold != "liệu":
        c.at += 1
    data = c.peek().fold == "liệu" and c.peek(-1).fold in ("số", "dữ")
    c.at += 1
    found = listing(c) if data else None
    while data and found is None and c.sign() in ("do", "word", "scheme", "report"):
        c.at += 1
        found = listing(c)
    c.report = report
    if found is None or not (c.done() or c.is_mark(_BREAKS)):
        c.at = start
        return None
    c.remarks.append(c.between(start, c.at))
    return found


def _of_time(c: Cursor) -> bool:
    """Whether "đầu", "giữa", "cuối" stand for a time here: not in "đầu mối", "bước đầu", "giữa các sở"."""
    behind = c.sign(1)
    ends = c.at + 1 >= len(c.tokens) or c.is_mark(_BREAKS + ".", 1) or behind == "and"
    if ends:
        return not (c.at and c.sign(-1) == "word")
    return behind in _DATES and behind != "each"


def is_purpose(c: Cursor) -> bool:
    """Whether a purpose begins here: a date behind its words is another's."""
    return c.peek().fold.split(" ")[0] in _PURPOSES


def _date_ahead(
    c: Cursor, listing: Callable[[Cursor], Node | None], beginnings: tuple[Sign, ...]
) -> bool:
    """Whether a limit or rhythm begins here."""
    if c.sign() not in beginnings:
        return False
    start, report, of_report = c.at, c.report, c.of_report
    found = listing(c)
    c.at, c.report, c.of_report = start, report, of_report
    return found is not None


def _batch_ahead(c: Cursor) -> bool:
    """Whether a label of dates begins here: "tuyên truyền [đợt 1 xong trước 15/5, đợt 2 ...]"."""
    numbered = c.peek().fold in ("đợt", "lần", "vòng") and (c.is_small(1) or c.sign(1) == "roman")
    behind = c.peek(2)
    return numbered and (behind.sign in _BEHIND_BATCH or behind.fold in (":", "("))


def _harmless(c: Cursor, *, purpose: bool) -> bool:
    sign = c.sign()
    if sign == "ordinal":
        return c.sign(1) not in ("number", "numeral") and c.peek(1).fold != "năm"
    if sign == "each":
        return purpose or c.sign(1) in ("word", "times")
    if sign in _EDGES:
        return purpose or not _of_time(c)
    if sign == "numeral":
        return c.sign(1) != "times"
    if sign in ("number", "roman") and c.at:
        before = c.peek(-1).fold
        named = before in _NUMBERED or c.folded(max(0, c.at - 2), c.at) in _NUMBERED
        shared_out = before in _SHARED_OUT and c.peek(1).fold in _PARTS
        return shared_out or (named and not c.is_mark("/-.%", 1))
    if purpose and sign in _IN_PURPOSES:
        return True
    if sign in ("before", "after"):
        return c.at + 1 >= len(c.tokens) or c.is_mark(_BREAKS, 1)  # "gửi bản mềm trước", "báo sau"
    if sign == "mark":
        return c.is_mark("-&/.\"'“”‘’«»…")
    return sign not in _DATES


def slash(c: Cursor) -> bool:
    """Step over the slash of "thường xuyên/khi phát sinh", but not of "Quý I/2026/2027"."""
    return c.sign(1) != "number" and c.take_mark("/")


def label(c: Cursor) -> bool:
    """Step over what only tells which or how much: "đợt 1:", "(lần thứ hai)", "100%"."""
    start = c.at
    if c.take("times"):
        c.take("ordinal")
        numbered = c.take("number", "numeral", "roman") is not None
        named = c.sign(1) in ("number", "numeral", "roman")  # "lần 1 tháng 6"
        counted = c.sign() in ("month", "quarter", "year") and not named
        if numbered and not counted and not c.is_mark("/"):
            return True
    elif c.take("number") and c.take("times") and c.is_mark("("):
        return True  # "02 đợt (tháng 5 và tháng 11)"
    c.at = start
    if c.take("number") and c.take_mark("%"):
        return True
    c.at = start
    return False
