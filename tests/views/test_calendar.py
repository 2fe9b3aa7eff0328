"""Weekends and public holidays, checked against the days that were announced."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cchc.model.announced import Announced
from cchc.views.calendar import Calendar, DayOff


@pytest.fixture(autouse=True)
def _vietnamese(monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "vi")


# First days of Tết and Giỗ Tổ (mùng 10 tháng Ba âm lịch), from printed calendars. In 2007 and 2030
# the Vietnamese new year comes one day before the Chinese one.
LUNAR = {
    2007: ("2007-02-17", "2007-04-26"),
    2024: ("2024-02-10", "2024-04-18"),
    2025: ("2025-01-29", "2025-04-07"),
    2026: ("2026-02-17", "2026-04-26"),
    2027: ("2027-02-06", "2027-04-16"),
    2028: ("2028-01-26", "2028-04-04"),
    2030: ("2030-02-02", "2030-04-12"),
}


@pytest.mark.parametrize(("year", "days"), LUNAR.items())
def test_tet_and_gio_to_follow_the_vietnamese_lunar_calendar(year, days):
    tet, gio_to = map(date.fromisoformat, days)
    calendar = Calendar()
    assert calendar.holiday(tet) == "Tết Nguyên Đán"
    assert "Giỗ Tổ" in calendar.holiday(gio_to)
    assert "Giao thừa" in calendar.holiday(tet - timedelta(days=1))


@pytest.mark.parametrize("year", range(2024, 2029))
def test_the_holidays_of_the_solar_calendar(year):
    calendar = Calendar()
    for month, day in ((1, 1), (4, 30), (5, 1), (9, 2)):
        assert calendar.day_off(date(year, month, day)).kind == "holiday"
    beside = [date(year, 9, 1), date(year, 9, 3)]
    assert sum(calendar.holiday(day) is not None for day in beside) >= 1  # Quốc khánh: 2 days


def test_an_ordinary_day_is_no_day_of_rest():
    assert Calendar().day_off(date(2026, 3, 31)) is None
    assert Calendar().day_off(date(2026, 12, 31)) is None


def test_a_sunday_has_the_last_working_day_before_it():
    assert Calendar().day_off(date(2026, 11, 29)) == DayOff("sunday", "", date(2026, 11, 27))
    assert Calendar().day_off(date(2026, 3, 14)) == DayOff("saturday", "", date(2026, 3, 13))


def test_before_the_tet_holiday_people_last_worked_on_the_friday():
    for day in (17, 18, 19, 20, 21, 22):
        assert Calendar().day_off(date(2026, 2, day)).working_day_before == date(2026, 2, 13)


def test_a_swapped_saturday_that_the_library_knows_is_worked():
    assert Calendar().is_working(date(2026, 8, 22))
    assert Calendar().day_off(date(2026, 8, 31)).kind == "holiday"
    assert Calendar().day_off(date(2026, 8, 23)).working_day_before == date(2026, 8, 22)


def test_the_workspace_has_the_last_word():
    calendar = Calendar(
        Announced({date(2026, 1, 2): "Nghỉ hoán đổi"}, frozenset({date(2026, 1, 10)}))
    )
    assert calendar.day_off(date(2026, 1, 2)).name == "Nghỉ hoán đổi"
    assert calendar.day_off(date(2026, 1, 4)).working_day_before == date(2025, 12, 31)
    assert calendar.day_off(date(2026, 1, 11)).working_day_before == date(2026, 1, 10)
    assert Calendar().day_off(date(2026, 1, 4)).working_day_before == date(2026, 1, 2)
    taken_back = Calendar(Announced(working=frozenset({date(2026, 9, 1)})))
    assert taken_back.is_working(date(2026, 9, 1))
    assert not Calendar().is_working(date(2026, 9, 1))


def test_only_days_of_rest_are_listed():
    found = Calendar().days_off([date(2026, 3, 13), date(2026, 3, 14), None])
    assert list(found) == [date(2026, 3, 14)]


def test_holidays_are_named_in_the_language_of_the_user(monkeypatch):
    monkeypatch.setenv("CCHC_LANG", "en")
    assert Calendar().holiday(date(2026, 9, 2)) == "National Day"
