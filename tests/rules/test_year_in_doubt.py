"""A table whose days lie in another year than the plan: the year of the plan is told, not each day."""

from __future__ import annotations

import pytest

from .test_false_alarms import _diagnose

TASK = {"product": "Báo cáo", "lead": ["vh-xh"]}


def codes(deadlines: list[str], start: str | None = None) -> list[str]:
    tasks = [
        {"id": f"viec-{n}", "title": f"Việc thứ {n}", "deadline": deadline, **TASK}
        for n, deadline in enumerate(deadlines)
    ]
    if start:
        tasks[-1]["start"] = start
    found = _diagnose(
        document={"title": "Cải cách hành chính năm 2026"},
        appendices=[{"title": "Danh mục", "tasks": tasks}],
    )
    told = ("D005", "D011")
    return [
        f"{one.finding.code} {one.finding.place[0]}" for one in found if one.finding.code in told
    ]


OTHER = [f"{day}/5/2027" for day in range(10, 15)]


@pytest.mark.parametrize(
    ("deadlines", "told"),
    [(OTHER, ["D005 document"]), ([*OTHER, "10/6/2026"], ["D005 document"]),
     ([*OTHER[:4], "Quý II/2026"], ["D005 appendices"] * 4),
     ([*OTHER, *[f"{day}/6/2026" for day in range(1, 6)]], ["D005 appendices"] * 5),
     ([*OTHER, "10/6/2025"], ["D005 document", "D005 appendices"])],
)  # fmt: skip
def test_the_year_of_most_days_is_told_once(deadlines, told):
    assert codes(deadlines) == told


@pytest.mark.parametrize(
    ("deadlines", "start", "told"),
    [([*OTHER, "Hằng tháng"], "01/02/2027", ["D005 document"]),
     ([*OTHER, "Hằng quý"], "Từ tháng 3/2027", ["D005 document"]),
     ([*OTHER, "20/6/2027"], "01/7/2027", ["D005 document", "D011 appendices"]),
     (["Hằng tháng"], "01/02/2027", ["D011 appendices"])],
)  # fmt: skip
def test_a_last_day_of_the_year_in_doubt_is_before_no_start(deadlines, start, told):
    assert codes(deadlines, start) == told
