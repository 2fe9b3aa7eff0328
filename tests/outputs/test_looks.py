"""Cells that look like an earlier one get its style, and nothing else of it."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from cchc.outputs.followup_sheet import Looks
from cchc.outputs.xlsx import put
from tests.catalogue import translations


def red(cell):
    cell.font = Font("Times New Roman", 11, bold=True)
    cell.fill = PatternFill("solid", start_color="FFC7CE")


@pytest.mark.parametrize(
    "values", [["a", "b", "=c", "=d"], [date(2026, 1, 2), "a", date(2026, 3, 4)]]
)
def test_a_shared_look_is_the_look_painted_one_by_one(values):
    shared, single = Workbook(), Workbook()
    looks = Looks()
    for n, value in enumerate(values, start=1):
        looks.dress(put(shared.active.cell(n, 1), value), "red", red)
        red(put(single.active.cell(n, 1), value))
    for n in range(1, len(values) + 1):
        one, other = shared.active.cell(n, 1), single.active.cell(n, 1)
        for part in ("font", "fill", "number_format"):
            assert repr(getattr(one, part)) == repr(getattr(other, part))
        assert one.quotePrefix == other.quotePrefix
        assert one._style == other._style


def test_each_look_is_painted_once():
    painted = []
    book, looks = Workbook(), Looks()
    for n, look in enumerate(["a", "b", "a", "a"], start=1):
        looks.dress(put(book.active.cell(n, 1), "x"), look, painted.append)
    assert len(painted) == 2


def test_what_is_set_later_stays_with_its_cell():
    book, looks = Workbook(), Looks()
    cells = [put(book.active.cell(n, 1), "x") for n in (1, 2, 3)]
    for cell in cells:
        looks.dress(cell, "red", red)
    cells[1].number_format = "@"
    assert [cell.number_format for cell in cells] == ["General", "@", "General"]


def test_sums_call_findings_what_their_labels_call_them() -> None:
    known = translations()
    sums = [text for text in known if "infos: {infos}" in text]
    assert len(sums) == 3
    for text in sums:
        for label, count in (("error", "errors"), ("warning", "warnings"), ("info", "infos")):
            assert f"{{{count}}} {known[label]}" in known[text]
