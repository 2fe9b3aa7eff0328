"""Work on all cores: in processes only where it pays, in order, and nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from cchc.app import cores
from cchc.app.cores import over_cores

METHODS = multiprocessing.get_all_start_methods()


@pytest.fixture(params=METHODS)
def every_way(request) -> Iterator[str]:
    """Have processes begin in each way that there is: copied, or started from nothing."""
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(request.param, force=True)
    yield request.param
    multiprocessing.set_start_method(before, force=True)


def process_of(_: int) -> int:
    return os.getpid()


def left() -> list[object]:
    return [*multiprocessing.active_children()]


def test_few_items_are_done_here_and_many_elsewhere(monkeypatch):
    monkeypatch.setattr(cores, "available", lambda: 2)
    here = list(over_cores(process_of, range(9), few=10))
    there = list(over_cores(process_of, range(10), few=10))
    assert set(here) == {os.getpid()}
    assert there[0] == os.getpid()  # what the first item brings in, the copies have already
    assert os.getpid() not in there[1:]


def test_processes_that_start_from_nothing_need_more_items_to_pay(monkeypatch):
    monkeypatch.setattr(cores, "available", lambda: 2)
    monkeypatch.setattr("multiprocessing.get_start_method", lambda: "spawn")
    assert set(over_cores(process_of, range(29), few=10)) == {os.getpid()}
    assert len({*over_cores(process_of, range(30), few=10)}) > 1


def test_one_core_needs_no_processes(monkeypatch):
    monkeypatch.setattr(cores, "available", lambda: 1)
    assert set(over_cores(process_of, range(99))) == {os.getpid()}
    assert set(over_cores(process_of, range(99), jobs=1)) == {os.getpid()}


def test_every_system_has_the_same_results_on_several_cores(every_way):
    found = list(over_cores(process_of, range(40), jobs=2))
    assert len(found) == 40
    assert os.getpid() not in found[1:]
    assert left() == []


def nap(index: int, naps: list[float]) -> int:
    Event().wait(naps[index])
    return index


def test_results_come_in_order_whatever_they_take():
    chance = random.Random(1)
    naps = [chance.random() / 500 for _ in range(200)]
    assert list(over_cores(partial(nap, naps=naps), range(200), jobs=3)) == list(range(200))


def inverse(item: int) -> int:
    return 100 // (item - 50)


def test_an_error_in_a_worker_comes_after_the_results_before_it():
    seen: list[int] = []
    with pytest.raises(ZeroDivisionError):
        seen.extend(over_cores(inverse, range(100), jobs=2))
    assert seen == [inverse(item) for item in range(50)]
    assert left() == []


def dying(item: int, here: int) -> int:
    if item == 30 and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def test_the_work_of_a_worker_that_died_is_done_here():
    work = partial(dying, here=os.getpid())
    assert list(over_cores(work, range(100), jobs=2)) == list(range(100))
    assert left() == []


def test_where_no_process_can_start_the_work_is_done_here(monkeypatch):
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert list(over_cores(str, range(100), jobs=2)) == [str(n) for n in range(100)]


def test_where_there_are_no_semaphores_the_work_is_done_here(monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    assert list(over_cores(str, range(100), jobs=2)) == [str(n) for n in range(100)]


def large(item: int, folder: Path) -> str:
    (folder / str(item)).touch()
    return "x" * 100_000


def test_no_more_is_done_ahead_than_memory_should_hold(tmp_path):
    found = over_cores(partial(large, folder=tmp_path), range(1_000), jobs=2)
    assert [next(found), next(found)] == ["x" * 100_000] * 2
    Event().wait(0.5)
    found.close()
    # One here, one chunk that was taken, and what is ahead of it.
    assert len(list(tmp_path.iterdir())) <= 1 + (2 * cores.AHEAD + 1) * cores.CHUNK
    assert left() == []
