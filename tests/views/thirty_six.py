"""A plan of 36 tasks, and its figures for quý I, 6 tháng and the year, worked out by hand.

| Tasks | Deadline | Recorded |
|---|---|---|
| 6 (t1-t6) | Quý I | 3 done 20/3; 1 done 10/4; 1 running from 01/3; 1 nothing |
| 6 (t7-t12) | Quý II | 2 done 25/6; 1 done 15/7; 1 running from 15/5; 2 nothing |
| 6 (t13-t18) | before 30/11 | done 10/5, 20/11, 05/12; running 01/9; suspended 01/8; 1 nothing |
| 6 (t19-t24) | 31/12 | done 30/6; 2 done 20/12; running 01/10; 2 nothing |
| 1 (t25) | monthly | months 1, 2, 3 on time; month 4 on 05/5 |
| 1 (t26) | quarterly | Q1, Q2, Q4 on time |
| 1 (t27) | half-yearly | both on time |
| 1 (t28) | day 03 of each month | nothing; 03/01 is before the day of issue: 11 periods |
| 1 (t29) | weekly | nothing, no periods |
| 1 (t30) | yearly | done 25/12 |
| 4 (t31-t34) | continuous | 1 done 10/02; 1 running; 2 nothing |
| 2 (t35-t36) | when told; none written | 1 done 01/9; 1 nothing |
"""

from __future__ import annotations

from datetime import date
from typing import Any

Q1, H1, YEAR = date(2026, 3, 31), date(2026, 6, 30), date(2026, 12, 31)
DAYS = (Q1, H1, YEAR)


def done(day: str, occurrence: str | None = None) -> dict[str, Any]:
    """Return a record."""
    key = {"occurrence": occurrence} if occurrence else {}
    return {"state": "done", "date": f"{day}/2026", **key}


def running(day: str) -> dict[str, Any]:
    """Return a record of work that goes on."""
    return {"state": "running", "date": f"{day}/2026"}


ROWS: tuple[tuple[str | None, Any], ...] = (
    *[("Quý I/2026", done("20/3"))] * 3,
    ("Quý I/2026", done("10/4")), ("Quý I/2026", running("01/3")), ("Quý I/2026", None),
    *[("Quý II/2026", done("25/6"))] * 2,
    ("Quý II/2026", done("15/7")), ("Quý II/2026", running("15/5")),
    ("Quý II/2026", None), ("Quý II/2026", None),
    ("Trước 30/11/2026", done("10/5")), ("Trước 30/11/2026", done("20/11")),
    ("Trước 30/11/2026", done("05/12")), ("Trước 30/11/2026", running("01/9")),
    ("Trước 30/11/2026", {"state": "suspended", "date": "01/8/2026"}), ("Trước 30/11/2026", None),
    ("31/12/2026", done("30/6")), ("31/12/2026", done("20/12")), ("31/12/2026", done("20/12")),
    ("31/12/2026", running("01/10")), ("31/12/2026", None), ("31/12/2026", None),
    ("Hằng tháng", [
        done("30/01", "2026-01"), done("27/02", "2026-02"), done("30/3", "2026-03"),
        done("05/5", "2026-04"),
    ]),
    ("Hằng quý", [done("30/3", "2026-Q1"), done("30/6", "2026-Q2"), done("30/12", "2026-Q4")]),
    ("6 tháng, năm", [done("20/6", "2026-H1"), done("20/12", "2026-H2")]),
    ("Ngày 03 hằng tháng", None),
    ("Hằng tuần", None),
    ("Hằng năm", done("25/12", "2026")),
    ("Thường xuyên", done("10/02")), ("Thường xuyên", running("10/02")),
    ("Thường xuyên", None), ("Thường xuyên", None),
    ("Khi có hướng dẫn của cấp trên", done("01/9")), (None, None),
)  # fmt: skip


def thirty_six(plan: Any) -> Any:
    """Return the plan; `plan` makes plans of rows."""
    tasks = []
    for deadline, progress in ROWS:
        task = {"deadline": deadline, "progress": progress}
        tasks.append({key: value for key, value in task.items() if value} | {"lead": ["vh-xh"]})
    return plan(*tasks)


FIGURES_BY_HAND = {
    Q1: {
        "tasks": {
            "total": 36, "one_off": 24, "done": 3, "done_late": 0, "running": 1, "overdue": 0,
            "not_recorded": 2, "not_yet_due": 18, "recurring": 6, "recurring_done": 0,
            "continuous": 4, "continuous_done": 1, "conditional": 2, "conditional_done": 0,
            "due": 6, "due_done": 3,
        },
        "periods": {
            "total": 6, "done": 4, "done_late": 0, "open": 2, "year_total": 30, "year_done": 4,
        },
    },
    H1: {
        "tasks": {
            "total": 36, "one_off": 24, "done": 7, "done_late": 1, "running": 1, "overdue": 2,
            "not_recorded": 3, "not_yet_due": 10, "recurring": 6, "recurring_done": 0,
            "continuous": 4, "continuous_done": 1, "conditional": 2, "conditional_done": 0,
            "due": 12, "due_done": 6,
        },
        "periods": {
            "total": 14, "done": 6, "done_late": 1, "open": 7, "year_total": 30, "year_done": 7,
        },
    },
    YEAR: {
        "tasks": {
            "total": 36, "one_off": 24, "done": 10, "done_late": 3, "running": 1, "overdue": 8,
            "not_recorded": 2, "not_yet_due": 0, "recurring": 6, "recurring_done": 2,
            "continuous": 4, "continuous_done": 1, "conditional": 2, "conditional_done": 1,
            "due": 24, "due_done": 13,
        },
        "periods": {
            "total": 30, "done": 9, "done_late": 1, "open": 20, "year_total": 30, "year_done": 10,
        },
    },
}  # fmt: skip
RATES_BY_HAND = {
    Q1: {
        "tasks.rate": "50.00", "tasks.year_rate": "12.50",
        "periods.rate": "66.67", "periods.year_rate": "13.33",
    },
    H1: {
        "tasks.rate": "50.00", "tasks.year_rate": "33.33",
        "periods.rate": "50.00", "periods.year_rate": "23.33",
    },
    YEAR: {
        "tasks.rate": "54.17", "tasks.year_rate": "54.17",
        "periods.rate": "33.33", "periods.year_rate": "33.33",
    },
}  # fmt: skip
