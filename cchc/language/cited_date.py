"""The date inside a citation: `ngày 09/6/2025`, `ngày 15 tháng 7 năm 2021`.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: days below 10 and months 1 and 2 get a zero in front,
the other months do not.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_DATE = re.compile(
    r"[Nn]gày\s{0,4}(?:"
    r"(?P<d>[0-9]{1,2})\s{1,4}tháng\s{1,4}(?P<m>[0-9]{1,2})\s{0,3},?\s{1,4}năm\s{1,4}(?P<y>[0-9]{3,6})"
    r"|(?P<glued>[0-9]{1,2}[/.-][0-9]{5,6}|[0-9]{3,4}[/.-](?:19|20)[0-9]{2})"
    r"|(?P<d2>[0-9]{1,2})\s?[/.-]\s?(?P<m2>[0-9]{1,2})\s?[/.-]\s?(?P<y2>[0-9]{3,6})"
    r")(?![0-9])"
)


class CitedDate(NamedTuple):
    """A date as written. `value` is None when the calendar has no such day or the year has not four
    digits or a stroke is missing; `text` is what stands
    after "ngày"; `proper` is the same with zeros where the decree wants them."""

    start: int
    stop: int
    text: str
    value: date | None
    proper: str


def read_date(text: str, start: int) -> CitedDate | None:
    """Read the date whose word "ngày" stands at offset `start` of `text`."""
    found = _DATE.match(text, start)
    if found is None:
        return None
    if found["glued"]:  # "24/62022", "246/2022": which day is not sure
        at = found.start("glued")
        return CitedDate(at, found.end(), found["glued"], None, found["glued"])
    long = found["d"] is not None
    day, month, year = (int(found[k]) for k in (("d", "m", "y") if long else ("d2", "m2", "y2")))
    at = found.start("d" if long else "d2")
    two = f"{month:02d}" if month < 3 else str(month)
    proper = f"{day:02d} tháng {two} năm {year}" if long else f"{day:02d}/{two}/{year}"
    try:
        value = date(year, month, day) if len(found["y" if long else "y2"]) == 4 else None
    except ValueError:
        value = None
    return CitedDate(at, found.end(), text[at : found.end()], value, proper)


def padded(cited: CitedDate, text: str) -> bool:
    """Whether day and month of `cited` in `text` have zeros as the decree wants."""
    written = re.findall("[0-9]+", text[cited.start : cited.stop])
    return written == re.findall("[0-9]+", cited.proper)
