"""Work on all cores: in order, in processes only where it pays, mistakes and Ctrl-C passed on."""

from __future__ import annotations

import os
from multiprocessing import active_children

import pytest

from cchc.cli import workers
from cchc.cli.workers import in_order


def process_of(item: int) -> tuple[int, int]:
    return item, os.getpid()


def refuse(item: int) -> int:
    if item == 3:
        raise ValueError(item)
    return item


def die(item: int) -> int:
    if item:  # the first is done by whoever asks
        os._exit(9)
    return item


def test_few_items_are_done_here_and_many_elsewhere_both_in_order():
    here = list(in_order(process_of, range(20), worth_it=21, workers=2))
    there = list(in_order(process_of, range(20), worth_it=20, workers=2))
    assert [item for item, _ in here] == [item for item, _ in there] == list(range(20))
    assert {process for _, process in here} == {os.getpid()}
    assert there[0][1] == os.getpid()
    assert os.getpid() not in {process for _, process in there[1:]}


def test_one_core_needs_no_processes():
    assert set(in_order(process_of, range(9), worth_it=2, workers=1)) == {
        (n, os.getpid()) for n in range(9)
    }
    assert workers._cores() >= 1


def test_a_mistake_comes_where_its_item_stands():
    found = in_order(refuse, range(9), worth_it=2, workers=2)
    assert [next(found), next(found), next(found)] == [0, 1, 2]
    with pytest.raises(ValueError, match="3"):
        next(found)


def test_a_worker_that_dies_is_no_endless_wait():
    from concurrent.futures.process import BrokenProcessPool

    with pytest.raises(BrokenProcessPool):
        list(in_order(die, range(9), worth_it=2, workers=2))


def test_no_more_is_done_ahead_than_memory_should_hold(monkeypatch):
    from concurrent.futures import ProcessPoolExecutor

    submitted = []
    submit = ProcessPoolExecutor.submit

    def counted(self, work, item):
        submitted.append(item)
        return submit(self, work, item)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", counted)
    found = in_order(process_of, range(100), worth_it=2, workers=2)
    next(found)
    assert submitted == []
    next(found)
    assert len(submitted) == 2 * workers.WAITING
    found.close()
    assert len(submitted) == 2 * workers.WAITING


def test_who_breaks_off_leaves_no_process_behind():
    found = in_order(process_of, range(100), worth_it=2, workers=2)
    next(found)
    next(found)
    assert active_children()
    found.close()
    assert active_children() == []
