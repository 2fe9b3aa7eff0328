"""Tables whose days lie in another year than the plan: its year, or its title, is the slip and not each day."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from cchc.rules._facts import Facts

_LEAST = 5
"""So many days of another year are no slip of one row."""
_MOST = 0.8
"""The share of the days of a table that is most of them."""
_YEAR = re.compile(r"\b20\d\d\b")


class OtherYear(NamedTuple):
    """The year that most days of a table name."""

    year: int
    days: int
    """How many cells name it."""


@lru_cache(maxsize=1)
def other_years(facts: Facts) -> dict[int, OtherYear]:
    """Return the tables, by index, whose deadlines with a year mostly name one that is not the plan's."""
    named: dict[int, Counter[int]] = {}
    for place, text, _ in facts.deadlines:
        if place[0] == "appendices":
            in_cell = {int(year) for year in _YEAR.findall(text)}
            named.setdefault(int(place[1]), Counter()).update(in_cell)
    found = {}
    for appendix, years in named.items():
        if years:
            year, days = years.most_common(1)[0]
            if year != facts.plan.year and days >= max(_LEAST, _MOST * years.total()):
                found[appendix] = OtherYear(year, days)
    return found
