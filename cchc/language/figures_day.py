"""The day up to which a table of progress counts: "(số liệu đến ngày 30/9/2026)"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from cchc.language.cited_date import read_date

_UP_TO = re.compile(
    r"(?:số liệu|cập nhật|tính|kết quả|tiến độ)(?: (?:thực hiện|tính|cập nhật|báo cáo))? (?:đến|tới)(?: hết)? (?=ngày )",
    re.IGNORECASE,
)


class FiguresDay(NamedTuple):
    """The day, and the words that name it."""

    day: date
    words: str


def figures_day(text: str) -> FiguresDay | None:
    """Return the day that `text` names for its figures; None where it names none that exists."""
    found = _UP_TO.search(text)
    written = read_date(text, found.end()) if found else None
    if found is None or written is None or written.value is None:
        return None
    return FiguresDay(written.value, text[found.start() : written.stop])
