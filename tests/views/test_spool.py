"""Rows sorted on disk come as they would from memory."""

from __future__ import annotations

import random
from datetime import date

import pytest

from cchc.views.due import Wanted, due
from cchc.views.spool import InMemory, Joined, OnDisk


def keys(count: int = 300):
    chance = random.Random(5)
    words = ["", "a", "ab", "a b", "Ủy ban", "ủy ban", "đ", "z"]
    for _ in range(count):
        units = tuple(chance.choices(words, k=chance.randrange(3)))
        day = date(2026, chance.randrange(1, 13), chance.randrange(1, 28))
        yield units, day, chance.choice(words), chance.randrange(12)


def test_rows_come_in_the_order_of_their_keys_and_equal_ones_as_they_came():
    memory, disk = InMemory(), OnDisk()
    for number, key in enumerate(keys()):
        for held in (memory, disk):
            held.add(key, (number, key))
    assert list(disk.sorted()) == list(memory.sorted())
    assert len(disk) == 300


def test_rows_can_be_asked_for_one_by_one_and_again():
    disk = OnDisk()
    for number in (3, 1, 2):
        disk.add((number,), number)
    found = disk.sorted()
    assert (found[0], found[-1], found[1:], list(found)) == (1, 3, (2, 3), [1, 2, 3])


def test_sequences_joined_are_one():
    both = Joined((1, 2), (), (3,))
    assert (len(both), list(both), both[2], both[:2], bool(Joined())) == (
        3,
        [1, 2, 3],
        3,
        (1, 2),
        False,
    )


@pytest.mark.parametrize("order", ["date", "plan", "unit", "state"])
def test_the_answer_is_the_same_for_many_plans(plan, order):
    deadlines = ["Quý I", "Quý II/2026", "Thường xuyên", "Hàng tháng", "30/9/2026", "Quý IV"]
    made = plan(*({"deadline": one, "lead": ["vh-xh"]} for one in deadlines))
    asked = ([("b", made), ("a", made)], date(2026, 7, 20), Wanted(date(2026, 6, 1), None))
    few, many = (due(*asked, order=order, many=many) for many in (False, True))
    for part in ("carried", "dated", "undated", "items"):
        assert list(getattr(few, part)) == list(getattr(many, part)) != []
    assert few.tally == many.tally
