"""Sáu rõ, by what a task says."""

from __future__ import annotations

import pytest

from cchc.model.plan import Plan
from cchc.read.load import load, required_plan
from cchc.views.clarity import ASPECTS, clarity, mean_clarity
from tests.conftest import ROOT

CLEAR = {
    "id": "a",
    "title": "Kiểm tra",
    "product": "Báo cáo",
    "deadline": "Quý I",
    "lead": ["vh-xh"],
    "approver": "Chủ tịch UBND xã",
}


def clear(**changes: object) -> frozenset[str]:
    task = {key: value for key, value in {**CLEAR, **changes}.items() if value is not None}
    plan = Plan.model_validate(
        {
            "cchc": "1",
            "kind": "cchc",
            "year": "2026",
            "commune": {"level": "xã", "name": "A", "province": "tỉnh B"},
            "document": {"title": "T"},
            "units": [{"id": "vh-xh", "name": "Phòng"}, {"id": "kinh-te", "name": "Phòng Kinh tế"}],
            "groups": [{"id": "tat-ca", "name": "Các đơn vị", "members": "all"}],
            "body": ["x"],
            "appendices": [{"title": "P", "tasks": [task]}],
        }
    )
    (one,) = clarity(plan)
    return one.clear


def test_a_task_can_be_clear_in_all_six():
    assert clear() == set(ASPECTS)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"lead": ["tat-ca"]}, {"person", "responsibility"}),
        ({"lead": ["vh-xh", "kinh-te"]}, {"responsibility"}),
        ({"lead": []}, {"person", "responsibility"}),
        ({"deadline": "Năm 2026"}, {"time"}),
        ({"deadline": "Thường xuyên"}, {"time"}),
        ({"approver": None}, {"authority"}),
        ({"product": "Các văn bản triển khai thực hiện"}, {"result"}),
        ({"product": None}, {"work", "result"}),
        ({"product": None, "requirement": "Hoàn thành 100%"}, {"result"}),
    ],
)
def test_what_is_not_said_is_not_clear(changes, missing):
    assert set(ASPECTS) - clear(**changes) == missing


def test_a_real_plan_has_its_score():
    found = list(clarity(required_plan(load(ROOT / "plans" / "nam-dan.yaml"))))
    assert len(found) == 44  # the task that breaks off is left out
    assert sum("time" in one.clear for one in found) == 3
    assert sum("responsibility" in one.clear for one in found) == 43
    assert mean_clarity(found) == pytest.approx(sum(len(one.clear) for one in found) / 44)


def test_without_tasks_there_is_no_score():
    assert mean_clarity([]) is None
