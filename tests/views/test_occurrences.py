"""The items of a plan and their states."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.views.occurrences import occurrences


def states(plan, today):
    return [item.state for item in occurrences("x", plan, date.fromisoformat(today))]


@pytest.mark.parametrize(
    ("today", "state", "days"),
    [
        ("2026-03-01", "upcoming", 30),
        ("2026-03-23", "upcoming", 8),
        ("2026-03-24", "due", 7),
        ("2026-03-31", "due", 0),
        ("2026-04-01", "overdue", -1),
    ],
)
def test_the_state_changes_with_the_day(plan, today, state, days):
    (item,) = occurrences("x", plan({"deadline": "Quý I/2026"}), date.fromisoformat(today))
    assert (item.state, item.days) == (state, days)


@pytest.mark.parametrize(
    ("done", "state"),
    [
        ("31/3/2026", "done"),
        ("01/4/2026", "done-late"),
        ("03/2026", "done"),  # the day is blank: late only when the whole month is
        ("04/2026", "done-late"),
    ],
)
def test_done_after_the_due_date_is_done_late(plan, done, state):
    made = plan({"deadline": "Quý I/2026", "progress": {"state": "done", "date": done}})
    assert states(made, "2026-06-01") == [state]


def test_a_record_made_later_was_not_there_yet(plan):
    made = plan({"deadline": "Quý I/2026", "progress": {"state": "done", "date": "20/3/2026"}})
    assert states(made, "2026-03-19") == ["upcoming"]
    assert states(made, "2026-03-20") == ["done"]


def test_running_work_is_overdue_like_any_other(plan):
    made = plan({"deadline": "Quý I/2026", "progress": {"state": "running"}})
    assert states(made, "2026-04-01") == ["overdue"]


def test_each_occurrence_has_its_own_record(plan):
    made = plan(
        {
            "deadline": "Hàng quý",
            "progress": [
                {"occurrence": "2026-Q2", "state": "done", "date": "30/6/2026"},
                {"occurrence": "2026-Q3", "state": "done", "date": "2/10/2026"},
            ],
        }
    )
    found = list(occurrences("x", made, date(2026, 12, 31)))
    assert [item.occurrence for item in found] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert [item.state for item in found] == ["overdue", "done", "done-late", "due"]


@pytest.mark.parametrize("key", [None, "2026-Q1"])
def test_the_only_occurrence_may_be_recorded_with_or_without_its_key(plan, key):
    record = {"state": "done", "date": "1/3/2026"} | ({"occurrence": key} if key else {})
    assert states(plan({"deadline": "Quý I/2026", "progress": record}), "2026-06-01") == ["done"]


def test_a_record_without_a_period_says_nothing_about_recurring_work(plan):
    made = plan({"deadline": "6 tháng, năm", "progress": {"state": "done", "date": "1/3/2026"}})
    assert states(made, "2026-06-01") == ["upcoming", "upcoming"]


def test_a_record_for_another_period_does_not_count(plan):
    record = {"state": "done", "date": "1/3/2026", "occurrence": "2025-Q1"}
    made = plan({"deadline": "Quý I/2026", "progress": record})
    assert states(made, "2026-06-01") == ["overdue"]


def test_work_without_a_date_is_never_overdue(plan):
    made = plan(
        {"deadline": "Thường xuyên"}, {"deadline": "Hằng tuần"},
        {"deadline": "Khi có hướng dẫn của cấp trên"}, {}, {"deadline": "31/6/2026"},
    )  # fmt: skip
    assert states(made, "2030-01-01") == [
        "continuous", "recurring", "conditional", "conditional", "conditional",
    ]  # fmt: skip


def test_a_dated_report_inside_continuous_work_counts(plan):
    made = plan({"deadline": "Thường xuyên, báo cáo trước ngày 15/12/2026"})
    (item,) = occurrences("x", made, date(2026, 12, 15))
    assert (item.due, item.state) == (date(2026, 12, 14), "overdue")


def test_leaders_are_units_and_collective_names_stand_for_their_members(plan):
    made = plan({"lead": ["tat-ca"]}, {"lead": ["lien-quan", "vh-xh"]}, {"lead": ["ai-do"]}, {})
    found = [item.units for item in occurrences("x", made, date(2026, 1, 1))]
    assert found == [
        ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND"),
        ("Các đơn vị liên quan", "Phòng Văn hóa - Xã hội"),
        ("ai-do",),
        (),
    ]


def test_a_report_shows_recipient_rhythm_and_closing_day(plan):
    made = plan(
        body=[
            {
                "title": "BÁO CÁO",
                "units": ["tat-ca"],
                "items": [
                    {
                        "id": "bao-cao",
                        "text": "Báo cáo CCHC",
                        "deadline": "Hàng quý, trước ngày 15 của kỳ báo cáo",
                        "report": {"to": "UBND tỉnh", "via": "vh-xh"},
                    }
                ],
            }
        ]
    )
    first = next(iter(occurrences("x", made, date(2026, 1, 1))))
    assert first.source == "report"
    assert first.lead == ("Các cơ quan, đơn vị",)  # handed down from the section above
    assert first.due == date(2026, 3, 14)
    assert (first.report.to, first.report.via) == ("UBND tỉnh", "Phòng Văn hóa - Xã hội")
    assert (first.report.cadence, first.report.figures_close) == ("quarterly", date(2026, 3, 14))


def test_a_task_takes_its_field_and_headings_from_the_areas_above(plan):
    made = plan(
        appendices=[
            {
                "title": "Danh mục",
                "areas": [
                    {
                        "title": "THỦ TỤC",
                        "subject": "procedures",
                        "tasks": [{"title": "Hồ sơ", "tasks": [{"id": "a", "title": "Việc"}]}],
                    }
                ],
            }
        ]
    )
    (item,) = occurrences("x", made, date(2026, 1, 1))
    assert (item.areas, item.subject) == (("THỦ TỤC", "Hồ sơ"), "procedures")


@pytest.mark.parametrize(
    ("year", "phrase", "due"),
    [
        ("2024", "Tháng 02", "2024-02-29"),
        ("2028", "Tháng 02/2028", "2028-02-29"),
        ("2026", "Tháng 02", "2026-02-28"),
        ("2028", "trước ngày 01/3", "2028-02-29"),
        ("2024", "Quý I", "2024-03-31"),
        ("2028", "Quý IV", "2028-12-31"),
        ("2026", "Trong ngày 31/12/2026", "2026-12-31"),
        ("2026", "Trước ngày 01/01/2027", "2026-12-31"),
        ("2026", "Quý I/2027", "2027-03-31"),
    ],
)
def test_years_and_their_ends(plan, year, phrase, due):
    (item,) = occurrences("x", plan({"deadline": phrase}, year=year), date(2026, 1, 1))
    assert item.due == date.fromisoformat(due)


def due_days(made, today):
    found = occurrences("x", made, date.fromisoformat(today))
    return [(item.due.isoformat(), item.state) for item in found if item.due]


@pytest.mark.parametrize(
    ("issued", "first", "count"),
    [
        ("20/8/2026", "2026-08-31", 5),
        ("31/8/2026", "2026-08-31", 5),  # the last day itself still counts
        ("9/2026", "2026-09-30", 4),  # a partial date: its first day
        (None, "2026-01-31", 12),  # no date: 01 January
    ],
)
def test_recurring_work_begins_on_the_day_of_issue(plan, issued, first, count):
    document = {"symbol": "KH-UBND", "title": "Cải cách hành chính"}
    made = plan(
        {"deadline": "Hằng tháng"}, document=document | ({"date": issued} if issued else {})
    )
    found = due_days(made, "2026-12-31")
    assert (found[0][0], len(found)) == (first, count)


def test_a_plan_issued_with_a_decision_begins_on_its_day(plan):
    document = {
        "title": "Cải cách hành chính",
        "decision": {"symbol": "QĐ-UBND", "date": "20/8/2026", "issuer": "UBND xã An Bình"},
    }
    made = plan({"deadline": "Hằng quý"}, document=document)
    assert due_days(made, "2026-09-01") == [("2026-09-30", "upcoming"), ("2026-12-31", "upcoming")]


def test_one_date_before_the_day_of_issue_stays_due(plan):
    document = {"symbol": "KH-UBND", "title": "Cải cách hành chính", "date": "20/8/2026"}
    made = plan({"deadline": "Trước ngày 15/6/2026"}, {"deadline": "Quý I"}, document=document)
    assert due_days(made, "2026-09-01") == [("2026-06-14", "overdue"), ("2026-03-31", "overdue")]


def test_a_deadline_that_is_not_understood_is_listed_without_a_date(plan):
    made = plan({"deadline": "trước ngày 20/6 âm lịch"})
    (item,) = occurrences("x", made, date(2026, 9, 1))
    assert (item.due, item.state, item.deadline) == (None, "conditional", "trước ngày 20/6 âm lịch")
