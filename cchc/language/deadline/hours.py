"""Times of day ("17 giờ", "17h30", "17:00"): a deadline is a day, so they are read and left out."""

from __future__ import annotations

from typing import NamedTuple

from cchc.language.deadline.outcome import DeadlineError
from cchc.language.deadline.tokens import Token
from cchc.language.deadline.words import Sign
from cchc.messages import say

_DURATION = ("trong", "trong vòng", "trong thời gian", "trong thời hạn", "trong khoảng", "nội trong",
             "không quá", "không vượt quá")  # fmt: skip
_COUNTED: tuple[Sign, ...] = ("from", "after", "if", "every", "each", "before")
_DAY_FOLLOWS: tuple[Sign, ...] = (
    "day",
    "number",
    "ordinal",
    "sunday",
    "of",
    "in",
    "do",
    "last",
    "workday",
)
_LIMITS: tuple[Sign, ...] = ("before", "by", "end", "in", "to")
_END = Token("mark", "", 0, 0)


class _Time(NamedTuple):
    hour: int
    minute: int
    after: int
    """The place behind it."""


def without_hours(tokens: list[Token]) -> list[Token]:
    """Return the tokens without times of day.

    "Trước 17 giờ ngày 15" is done on that day, so the limit word then takes the day in. A limit
    word that belongs to the time alone ("15/7/2026, trước 10 giờ") goes with it.

    Raises:
        DeadlineError: no day has that time.
    """
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        time = _time(tokens, at, kept)
        if time is None:
            kept.append(tokens[at])
            at += 1
            continue
        at = _behind(tokens, time, kept)
        _settle_limit(kept, _peek(tokens, at))
    return kept


def _peek(tokens: list[Token], at: int) -> Token:
    return tokens[at] if at < len(tokens) else _END


def _time(tokens: list[Token], at: int, kept: list[Token]) -> _Time | None:
    found = _with_word(tokens, at) or _with_colon(tokens, at)
    if found is None or (kept and (kept[-1].fold in _DURATION or kept[-1].fold == "/")):
        return None
    behind = _peek(tokens, found.after)
    if behind.sign in _COUNTED or behind.fold == "/":
        return None  # "24 giờ kể từ khi ...", "24 giờ/ngày" are lengths of time
    if found.hour > 24 or found.minute > 59 or (found.hour == 24 and found.minute):
        raise DeadlineError(
            say("no day has the time {time}", time=f"{found.hour:02}:{found.minute:02}"),
            say("write for example {example}", example="17 giờ 00 ngày 15/6/2026"),
        )
    return found


def _short(token: Token) -> bool:
    return token.sign == "number" and token.end - token.start <= 2


def _with_word(tokens: list[Token], at: int) -> _Time | None:
    """`17 giờ`, `17h30`, `9 giờ 30 phút`, `16h30'`."""
    if not (_short(tokens[at]) and _peek(tokens, at + 1).sign == "hour"):
        return None
    after, minute = at + 2, 0
    number = _peek(tokens, after)
    behind = _peek(tokens, after + 1)
    second = behind.fold == "-" and _peek(tokens, after + 3).sign == "hour"  # "8h00 - 17h00"
    ends = behind.fold not in ("/", "-", ".") and behind.sign != "month"
    if _short(number) and (ends or second):
        minute = number.value
        after += 1
    if _peek(tokens, after).sign == "minute" or _peek(tokens, after).fold in ("'", "’", "′"):
        after += 1
    return _Time(tokens[at].value, minute, after)


def _with_colon(tokens: list[Token], at: int) -> _Time | None:
    """`17:00`, `23:59:59`."""
    colon, minute = _peek(tokens, at + 1), _peek(tokens, at + 2)
    joined = colon.start == tokens[at].end and minute.start == colon.end
    if not (_short(tokens[at]) and colon.fold == ":" and _short(minute) and joined):
        return None
    after = at + 3
    if _peek(tokens, after).fold == ":" and _short(_peek(tokens, after + 1)):
        after += 2
    if _peek(tokens, after).fold in ("/", "-") and _peek(tokens, after).start == minute.end:
        return None  # "đợt 1:15/6"
    return _Time(tokens[at].value, minute.value, after)


def _behind(tokens: list[Token], time: _Time, kept: list[Token]) -> int:
    """Return the place behind a time, a second one after a dash and a comma before the day."""
    at = time.after
    if _peek(tokens, at).fold in ("-", "đến", "tới") and at + 1 < len(tokens):
        second = _time(tokens, at + 1, kept)
        if second:
            at = second.after
            if kept and kept[-1].sign == "from":
                kept.pop()  # "từ 14h đến 16h30 ngày 15/5"
    if _peek(tokens, at).fold == "," and _peek(tokens, at + 1).sign in (
        "day",
        "ordinal",
        "sunday",
        "number",
    ):
        at += 1
    return at


def _settle_limit(kept: list[Token], following: Token) -> None:
    if not kept or kept[-1].sign not in _LIMITS:
        return
    if following.sign not in _DAY_FOLLOWS:
        while kept and kept[-1].sign in _LIMITS:
            kept.pop()
    elif kept[-1].sign == "before":
        kept[-1] = kept[-1]._replace(sign="by", fold="chậm nhất")
