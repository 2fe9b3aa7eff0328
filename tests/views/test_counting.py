"""Figures of a plan of 36 tasks against what was worked out by hand, and what counts as what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc.read.load import load, required_plan
from cchc.views.counting import FIGURES, ONE_OFF, OTHERS, RATES, count, part_of, tasks
from cchc.views.due import due
from cchc.views.occurrences import occurrences
from cchc.views.status import status
from tests.views.thirty_six import DAYS, FIGURES_BY_HAND, RATES_BY_HAND, thirty_six

WORKSPACE = Path(__file__).parent.parent / "workspaces" / "due" / "plans"


def counted(plan, day):
    return count(occurrences("a", plan, day), day)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_figure_of_36_tasks_is_the_one_worked_out_by_hand(plan, day):
    found = counted(thirty_six(plan), day)
    assert {name: found[f"tasks.{name}"] for name in FIGURES_BY_HAND[day]["tasks"]} == (
        FIGURES_BY_HAND[day]["tasks"]
    )
    assert {name: found[f"periods.{name}"] for name in FIGURES_BY_HAND[day]["periods"]} == (
        FIGURES_BY_HAND[day]["periods"]
    )
    assert {name: str(found.rate(name)) for name in RATES_BY_HAND[day]} == RATES_BY_HAND[day]


@pytest.mark.parametrize("day", [date(2026, month, 20) for month in range(1, 13)], ids=str)
def test_the_parts_add_up_to_the_tasks_on_every_day(plan, day):
    found = counted(thirty_six(plan), day)
    one_off = sum(found[f"tasks.{name}"] for name in ONE_OFF)
    assert one_off == found["tasks.one_off"] == 24
    assert one_off + sum(found[f"tasks.{name}"] for name in OTHERS) == found["tasks.total"] == 36
    ended = sum(found[f"periods.{name}"] for name in ("done", "done_late", "open"))
    assert ended == found["periods.total"]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_what_is_overdue_is_what_due_lists(plan, day):
    made = thirty_six(plan)
    late = {item.task for item in due([("a", made)], day).items
            if item.state == "overdue" and item.timing == "one-off"}  # fmt: skip
    assert {item.task for item in counted(made, day).items("tasks.overdue")} == late


def test_three_tasks_with_one_monthly_have_five_periods_by_the_end_of_june(plan):
    made = plan(
        {"deadline": "Ngày 05 hằng tháng"},
        {"deadline": "Thường xuyên", "progress": {"state": "done", "date": "20/2/2026"}},
        {"deadline": "Quý I", "progress": {"state": "done", "date": "20/3/2026"}},
        document={"symbol": "KH-UBND", "date": "12/01/2026", "title": "Cải cách hành chính"},
    )
    found = counted(made, date(2026, 6, 30))
    assert found["tasks.total"] == 3
    assert (found["tasks.due"], found["tasks.due_done"], found["tasks.done"]) == (1, 1, 1)
    assert (found["tasks.continuous"], found["tasks.continuous_done"]) == (1, 1)
    assert (found["tasks.recurring"], found["periods.total"], found["periods.done"]) == (1, 5, 0)
    days = [item.due for item in found.items("periods.open")]
    assert days == [date(2026, month, 5) for month in range(2, 7)]
    assert found.rate("tasks.rate") == Decimal("100.00")
    assert found.rate("periods.rate") == Decimal("0.00")


def test_a_period_that_ended_before_the_day_of_issue_does_not_count(plan):
    made = plan({"deadline": "Hằng tháng"}, document={
        "symbol": "KH-UBND", "date": "01/4/2026", "title": "Cải cách hành chính",
    })  # fmt: skip
    assert counted(made, date(2026, 12, 31))["periods.year_total"] == 9


def test_work_due_on_the_closing_day_is_in_the_share_and_not_overdue(plan):
    made = plan({"deadline": "Quý II"}, {"deadline": "Quý II", "progress": {"state": "running"}})
    found = counted(made, date(2026, 6, 30))
    assert (found["tasks.not_recorded"], found["tasks.running"], found["tasks.overdue"]) == (
        1,
        1,
        0,
    )
    assert (found["tasks.due"], found.rate("tasks.rate")) == (2, Decimal("0.00"))
    assert counted(made, date(2026, 7, 1))["tasks.overdue"] == 2


def test_nothing_due_has_no_share_and_the_year_has_one(plan):
    made = plan({"deadline": "Quý IV", "progress": {"state": "done", "date": "1/2/2026"}},
                {"deadline": "Quý IV"})  # fmt: skip
    found = counted(made, date(2026, 3, 31))
    assert found.rate("tasks.rate") is None
    assert found.rate("tasks.year_rate") == Decimal("50.00")


def test_a_deadline_nobody_can_read_counts_as_without_a_date(plan):
    made = plan({"deadline": "chờ xem"}, {})
    assert counted(made, date(2026, 3, 31))["tasks.conditional"] == 2


def test_reports_and_duties_of_the_body_are_no_tasks():
    path = WORKSPACE / "an-binh.yaml"
    day = date(2026, 7, 20)
    found = counted(required_plan(load(path)), day)
    listed = due([("a", required_plan(load(path)))], day).items
    apart = [item for item in listed if item.source != "task" and item.due]
    assert apart
    assert found["duties.year_total"] == len(apart)
    assert found["duties.total"] == sum(item.due <= day for item in apart)


def test_every_figure_and_share_can_be_opened(plan):
    found = counted(thirty_six(plan), DAYS[-1])
    for name in FIGURES:
        assert len(found.items(name)) == found[name]
    for name, (_, whole) in RATES.items():
        assert len(found.items(name)) == found[whole]


def test_a_task_of_several_units_counts_whole_for_each(plan):
    made = plan({"deadline": "Hằng quý", "lead": ["vh-xh", "kinh-te"]})
    groups = status([("a", made)], date(2026, 12, 31)).groups["unit"]
    told = [(one.count["tasks.total"], one.count["periods.total"]) for one in groups]
    assert told == [(1, 4), (1, 4)]


def test_each_task_has_one_part(plan):
    for day in DAYS:
        for whole in tasks(occurrences("a", thirty_six(plan), day)):
            assert part_of(whole) in (*ONE_OFF, *OTHERS)


def test_a_rhythm_without_days_is_recurring_work_in_every_figure(plan):
    made = plan({"deadline": "Mỗi tháng ít nhất 02 tin"}, {"deadline": "Thường xuyên"})
    found = counted(made, date(2026, 6, 1))
    assert (found["tasks.recurring"], found["tasks.continuous"]) == (1, 1)
    states = [item.state for item in due([("a", made)], date(2026, 6, 1)).items]
    assert sorted(states) == ["continuous", "recurring"]
    whole = status([("a", made)], date(2026, 6, 1)).total
    assert (whole["recurring"], whole["continuous"]) == (1, 1)
