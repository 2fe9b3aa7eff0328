"""Work that a plan amends in another one counts once: in the plan that amends."""

from __future__ import annotations

import json

import pytest

from cchc.language.numbering import rows
from cchc.read.load import read_source
from cchc.views.superseded import counted_once
from tests.app.returned_plan import PLAN
from tests.conftest import ROOT

AMENDING = """\
cchc: 1
kind: cchc
year: 2026
status: issued
commune: {level: xã, name: Xuân Mai, province: tỉnh Thái Nguyên}
document:
  number: 40
  symbol: KH-UBND
  date: 15/6/2026
  title: Điều chỉnh, bổ sung Kế hoạch cải cách hành chính năm 2026
  amends: {number: 5, symbol: KH-UBND, date: 12/01/2026}
units: [{id: vh-xh, name: Phòng Văn hóa - Xã hội}]
body: [Điều chỉnh, bổ sung các nhiệm vụ tại Phụ lục.]
appendices:
  - title: NHIỆM VỤ ĐIỀU CHỈNH, BỔ SUNG
    tasks:
      - {id: ID, title: Việc được điều chỉnh, deadline: Trước 30/11/2026, lead: [vh-xh]}
      - {id: viec-moi, title: Việc bổ sung, deadline: Trước 30/10/2026, lead: [vh-xh]}
withdrawn:
  - {id: GONE, title: Việc bãi bỏ}
"""


def plan(text: str):
    found = read_source(ROOT / "plans" / "x.yaml", text).plan
    assert found is not None
    return found


def tasks(of) -> dict[str, str]:
    return {
        found.row.id: found.number
        for n, table in enumerate(of.appendices)
        for found in rows(table, n)
        if hasattr(found.row, "deadline")
    }


IDS = list(tasks(plan(PLAN)))


def amending(text: str = AMENDING) -> str:
    return text.replace("ID,", f"{IDS[1]},").replace("GONE", IDS[0])


def test_amended_and_repealed_work_leaves_the_amended_plan_and_numbers_stay():
    old, new = plan(PLAN), plan(amending())
    before = tasks(old)
    for order in ([("a", old), ("b", new)], [("b", new), ("a", old)]):
        after = dict(counted_once(order))
        assert tasks(after["a"]) == {k: v for k, v in before.items() if k not in IDS[:2]}
        assert after["b"] is new


@pytest.mark.parametrize(
    ("there", "instead"),
    [("number: 5,", "number: 6,"), ("12/01/2026}", "12/01/2025}"), ("name: Xuân Mai", "name: Lam"),
     ("  amends: {number: 5, symbol: KH-UBND, date: 12/01/2026}\n", "")],
)  # fmt: skip
def test_only_the_plan_that_is_named_is_amended(there, instead):
    text = amending()
    assert there in text
    plans = [("a", plan(PLAN)), ("b", plan(text.replace(there, instead)))]
    assert counted_once(plans) == plans


def test_an_amendment_of_an_amendment_counts_last():
    third = amending().replace("number: 40", "number: 60").replace("{number: 5,", "{number: 40,")
    third = third.replace("id: viec-moi", f"id: {IDS[2]}").replace("15/6/2026", "15/9/2026")
    plans = [("a", plan(PLAN)), ("b", plan(amending())), ("c", plan(third))]
    after = dict(counted_once(plans))
    assert not {*IDS[:3]} & tasks(after["a"]).keys()
    assert [*tasks(after["b"])] == ["viec-moi"]
    assert [*tasks(after["c"])] == [IDS[1], IDS[2]]


def test_of_two_that_amend_each_other_the_later_one_counts():
    first = PLAN.replace("  date: 12/01/2026\n", "  date: 12/01/2026\n  amends: {number: 40, symbol: "
                         "KH-UBND, date: 15/6/2026}\n", 1)  # fmt: skip
    for order in ([("a", first), ("b", amending())], [("b", amending()), ("a", first)]):
        after = dict(counted_once([(name, plan(text)) for name, text in order]))
        assert [*tasks(after["a"])] == IDS[2:]
        assert [*tasks(after["b"])] == [IDS[1], "viec-moi"]


def test_a_plan_that_amends_itself_loses_nothing():
    text = amending().replace("number: 40", "number: 5").replace("15/6/2026", "12/01/2026")
    plans = [("b", plan(text))]
    assert counted_once(plans) == plans


def test_due_status_and_report_count_it_once(tmp_path, monkeypatch, capsys):
    from cchc.cli.app import run

    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.yaml").write_text(PLAN)
    (tmp_path / "plans" / "b.yaml").write_text(amending())
    monkeypatch.chdir(tmp_path)

    def told(*words: str) -> str:
        capsys.readouterr()
        assert run([*words, "--today", "2026-06-20"]) == 0
        return capsys.readouterr().out

    status = json.loads(told("status", "--format", "json"))["tasks"]
    assert status["total"] == len(IDS) - 2 + 2
    due = json.loads(told("due", "--year", "2026", "--format", "json"))["items"]
    assert {(one["plan"], one["task"]) for one in due if one["task"] in (IDS[1], "viec-moi")} == {
        ("b", IDS[1]), ("b", "viec-moi"),
    }  # fmt: skip
    assert IDS[0] not in {one["task"] for one in due}
    for name in ("a", "b"):  # asked about by name
        one = json.loads(told("status", name, "--format", "json"))["tasks"]
        assert one["total"] == (status["total"] if name == "a" else 2)
    named = json.loads(told("due", "a", "--year", "2026", "--format", "json"))["items"]
    assert named == due
    text = told("report", "a", "--period", "H1", "--text")
    assert f"Kế hoạch có {status['total']} nhiệm vụ" in text
