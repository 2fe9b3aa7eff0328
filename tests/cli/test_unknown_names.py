"""A leader or an area that no plan has is refused with those there are: 0 would be false calm."""

from __future__ import annotations

import pytest

LED = ("due", "--year", "2026"), ("assignments",), ("status",)


@pytest.fixture
def led(workspace):
    """Give tasks of the workspace a leader."""
    path = workspace / "plans" / "an-binh.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("lead: [vh-xh]}", "leader: Trần Văn Bình, lead: [vh-xh]}"), encoding="utf-8"
    )
    return workspace


@pytest.mark.parametrize("words", LED, ids=lambda words: words[0])
def test_an_unknown_leader_is_refused_with_a_near_one_or_all(cchc, led, words):
    ran = cchc(*words, "--leader", "Không Ai")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cchc: no plan has a leader “Không Ai”\n  there are: Trần Văn Bình\n"
    assert "did you mean: Trần Văn Bình?" in cchc(*words, "--leader", "Trần Văn Binhh").err
    known = cchc(*words, "--leader", "van binh")
    assert (known.code, known.err) == (0, "")


@pytest.mark.parametrize("words", LED, ids=lambda words: words[0])
def test_where_no_task_has_a_leader_that_is_said(cchc, workspace, words):
    ran = cchc(*words, "--leader", "Bình")
    assert (ran.code, ran.out) == (2, "")
    assert "  no task of these plans names its leader; write “leader: HỌ TÊN” at a task" in ran.err


def test_an_unknown_area_is_refused_with_those_there_are(cchc, workspace):
    ran = cchc("due", "--year", "2026", "--area", "zzz")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cchc: no plan has an area “zzz”\n  ")


def test_a_known_leader_with_nothing_due_is_answered_with_nothing(cchc, led):
    ran = cchc(
        "due", "--leader", "Bình", "--from", "1/1/2000", "--to", "2/1/2000", "--today", "2000-01-01"
    )
    assert (ran.code, ran.err) == (0, "")


def test_of_an_area_the_name_of_its_field_is_listed_where_it_has_one(cchc, workspace):
    path = workspace / "plans" / "an-binh.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("    tasks:")
    tasks = text[start:].replace("\n", "\n    ").rstrip()
    path.write_text(
        f"{text[:start]}    areas:\n      - title: MỘT ĐẦU ĐỀ DÀI\n        subject: institutions\n    {tasks}\n",
        encoding="utf-8",
    )
    assert cchc("due", "--year", "2026", "--area", "dau de").code == 0
    assert cchc("due", "--area", "zzz").err.endswith("\n  there are: Institutional reform\n")
