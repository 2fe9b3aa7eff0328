"""`cchc due` in the terminal and piped, to the letter."""

from __future__ import annotations

import pytest

from cchc.outputs.due.text import pieces
from tests.golden import assert_golden


def text(answer, **layout):
    return "".join(pieces(answer, **layout))


@pytest.mark.parametrize("columns", [80, 200])
def test_tables_fit_the_terminal(answer, columns):
    drawn = text(answer(), several=True, columns=columns, colour=False)
    assert max(map(len, drawn.splitlines())) <= columns
    assert_golden(f"due-{columns}.txt", drawn)


def test_piped_lines_are_aligned_and_nothing_is_wrapped(answer):
    assert_golden("due-piped.txt", text(answer(), several=True, columns=None))


@pytest.mark.parametrize("by", ["unit", "plan", "date"])
def test_rows_are_put_together_under_headings(answer, by):
    drawn = text(answer(first="2026-10-01"), several=True, by=by, columns=100, colour=False)
    assert_golden(f"due-by-{by}.txt", drawn)


def test_colours_mark_what_is_overdue(answer):
    drawn = text(answer(), several=True, columns=120, colour=True)
    assert "\x1b[31m" in drawn
    assert "\x1b" not in text(answer(), several=True, columns=120, colour=False)


def test_an_empty_answer_says_so(answer):
    empty = answer(today="2026-01-01", first="2027-01-01", last="2027-02-01")
    assert "\nkhông có việc đến hạn\n" not in text(empty, several=True, columns=None)
    alone = type(empty)(empty.today, empty.wanted)
    assert "\nkhông có việc đến hạn\n" in text(alone, several=True, columns=None)


def test_decomposed_vietnamese_is_aligned_too():
    from cchc.outputs.table import TextColumn
    from cchc.outputs.table import aligned as aligned

    rows = [["Pho\u0300ng", "a"], ["Phòng", "b"]]
    lines = "".join(aligned([TextColumn("X"), TextColumn("Y")], rows)).splitlines()
    assert lines[1].replace("\u0300", "").index("a") == lines[2].index("b")
