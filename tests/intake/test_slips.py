"""Slips of a paper that cchc mends in print: numbers without a dot, blanks in symbols, the last mark."""

from __future__ import annotations

import pytest

from tests.intake.recognised import plan_of, read_text

PAPER = """\
ỦY BAN NHÂN DÂN
XÃ ĐỊNH HÓA

Số: 12/KH-UBND

Định Hóa, ngày 08 tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính xã Định Hóa năm 2026

Căn cứ Quyết định số 90/QĐ-UBND ngày 12/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch năm 2026.

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Phục vụ người dân tốt hơn.

2. Yêu cầu

- Làm đúng hạn.

II. NỘI DUNG

- Rà soát văn bản.

III. KINH PHÍ

- Ngân sách xã.

Trên đây là Kế hoạch của xã Định Hóa./.

Nơi nhận:

- Sở Nội vụ;
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn An
"""
TOLD = ("blank", "does not end", "do not follow")


def read(folder, *changes: tuple[str, str]):
    text = PAPER
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    found = read_text(folder, text)
    return found, [str(note) for note in found.notes if any(word in str(note) for word in TOLD)]


def test_a_paper_without_slips_says_nothing(tmp_path):
    assert read(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("old", "new", "part", "number"),
    [("2. Yêu cầu", "2 Yêu cầu", 0, "2"), ("III. KINH", "III KINH", 2, "III")],
)
def test_a_number_without_its_dot_is_a_number_and_kept_to_be_found(
    tmp_path, old, new, part, number
):
    found, _ = read(tmp_path, (old, new))
    plan = plan_of(found)
    assert [one.title for one in plan.body] == ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "KINH PHÍ"]
    kept = [plan.body[part].number, *(one.number for one in plan.body[part].items)]
    assert [one for one in kept if one] == [number]
    assert [one.title for one in plan.body[0].items] == ["Mục đích", "Yêu cầu"]


def test_numbers_that_all_lack_the_dot_are_no_slip(tmp_path):
    found, _ = read(tmp_path, ("I. MỤC", "I MỤC"), ("II. NỘI", "II NỘI"), ("III. KINH", "III KINH"))
    assert [one.number for one in plan_of(found).body] == [None, None, None]


@pytest.mark.parametrize(
    "line", ["2 Phòng cùng làm.", "3 Yêu cầu", "2 năm một lần", "2 Mục " + "rất dài " * 20]
)
def test_a_line_that_begins_with_a_number_and_does_not_count_on_is_text(tmp_path, line):
    before = "- Phục vụ người dân tốt hơn." if line[0] != "2" else "- Giao việc cho các"
    found, _ = read(
        tmp_path, ("- Phục vụ người dân tốt hơn.", f"{before}\n\n{line}"), ("2. Yêu cầu", "- Khác")
    )
    assert len(plan_of(found).body[0].items) == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("12/KH-UBND", "12 /KH-UBND", "line 4: a blank inside the symbol “12 /KH-UBND”"),
     ("12/KH-UBND", "12/KH- UBND", "line 4: a blank inside the symbol “12/KH- UBND”"),
     ("12/KH-UBND", "   /KH-UBND", "the number (blank in the document)"),
     ("ngày 08 tháng", "ngày    tháng", "the day of issue (blank in the document)"),
     ("Hóa./.", "Hóa.", "line 31: the text does not end with “./.”"),
     ("Hóa./.", "Hóa. /.", None), ("Sở Nội vụ;", "Sở Nội vụ ;", "the mark at the end of “Sở Nội vụ ;”")],
)  # fmt: skip
def test_what_reading_mends_is_told(tmp_path, old, new, told):
    notes = read(tmp_path, (old, new))[1]
    assert len(notes) == bool(told) and (not told or told in notes[0])
