"""Papers made to break a reader: every one is read, for a bounded amount of work, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.intake.office_paper import Cell, OfficePaper, Paragraph, Place, Row, Table
from cchc.intake.recognise import recognise
from tests.counting import calls
from tests.intake.recognised import yaml_of

HEAD = ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. TỔ CHỨC THỰC HIỆN")
COLUMNS = ("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn")
MOST_CALLS = 4_000_000
"""Calls of functions that no paper may need; the most that one of these takes is three million."""


def lines(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, Place(paragraph=n)) for n, text in enumerate((*HEAD, *texts), start=1)]


def table(rows: list[tuple[str, ...]]) -> Table:
    made = []
    for r, row in enumerate((COLUMNS, *rows), start=1):
        cells = [Cell(text, Place(table=1, row=r, cell=c + 1), c) for c, text in enumerate(row)]
        made.append(Row(tuple(cells), Place(table=1, row=r)))
    return Table(tuple(made), Place(table=1), len(COLUMNS))


CASES = {
    "deadlines without end": lines("1. Phòng Kinh tế " + "định kỳ báo cáo trước ngày 15 " * 10_000),
    "a list of thousands of points": lines(*[f"a) Phòng Kinh tế làm việc {n}." for n in range(1500)]),
    "one endless word": lines("1. " + "a" * 500_000),
    "nothing but signs": lines("1. " + "(" * 50_000, "- " * 50_000, "*a" * 50_000),
    "names without end": lines("1. Phòng Kinh tế" + ", Phòng Kinh tế" * 10_000 + " chủ trì."),
    "thousands of titles": [Paragraph("KẾ HOẠCH", Place(paragraph=n)) for n in range(1, 2500)],
    "a table of empty rows": [*lines(), table([("",) * 5] * 2500)],
    "a table of groups only": [*lines(), table([(str(n), f"NHÓM {n}", "", "", "") for n in range(750)])],
    "a row cut thousands of times": [
        *lines(), table([("1", "Việc", "Phòng Kinh tế", "", "Quý I"), *[("", "và tiếp", "", "", "")] * 2500]),
    ],
    "a unit for every row": [
        *lines(),
        table([(str(n), f"Việc {n}", f"Phòng {n} kinh tế", "Các đơn vị", "Quý I") for n in range(750)]),
    ],
    "cells of half a megabyte": [
        *lines(),
        table([("1", "x" * 250_000, "; ".join(["Phòng Kinh tế"] * 10_000), "", "Quý I " * 10_000)]),
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_paper_takes_bounded_work(case):
    paper = OfficePaper(Path("x.docx"), tuple(CASES[case]))
    assert calls(lambda: yaml_of(recognise(paper))) < MOST_CALLS
