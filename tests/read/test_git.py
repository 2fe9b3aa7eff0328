"""A repository that wants something run: whatever its settings name, nothing of it is started."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cchc import programs
from cchc.errors import UserError
from cchc.read.git import command as asked
from cchc.read.git.history import History
from cchc.read.git.revisions import Revisions
from tests.cli.conftest import cchc as cchc
from tests.read.test_history import NOBODY, PLAN

ROOT = Path(__file__).parent.parent.parent
BIG = 3_000_000


def canary(folder: Path) -> tuple[Path, Path]:
    """Return a program that leaves a file behind when it is run, and that file."""
    sign, program = folder / "canary-sings", folder / "canary.sh"
    program.write_text(f"#!/bin/sh\necho run >> '{sign}'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    return program, sign


SETTINGS = {
    "an ext remote": {"remote.x.url": "ext::{program}", "protocol.ext.allow": "always"},
    "an ssh command": {"remote.x.url": "ssh://nobody@localhost/x", "core.sshCommand": "{program}",
                       "protocol.ssh.allow": "always"},
    "an upload program": {"remote.x.url": "file:///tmp", "remote.x.uploadpack": "{program}",
                          "protocol.file.allow": "always"},
    "a proxy": {"remote.x.url": "git://localhost/x", "core.gitProxy": "{program}",
                "protocol.git.allow": "always"},
    "a rewritten address": {"remote.x.url": "nothing:x", "url.ext::{program} .insteadOf": "nothing:",
                            "protocol.ext.allow": "always"},
    "a credential helper": {"remote.x.url": "http://localhost:9/x", "credential.helper": "!{program}",
                            "core.askPass": "{program}", "protocol.http.allow": "always"},
    "programs for everything": {
        "core.fsmonitor": "{program}", "core.hooksPath": "{folder}", "core.pager": "{program}",
        "pager.rev-parse": "{program}", "pager.cat-file": "{program}", "diff.external": "{program}",
        "diff.x.textconv": "{program}", "filter.x.smudge": "{program}", "filter.x.process": "{program}",
        "alias.rev-parse": "!{program}", "alias.ls-tree": "!{program}", "alias.cat-file": "!{program}",
        "core.editor": "{program}", "gpg.program": "{program}", "log.showSignature": "true",
        "uploadpack.packObjectsHook": "{program}", "core.alternateRefsCommand": "{program}",
        "sequence.editor": "{program}", "interactive.diffFilter": "{program}",
    },
    "an included file": {"include.path": "{folder}/more", "protocol.ext.allow": "always"},
}  # fmt: skip


def hostile(folder: Path, settings: dict[str, str]) -> Path:
    """Make a repository with two commits whose first one lacks the content of its plan."""
    program, sign = canary(folder)
    home = folder / "kho"
    env = os.environ | NOBODY

    def git(*words: str, at: str = "2026-01-10T00:00:00Z") -> str:
        dated = env | {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        done = subprocess.run(
            ["git", "-C", str(home), *words], env=dated, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    (home / "plans").mkdir(parents=True)
    git("init", "-q", "-b", "main")
    plan = home / "plans" / "a.yaml"
    (home / ".gitattributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    for text, at in ((PLAN, "2026-01-10T00:00:00Z"), (PLAN + "# sau\n", "2026-03-10T00:00:00Z")):
        plan.write_text(text, encoding="utf-8")
        git("add", "-A")
        git("commit", "-q", "-m", "x", at=at)
    for what in ("HEAD~1:plans/a.yaml",):
        blob = git("rev-parse", what)
        (home / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "extensions.partialClone", "x")
    git("config", "remote.x.promisor", "true")
    (folder / "more").write_text(f'[remote "x"]\n\turl = ext::{program}\n', encoding="utf-8")
    for key, value in settings.items():
        names = {"program": program, "folder": folder}
        git("config", key.format_map(names), value.format_map(names))
    for hook in ("post-checkout", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman"):
        shutil.copy(program, home / ".git" / "hooks" / hook)
        shutil.copy(program, folder / hook)
    sign.unlink(missing_ok=True)
    return home


@pytest.mark.parametrize("name", SETTINGS)
def test_a_repository_runs_nothing(tmp_path, monkeypatch, cchc, name):
    home = hostile(tmp_path, SETTINGS[name])
    sign = tmp_path / "canary-sings"
    monkeypatch.chdir(home)
    ran = [cchc("diff"), cchc("diff", "HEAD~1"), cchc("diff", "HEAD~1", "HEAD", "--format", "markdown"),
           cchc("status", "--history", "--today", "2026-04-01")]  # fmt: skip
    assert not sign.exists()
    assert [one.code for one in ran] == [0, 2, 2, 0]
    assert "git does not have the content of this file" in ran[1].err
    assert "31/01/2026: none of the plans could be read" in ran[3].out


def test_the_canary_sings_when_git_is_asked_without_care(tmp_path):
    """Else the test above could not fail."""
    home = hostile(tmp_path, SETTINGS["an ext remote"])
    blob = ["git", "-C", str(home), "cat-file", "blob", "HEAD~1:plans/a.yaml"]
    subprocess.run(blob, env=os.environ | NOBODY, capture_output=True, check=False)
    assert (tmp_path / "canary-sings").exists()


def test_one_module_starts_git():
    named = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cchc").rglob("*.py")
        if 'found("git"' in (text := path.read_text(encoding="utf-8")) or '["git"' in text
    }
    assert named == {"cchc/read/git/command.py"}


def test_programs_are_looked_for_by_one_function():
    """`shutil.which` and bare names take what lies in the current folder, on Windows."""
    which = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cchc").rglob("*.py")
        if re.search(r"\bwhich\(", path.read_text(encoding="utf-8"))
    }
    assert which == {"cchc/programs.py"}


@pytest.mark.parametrize("path", [".", "", "bin", "{here}", "{here}/", "{here}/../x"])
def test_no_program_is_taken_from_the_current_folder(tmp_path, monkeypatch, path):
    here = tmp_path / "x"
    (here / "bin").mkdir(parents=True)
    for folder in (here, here / "bin"):
        (folder / "git").write_text("#!/bin/sh\n", encoding="utf-8")
        (folder / "git").chmod(0o755)
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", path.format(here=here))
    assert programs.found("git") is None
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{path.format(here=here)}{os.pathsep}{here}")
    assert programs.found("git", "other") in {str(here / "git"), f"{here}/../x/git"}


def test_on_windows_a_batch_file_is_no_program(tmp_path, monkeypatch):
    (tmp_path / "git.bat").write_text("", encoding="utf-8")
    (tmp_path / "git.exe").write_text("", encoding="utf-8")
    for file in tmp_path.iterdir():
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(shutil, "which", lambda path: path if os.access(path, os.X_OK) else None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert programs.found("git") == str(tmp_path / "git.exe")


def test_a_bare_repository_inside_the_folder_is_not_taken_for_the_repository(tmp_path):
    env = os.environ | NOBODY
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path)], env=env, check=True)
    (tmp_path / "plans").mkdir()
    with pytest.raises(UserError):
        Revisions(tmp_path)


@pytest.mark.parametrize("share", [r"\\\\may-khac\\kho\\.git", "//may-khac/kho/.git"])
def test_a_repository_on_another_machine_is_not_asked(tmp_path, monkeypatch, share):
    (tmp_path / ".git").write_text(f"gitdir: {share}\n", encoding="utf-8")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("git was started"))
    with pytest.raises(UserError) as raised:
        asked.ask(tmp_path, "status")
    assert "is on another machine" in str(raised.value.message)


def test_a_git_that_waits_for_ever_is_left(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "git").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    (tmp_path / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(asked, "TIMEOUT", 0.1)
    with pytest.raises(UserError) as raised:
        asked.ask(tmp_path, "status")
    assert "does not answer" in str(raised.value.message)


def repository(folder: Path) -> Path:
    """Return a repository with one commit of each month from January to March."""
    home = folder / "nguon"
    (home / "plans").mkdir(parents=True)
    env = os.environ | NOBODY
    subprocess.run(["git", "init", "-q", "-b", "main", str(home)], env=env, check=True)
    for month in (1, 2, 3):
        at = {
            "GIT_AUTHOR_DATE": f"2026-0{month}-10T00:00:00Z",
            "GIT_COMMITTER_DATE": f"2026-0{month}-10T00:00:00Z",
        }
        (home / "plans" / "a.yaml").write_text(f"{PLAN}# {month}\n", encoding="utf-8")
        for words in (["add", "-A"], ["commit", "-q", "-m", "x"]):
            subprocess.run(["git", "-C", str(home), *words], env=env | at, check=True)
    return home


def cloned(folder: Path, *how: str) -> Path:
    source = repository(folder)
    env = os.environ | NOBODY
    subprocess.run(
        ["git", "-C", str(source), "config", "uploadpack.allowFilter", "true"], check=True, env=env
    )
    target = folder / "ban-sao"
    subprocess.run(["git", "clone", "-q", *how, source.as_uri(), str(target)], env=env, check=True)
    return target


def months(cchc, *words: str) -> list[dict[str, object]]:
    ran = cchc("status", "--history", "--today", "2026-03-31", "--format", "json", *words)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)["history"]


def test_what_a_shallow_clone_lacks_is_blank_and_said(tmp_path, monkeypatch, cchc):
    monkeypatch.chdir(cloned(tmp_path, "--depth", "1"))
    found = months(cchc)
    assert [one["total"] is None for one in found] == [True, True, False]
    assert "git fetch --unshallow" in found[0]["why"]
    assert found[2]["why"] is None
    csv = cchc("status", "--history", "--today", "2026-03-31", "--format", "csv").out
    assert csv.splitlines()[1].strip(",") == "31/01/2026"
    text = cchc("status", "--history", "--today", "2026-03-31").out
    assert "31/01/2026: this clone does not reach back so far" in text
    monkeypatch.setenv("COLUMNS", "100")
    assert (
        cchc(
            "status", "--history", "--today", "2026-03-31", "--format", "xlsx", "-o", "x.xlsx"
        ).code
        == 0
    )


@pytest.mark.parametrize("how", ["--filter=blob:none", "--filter=tree:0"])
def test_what_a_partial_clone_lacks_is_blank_and_said(tmp_path, monkeypatch, cchc, how):
    monkeypatch.chdir(cloned(tmp_path, how))
    found = months(cchc)
    assert [one["total"] is None for one in found] == [True, True, False]
    assert all(found[n]["why"] for n in (0, 1))
    assert cchc("diff", "HEAD~2").code == 2


def test_a_content_of_any_size_is_not_taken_into_memory(tmp_path, monkeypatch):
    home = repository(tmp_path)
    (home / "plans" / "b.yaml").write_bytes(b"#" * BIG)
    env = os.environ | NOBODY
    for words in (["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(home), *words], env=env, check=True)
    sizes = []
    whole = asked.ask

    def ask(*words, **given):
        answer = whole(*words, **given)
        sizes.append(len(answer.out))
        return answer

    monkeypatch.setattr(asked, "ask", ask)
    past = Revisions(home)
    texts = past.plans(past.commit("HEAD"))
    assert f"the file has {BIG} bytes" in str(texts[Path("plans/b.yaml")].message)
    assert max(sizes) < BIG // 2


def test_history_follows_a_plan_to_another_name_as_diff_does(tmp_path):
    home = repository(tmp_path)
    (home / "plans" / "a.yaml").rename(home / "plans" / "moi.yaml")
    past = History(home)
    commit = past.at(date(2026, 2, 28))
    (found,) = past.plans(commit, [home / "plans" / "moi.yaml"])
    assert (found.id, found.plan is not None) == ("moi", True)
    # Two that may have been it: not guessed.
    shutil.copy(home / "plans" / "moi.yaml", home / "plans" / "nua.yaml")
    assert past.plans(commit, [home / "plans" / "moi.yaml"]) == []


@pytest.mark.parametrize(
    "words", [("diff",), ("diff", "--exit-code"), ("diff", "HEAD", "--format", "json")]
)
def test_nothing_to_compare_is_a_wrong_request(tmp_path, monkeypatch, cchc, words):
    home = repository(tmp_path)
    (home / "docs").mkdir()
    subprocess.run(["git", "-C", str(home), "rm", "-rq", "plans"], check=True)
    env = os.environ | NOBODY
    subprocess.run(["git", "-C", str(home), "commit", "-qm", "x"], env=env, check=True)
    monkeypatch.chdir(home / "docs")
    ran = cchc(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "no plan to compare" in ran.err
