"""Days on which offices of Viet Nam work, as the law fixes them.

Saturdays, Sundays and the public holidays are left out, those given in lieu of weekends included
(Bộ luật Lao động 2019, Điều 111, 112; the `holidays` library knows Tết and Giỗ Tổ by the lunar
calendar). Days that the government swaps from year to year are not: the file `holidays.yaml` of a
workspace tells them, and a phrase is read without one.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_SATURDAY = 5
_SWAPPED = "Day off (substituted"
"""How the library names a day that was swapped for another one."""


@cache
def _holidays() -> HolidayBase:
    from holidays import country_holidays  # takes 100 ms to load: only when a phrase asks

    return country_holidays("VN", language="en_US")


def is_working_day(day: date) -> bool:
    """Tell whether offices work on `day`."""
    if day.weekday() >= _SATURDAY:
        return False
    name = _holidays().get(day)
    return name is None or name.startswith(_SWAPPED)


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
