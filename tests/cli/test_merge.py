"""`cchc merge`, by hand and as the merge driver of git."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cchc.app import merge as job
from cchc.edit.merge import merge
from tests.edit.test_merge import BASE, CONFLICTS, MERGED


@pytest.fixture
def versions(tmp_path):
    def made(ours, theirs):
        paths = []
        for name, text in (("base", BASE), ("ours", ours), ("theirs", theirs)):
            path = tmp_path / f"{name}.yaml"
            path.write_text(text, "utf-8")
            paths.append(path)
        return paths

    return made


def test_the_result_goes_to_ours(cchc, versions):
    ours, theirs = MERGED["neighbouring lines"]
    paths = versions(ours(BASE), theirs(BASE))
    assert cchc("merge", *map(str, paths)).code == 0
    assert paths[1].read_text("utf-8") == ours(theirs(BASE))
    assert paths[2].read_text("utf-8") == theirs(BASE)


def test_what_is_saved_while_it_merges_stays(cchc, versions, monkeypatch):
    ours, theirs = MERGED["neighbouring lines"]
    paths = versions(ours(BASE), theirs(BASE))

    def slow(*texts):
        paths[1].write_text("# by hand\n", "utf-8")
        return merge(*texts)

    monkeypatch.setattr(job, "merge", slow)
    ran = cchc("merge", *map(str, paths))
    assert ran.code == 2
    assert "has changed since it was read" in ran.err
    assert paths[1].read_text("utf-8") == "# by hand\n"


def test_the_mark_at_the_start_stays(cchc, versions):
    ours, theirs = MERGED["neighbouring lines"]
    paths = versions("\ufeff" + ours(BASE), theirs(BASE))
    assert cchc("merge", *map(str, paths)).code == 0
    assert paths[1].read_text("utf-8") == "\ufeff" + ours(theirs(BASE))


def test_a_conflict_is_told_with_its_line(cchc, versions):
    ours, theirs, _ = CONFLICTS["one deadline twice"]
    ran = cchc(
        "merge", *map(str, versions(ours(BASE), theirs(BASE))), "-o", "-", "--path", "x.yaml"
    )
    line = ran.out.split("\n").index("<<<<<<< ours") + 1
    assert ran.code == 1
    assert f"x.yaml:{line}: both versions changed this" in ran.err


def test_what_is_no_yaml_is_merged_line_by_line(cchc, versions):
    ran = cchc(
        "merge", *map(str, versions(BASE + "# x\n", BASE.replace("cchc: 1", "cchc: [1"))), "-o", "-"
    )
    assert ran.code == 0
    assert ran.out == BASE.replace("cchc: 1", "cchc: [1") + "# x\n"
    assert "merged line by line" in ran.err


def test_git_merges_branches_with_it(tmp_path, cchc, monkeypatch):
    def git(*words):
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    assert cchc("init", "--merge-driver").code == 0
    driver = git("config", "merge.cchc.driver").stdout.strip()
    assert driver == "cchc merge %O %A %B --path %P"
    git("config", "merge.cchc.driver", driver.replace("cchc", f"{sys.executable} -m cchc", 1))
    plan = tmp_path / "plans" / "a.yaml"
    plan.write_text(BASE, "utf-8")
    git("add", "-A")
    git("commit", "-qm", "base")
    ours, theirs = MERGED["neighbouring lines"]
    git("checkout", "-qb", "theirs")
    plan.write_text(theirs(BASE), "utf-8")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    plan.write_text(ours(BASE), "utf-8")
    git("commit", "-qam", "ours")
    done = git("merge", "-q", "--no-edit", "theirs")
    assert done.returncode == 0, done.stdout + done.stderr
    assert plan.read_text("utf-8") == ours(theirs(BASE))
