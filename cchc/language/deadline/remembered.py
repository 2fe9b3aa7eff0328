"""Deadlines read once: a country's plans use some sixty phrases."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from cchc.language.deadline.reading import read_deadline
from cchc.language.deadline.results import Deadline, DeadlineError
from cchc.model.announced import NOTHING, Announced

Before = Literal["exclusive", "inclusive"]


def remembered(
    phrase: str,
    *,
    year: int,
    issued: date | None,
    before: Before,
    announced: Announced = NOTHING,
) -> Deadline:
    """Return what `read_deadline` does, from memory where neither the day of issue nor a day that
    was announced has a part in it.

    Raises:
        DeadlineError: as `read_deadline`.
    """
    counted = announced != NOTHING and "việc" in phrase.casefold()  # "ngày làm việc"
    found = None if counted else _undated(phrase, year, before)
    if found is None or (issued and any(note.code == "needs-issue-date" for note in found.notes)):
        return read_deadline(phrase, year=year, issued=issued, before=before, announced=announced)
    return found


@lru_cache(maxsize=4096)
def _undated(phrase: str, year: int, before: Before) -> Deadline | None:
    """Return the reading of `phrase` in a plan without a date; None when it cannot be read."""
    try:
        return read_deadline(phrase, year=year, before=before)
    except DeadlineError:
        return None
