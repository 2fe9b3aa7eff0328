"""Whole files or none: failures half-way, killed writers, writers at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest

from cchc.edit.progress import journal, plan_edit
from cchc.edit.progress.journal import record
from cchc.edit.progress.request import Request
from cchc.errors import UserError
from cchc.read.load import load, required_plan
from tests.edit.sample import HEAD, PLAN, TODAY, make, workspace

JUNE = date(2026, 6, 12)
MANY = HEAD + "appendices:\n  - title: A\n    tasks:\n" + "".join(
    f"      - id: t{n}  # việc {n}\n        title: Việc {n}\n" for n in range(1, 41)
)  # fmt: skip
WRITER = """
import sys
from pathlib import Path
from datetime import date
from cchc.edit.progress.journal import record
from cchc.edit.progress.request import Request
first, last = int(sys.argv[1]), int(sys.argv[2])
for n in range(first, last):
    done = record([Request("an-binh", f"t{n}", state="running")], Path.cwd(), date(2026, 7, 1))
    assert not done.refusals, done.refusals
    print(n, flush=True)
"""


def writer(first: int, last: int) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(first), str(last)], stdout=subprocess.PIPE
    )


def recorded(path) -> set[str]:
    return {task.id for task in required_plan(load(path)).appendices[0].tasks if task.progress}


def test_two_writers_at_once_lose_nothing(tmp_path):
    path = workspace(tmp_path, MANY)
    writers = [writer(1, 21), writer(21, 41)]
    for one in writers:
        one.communicate()
    assert [one.returncode for one in writers] == [0, 0]
    assert recorded(path) == {f"t{n}" for n in range(1, 41)}
    assert [file.name for file in path.parent.iterdir()] == ["an-binh.yaml"]


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path):
    path = workspace(tmp_path, MANY)
    first = 1
    for _ in range(4):
        with writer(first, 41) as one:
            said = [int(one.stdout.readline()) for _ in range(3)]
            one.kill()
        first = said[-1] + 1
        done = recorded(path)
        assert {f"t{n}" for n in range(1, first)} <= done
    text = path.read_text("utf-8")
    assert text.replace("        progress: {state: running}\n", "") == MANY
    make(path, "t40", state="running")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_while_writing_leaves_the_old_file(tmp_path, monkeypatch, step):
    path = workspace(tmp_path)

    def fail(*_):
        raise OSError(28, "the disk is full")

    monkeypatch.setattr(
        *((os, "fsync", fail) if step == "fsync" else (type(path), "replace", fail))
    )
    with pytest.raises(UserError) as refusal:
        make(path, "1", state="running")
    assert "the disk is full" in str(refusal.value.message)
    assert path.read_text("utf-8") == PLAN
    assert [file.name for file in path.parent.iterdir()] == ["an-binh.yaml"]


def test_when_the_second_file_fails_the_first_is_put_back(tmp_path, monkeypatch):
    paths = [workspace(tmp_path, PLAN, name) for name in ("a", "b")]
    write, calls = journal.write_locked, []

    def fail_on_the_second(path, content, was):
        calls.append(path.name)
        if len(calls) == 2:
            raise KeyboardInterrupt
        write(path, content, was)

    monkeypatch.setattr(journal, "write_locked", fail_on_the_second)
    requests = [Request(name, "1", state="running") for name in ("a", "b")]
    with pytest.raises(KeyboardInterrupt):
        record(requests, tmp_path, TODAY)
    assert calls == ["a.yaml", "b.yaml", "a.yaml"]
    assert [path.read_text("utf-8") for path in paths] == [PLAN, PLAN]


def test_what_an_editor_saves_while_the_record_is_being_written_stays(tmp_path, monkeypatch):
    paths = [workspace(tmp_path, PLAN, name) for name in ("a", "b")]
    saved = PLAN + "# của người khác\n"
    fsync, files = os.fsync, []

    def slow(handle):
        fsync(handle)
        files.append(handle)
        if len(files) == 3:  # the file a, its folder, the file b
            paths[1].write_text(saved, "utf-8")

    monkeypatch.setattr(os, "fsync", slow)
    requests = [Request(name, "1", state="running") for name in ("a", "b")]
    with pytest.raises(UserError, match="has changed since it was read"):
        record(requests, tmp_path, TODAY)
    assert [path.read_text("utf-8") for path in paths] == [PLAN, saved]


def test_one_refusal_among_many_requests_keeps_all_files_as_they_are(tmp_path):
    paths = [workspace(tmp_path, PLAN, name) for name in ("a", "b")]
    requests = [Request("a", "1", state="running"), Request("b", "99", state="running")]
    outcome = record(requests, tmp_path, TODAY)
    assert list(outcome.refusals) == [1]
    assert [path.read_text("utf-8") for path in paths] == [PLAN, PLAN]


def test_what_was_saved_by_others_before_the_lock_was_free_is_kept(tmp_path, monkeypatch):
    path = workspace(tmp_path)
    lock = journal.locked

    def locked(folder):
        path.write_text(PLAN + "# của người khác\n", "utf-8")
        return lock(folder)

    monkeypatch.setattr(journal, "locked", locked)
    make(path, "4", state="running")
    assert path.read_text("utf-8") == (
        PLAN + "        progress: {state: running}\n# của người khác\n"
    )


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (lambda text, *_: text.replace("Sáng kiến", "Sáng"), "something else"),
        (lambda text, *_: text, "something else"),
        (lambda text, *_: text + "\t- x", "unreadable"),
    ],
)
def test_a_text_that_does_not_say_what_was_asked_is_never_written(
    tmp_path, monkeypatch, fault, said
):
    path = workspace(tmp_path)
    monkeypatch.setattr(plan_edit, "text_with_record", fault)
    with pytest.raises(AssertionError, match=said):
        make(path, "1", state="running")
    assert path.read_text("utf-8") == PLAN


def test_nothing_is_written_and_no_lock_taken_for_a_preview(tmp_path, monkeypatch):
    path = workspace(tmp_path)
    monkeypatch.setattr(journal, "locked", None)
    (rewrite,) = make(path, "1", write=False, state="running").rewrites
    assert (rewrite.old, path.read_text("utf-8")) == (PLAN, PLAN)
    assert "progress: {state: running}" in rewrite.new


def test_a_record_that_is_there_already_does_not_touch_the_file(tmp_path, monkeypatch):
    path = workspace(tmp_path)
    make(path, "1", state="done", date=JUNE)
    monkeypatch.setattr(journal, "write_locked", None)
    outcome = make(path, "1", state="done", date=JUNE)
    assert outcome.rewrites == []
    assert outcome.changes[0].before == outcome.changes[0].after


def test_a_link_stays_a_link(tmp_path):
    path = workspace(tmp_path)
    real = path.rename(tmp_path / "real.yaml")
    path.symlink_to(real)
    make(path, "1", state="running")
    assert path.is_symlink()
    assert "progress" in real.read_text("utf-8")


def test_a_plan_with_errors_is_refused_at_its_place(tmp_path):
    path = workspace(tmp_path, PLAN.replace("year: 2026", "year: hai"))
    with pytest.raises(UserError) as refusal:
        make(path, "1", state="running")
    assert str(refusal.value.message).startswith("plans/an-binh.yaml:3:7: ")


def test_a_folder_of_several_plans_is_no_plan(tmp_path):
    workspace(tmp_path, PLAN, "a")
    path = workspace(tmp_path, PLAN, "b")
    with pytest.raises(UserError) as refusal:
        make(path, "1", plan="plans", state="running")
    assert str(refusal.value.message) == "“plans” means 2 plans"
