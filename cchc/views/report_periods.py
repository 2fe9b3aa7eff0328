"""What the key of a period says: how often a report is due, and when its figures close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from cchc.model.dates import CLOSING_DAY

Cadence = Literal["monthly", "quarterly", "half-yearly", "yearly"]

_MONTH = re.compile(r"\d{4}-(\d\d)")
_LAST_MONTHS = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12, "9M": 9}


def first_of_last_month(key: str) -> date | None:
    """Return the first day of the last month of a period (`2026-Q2`); None if it is no period."""
    year, _, part = key.rpartition("/")[2].partition("-")
    if not year.isdigit():
        return None
    month = _LAST_MONTHS.get(part) or (12 if not part else None)
    if found := _MONTH.fullmatch(f"{year}-{part}"):
        month = int(found[1])
    return date(int(year), month, 1) if month else None


def figures_close(key: str) -> date | None:
    """Return the last day whose figures the report of this period counts."""
    month = first_of_last_month(key)
    return month.replace(day=CLOSING_DAY) if month else None


def cadence(keys: Sequence[str]) -> Cadence | None:
    """Return how often something with these occurrences is due; None when it is no rhythm."""
    parts = [key.partition("-")[2] for key in keys]
    if any(first_of_last_month(key) is None for key in keys) or not keys:
        return None
    if all(part in ("Q1", "Q2", "Q3", "Q4", "H1", "9M", "") for part in parts) and len(keys) > 2:
        return "quarterly"
    if all(part in ("H1", "H2", "Q2", "Q4", "") for part in parts) and len(keys) == 2:
        return "half-yearly"
    if all(part.isdigit() for part in parts) and len(keys) > 4:
        return "monthly"
    return "yearly" if parts == [""] else None
