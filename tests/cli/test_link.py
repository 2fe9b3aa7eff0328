"""`cchc link`: what is proposed, what a person says, and what changes in the file."""

from __future__ import annotations

import io
import json
import sys

import pytest

from cchc.edit.links import links_of
from cchc.read.load import load, required_plan
from tests.rules.pages import whole_plan
from tests.rules.test_links import ABOVE

OWN = """\
appendices:
  - title: Danh mục nhiệm vụ
    # Bảng phân công.
    tasks:
      - id: tap-huan-xa   # việc của phòng
        title: Tập huấn công tác cải cách hành chính cho công chức xã
        product: Báo cáo
        deadline: Quý I/2026
        lead: [vh-xh]
      - {id: ho-so, title: Giải quyết hồ sơ thủ tục hành chính đúng hạn, product: Báo cáo, deadline: Quý II/2026, lead: [vh-xh]}
      - id: le-hoi
        title: Tổ chức lễ hội mùa xuân
        product: Báo cáo
        deadline: Quý I/2026
        lead: [vh-xh]
"""


@pytest.fixture
def plan(tmp_path, monkeypatch):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "tinh.yaml").write_text(whole_plan(ABOVE), "utf-8")
    plan = tmp_path / "plans" / "xa.yaml"
    head = whole_plan("year: 2026").partition("appendices:")[0]
    plan.write_text(head + OWN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return plan


def linked(plan):
    every = links_of(required_plan(load(plan))).values()
    return [link for links in every for link in links]


def answer(monkeypatch, *words):
    typed = io.StringIO("".join(f"{word}\n" for word in words))
    typed.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


@pytest.mark.parametrize("arguments", [(), ("--to", "tinh"), ("1", "tinh#tap-huan")])
def test_a_plan_above_with_errors_is_said_to_have_errors(plan, cchc, arguments):
    above = plan.with_name("tinh.yaml")
    above.write_text(above.read_text("utf-8").replace("year: 2026", "year: hai"), "utf-8")
    ran = cchc("link", "xa", *arguments)
    assert ran.code == 2
    assert "tinh.yaml:" in ran.err and "no plan" not in ran.err


def test_proposals_are_shown_and_nothing_is_written(plan, cchc):
    before = plan.read_bytes()
    shown = cchc("link", "xa", "--check")
    assert shown.code == 1 and "tinh#tap-huan" in shown.out and "nothing fits: 1" in shown.out
    found = json.loads(cchc("link", "xa", "--format", "json").out)["tasks"]
    firsts = [one["candidates"][0]["task"] if one["candidates"] else None for one in found]
    assert firsts == ["tinh#tap-huan", "tinh#dung-han", None]
    refused = cchc("link", "xa")
    assert refused.code == 2 and "nobody is there to be asked" in refused.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize(
    ("answers", "links"),
    [
        (("1", "n", ""), ["tinh#tap-huan"]),
        (
            ("9", "1", "tinh#cong-khai", "cong khai", "1"),
            ["tinh#tap-huan", "tinh#cong-khai", "tinh#cong-khai"],
        ),
        (("", "khong co", "n", "s"), ["tinh#tap-huan"]),
        (("", "", ""), ["tinh#tap-huan", "tinh#dung-han"]),
        (("1", "s"), ["tinh#tap-huan"]),
        (("s",), []),
    ],
)
def test_a_person_at_the_terminal_chooses(plan, cchc, monkeypatch, answers, links):
    answer(monkeypatch, *answers)
    assert cchc("link", "xa").code == 0
    assert linked(plan) == links


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_lines_of_links_come_and_go(plan, cchc, ending):
    before = plan.read_text("utf-8").replace("\n", ending).encode()
    plan.write_bytes(before)
    assert cchc("link", "xa", "1", "tinh#tap-huan").code == 0
    assert cchc("link", "xa", "tap-huan-xa", "tinh#cong-khai").code == 0
    assert cchc("link", "xa", "ho-so", "tinh#dung-han").code == 0
    assert linked(plan) == ["tinh#tap-huan", "tinh#cong-khai", "tinh#dung-han"]
    lines = [
        line for line in plan.read_bytes().split(b"\n") if b"tinh#" in line or b"carries" in line
    ]
    assert len(lines) == 4
    for task, link in (("1", "tinh#tap-huan"), ("1", "tinh#cong-khai"), ("2", "tinh#dung-han")):
        assert cchc("link", "xa", task, link, "--remove").code == 0
    assert plan.read_bytes() == before


def test_a_table_is_filled_in_and_read_back(plan, cchc, tmp_path):
    assert cchc("link", "xa", "--format", "csv", "-o", "l.csv").code == 0
    table = (tmp_path / "l.csv").read_text("utf-8-sig")
    rows = [line for line in table.splitlines() if "tinh#" in line]
    (tmp_path / "l.csv").write_text(
        "\n".join([table.splitlines()[0], *(row.rstrip("x") + "x" for row in rows)]), "utf-8"
    )
    assert cchc("link", "xa", "--from-csv", "l.csv").code == 0
    assert linked(plan)[0] == "tinh#tap-huan"
    assert "tinh#dung-han" in linked(plan)


def test_a_change_above_is_seen_until_somebody_has_looked(plan, cchc):
    cchc("link", "xa", "1", "tinh#tap-huan")
    assert "K002" not in cchc("validate", "xa").out
    above = plan.with_name("tinh.yaml")
    above.write_text(above.read_text("utf-8").replace("Quý II/2026", "Quý III/2026", 1), "utf-8")
    assert "K002" in cchc("validate", "xa").out
    before = plan.read_text("utf-8")
    looked = cchc("link", "xa", "--accept")
    assert looked.code == 0 and "deadline" in looked.out and "links written: 1" in looked.err
    changed = [
        (one, other)
        for one, other in zip(
            before.splitlines(), plan.read_text("utf-8").splitlines(), strict=True
        )
        if one != other
    ]
    assert len(changed) == 1 and "seen" in changed[0][0]
    assert "K002" not in cchc("validate", "xa").out
    assert "links written: 0" in cchc("link", "xa", "--accept").err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("xa", "1", "tinh#khong"), "tinh has no task “khong”"),
        (("xa", "1", "huyen#a"), "there is no plan “huyen” above"),
        (("xa", "99", "tinh#tap-huan"), "there is no task “99”"),
        (("xa", "1"), "name the task and the task above"),
        (("xa", "--to", "khac"), "there is no plan “khac” above"),
        (("tinh",), "there is no plan above tinh"),
        (("xa", "1", "tinh#tap-huan", "--remove"), "“1” does not carry out tinh#tap-huan"),
        (("xa", "--from-csv", "bang.csv"), "the column task is missing"),
    ],
)
def test_what_cannot_be_done_is_one_message(plan, cchc, tmp_path, arguments, told):
    (tmp_path / "bang.csv").write_text("a,b\n1,2\n", "utf-8")
    before = plan.read_bytes()
    ran = cchc("link", *arguments)
    assert ran.code == 2 and told in ran.err
    assert plan.read_bytes() == before
