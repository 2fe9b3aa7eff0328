"""Days on which offices of Viet Nam work.

Saturdays, Sundays and the public holidays are left out, those given in lieu of weekends included
(Bộ luật Lao động 2019, Điều 111, 112; the `holidays` library knows Tết and Giỗ Tổ by the lunar
calendar), and so are days that the government swapped: those the library knows, and those
`announced` in the file `holidays.yaml` of a workspace, which has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from cchc.model.announced import NOTHING, Announced

if TYPE_CHECKING:
    from holidays import HolidayBase

_announced: ContextVar[Announced] = ContextVar("announced", default=NOTHING)


@contextmanager
def announced(days: Announced) -> Iterator[None]:
    """Count `days` too, within the block."""
    token = _announced.set(days)
    try:
        yield
    finally:
        _announced.reset(token)


@cache
def _holidays() -> HolidayBase:
    from holidays import country_holidays  # takes 100 ms to load: only when a phrase asks

    return country_holidays("VN")


def is_working_day(day: date) -> bool:
    """Whether offices work on `day`."""
    known = _announced.get()
    if day in known.working:
        return True
    if day in known.off:
        return False
    free = day in _holidays()  # also has the library work out the days swapped that year
    return not free and _holidays().is_working_day(day)


def working_day(day: date, step: int) -> date:
    """Return `day`, or the first working day before (`step` -1) or after it (1)."""
    while not is_working_day(day):
        day += timedelta(days=step)
    return day


def after_working_days(start: date, number: int) -> date:
    """Return the working day that is `number` of them after `start`."""
    day = start
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day
