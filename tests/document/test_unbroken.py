"""Symbols, years, numbered words and names do not break over two lines."""

from __future__ import annotations

from cchc.document.template.unbroken import unbroken, unbroken_in_cell

KEPT = {
    "Kế hoạch số 05/KH-UBND ngày 05 tháng 01": "Kế hoạch số~05/KH=UBND ngày~05 tháng~01",
    "Nghị quyết số 57-NQ/TW, khoản 2 Điều 5": "Nghị quyết số~57=NQ/TW, khoản~2 Điều~5",
    "giai đoạn 2021 - 2030 và 2026-2030": "giai đoạn 2021~-~2030 và 2026=2030",
    "Phòng Văn hóa - Xã hội, đạt 90 %": "Phòng Văn hóa~- Xã hội, đạt 90~%",
    "ông Nguyễn Văn An làm trưởng ban": "ông~Nguyễn~Văn~An làm trưởng ban",
    "điểm a khoản này, quý IV, Phụ lục II": "điểm~a khoản này, quý~IV, Phụ lục~II",
    "mục đích và số liệu, ông cha ta": "mục đích và số liệu, ông cha ta",
    "https://dichvucong.gov.vn/a-b và a@b-c.vn/d-e": "https://dichvucong.gov.vn/a-b và a@b-c.vn/d-e",
}


def test_what_belongs_together_stays_on_one_line():
    made = {text: unbroken(text) for text in KEPT}
    shown = {text: one.replace("\u00a0", "~").replace("\u2011", "=") for text, one in made.items()}
    assert shown == KEPT


def test_a_cell_may_be_narrow_only_symbols_and_years_are_kept():
    text = "Trước ngày 30/11 năm 2026, số 45/UBND-VHXH, 2021 - 2030"
    made = unbroken_in_cell(text).replace("\u00a0", "~").replace("\u2011", "=")
    assert made == "Trước ngày 30/11 năm 2026, số 45/UBND=VHXH, 2021~-~2030"
