"""Edits in a text: in order, apart from each other, in the file's own line breaks."""

from __future__ import annotations

import pytest

from cchc.edit.yaml.splice import splice
from cchc.model.finding import Edit


def test_edits_are_made_wherever_they_stand_in_the_list():
    assert splice("abcdef", [Edit(4, 5, "E"), Edit(0, 1, ""), Edit(2, 2, "-")]) == "b-cdEf"


def test_edits_at_one_place_are_made_in_the_order_given():
    assert splice("ab", [Edit(1, 1, "1"), Edit(1, 1, "2")]) == "a12b"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, "x"), Edit(1, 3, "y")],
        [Edit(0, 2, "x"), Edit(0, 2, "y")],
        [Edit(2, 5, "")],
        [Edit(2, 1, "")],
        [Edit(-1, 0, "")],
    ],
)
def test_overlapping_edits_and_edits_outside_are_errors(edits):
    with pytest.raises(ValueError, match="overlap or lie outside"):
        splice("abcd", edits)


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("a\nb", 3, "a\nbx\ny"),
        ("a\r\nb", 4, "a\r\nbx\r\ny"),
        ("a\rb", 3, "a\rbx\ry"),
        ("a\r\nb\nc", 5, "a\r\nb\nx\nyc"),
        ("a\nb\r\nc", 5, "a\nb\r\nx\r\nyc"),
        ("a\n\r\nc", 4, "a\n\r\nx\r\nyc"),
        ("a\r\n\nc", 4, "a\r\n\nx\nyc"),
        ("ab\r\n", 1, "ax\r\nyb\r\n"),
        ("ab\rc\n", 1, "ax\ryb\rc\n"),  # a carriage return of its own is a break too
        ("a\nb\rc", 5, "a\nb\rcx\ry"),
        ("a\rb\nc", 5, "a\rb\ncx\ny"),
        ("a\nb\r", 4, "a\nb\rx\ry"),
        ("\nab\r\n", 2, "\nax\nyb\r\n"),  # the first character is a break
        ("\rab\r\n", 2, "\rax\ryb\r\n"),
        ("\r\nab\n", 3, "\r\nax\r\nyb\n"),
        ("\nab\r\n", 0, "x\ny\nab\r\n"),
        ("\r\nab\n", 0, "x\r\ny\r\nab\n"),
        ("ab", 1, "ax\nyb"),
    ],
)
def test_new_lines_end_as_their_neighbour_does(text, at, expected):
    assert splice(text, [Edit(at, at, "x\ny")]) == expected
