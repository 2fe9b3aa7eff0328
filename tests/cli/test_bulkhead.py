"""One plan never takes the others with it: where cchc fails on a plan, it says so and answers for the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import MINIMAL

QUESTIONS = (
    ("due", "--from", "1/1/2000"), ("status",), ("assignments",), ("export",),
    ("sheet", "out", "-o", "phieu"), ("render", "--all"),
)  # fmt: skip
VIEWS = {
    "due": "cchc.views.due.occurrences",
    "status": "cchc.views.status.occurrences",
    "assignments": "cchc.views.assignments._all",
    "export": "cchc.app.export.export_rows",
    "sheet": "cchc.views.followup.follow_up",
    "render": "cchc.document.issued.render_issued",
}
BAD = "Xã Hỏng"


@pytest.fixture
def province(workspace, monkeypatch) -> Path:
    """Return a workspace with two sound plans, one of which will make cchc fail."""
    text = MINIMAL.read_text(encoding="utf-8")
    bad = text.replace("name: An Bình", f"name: {BAD}")
    assert bad != text
    (workspace / "plans" / "hong.yaml").write_text(bad, encoding="utf-8")
    monkeypatch.setenv("CCHC_CACHE_DIR", str(workspace / "cache"))
    return workspace


def failing(monkeypatch, name: str, is_bad) -> None:
    """Have the function called `name` fail whenever one of its arguments is bad."""
    from importlib import import_module

    module, _, function = name.rpartition(".")
    real = getattr(import_module(module), function)

    def fail(*arguments, **named):
        if any(is_bad(one) for one in (*arguments, *named.values())):
            raise ZeroDivisionError("a bug\x1b[2J")
        return real(*arguments, **named)

    monkeypatch.setattr(name, fail)


def bad_data(one: object) -> bool:
    return isinstance(one, dict) and one.get("commune", {}).get("name") == BAD


def bad_plan(one: object) -> bool:
    return getattr(getattr(one, "commune", None), "name", None) == BAD


def bad_facts(one: object) -> bool:
    return bad_plan(getattr(one, "plan", None))


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[0])
@pytest.mark.parametrize("part", ["reader", "view"])
def test_the_others_are_answered_for_and_the_exit_code_is_3(
    province, cchc, monkeypatch, words, part
):
    whole = cchc(*words, "an-binh") if "--all" not in words else cchc("render", "an-binh")
    if part == "reader":
        failing(monkeypatch, "cchc.read.schema.to_plan", bad_data)
    else:
        failing(monkeypatch, VIEWS[words[0]], lambda one: bad_plan(one) or one == "hong")
    ran = cchc(*words)
    assert (ran.code, ran.out) == (3, whole.out)
    assert "\n  plans/hong.yaml:1:1: internal error in cchc: ZeroDivisionError: a bug" in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("words", [("status", "hong"), ("due", "hong")], ids=" ".join)
def test_alone_it_is_the_error_of_the_run(province, cchc, monkeypatch, words):
    failing(monkeypatch, "cchc.read.schema.to_plan", bad_data)
    ran = cchc(*words)
    assert (ran.code, ran.out) == (3, "")
    assert "internal error in cchc: ZeroDivisionError" in ran.err


@pytest.mark.parametrize(
    ("name", "is_bad"),
    [
        ("cchc.read.schema.to_plan", bad_data),
        ("cchc.rules.no_deadline.check", bad_facts),
        ("cchc.rules.across_plans.task_with_two_leads.claims", bad_facts),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_validate_says_it_of_the_plan_and_judges_the_others(
    province, cchc, monkeypatch, name, is_bad, jobs
):
    (province / "plans" / "thieu.yaml").write_text("cchc: 1\n", encoding="utf-8")
    before = cchc("validate", "an-binh", "thieu", "--format", "json", "--jobs", jobs)
    with monkeypatch.context() as patch:
        failing(patch, name, is_bad)
        ran = cchc("validate", "--format", "json", "--jobs", jobs, "--ignore", "B001")
        assert ran.code == 3
    found = json.loads(ran.out)["diagnostics"]
    mine = [one for one in found if one["path"] == "plans/hong.yaml"]
    assert [(one["code"], one["name"], one["severity"]) for one in mine] == [
        ("B001", "internal-error", "error")
    ]
    assert "ZeroDivisionError" in mine[0]["message"]
    assert [one for one in found if one not in mine] == json.loads(before.out)["diagnostics"]
    # Nothing of it is kept: once the bug is mended, the plan is judged.
    assert "B001" not in cchc("validate").out


def test_a_rule_that_fails_on_two_plans_is_said_of_the_later_one(province, cchc, monkeypatch):
    text = MINIMAL.read_text(encoding="utf-8").replace("Quý I", "Quý II")
    (province / "plans" / "bb.yaml").write_text(text, encoding="utf-8")

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    sound = cchc("validate", "--format", "json")
    assert '"X0' in sound.out
    with monkeypatch.context() as patch:
        from cchc.rules import across_plans

        for rule in across_plans.all_rules():
            patch.setattr(rule, "conflict", fail)
        (province / "plans" / "cc.yaml").write_text(text, encoding="utf-8")
        ran = cchc("validate", "--format", "json")
    assert ran.code == 3
    codes = {one["code"] for one in json.loads(ran.out)["diagnostics"]}
    assert "B001" in codes
    assert "B001" not in cchc("validate").out


@pytest.mark.parametrize("kind", ["sarif", "github", "junit", "json"])
def test_every_report_has_it(province, cchc, monkeypatch, kind):
    failing(monkeypatch, "cchc.rules.no_deadline.check", bad_facts)
    ran = cchc("validate", "--report", f"{kind}=out.txt")
    assert ran.code == 3
    assert "ZeroDivisionError" in (province / "out.txt").read_text(encoding="utf-8")


def test_a_failure_that_no_plan_brings_about_alone_is_one_of_the_run(province, cchc, monkeypatch):
    def fail(plans, *_):
        if len(list(plans)) > 1:
            raise ZeroDivisionError

    monkeypatch.setattr("cchc.views.status.status", fail)
    ran = cchc("status")
    assert ran.code == 3
    assert "this is a bug in cchc: ZeroDivisionError" in ran.err


def test_diff_says_it_too(province, cchc, monkeypatch):
    (province / "alt").mkdir()
    for path in (province / "plans").iterdir():
        text = path.read_text(encoding="utf-8").replace("Quý I", "Quý II")
        (province / "alt" / path.name).write_text(text, encoding="utf-8")
    whole = cchc("diff", "plans", "alt", "--format", "json")
    failing(monkeypatch, "cchc.app.diff.changes", lambda one: one == "hong")
    ran = cchc("diff", "plans", "alt", "--format", "json")
    assert ran.code == 3
    mine = json.loads(ran.out)
    assert mine["changes"] == [
        one for one in json.loads(whole.out)["changes"] if one["plan"] != "hong"
    ]
    assert [one["plan"] for one in mine["unread"]] == ["hong"]
