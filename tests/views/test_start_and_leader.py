"""What has begun is listed, and what one leader is in charge of can be asked for."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.language.deadline.starts import first_day_named
from cchc.views.assignments import assignments
from cchc.views.due import Wanted, due
from cchc.views.status import status

MAY = date(2026, 5, 10)
WANTED = Wanted(date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("Tháng 4/2026", date(2026, 4, 1)),
        ("Từ tháng 4/2026", date(2026, 4, 1)),
        ("Quý II/2026", date(2026, 4, 1)),
        ("Quý II", date(2026, 4, 1)),
        ("15/3/2026", date(2026, 3, 15)),
        ("Từ ngày 15/3/2026", date(2026, 3, 15)),
        ("Bắt đầu từ ngày 15/3/2026", date(2026, 3, 15)),
        ("sau khi họp", None),
        ("", None),
    ],
)
def test_a_start_is_the_first_day_it_names(phrase, day):
    assert first_day_named(phrase, year=2026) == day


def test_due_lists_what_has_begun_and_is_due_later(plan):
    made = plan(
        {"start": "Tháng 4/2026", "deadline": "Quý III/2026"},
        {"start": "Tháng 6/2026", "deadline": "Quý III/2026"},
        {"start": "Tháng 4/2026", "deadline": "Quý III/2026",
         "progress": {"state": "done", "date": "01/5/2026"}},
        {"start": "Tháng 4/2026", "deadline": "20/5/2026"},
        {"deadline": "Quý III/2026"},
        {"start": "Tháng 4/2026", "deadline": "Hằng tháng"},
    )  # fmt: skip
    found = due([("a", made)], MAY, WANTED)
    assert [item.task for item in found.begun] == ["t1"]
    assert [item.start for item in found.begun] == [date(2026, 4, 1)]
    assert "t4" in [item.task for item in found.dated]
    assert found.tally["upcoming"] == sum(item.state == "upcoming" for item in found.items)


def test_a_leader_is_found_without_accents_in_due_status_and_assignments(plan):
    made = plan(
        {"deadline": "Quý I", "lead": ["vh-xh"], "leader": "Phó Chủ tịch Trần Thị Bình"},
        {"deadline": "Quý I", "lead": ["vh-xh"], "leader": "Nguyễn Văn An"},
        {"deadline": "Quý I", "lead": ["vh-xh"]},
    )
    asked = [("a", made)]
    assert [one.task for one in due(asked, MAY, Wanted(leader="binh")).items] == ["t1"]
    found = status(asked, MAY, leader="nguyen van")
    assert (found.count["tasks.total"], found.count["tasks.overdue"]) == (1, 1)
    led = assignments(asked, leader="Bình")[0].lead
    assert [(one.task, one.leader) for one in led] == [("t1", "Phó Chủ tịch Trần Thị Bình")]
