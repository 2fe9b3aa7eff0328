"""Widths of columns: as the template draws them, or by what they hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cchc.document.check import check_parts
from cchc.document.metrics import width_mm
from cchc.document.widths import (
    Content,
    column_widths,
    content_widths,
    fitted,
    highest_row,
    least_width,
)
from cchc.word.markup import w
from cchc.word.measures import TWIPS_PER_MM
from cchc.word.package import DOCUMENT, read_package
from tests.document.conftest import KE_HOACH, Paper, plan_of
from tests.document.printing import render_plan
from tests.document.test_appendix_table import widths
from tests.document.test_traps import saved


@pytest.mark.parametrize(
    ("shares", "least", "keep", "total", "wanted"),
    [
        ([200, 1], [100, 800], [True, False], 900, [100, 800]),  # just as much as there is
        ([1, 1], [600, 1200], [False, False], 900, [450, 450]),  # more than there is
        ([1, 1, 1], [200, 1200, 500], [False] * 3, 900, [200, 350, 350]),  # short words stay whole
        ([300, 300], [1, 1], [True, False], 900, [300, 600]),  # kept: a third of all
        ([301, 301], [1, 1], [True, False], 900, [450, 450]),  # more than a third
        ([100, 100], [1, 1], [True, True], 900, [450, 450]),  # nothing would be left over
        ([100, 300], [1, 1], [False, False], 801, [200, 601]),
    ],
)
def test_drawn_columns_share_what_there_is(shares, least, keep, total, wanted):
    assert column_widths(shares, least, keep, total) == wanted


def test_a_column_has_room_for_its_longest_word_and_the_margins_of_its_cells():
    word = width_mm("30/11/2026", 13)
    assert least_width(["Trước 30/11/2026"]) == round((word + 3.5) * TWIPS_PER_MM)
    assert least_width([""]) == round(3.5 * TWIPS_PER_MM)
    assert least_width(["a" * 500]) == round(43.5 * TWIPS_PER_MM)


LONG, SHORT = "nội dung công việc " * 12, "Quý I"
TOTAL = 14287


def grid_of(*columns, size=12):
    return content_widths(
        [Content(kind, head, texts) for kind, head, texts in columns], TOTAL, size
    )


def test_who_makes_rows_high_gets_the_room_and_an_empty_column_its_heading_only():
    grid = grid_of(
        ("text", "Nhiệm vụ", [LONG] * 9),
        ("text", "Yêu cầu", [SHORT] * 9),
        ("text", "Ghi chú", [""] * 9),
    )
    assert sum(grid) == TOTAL
    assert 0 <= grid[2] - least_width(["Ghi chú"], 12) <= 1
    assert grid[0] == pytest.approx(130 * TWIPS_PER_MM, abs=2)
    alike = grid_of(("text", "Một", [LONG] * 9), ("text", "Hai", [LONG] * 9))
    assert abs(alike[0] - alike[1]) < 3


def test_kinds_have_limits_unless_the_table_would_not_be_full():
    grid = grid_of(
        ("text", "Nhiệm vụ", [LONG]), ("deadline", "Thời hạn", [LONG]), ("text", "B", [LONG])
    )
    assert grid[1] == pytest.approx(42 * TWIPS_PER_MM, abs=2)
    assert sum(grid_of(("deadline", "Thời hạn", [SHORT]), ("units", "Chủ trì", [SHORT]))) == TOTAL
    many = grid_of(*[("text", "Nhiệmvụdàinhấttrong", [LONG])] * 12)
    assert sum(many) == TOTAL
    assert max(many) - min(many) < len(many)


def test_the_text_is_one_size_smaller_before_rows_of_twelve_lines():
    room = 60 * TWIPS_PER_MM
    for lines, size in ((11, 12), (12, 11)):
        text = " ".join(["chữ" * 11] * lines)
        column = Content("text", "Nhiệm vụ", [text], round(room), drawn=True)
        assert highest_row([[text]], [round(room)], 12) == lines
        assert fitted([column, Content("text", "B", ["b"])], [], TOTAL, 12)[1] == size
        assert fitted([column, Content("text", "B", ["b"])], [], TOTAL, 11)[1] == 11


def test_so_is_that_of_a_table_of_many_pages():
    for rows, size in ((300, 11), (90, 12)):
        columns = [Content("text", head, [LONG[:160]] * rows) for head in "ABCDEF"]
        assert fitted(columns, [], TOTAL, 12)[1] == size


def test_a_high_table_is_printed_smaller_throughout(paper):
    tasks = [
        {"id": f"v{n}", "title": LONG * 9, "product": LONG * 9, "lead": ["vh-xh"]} for n in range(3)
    ]
    small = paper(appendices=[{"title": "Bảng", "tasks": tasks}]).table()
    sizes = {size.get(size.tag.replace("}sz", "}val")) for size in small.iter("{*}sz")}
    assert sizes == {"22"}


def test_what_the_template_fixes_stays(tmp_path):
    parts = read_package(KE_HOACH)
    drawn = parts[DOCUMENT].replace(
        b'<w:tblLayout w:type="autofit"/>', b'<w:tblLayout w:type="fixed"/>'
    )
    assert drawn != parts[DOCUMENT]
    path = saved(tmp_path / "co-dinh.docx", parts | {DOCUMENT: drawn})
    made = [widths(Paper(render_plan(plan_of(), one)).table()) for one in (path, KE_HOACH)]
    shares = (737, 3855, 1871, 1871, 2268, 1531)
    assert made[0][1] / made[0][4] == pytest.approx(shares[1] / shares[4], rel=0.01)
    assert made[0] != made[1]
    assert made[0][0] == made[1][0] == 737


def test_a_row_that_no_page_holds_below_the_title_may_break(paper):
    """Else the title and the headings stand alone on their page."""
    tasks = [
        {"id": f"v{n}", "title": LONG * size, "lead": ["vh-xh"]} for n, size in enumerate((1, 60))
    ]
    printed = paper(appendices=[{"title": "Danh mục", "tasks": tasks}])
    assert [one.fault.code for one in check_parts(printed.parts, Path("a.docx"))] == []
    made = printed.table()
    whole = [row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in made.iter(w("tr"))]
    assert whole[-2:] == [True, False]
    assert all(whole[:-1])


def test_a_dense_table_has_narrow_margins_and_its_room_where_the_rows_are_high():
    """Long symbols give way; else columns of short words would be as narrow as their longest."""
    symbol = "72/2025/NQLT/UBTVQH15-CP " * 2
    columns = [
        Content("text", "A", [LONG * 3] * 300), Content("text", "B", [symbol] * 300),
        Content("text", "C", [symbol] * 300), Content("units", "D", [LONG] * 300),
        Content("units", "E", [LONG] * 300), Content("text", "F", [symbol] * 300),
    ]  # fmt: skip
    few = [replace(one, texts=one.texts[:5]) for one in columns]
    assert not fitted(few, [], TOTAL, 12).narrow
    fit = fitted(columns, [], TOTAL, 12)
    assert fit.narrow
    assert fit.grid[0] > 1.5 * max(fit.grid[n] for n in (1, 2, 5))
