"""From which day on something is done: "Từ tháng 4/2026", "Quý II", "01/3/2026"."""

from __future__ import annotations

import re
from datetime import date

from cchc.language.deadline.outcome import Deadline, DeadlineError
from cchc.language.deadline.reading import read_deadline

_FROM = re.compile(r"(?:bắt đầu\s+)?(?:kể\s+)?từ\s+", re.IGNORECASE)


def first_day_named(phrase: str, *, year: int, issued: date | None = None) -> date | None:
    """Return the day that `phrase` names: of a month or quarter the first day.

    None when nothing is written, or it cannot be understood.
    """
    found = read_start(phrase, year=year, issued=issued)
    if found is None or isinstance(found, DeadlineError) or not found.occurrences:
        return None
    first = found.occurrences[0]
    return first.start or first.due


def read_start(
    phrase: str, *, year: int, issued: date | None = None
) -> Deadline | DeadlineError | None:
    """Return how `phrase` is read, or why it cannot be; None when nothing is written."""
    words = _FROM.sub("", phrase.strip(), count=1)
    if not words:
        return None
    try:
        return read_deadline(words, year=year, issued=issued)
    except DeadlineError as error:
        return error
