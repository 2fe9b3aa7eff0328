"""`cchc score` on a real plan, once its points are filled in."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def folder(tmp_path, monkeypatch, plans):
    (tmp_path / "plans").mkdir()
    text = (plans / "phu-thinh.yaml").read_text("utf-8")
    fields = "\n".join(
        f'  - {{code: "{n}", title: Lĩnh vực {n}, maximum: {most}, previous: "{had}"}}'
        for n, most, had in ((1, 40, "37"), (2, 30, "25,5"), (3, 30, "24,5"))
    )
    path = tmp_path / "plans" / "phu-thinh.yaml"
    path.write_text(f"{text}\ncriteria:\n{fields}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def test_phu_thinh_is_told_where_its_three_points_can_come_from(folder, cchc):
    answer = json.loads(cchc("score", "phu-thinh", "--today", "1/7/2026", "--format", "json").out)
    assert (answer["whole"]["max"], answer["whole"]["previous"]) == ("100", "87.0")
    assert (answer["goal"], answer["needed"]) == ("90", "3.0")
    assert [one["to_win"] for one in answer["fields"]] == ["3", "4.5", "5.5"]
    said = cchc("score", "phu-thinh", "--today", "1/7/2026").out
    assert "last result 87, 3 are lacking" in said
    said = said.partition("Still to win")[2]
    assert said.index("Lĩnh vực 3  5,5") < said.index("Lĩnh vực 2  4,5")


def test_a_book_that_does_not_add_up_is_refused_with_both_places(folder, cchc):
    text = folder.read_text("utf-8").replace(
        "title: Lĩnh vực 1, maximum: 40",
        "title: A, maximum: 40, parts: [{code: a, title: B, maximum: 39}]",
    )
    folder.write_text(text, "utf-8")
    ran = cchc("score", "phu-thinh")
    line = text.splitlines().index(next(one for one in text.splitlines() if "title: B" in one)) + 1
    assert ran.code == 2
    assert "criterion 1 has 40 points as “maximum”, its parts add up to 39" in ran.err
    assert ran.err.count(f":{line}:") == 2
