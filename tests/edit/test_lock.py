"""One writer at a time in a folder."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from cchc.edit.files import lock
from cchc.edit.files.lock import NAME, locked
from cchc.errors import UserError

HOLD = """
import sys
from pathlib import Path
from cchc.edit.files.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
LONG = 3600.0
"""Seconds to wait for another writer on a machine that is busy with other things."""


def test_nothing_is_left_in_the_folder(tmp_path):
    with locked(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert list(tmp_path.iterdir()) == []


def test_a_second_writer_waits_and_then_says_who_is_in_its_way(tmp_path):
    with locked(tmp_path), pytest.raises(UserError) as refusal, locked(tmp_path, timeout=0):
        pass
    assert str(refusal.value.message) == (
        f"another cchc is writing in {tmp_path}; nothing was changed"
    )
    with locked(tmp_path, timeout=0):
        pass


def test_the_lock_of_a_writer_that_was_killed_is_free(tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(UserError), locked(tmp_path, timeout=0):
            pass
        holder.kill()
    with locked(tmp_path, timeout=0):
        pass


def test_never_two_hold_it_though_the_file_comes_and_goes(tmp_path):
    inside, most, rounds = 0, 0, []

    def write() -> None:
        nonlocal inside, most
        for _ in range(20):
            with locked(tmp_path, timeout=LONG):
                inside += 1
                threading.Event().wait(0.0005)  # the others have their turn
                most = max(most, inside)
                inside -= 1
            rounds.append(1)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, len(rounds)) == (1, 80)


def test_a_lock_file_deleted_while_somebody_waits_on_it_locks_nothing(tmp_path, monkeypatch):
    take, late = lock._try, []

    def take_late(handle: int) -> None:
        if not late:  # the writer before us is done between our opening and our locking
            late.append((tmp_path / NAME).unlink())
        take(handle)

    monkeypatch.setattr(lock, "_try", take_late)
    with locked(tmp_path):
        assert (tmp_path / NAME).exists()
        with pytest.raises(UserError), locked(tmp_path, timeout=0):
            pass


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(UserError) as refusal, locked(tmp_path / "x"):
        pass
    assert str(refusal.value.message) == (
        f"{tmp_path / 'x' / NAME} cannot be written: no such file or folder"
    )
