"""The board: its figures are those of `status`, and nothing in it can run or ask for anything."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import date

import pytest

from cchc.outputs.board import board_html, content
from cchc.read.load import load, read_source
from cchc.views.board import board
from cchc.views.counting import FIGURES
from cchc.views.status import status

TODAY = date(2026, 6, 30)
HOSTILE = '</script><img src=x onerror=alert(1)>{{ 7*7 }}"&<!--'


def hostile(plans):
    """Return the text of a plan in which one title is a program."""
    text = (plans / "phu-thinh.yaml").read_text("utf-8")
    title = "title: Xử lý các vấn đề phát hiện qua kiểm tra"
    return re.sub(rf"{title}[^\n]*", lambda _: f"title: {json.dumps(HOSTILE)}", text)


@pytest.fixture(scope="module")
def five(plans):
    names = ("dinh-hoa", "dinh-hoa-kstthc", "nam-dan", "phu-thinh", "thanh-mien")
    return [(name, load(plans / f"{name}.yaml").plan) for name in names]


def _sums(tasks, data):
    found = dict.fromkeys(data["figures"], 0)
    for row in tasks:
        counted = row[10]
        for figure, n in zip(counted[::2], counted[1::2], strict=True):
            found[data["figures"][figure]] += n
    return found


def test_sums_over_the_tasks_are_the_figures_of_status(five):
    data = content(board(five, TODAY), [])
    whole = status(five, TODAY, ()).count
    assert _sums(data["tasks"], data) == {name: whole[name] for name in FIGURES}


def test_sums_over_one_plan_are_the_figures_of_its_status(five):
    data = content(board(five, TODAY), [])
    for n, (plan_id, plan) in enumerate(five):
        mine = [row for row in data["tasks"] if row[0] == n]
        whole = status([(plan_id, plan)], TODAY, ()).count
        assert _sums(mine, data) == {name: whole[name] for name in FIGURES}


def test_the_policy_allows_the_script_and_the_style_of_the_page_and_nothing_else(five):
    text = board_html(board(five, TODAY), [])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL)[1]
    for kind, inside in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(
        r"""(?:src|href)=|url\(|@import|https?://(?!www\.w3\.org/2000/svg)""", text
    )


def test_a_text_of_a_plan_stays_a_text(five, plans):
    plan = read_source(plans / "phu-thinh.yaml", hostile(plans)).plan
    found = board_html(board([("phu-thinh", plan)], TODAY), [])
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', found, re.DOTALL)[
        1
    ]
    assert HOSTILE in [row[2] for row in json.loads(data)["tasks"]]
    assert "<img" not in found
    assert "<" not in data


def test_a_province_stays_small(five):
    many = [(f"{plan_id}-{n}", plan) for n in range(18) for plan_id, plan in five]
    text = board_html(board(many, TODAY), [])
    assert len(board(many, TODAY).tasks) > 2000
    assert len(text.encode()) < 2_000_000
