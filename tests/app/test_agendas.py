"""An agenda from the store is the agenda of the plan."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc.app.agendas import Agendas, ask_store
from cchc.read.load import load, required_plan
from cchc.store import place
from cchc.views.due import Wanted, due
from cchc.views.jobs import agenda
from cchc.views.occurrences import occurrences

WORKSPACE = Path(__file__).parent.parent / "workspaces" / "due"
PLANS = [
    path for path in sorted((WORKSPACE / "plans").glob("*.yaml"))
    if path.stem not in ("holidays", "register")
]  # fmt: skip
DAY = date(2026, 7, 20)


@pytest.fixture
def work(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("CCHC_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def read(root: Path, paths: list[Path]):
    """Return the plans of a run with their jobs, and without."""

    def asked(store):
        found = Agendas(store, root, paths, whole=False)
        return list(found.with_jobs(found.ids().keys())), list(found)

    return ask_store(root, asked, lasting=True)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_an_agenda_comes_back_as_it_was(work, path):
    made = agenda(required_plan(load(path)))
    for _ in range(2):
        (whole,), (head,) = read(work, [path])
        assert whole[1] == made
        assert head[1] == replace(made, jobs=())


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_in_any_stretch_of_a_year_the_items_are_those_of_all_dates(path):
    made = agenda(required_plan(load(path)))
    left_out = 0
    for first in (date(2026, 1, 1) + timedelta(days=25 * n) for n in range(15)):
        for length in (0, 40, 200):
            for today in (first, DAY, first + timedelta(days=90)):
                last = first + timedelta(days=length)
                every = list(occurrences("x", made, today))
                wanted = [
                    item for item in every
                    if item.due is None or first <= item.due <= last
                    or (item.due < first and item.state == "overdue")
                ]  # fmt: skip
                left_out += len(every) - len(wanted)
                assert list(occurrences("x", made, today, first, last)) == wanted
                answer = due([("x", made)], today, Wanted(first, last))
                assert sorted(answer.items) == sorted(wanted)
    assert left_out > 0


@pytest.mark.parametrize("kind", ["agenda", "jobs"])
@pytest.mark.parametrize(
    "row",
    ["null", "{}", "[]x", '["a"]', '[["a","1","t",[],[],"d","task",0,[],0,[],null,null,[]]]',
     '[["a","1","t",[],[],"d","task",0,[["k","2026-02-30"]],"one-off",[],null,null,[]]]',
     '[["a","1","\\u001b[2J",[],[],"d","task",0,[],"one-off",[],null,null,[]]]',
     '[["a","1","t",[],[],"d","work",0,[],"one-off",[],null,null,[]]]',
     '[["a","1","t",[],[],"d","task",0,[],"one-off",[],null,null,[["done",[2026,2,30],null,null,null]]]]'],
)  # fmt: skip
def test_a_row_that_nobody_wrote_is_worked_out_again(work, kind, row):
    right = read(work, PLANS)
    with closing(sqlite3.connect(place.place(work))) as db, db:
        assert db.execute("UPDATE result SET row = ? WHERE kind = ?", (row.encode(), kind)).rowcount
    assert read(work, PLANS) == right


def test_days_off_of_the_workspace_count_where_working_days_are_counted(work):
    plans = work / "plans"
    plans.mkdir()
    (work / "cchc.toml").touch()
    text = PLANS[0].read_text(encoding="utf-8")
    path = plans / "x.yaml"
    path.write_text(
        text.replace("Trước ngày 20/01/2026", "ngày làm việc cuối cùng của tháng 10/2026"),
        encoding="utf-8",
    )
    holidays = plans / "holidays.yaml"

    def days() -> set[date]:
        ((_, made),), _ = read(work, [path])
        return {day for job in made.jobs if "làm việc" in job.deadline for _, day in job.dates}

    assert days() == {date(2026, 10, 30)}
    holidays.write_text("days_off:\n  - {date: 30/10/2026, name: Bù}\n", encoding="utf-8")
    assert days() == {date(2026, 10, 29)}
    holidays.write_text("working_days: [31/10/2026]\n", encoding="utf-8")
    assert days() == {date(2026, 10, 31)}
    holidays.write_text("working_days: [31/10\n", encoding="utf-8")  # its fault is told of itself
    assert days() == {date(2026, 10, 30)}
