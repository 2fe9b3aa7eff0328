"""Weekends and public holidays of Viet Nam: they never move a deadline, they are shown beside it.

The holidays (Bộ luật Lao động 2019, Điều 112: Tết and Giỗ Tổ by the lunar calendar, days given in
lieu of weekends, swaps already announced) come from the `holidays` library; the file
`holidays.yaml` of the workspace has the last word. Nothing here says what is in force.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from cchc.language import working_days
from cchc.messages import language
from cchc.model.announced import Announced

if TYPE_CHECKING:
    from holidays import HolidayBase

DayOffKind = Literal["saturday", "sunday", "holiday"]
_SATURDAY = 5


class DayOff(NamedTuple):
    """Why nobody works on a day, and the last day before it on which people do."""

    kind: DayOffKind
    name: str
    """The holiday's name; empty for a weekend."""
    working_day_before: date


class Calendar:
    """The working days of a workspace."""

    def __init__(self, announced: Announced | None = None) -> None:
        self.announced = announced or Announced()

    @cached_property
    def _holidays(self) -> HolidayBase:
        # 15 ms after pydantic, 100 ms alone: only when a date is asked about.
        from holidays import country_holidays

        return country_holidays("VN", language="vi" if language() == "vi" else "en_US")

    def holiday(self, day: date) -> str | None:
        """Return the name of the holiday on `day`, or None."""
        if day in self.announced.working:
            return None
        return self.announced.off.get(day) or self._holidays.get(day)

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`."""
        with working_days.announced(self.announced):
            return working_days.is_working_day(day)

    def day_off(self, day: date) -> DayOff | None:
        """Return why `day` is no working day, or None when it is one."""
        if self.is_working(day):
            return None
        before = day - timedelta(days=1)
        while not self.is_working(before):
            before -= timedelta(days=1)
        if name := self.holiday(day):
            return DayOff("holiday", name, before)
        return DayOff("saturday" if day.weekday() == _SATURDAY else "sunday", "", before)

    def days_off(self, days: Iterable[date | None]) -> dict[date, DayOff]:
        """Return those of `days` that are no working days, each with its reason."""
        found = {day: self.day_off(day) for day in days if day is not None}
        return {day: rest for day, rest in found.items() if rest}
