"""A broken line costs its entry: what is said of the rest is what is said of the sound plan."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from cchc.edit.fix import fix_file
from cchc.errors import UserError
from cchc.read.load import load, read_source, required_plan
from cchc.read.yaml.around import MAX_READ, read_around
from cchc.rules import diagnose
from tests.conftest import ROOT

PLAN = """\
cchc: 1
kind: cchc
year: 2026
status: draft
commune: {level: xã, name: An Bình, province: tỉnh Thái Nguyên}
document: {symbol: KH-UBND, title: Cải cách hành chính năm 2026, signer: {post: CHỦ TỊCH, name: An}}
units:
  - {id: vp, name: Văn phòng}
  - id: kt
    name: Phòng Kinh tế
opening: UBND xã ban hành  Kế hoạch như sau
appendices:
  - title: Danh mục
    tasks:
      - id: mot
        title: Việc một
        deadline: Quý I
        lead: [vp]
      - id: hai
        title: Việc  hai
        lead: [kt]
      - id: ba
        title: Việc ba
        deadline: Sớm nhất
        lead: [vp]
"""
TASKS = ("appendices", 0, "tasks")
BREAKS = {
    "no colon": ("title: Việc một", "title Việc một", (*TASKS, 0, "title")),
    "a colon inside": ("title: Việc một", "title: Việc: một", (*TASKS, 0, "title")),
    "an open quote": ("title: Việc một", 'title: "Việc một', (*TASKS, 0, "title")),
    "an open bracket": ("lead: [vp]\n      - id: hai", "lead: [vp\n      - id: hai", (*TASKS, 0, "lead")),
    "too deep": ("        deadline: Quý I", "          deadline: Quý I", (*TASKS, 0)),
    "too shallow": ("        deadline: Quý I", "       deadline: Quý I", (*TASKS, 0)),
    "a tab": ("        deadline: Quý I", "\tdeadline: Quý I", (*TASKS, 0)),
    "a pasted line": ("        deadline: Quý I", "Dán vào\n        deadline: Quý I", (*TASKS, 0)),
    "a sign": ("title: Việc một", "title: @Việc một", (*TASKS, 0, "title")),
    "an id without colon": ("- id: mot", "- id mot", (*TASKS, 0)),
    "a key of the file": ("opening: UBND", "opening UBND", ("opening",)),
    "in braces": ("{id: vp, name", "{id: vp, name: :x, name", ("units", 0)),
}  # fmt: skip


def said(text: str) -> list[tuple[str, object]]:
    return [(one.finding.code, one.finding.place) for one in diagnose(read_source(Path("x"), text))]


def test_only_the_entry_of_a_broken_line_is_not_read():
    sound = set(said(PLAN))
    for name, (old, new, place) in BREAKS.items():
        text = PLAN.replace(old, new)
        assert text != PLAN, name
        source = read_source(Path("x"), text)
        assert source.plan is None, name
        assert {one[:4] for one in source.broken} == {place[:4]}, name
        assert place in source.broken, name
        found = [one for one in said(text) if one[0] not in ("Y006", "Y007")]
        assert len(found) == len(said(text)) - 1, name
        assert set(found) <= sound, name
        assert ("D001", (*TASKS, 2, "deadline")) in found, name
        assert source.findings[0].code in ("Y006", "Y007"), name


def test_an_open_quote_is_shown_where_it_opens():
    text = PLAN.replace("title: Việc một", 'title: "Việc một').replace("Sớm nhất", '"Sớm nhất"')
    found = read_source(Path("x"), text).findings[0]
    assert found.span is not None
    assert text.split("\n")[found.span.line - 1] == '        title: "Việc một'


@pytest.mark.parametrize("seed", range(3))
def test_lines_of_real_plans_may_break_anywhere(seed):
    """Nothing is said of the rest that is not said of the sound plan."""
    chance = random.Random(seed)
    path = ROOT / "plans" / f"{chance.choice(['phu-thinh', 'dinh-hoa'])}.yaml"
    text = path.read_text("utf-8")
    lines = text.split("\n")
    places = [n for n, line in enumerate(lines) if re.match(r" +(title|deadline): \w[^:]*$", line)]
    n = chance.choice(places)
    lines[n] = lines[n].replace(": ", chance.choice([" ", ": @", ': "', ": a: "]), 1)
    source = read_source(path, "\n".join(lines))
    assert source.broken
    assert source.partial()
    # A text that occurs often is told at its first place: another one when that is not read.
    codes = {code for code, _ in said(text)}
    assert {code for code, _ in said("\n".join(lines))} <= codes | {"Y006"}


def test_nothing_is_written_to_a_broken_file(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(PLAN, "utf-8")
    assert fix_file(path) > 0
    path.write_text(PLAN.replace("title: Việc một", "title Việc một"), "utf-8")
    before = path.read_bytes()
    assert fix_file(path) == 0
    assert path.read_bytes() == before
    with pytest.raises(UserError):
        required_plan(load(path))


def test_the_search_for_breaks_is_bounded(monkeypatch):
    read = []
    from cchc.read.yaml import around
    from cchc.read.yaml import parser as yaml_parser

    def counted(text):
        read.append(len(text))
        return yaml_parser.events(text)

    monkeypatch.setattr(around, "events", counted)
    for text in ("a: [\n" * 3_000, 'a: "\nb: "x\n' * 3_000, "- a\n b\n" * 3_000, "a b\n" * 10_000):
        read.clear()
        assert read_around(text).tree.problems
        assert sum(read) <= MAX_READ


def test_a_mark_of_yaml_may_stand_on_any_line():
    lines = PLAN.splitlines(keepends=True)
    for mark in ("---", "...", "-", "-x: y", "- - ["):
        for at in range(len(lines)):
            around = read_around("".join((*lines[:at], f"{mark}\n", *lines[at:])))
            assert around.tree.problems or around.tree.data, (mark, at)
