"""An agenda from the cache is the agenda of the plan."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc.read.load import load_plan
from cchc.store.contents import Seen
from cchc.store.database import DamagedError, Store
from cchc.views.agenda import agenda
from cchc.views.agenda_rows import AgendaRows, Broken, Stretch
from cchc.views.due import Wanted, due

WORKSPACE = Path(__file__).parent.parent / "workspaces" / "due"
DAY = date(2026, 7, 20)


@pytest.fixture
def kept(tmp_path) -> AgendaRows:
    return AgendaRows(Store(sqlite3.connect(":memory:"), tmp_path, lasting=False), "stamp")


def keep(kept: AgendaRows, found) -> None:
    kept.keep([(Seen(b"x", 1, 1, 1, 1, True, 7), found)])


def plans_in(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yaml"))
            if path.stem not in ("holidays", "register")]  # fmt: skip


@pytest.mark.parametrize("path", plans_in(WORKSPACE / "plans"), ids=lambda path: path.stem)
def test_jobs_come_back_as_they_were(kept, path):
    found = agenda(load_plan(path))
    keep(kept, found)
    head = kept.head(7, "x.yaml")
    assert head == replace(found, jobs=())
    assert list(kept.jobs(7, Stretch(None, None, DAY))) == list(found.jobs)


@pytest.mark.parametrize("path", plans_in(WORKSPACE / "plans"), ids=lambda path: path.stem)
def test_no_job_that_matters_is_left_out_in_any_stretch_of_a_year(kept, path):
    found = agenda(load_plan(path))
    keep(kept, found)
    head = kept.head(7, "x.yaml")
    left_out = 0
    for first in (date(2026, 1, 1) + timedelta(days=25 * n) for n in range(15)):
        for length in (0, 40, 200):
            for today in (first, DAY, first + timedelta(days=90)):
                last = first + timedelta(days=length)
                jobs = tuple(kept.jobs(7, Stretch(first, last, today)))
                left_out += len(found.jobs) - len(jobs)
                some = replace(head, jobs=jobs)
                wanted = Wanted(first, last)
                assert list(due([("x", some)], today, wanted).items) == list(
                    due([("x", found)], today, wanted).items
                )
    assert left_out > 0


def test_a_broken_plan_is_kept_as_broken(kept):
    keep(kept, Broken(None))
    assert kept.years() == {7: None}
    assert kept.head(7, "x.yaml") == Broken(None)


@pytest.mark.parametrize(
    "whole",
    ["null", "{}", "[]", '["a"]', json.dumps(["a", "1", "t", "lead", [], "d", "task", "x", [], 0, [], None, None, []]),
     json.dumps([1, "1", "t", [], [], "d", "task", 0, [], 0, [], None, None, []]),
     json.dumps(["a", "1", "t", [], [], "d", "task", 0, [["k", 10**9]], 0, [], None, None, []]),
     json.dumps(["a", "1", "\x1b[2J", [], [], "d", "task", 0, [], 0, [], None, None, []]),
     json.dumps(["a", "1", "t", [], [], "d", "task", 0, [], 0, [], None, None, [["done", [1, 2], "e"]]])],
)  # fmt: skip
def test_a_job_that_nobody_wrote_is_refused(kept, whole):
    kept.db.execute("INSERT INTO job VALUES (7, NULL, NULL, NULL, ?)", (whole,))
    with pytest.raises(DamagedError):
        list(kept.jobs(7, Stretch(None, None, DAY)))


@pytest.mark.parametrize("head", ["null", "[]", "{}", '{"year": "x"}', '{"broken": 7}'])
def test_a_head_that_nobody_wrote_is_refused(kept, head):
    kept.db.execute("INSERT INTO agenda VALUES (7, 2026, ?)", (head,))
    with pytest.raises(DamagedError):
        kept.head(7, "x.yaml")
