"""Rows come back as they were kept; what nobody kept is refused."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

import pytest

from cchc.store.database import DamagedError, Store
from cchc.store.results import Results, encode


class Row(NamedTuple):
    name: str
    day: date | None
    numbers: tuple[int, ...] = ()


ONE = Row('Ủy ban “xã” \\ " \n', date(2026, 2, 28), (1, -2))


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(sqlite3.connect(":memory:"), tmp_path, lasting=True)


def test_a_row_comes_back_as_it_was(store):
    kept = Results(store, "k", Row)
    kept.put([(7, encode(ONE)), (-8, encode(Row("", None)))])
    assert (kept.get(7), kept.find(-8), kept.find(9)) == (ONE, Row("", None), None)
    assert kept.known() == {7, -8}


def test_two_kinds_do_not_see_each_other(store):
    Results(store, "a", Row).put([(1, encode(ONE))])
    assert Results(store, "b", Row).known() == set()


@pytest.mark.parametrize("depends_on", ["other", ["register"], None])
def test_rows_that_depend_on_something_else_are_gone(store, depends_on):
    assert Results(store, "k", Row).is_new
    Results(store, "k", Row).put([(1, encode(ONE))])
    Results(store, "x", Row).put([(1, encode(ONE))])
    assert not Results(store, "k", Row).is_new
    again = Results(store, "k", Row, depends_on)
    assert again.is_new
    assert again.known() == set()
    assert Results(store, "x", Row).known() == {1}


def test_rows_of_another_language_are_gone(store, monkeypatch):
    Results(store, "k", Row).put([(1, encode(ONE))])
    monkeypatch.setenv("CCHC_LANG", "vi")
    assert Results(store, "k", Row).known() == set()


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"null", b"{}", b"[]", b'["a"]', b'["a","2026-02-30"]', b'[1,null]', b'["a",null,[1,"2"]]',
        b"\xff", b"[" * 100_000, b'["\\u001b[2J",null]', b'["\x7f",null]', '["\x9b2J",null]'.encode(),
        b'["\\ud800",null]', "text", 7,
    ],
)  # fmt: skip
def test_a_row_that_nobody_wrote_is_refused(store, raw):
    kept = Results(store, "k", Row)
    kept.put([(1, raw)])
    with pytest.raises(DamagedError):
        kept.get(1)


def test_a_missing_row_is_told(store):
    with pytest.raises(DamagedError):
        Results(store, "k", Row).get(1)


def test_only_the_last_rows_are_kept(store):
    kept = Results(store, "k", Row)
    for number in (5, 4, 3, 2, 4):
        kept.put([(number, encode(ONE))])
        kept.keep_last(3)
    assert kept.known() == {3, 2, 4}


def test_contents_that_no_file_has_are_forgotten(store):
    kept = Results(store, "k", Row)
    kept.put([(1, encode(ONE)), (2, encode(ONE))])
    store.db.execute("INSERT INTO file (path, content) VALUES (?, 2)", (b"x",))
    kept.forget_unseen()
    assert kept.known() == {2}
