"""Weekly work is one row for its weeks."""

from __future__ import annotations

from datetime import date, timedelta

from cchc.outputs.due.text import further_weeks, runs
from cchc.views.occurrences import Item


def item(task, due, *, state="overdue", occurrence="day"):
    key = due.isoformat() if occurrence == "day" else occurrence
    return Item(
        "p", task, "1", task, (), (), (), (), (), "Thứ Sáu hằng tuần", due, state, -1, "task",
        "cchc", occurrence=key,
    )  # fmt: skip


def test_the_weeks_of_one_task_in_one_state_are_one_row():
    fridays = [date(2026, 1, 2) + timedelta(weeks=n) for n in range(6)]
    items = [
        *(item("tuan", day) for day in fridays[:4]),
        *(item("tuan", day, state="upcoming") for day in fridays[4:]),
        *(item("thang", date(2026, n, 28), occurrence=f"2026-{n:02}") for n in (1, 2, 3)),
    ]
    shown, further = runs(items)
    assert [(one.task, one.due) for one in shown] == [
        ("tuan", fridays[0]), ("tuan", fridays[4]), ("tuan", fridays[5]),
        *(("thang", date(2026, n, 28)) for n in (1, 2, 3)),
    ]  # fmt: skip
    assert further_weeks(shown[0], further) == (3, fridays[3])
    assert {further_weeks(one, further) for one in shown[1:]} == {None}
