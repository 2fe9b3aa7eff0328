"""Tables on terminals of any width."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter

import pytest

from cchc.outputs import table
from cchc.outputs.table import TextColumn

COLUMNS = [
    TextColumn("Kế hoạch", 3),
    TextColumn("Tổng số"),
    TextColumn("Tỷ lệ hoàn thành"),
    TextColumn("Trong đó", 3),
]
ROWS = [
    ["an-lap/cchc-2026", "57", "0,00%", "quá hạn 22"],
    ["Toàn bộ", "57", "0,00%", "chưa ghi nhận 35"],
]


def drawn(*asked, colour):
    return "".join(table.drawn(*asked, colour=colour))


@pytest.mark.parametrize("width", [*range(12, 60), 80, 200])
def test_no_column_is_lost_however_narrow_the_terminal(width):
    printed = drawn(COLUMNS, ROWS, ["", "red"], width, colour=False)
    letters = "".join(printed.split())
    assert max(map(len, printed.split("\n"))) <= width
    for column in COLUMNS:
        for piece in column.heading.split():
            assert piece in printed or piece in letters
    for row in ROWS:
        for cell in row:
            for char in set(cell) - {" "}:
                assert letters.count(char) >= cell.count(char)
    assert letters.count("57") == 2


def test_a_row_told_line_by_line_names_what_each_cell_is():
    printed = drawn(COLUMNS, ROWS[:1], [], 30, colour=False)
    assert printed == (
        "Kế hoạch: an-lap/cchc-2026\nTổng số: 57\nTỷ lệ hoàn thành: 0,00%\nTrong đó: quá hạn 22\n\n"
    )


def columns_taken(line):
    """Count in another way than the code: marks take none, East Asian characters two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in line
    )


WORDS = ["kế hoạch", "thủ tục", "行政改革", "한국", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "–", "x"]


@pytest.mark.parametrize("seed", range(40))
def test_wide_characters_and_combining_marks_keep_columns_in_line(seed):
    draw = random.Random(seed)
    cells = [" ".join(draw.choices(WORDS, k=draw.randint(1, 9))) for _ in range(24)]
    cells = [unicodedata.normalize(draw.choice(["NFC", "NFD"]), cell) for cell in cells]
    rows = [cells[n : n + 3] for n in range(0, 24, 3)]
    width = draw.randint(44, 90)
    heads = [TextColumn("một", 1), TextColumn("hai", 3), TextColumn("ba", 2)]
    lines = drawn(heads, rows, [], width, colour=False).splitlines()
    assert max(map(columns_taken, lines)) <= width
    starts = [lines[0].index(head) for head in ("hai", "ba")]
    for line in lines[2:]:
        for start in starts:
            before = next(
                (n for n in range(len(line)) if columns_taken(line[:n]) >= start), len(line)
            )
            if before < len(line):
                assert line[:before].endswith("  ")
    assert Counter("".join(lines[2:]).replace(" ", "")) == Counter("".join(cells).replace(" ", ""))


def test_colour_changes_no_character():
    plain = drawn(COLUMNS, ROWS, ["red", ""], 70, colour=False)
    coloured = drawn(COLUMNS, ROWS, ["red", ""], 70, colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
    lines = coloured.splitlines()
    assert lines[0].startswith("\x1b[1m")
    assert lines[2].startswith("\x1b[31m") and lines[2].endswith("\x1b[0m")
    assert "\x1b" not in lines[3]


def test_rows_are_drawn_one_by_one():
    made = 0

    class Rows:
        def __iter__(self):
            nonlocal made
            for number in range(100_000):
                made += 1
                yield [str(number), "việc"]

    lines = table.drawn(
        [TextColumn("STT"), TextColumn("Nhiệm vụ", 1)], Rows(), [], 80, colour=False
    )
    for _ in range(5):
        next(lines)
    assert made < 100_000 + 10  # once through for the widths, then as far as lines were taken


@pytest.mark.parametrize("held", [list, iter])
def test_aligned_lines_among_many_rows_are_those_of_each_row(held):
    """Rows are looked at together: one that needs more than the others is still found."""

    class Again:
        def __init__(self, rows):
            self.rows = rows

        def __iter__(self):
            return iter(self.rows)

    odd = {60: "a  b", 261: " c", 62: "hai\ndòng", 63: "\x1b[31m", 420: "宽", 421: "e\u0323\u0302"}
    rows = [[str(n), odd.get(n, "đúng"), "100%"] for n in range(450)]
    columns = [TextColumn("n"), TextColumn("text"), TextColumn("%")]
    lines = [*table.aligned(columns, rows if held is list else Again(rows))]
    alone = [[*table.aligned(columns, [row])][1] for row in rows]
    assert [line.split() for line in lines[1:]] == [line.split() for line in alone]
    assert {table._size(line.rstrip("\n")) for line in lines[1:]} == {
        table._size(lines[1].rstrip("\n"))
    }
