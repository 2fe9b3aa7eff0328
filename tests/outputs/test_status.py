"""`cchc status` as it is shown."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.messages import say
from cchc.outputs import status_words as words
from cchc.outputs.status import text as status_text
from cchc.views.counting import Count
from cchc.views.status import status
from cchc.views.trend import MonthEnd
from tests.golden import assert_golden


def standing(plans):
    return words.StandingNow(status(plans, date(2026, 7, 20)))


@pytest.mark.parametrize("columns", [80, 200])
def test_tables_and_bars_fit_the_terminal(two_plans, columns):
    drawn = status_text.text(standing(two_plans), columns=columns, colour=False)
    assert max(map(len, drawn.splitlines())) <= columns
    assert_golden(f"status-{columns}.txt", drawn)


def test_piped_there_are_no_bars(two_plans):
    drawn = status_text.text(standing(two_plans), columns=None)
    assert "░" not in drawn
    assert_golden("status-piped.txt", drawn)


def some(numbers):
    """Return a count with these figures of tasks."""
    return Count({f"tasks.{name}": [None] * number for name, number in numbers.items()})


def test_the_trend_names_months_without_plans_and_plans_that_could_not_be_read():
    months = [
        MonthEnd(date(2026, 1, 31), None, 0, {}, None, say("nothing was in git yet")),
        MonthEnd(
            date(2026, 2, 28),
            "c",
            1,
            {"hong": say("file not found")},
            None,
            count=some({"done": 1, "due_done": 1, "due": 3, "overdue": 2}),
        ),
    ]
    drawn = status_text.history(words.StatusHistory(months, date(2026, 2, 28)), columns=None)
    assert "31/01/2026: chưa có gì trong git\n" in drawn
    assert "28/02/2026: không đọc được hong: không tìm thấy tệp\n" in drawn
    assert "33,33%" in drawn


def test_percentages_have_a_decimal_comma_in_text_and_are_numbers_in_json(two_plans):
    answer = status(two_plans, date(2026, 7, 20))
    assert words.table(answer, "plan").rows[-1][11] == "50,00%"
    assert words.content(answer)["tasks"]["rate"] == 50.0
    assert words.content(answer)["total"]["done_percent"] == 16.0
    assert words.shown_percent(None) == ""


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        ({"one_off": 10, "done": 5, "not_yet_due": 5}, "█████░░░░░"),
        ({"one_off": 3, "done": 1, "done_late": 1, "overdue": 1}, "███▓▓▓▓▒▒▒"),
        ({"one_off": 1000, "overdue": 1, "not_yet_due": 999}, "░░░░░░░░░░"),
        ({"one_off": 3, "done": 3}, "██████████"),
        ({"continuous": 3}, ""),
    ],
)
def test_a_bar_shows_the_shares(counts, drawn):
    assert status_text.share_bar(some(counts), 10) == drawn
