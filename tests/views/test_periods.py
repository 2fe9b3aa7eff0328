"""What the key of a period says."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.views.report_periods import cadence, figures_close


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("2026-Q1", "2026-03-14"),
        ("2026-Q2", "2026-06-14"),
        ("2026-Q3", "2026-09-14"),
        ("2026-Q4", "2026-12-14"),
        ("2026-H1", "2026-06-14"),
        ("2026-9M", "2026-09-14"),
        ("2026", "2026-12-14"),
        ("2028-02", "2028-02-14"),
        ("2026-Q2/2026-Q3", "2026-09-14"),
    ],
)
def test_figures_close_on_the_14th_of_the_last_month(key, day):
    assert figures_close(key) == date.fromisoformat(day)


@pytest.mark.parametrize("key", ["2026-12-15", "", "x"])
def test_a_single_day_is_no_period(key):
    assert figures_close(key) is None


@pytest.mark.parametrize(
    ("keys", "often"),
    [
        ([f"2026-{n:02}" for n in range(1, 13)], "monthly"),
        (["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], "quarterly"),
        (["2026-Q1", "2026-H1", "2026-9M", "2026"], "quarterly"),
        (["2026-H1", "2026-H2"], "half-yearly"),
        (["2026-H1", "2026"], "half-yearly"),
        (["2026"], "yearly"),
        (["2026-Q1", "2026-Q3"], None),
        (["2026-03-05", "2026-06-05", "2026-09-05"], None),
        ([], None),
    ],
)
def test_the_rhythm_of_a_report(keys, often):
    assert cadence(keys) == often
