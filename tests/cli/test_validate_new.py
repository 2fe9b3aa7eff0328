"""`cchc validate` in a pull request: only what is new counts."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest


@pytest.fixture
def plan(workspace):
    """Return the path of a plan that has two faults, each on a line of its own."""
    path = workspace / "plans" / "an-binh.yaml"
    text = path.read_text("utf-8")
    text = text.replace("deadline: Quý I,", "deadline: Năm 2026,").replace("76/NQ-CP", "76/NQCP")
    path.write_text(text, "utf-8")
    return path


def found(ran) -> list[str]:
    return [one["code"] for one in json.loads(ran.out)["diagnostics"]]


def check(cchc, *words: str) -> list[str]:
    return found(cchc("validate", "--format", "json", *words))


def test_what_the_baseline_knows_does_not_count_wherever_it_moves(plan, cchc):
    assert cchc("validate", "--write-baseline", "b.json").code == 0
    strict = ("validate", "--baseline", "b.json", "--fail-on", "info")
    plan.write_text("# moved\n\n" + plan.read_text("utf-8"), "utf-8")
    ran = cchc(*strict)
    assert (ran.code, ran.err) == (0, "known from b.json, not counted: 2\n")
    plan.write_text(plan.read_text("utf-8").replace("năm 2026", "năm  2026", 1), "utf-8")
    assert cchc(*strict).code == 1
    assert check(cchc, "--baseline", "b.json") == ["H005"]


def test_of_equal_lines_the_new_one_is_told(plan, cchc):
    text = plan.read_text("utf-8")
    symbol = next(line for line in text.splitlines() if "76/NQCP" in line)
    cchc("validate", "--write-baseline", "b.json")
    plan.write_text(text.replace(symbol, f"  - Căn cứ điều khác\n{symbol}\n{symbol}"), "utf-8")
    told = json.loads(
        cchc("validate", "--baseline", "b.json", "--select", "C002", "--format", "json").out
    )
    lines = plan.read_text("utf-8").splitlines()
    assert [lines[one["line"] - 1] for one in told["diagnostics"]] == [symbol]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"kind": "baseline", "schema_version": 2, "files": {}}']
)
def test_what_is_no_baseline_is_refused(plan, cchc, text):
    (plan.parent.parent / "b.json").write_text(text)
    ran = cchc("validate", "--baseline", "b.json")
    assert (ran.code, "b.json is no baseline of this cchc" in ran.err) == (2, True)
    assert cchc("validate", "--baseline", "khong-co.json").code == 2
    assert cchc("validate", "--baseline", "b.json", "--write-baseline", "b.json").code == 2


def git(folder, *words):
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.vn", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, "-C", str(folder), *words], check=True, capture_output=True)


def test_only_changed_plans_and_what_is_compared_with_them_count(plan, cchc, workspace):
    other = workspace / "plans" / "other.yaml"
    shutil.copy(plan, other)
    git(workspace, "init", "-q")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-qm", "x")
    assert check(cchc, "--changed-since", "HEAD") == []
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("Phòng Văn hóa", "Phòng  Văn hóa", 1), "utf-8")
    told = json.loads(cchc("validate", "--changed-since", "HEAD", "--format", "json").out)
    paths = {(one["path"], one["code"][0] == "X") for one in told["diagnostics"]}
    assert paths == {("plans/an-binh.yaml", False), ("plans/other.yaml", True)}
    plan.write_bytes(text.replace("\n", "\r\n").encode())  # as git checks out on Windows
    assert check(cchc, "--changed-since", "HEAD") == []
    (workspace / "plans" / "register.yaml").write_text("register: 1\ndocuments: []\n")
    ran = cchc("validate", "--changed-since", "HEAD")
    assert "plans/register.yaml, by which all plans are judged" in ran.err
    assert cchc("validate", "--changed-since", "khong-co").code == 2


def test_paths_are_told_from_the_top_of_the_repository(
    plan, cchc, workspace, monkeypatch, tmp_path
):
    inside = workspace / "tinh"
    inside.mkdir()
    (workspace / "plans").rename(inside / "plans")
    (inside / "cchc.toml").write_text('[validate]\nignore = ["D"]\n')
    (workspace / ".git").mkdir()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.chdir(inside)
    here = cchc("validate", "--report", "github", "--report", "sarif=a.sarif")
    monkeypatch.chdir(workspace)
    above = cchc("validate", "tinh/plans/an-binh.yaml", "--report", "github")
    assert here.out.splitlines()[0] == above.out.splitlines()[0]  # and by its own cchc.toml
    assert above.out.startswith("::error file=tinh/plans/an-binh.yaml,line=")
    assert 'uri": "tinh/plans/an-binh.yaml' in (inside / "a.sarif").read_text("utf-8")
    assert (tmp_path / "summary.md").read_text("utf-8").count(
        "| tinh/plans/an-binh.yaml | 1 |"
    ) == 2


def test_outside_a_repository_the_advice_is_that_of_validate(plan, cchc):
    ran = cchc("validate", "--changed-since", "main")
    assert (ran.code, "is in no git repository" in ran.err) == (2, True)
    assert "leave out --changed-since" in ran.err
    assert "cchc diff" not in ran.err
