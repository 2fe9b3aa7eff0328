"""`cchc coverage`, the end of `cchc diff` and `status --by parent`: who has taken up what of a plan above."""

from __future__ import annotations

import json

import openpyxl
import pytest

from cchc.model.above import task_digest
from cchc.read.upstream import plans_in
from tests.rules.pages import whole_plan
from tests.rules.test_links import ABOVE

TODAY = ("--today", "2026-04-10")


def commune(level, name, *tasks):
    rows = "".join(
        f"      - {{id: {task}, title: Việc {task} của {name}, product: Báo cáo, deadline: Quý I/2026, lead: [vh-xh]"
        f"{more}, carries_out: [{{task: tinh#{task}{seen}}}]}}\n"
        for task, seen, more in tasks
    )
    own = "      - {id: rieng, title: Việc riêng, product: Báo cáo, deadline: Quý I/2026, lead: [vh-xh]}\n"
    return whole_plan(
        f"commune: {{level: {level}, name: {name}, province: tỉnh Phú Thọ}}\n"
        f"appendices:\n  - title: Danh mục\n    tasks:\n{rows}{own}"
    )


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A province that asks all, the wards, and two communes by name, one of them without a plan."""
    home = tmp_path / "plans"
    home.mkdir()
    above = ABOVE.replace(
        "lead: [vh-xh], support: [xa]}", "lead: [vh-xh], support: [xa], for: all}"
    )
    above = above.replace("lead: [hcc]}", "lead: [hcc], for: [xã An Bình, xã Không Có]}")
    above = above.replace("        targets:", "        for: phường\n        targets:")
    (home / "tinh.yaml").write_text(whole_plan(above), "utf-8")
    seen = {one.id: f", seen: {task_digest(one)}" for one in plans_in(home / "tinh.yaml")[0].tasks}
    done = ", progress: {state: done, date: 2026-03-01}"
    plans = {
        "a": commune("xã", "An Bình", ("tap-huan", seen["tap-huan"], done)),
        "b": commune(
            "phường",
            "Bình Minh",
            ("tap-huan", seen["tap-huan"], ""),
            ("dung-han", seen["dung-han"], done),
        ),
        "c": commune("phường", "Cao Sơn", ("bo-roi", "", "")),
        "khac": commune("xã", "Xa", ("tap-huan", seen["tap-huan"], "")).replace(
            "Phú Thọ}\ndoc", "Thái Nguyên}\ndoc"
        ),
    }
    for name, text in plans.items():
        (home / f"{name}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(cchc, *more):
    return json.loads(cchc("coverage", "tinh", *more, *TODAY, "--format", "json").out)


def test_who_has_taken_up_what(here, cchc):
    found = asked(cchc)
    tasks = {one["task"]: one for one in found["tasks"]}
    taken = {
        task: [(one["commune"], one["state"], one["suspect"]) for one in each["taken_up"]]
        for task, each in tasks.items()
    }
    assert taken == {
        "tap-huan": [("xã An Bình", "done", False), ("phường Bình Minh", "overdue", False), ("xã Xa", "overdue", False)],
        "dung-han": [("phường Bình Minh", "done", False)],
        "cong-khai": [],
    }  # fmt: skip
    assert {task: (one["asked"], one["missing"]) for task, one in tasks.items()} == {
        "tap-huan": (3, ["phường Cao Sơn"]),
        "dung-han": (2, ["phường Cao Sơn"]),
        "cong-khai": (2, ["xã An Bình", "xã Không Có"]),
    }
    assert [one["carries_out"] for one in found["astray"]] == ["tinh#bo-roi"]
    communes = {
        one["commune"]: (one["asked"], one["taken_up"], one["missing"]) for one in found["communes"]
    }
    assert communes == {
        "xã An Bình": (2, 1, ["cong-khai"]), "phường Bình Minh": (2, 2, []),
        "phường Cao Sơn": (2, 0, ["tap-huan", "dung-han"]), "xã Xa": (0, 1, []),
    }  # fmt: skip


def test_only_what_is_missing(here, cchc):
    found = asked(cchc, "--missing")
    assert [one["commune"] for one in found["communes"]] == ["xã An Bình", "phường Cao Sơn"]
    text = cchc("coverage", "tinh", "--by", "commune", "--missing", *TODAY).out
    assert "phường Cao Sơn" in text and "Bình Minh" not in text


def test_the_workbook_has_tasks_communes_and_links(here, cchc):
    assert cchc("coverage", "tinh", "--format", "xlsx", "-o", "c.xlsx", *TODAY).code == 0
    book = openpyxl.load_workbook(here / "c.xlsx")
    assert [sheet.max_row - 4 for sheet in book.worksheets] == [3, 4, 5]
    assert "a workbook cannot be shown" in cchc("coverage", "tinh", "--format", "xlsx").err


def test_the_plan_above_may_be_a_table(here, cchc):
    before = asked(cchc)["tasks"]
    cchc("export", "tinh", "-o", "tinh.csv")
    (here / "plans" / "tinh.yaml").unlink()
    (here / "cchc.toml").write_text('[upstream]\nplans = ["tinh.csv"]\n', "utf-8")
    assert asked(cchc)["tasks"] == before
    refused = cchc("coverage", "khong-co")
    assert refused.code == 2 and "there is no plan “khong-co”" in refused.err


def test_diff_of_a_plan_above_ends_with_whom_it_touches(here, cchc):
    old, new = here / "cu.yaml", here / "plans" / "tinh.yaml"
    text = new.read_text("utf-8")
    old.write_text(text, "utf-8")
    new.write_text(text.replace("deadline: Quý II/2026", "deadline: Quý III/2026", 1), "utf-8")
    ran = cchc("diff", "cu.yaml", "plans/tinh.yaml", "--format", "json")
    touched = json.loads(ran.out)["touched"]
    assert [(one["task"], one["communes"]) for one in touched] == [
        ("tinh#tap-huan", ["xã An Bình", "phường Bình Minh", "xã Xa"])
    ]
    told = cchc("diff", "cu.yaml", "plans/tinh.yaml").out
    assert "3 tasks of 3 communes" in told and "phường Bình Minh 1 (b)" in told
    assert (
        "3 tasks of 3 communes"
        in cchc("diff", "cu.yaml", "plans/tinh.yaml", "--format", "markdown").out
    )
    assert [one["suspect"] for one in asked(cchc)["tasks"][0]["taken_up"]] == [True] * 3


def test_status_sums_up_by_the_task_above(here, cchc):
    found = json.loads(cchc("status", "--by", "parent", *TODAY, "--format", "json").out)["parents"]
    sums = {one["id"]: (one["name"], one["tasks"]["total"], one["tasks"]["done"]) for one in found}
    assert sums["tinh#tap-huan"] == ("Tập huấn công tác cải cách hành chính", 3, 1)
    assert sums["tinh#dung-han"][1:] == (1, 1)
    assert sums["tinh#bo-roi"] == ("", 1, 0)
    assert sums[""][1] == 7
