"""The fixed forms of a Vietnamese administrative paper: blanks, dates, numbers, closing marks.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II (số: below 10 with a 0; ngày below 10 and tháng
1, 2 with a 0; mỗi căn cứ ends with ";", the last with "."; the text ends with "./.").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from cchc.model.dates import PartialDate

NO_BREAK = "\N{NO-BREAK SPACE}"
NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
BLANK = NO_BREAK * 6
"""Room for a number or a day to be written by hand; no-break, so that it is never squeezed."""

_CLOSING_MARKS = re.compile(r"(?:\s|[;,]|\./\.|\.)+$")
_PLAIN_NUMBER = re.compile(r"([1-9])([a-zđ]?)")


def padded_number(number: str | None) -> str:
    """Return a paper's number as printed: `5` is `05`; a number not yet given is a blank."""
    if number is None:
        return BLANK
    found = _PLAIN_NUMBER.fullmatch(number)
    return f"0{number}" if found else number


def date_words(date: PartialDate | None, year: int) -> str:
    """Return `ngày 05 tháng 01 năm 2026`, with a blank for the day (and month) not yet known."""
    if date is None:
        return f"ngày {BLANK} tháng {BLANK} năm {year}"
    day = BLANK if date.day is None else f"{date.day:02}"
    month = f"{date.month:02}" if date.month <= 2 else str(date.month)
    return f"ngày {day} tháng {month} năm {date.year}"


def without_end(text: str) -> str:
    """Return `text` without its closing marks (`;`, `,`, `.`, `./.`)."""
    return _CLOSING_MARKS.sub("", text) or text


def enumerated(lines: Sequence[str], prefix: str = "") -> tuple[str, ...]:
    """Close each line with ";" and the last with ".", as bases and recipients are."""
    last = len(lines) - 1
    return tuple(
        f"{prefix}{without_end(line)}{'.' if n == last else ';'}" for n, line in enumerate(lines)
    )


def text_lines(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a text: its lines, without blank ones."""
    return tuple(line for raw in (text or "").splitlines() if (line := raw.strip()))


def with_deadline(text: str, deadline: str | None) -> str:
    """Return `text` naming its deadline in brackets before the closing mark, unless it does."""
    if not deadline or _folded(deadline) in _folded(text):
        return text
    body = without_end(text)
    return f"{body} ({deadline}){text[len(body) :].strip()}"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def short_date(when: date | PartialDate) -> str:
    """Return a date as texts cite it: 05/01/2026, 14/3/2026 (a 0 before months 1 and 2 only)."""
    month = f"{when.month:02}" if when.month <= 2 else str(when.month)
    return f"{when.day:02}/{month}/{when.year}" if when.day is not None else f"{month}/{when.year}"


def short_dates(days: Sequence[date]) -> str:
    """Return several dates in one cell, the year only where it changes: 05/02, 05/3/2026."""
    years = [one.year for one in days[1:]] + [0]
    return ", ".join(
        short_date(one) if one.year != after else short_date(one).rpartition("/")[0]
        for one, after in zip(days, years, strict=False)
    )


def lowered(title: str) -> str:
    """Return a title as it goes on inside a sentence: its first letter small, unless it is a name
    in capitals."""
    title = " ".join(title.split())  # its own line breaks are for the title
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def printed_share(percent: Decimal) -> str:
    """Return a percentage as printed: two decimals, a decimal comma."""
    return f"{percent:.2f}".replace(".", ",")
