"""From which day on something is done: "Từ tháng 4/2026", "Quý II", "01/3/2026"."""

from __future__ import annotations

import re
from datetime import date

from cchc.language.deadline.remembered import remembered
from cchc.language.deadline.results import DeadlineError

_FROM = re.compile(r"(?:bắt đầu\s+)?(?:kể\s+)?từ\s+", re.IGNORECASE)


def first_day_named(phrase: str, *, year: int, issued: date | None = None) -> date | None:
    """Return the day that `phrase` names: of a month or quarter the first day.

    None when nothing is written, or it cannot be understood.
    """
    words = _FROM.sub("", phrase.strip(), count=1)
    if not words:
        return None
    try:
        found = remembered(words, year=year, issued=issued, before="exclusive").occurrences
    except DeadlineError:
        return None
    return (found[0].start or found[0].due) if found else None
