"""The rules about tasks that carry out a task of a plan above: pages, sources, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.app.validation import Validation
from cchc.messages import Message
from cchc.model.above import changed_keys, task_digest
from cchc.read.configuration import Configuration
from cchc.read.upstream import plans_in
from cchc.rules import rule_name
from cchc.rules._catalogue import page
from cchc.rules._settings import settings
from cchc.rules.links import all_rules

from .pages import whole_plan

ABOVE = """
agency: {level: tỉnh, name: Phú Thọ}
units:
  - {id: vh-xh, name: Sở Nội vụ, kind: own}
  - {id: hcc, name: Trung tâm Phục vụ hành chính công cấp xã, kind: outside}
  - {id: xa, name: "UBND các xã, phường", kind: outside}
appendices:
  - title: Danh mục nhiệm vụ
    tasks:
      - {id: tap-huan, title: Tập huấn công tác cải cách hành chính, product: Báo cáo, deadline: Quý II/2026, lead: [vh-xh], support: [xa]}
      - id: dung-han
        title: Giải quyết hồ sơ đúng hạn
        product: Báo cáo
        deadline: Quý II/2026
        lead: [vh-xh]
        targets: [{measure: Hồ sơ giải quyết đúng hạn, at_least: "98", unit: "%"}]
      - {id: cong-khai, title: Công khai thủ tục hành chính, product: Báo cáo, deadline: Quý II/2026, lead: [hcc]}
"""
"""What the pages of the rules link to, as the plan `tinh`."""


def found(folder: Path) -> list[tuple[str, str]]:
    files = sorted((folder / "plans").glob("*.yaml"))
    run = Validation(files, settings(Configuration()), whole=True, lasting=False, jobs=1)
    return [
        (Path(file.path).stem, one.finding.code)
        for file in run.files()
        for one in file.found
        if one.finding.code[0] in "KB"
    ]


@pytest.fixture
def here(tmp_path, monkeypatch):
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "tinh.yaml").write_text(whole_plan(ABOVE), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("rule", all_rules(), ids=rule_name)
def test_the_bad_example_gives_this_code_and_the_good_one_nothing(here, rule, monkeypatch):
    monkeypatch.setattr(Message, "__str__", lambda self: pytest.fail(f"shown early: {self.text}"))
    for example, codes in (
        (page(rule.__doc__).bad, [("a", rule.CODE)]),
        (page(rule.__doc__).good, []),
    ):
        (here / "plans" / "a.yaml").write_text(whole_plan(example), "utf-8")
        assert found(here) == codes


LINKED = """
appendices:
  - title: Danh mục nhiệm vụ
    tasks:
      - id: a
        title: Tập huấn công tác cải cách hành chính
        product: Báo cáo
        deadline: Quý II/2026
        lead: [vh-xh]
        carries_out: [{task: tinh#tap-huan}, {task: tinh#khong-co}]
"""


def test_an_above_plan_with_errors_says_nothing_of_links(here):
    (here / "plans" / "a.yaml").write_text(whole_plan(LINKED), "utf-8")
    (here / "plans" / "tinh.yaml").write_text("cchc: 1\n", "utf-8")
    assert found(here) == []


def test_a_digest_made_before_a_field_counted_is_no_change(here):
    task = plans_in(here / "plans" / "tinh.yaml")[0].tasks[1]
    now = task_digest(task)
    assert changed_keys(now, task) == changed_keys(now.rpartition(".")[0], task) == []
    assert changed_keys(now.replace(now.split(".")[3], "0" * 6), task) == ["deadline"]
