"""Work on all cores: in processes only where it pays, and never far ahead of whoever takes it."""

from __future__ import annotations

import os
import time

from cchc.cli import forked, workers
from cchc.cli.workers import in_processes


def process_of(_: int) -> int:
    return os.getpid()


def test_few_items_are_done_here_and_many_elsewhere(monkeypatch):
    monkeypatch.setattr(workers, "_cores", lambda: 2)
    here = list(in_processes(process_of, range(9), few=10))
    there = list(in_processes(process_of, range(10), few=10))
    assert set(here) == {os.getpid()}
    assert there[0] == os.getpid()  # what the first item brings in, the copies have already
    assert os.getpid() not in there[1:]


def test_one_core_needs_no_processes(monkeypatch):
    monkeypatch.setattr(workers, "_cores", lambda: 1)
    assert set(in_processes(process_of, range(99))) == {os.getpid()}
    assert set(in_processes(process_of, range(99), jobs=1)) == {os.getpid()}


def test_no_more_is_done_ahead_than_memory_should_hold():
    reading, writing = os.pipe()

    def work(item: int) -> str:
        os.write(writing, b".")
        return "x" * 100_000

    found = in_processes(work, range(1_000), jobs=2)
    assert [next(found), next(found)] == ["x" * 100_000] * 2
    time.sleep(0.5)
    found.close()
    os.close(writing)
    with os.fdopen(reading, "rb") as done:
        # One here; of one worker what was taken and what waits, of the other what waits.
        assert len(done.read()) <= 1 + 3 * forked.CHUNK
