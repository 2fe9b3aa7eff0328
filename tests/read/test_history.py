"""Plans of earlier days, read from a repository made for the test."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from cchc.errors import UserError
from cchc.read.git.history import History

PLAN = (Path(__file__).parent.parent / "rules" / "minimal.yaml").read_text(encoding="utf-8")
NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@b",
}  # fmt: skip


@pytest.fixture
def git(tmp_path):
    def git(*words: str, at: str = "2026-01-01T00:00:00+00:00") -> str:
        env = os.environ | NOBODY | {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        done = subprocess.run(
            ["git", "-C", str(tmp_path), *words], env=env, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    git("init", "-q", "-b", "main")
    return git


@pytest.fixture
def commit(git, tmp_path):
    def commit(name: str, text: str, at: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        git("add", "-A")
        git("commit", "-q", "-m", "x", at=at)
        return git("rev-parse", "HEAD")

    return commit


def titles(sources):
    return [source.plan.document.title for source in sources]


def test_the_last_commit_of_the_day_counts_in_vietnamese_time(commit, tmp_path):
    first = commit("plans/a.yaml", PLAN, "2026-01-31T16:59:59+00:00")  # 23:59:59 in Viet Nam
    commit("plans/a.yaml", PLAN + "# sau\n", "2026-01-31T17:00:00+00:00")
    past = History(tmp_path)
    assert past.at(date(2026, 1, 31)) == first
    assert past.at(date(2026, 2, 1)) != first
    assert str(past.at(date(2026, 1, 30))) == "nothing was in git yet"


def test_a_plan_is_read_as_it_was_and_the_working_file_is_left_alone(commit, tmp_path):
    old = commit("plans/a.yaml", PLAN, "2026-01-10T00:00:00+00:00")
    path = tmp_path / "plans" / "a.yaml"
    path.write_text("hỏng", encoding="utf-8")
    found = History(tmp_path).plans(old, [path])
    assert titles(found) == ["Cải cách hành chính xã An Bình năm 2026"]
    assert path.read_text(encoding="utf-8") == "hỏng"


def test_a_plan_that_moved_is_found_by_its_id(commit, git, tmp_path):
    old = commit("plans/2026/kế hoạch.yaml", PLAN, "2026-01-10T00:00:00+00:00")
    git("mv", "plans/2026/kế hoạch.yaml", "plans/kế hoạch.yaml")
    git("commit", "-q", "-m", "x")
    found = History(tmp_path).plans(old, [tmp_path / "plans" / "kế hoạch.yaml"])
    assert [source.id for source in found] == ["kế hoạch"]
    assert found[0].plan is not None


def test_a_plan_that_did_not_exist_yet_is_left_out(commit, tmp_path):
    old = commit("plans/a.yaml", PLAN, "2026-01-10T00:00:00+00:00")
    assert History(tmp_path).plans(old, [tmp_path / "plans" / "b.yaml"]) == []


def test_a_plan_that_was_broken_then_has_no_plan(commit, tmp_path):
    old = commit("plans/a.yaml", "cchc: 1\nkind: [\n", "2026-01-10T00:00:00+00:00")
    (found,) = History(tmp_path).plans(old, [tmp_path / "plans" / "a.yaml"])
    assert found.plan is None
    assert found.findings


def test_what_was_merged_later_counts_from_its_merge(commit, git, tmp_path):
    first = commit("plans/a.yaml", PLAN, "2026-01-10T00:00:00+00:00")
    git("switch", "-q", "-c", "nhanh")
    commit("plans/b.yaml", PLAN, "2026-01-20T00:00:00+00:00")
    git("switch", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "x", "nhanh", at="2026-02-05T00:00:00+00:00")
    assert History(tmp_path).at(date(2026, 1, 31)) == first


def test_a_folder_below_the_repository_will_do(commit, tmp_path):
    old = commit("xa/plans/a.yaml", PLAN, "2026-01-10T00:00:00+00:00")
    found = History(tmp_path / "xa").plans(old, [tmp_path / "xa" / "plans" / "a.yaml"])
    assert len(found) == 1


def test_outside_git_the_message_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UserError) as raised:
        History(tmp_path)
    assert "is in no git repository" in str(raised.value.message)


def test_a_repository_without_commits_is_refused(git, tmp_path):
    with pytest.raises(UserError) as raised:
        History(tmp_path)
    assert "no commit yet" in str(raised.value.message)


def test_without_git_the_message_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError) as raised:
        History(tmp_path)
    assert "git is not installed" in str(raised.value.message)


def test_a_plan_of_the_same_name_in_another_folder_is_not_taken_for_it(commit, tmp_path):
    old = commit("plans/an-lap/cchc.yaml", PLAN, "2026-01-10T00:00:00+00:00")
    commit("plans/binh-an/cchc.yaml", PLAN, "2026-02-10T00:00:00+00:00")
    paths = [tmp_path / "plans" / one / "cchc.yaml" for one in ("an-lap", "binh-an")]
    found = History(tmp_path).plans(old, paths)
    assert [source.id for source in found] == ["an-lap/cchc"]
