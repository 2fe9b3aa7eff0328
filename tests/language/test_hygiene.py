"""Slips of keyboard and encoding: each found where it is, nothing else found."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.hygiene import (
    dashes,
    data_rows,
    known_slips,
    legacy_encoding,
    not_nfc,
    slips,
    spacing,
    tone_words,
)
from tests.counting import calls

GOOD = (Path(__file__).parent / "good_text.txt").read_text(encoding="utf-8")
CHECKS = [not_nfc, legacy_encoding, spacing, dashes, slips]


def mend(text, found):
    for slip in sorted(found, key=lambda s: -s.start):
        text = text[: slip.start] + slip.replacement + text[slip.stop :]
    return text


@pytest.mark.parametrize("check", CHECKS)
def test_good_text_has_no_slips(check):
    assert [GOOD[s.start : s.stop] for s in check(GOOD)] == []


def test_words_with_letter_and_mark_apart_are_joined():
    text = "Phòng " + unicodedata.normalize("NFD", "Văn hóa") + " xã"
    found = not_nfc(text)
    assert [s.code for s in found] == ["not-nfc", "not-nfc"]
    assert mend(text, found) == "Phòng Văn hóa xã"


@pytest.mark.parametrize(
    "text",
    ["Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc",
     "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp"],
)  # fmt: skip
def test_text_of_the_old_encodings_is_recognised(text):
    assert len(legacy_encoding(text)) >= 3
    assert {slip.replacement for slip in legacy_encoding(text)} == {None}


def test_a_foreign_name_is_no_legacy_encoding():
    assert legacy_encoding("Ông Müller đến thăm xã Định Hóa, diện tích 25 m², 30 °C.") == []


def test_words_of_both_tone_styles_are_told_apart():
    text = "Văn hóa, thủy lợi, Ủy ban, khỏe; văn hoá, thuỷ lợi, Uỷ ban; quý, hoàn, toán, UỶ BAN"
    words = tone_words(text)
    assert [text[s.start : s.stop] for s in words["first"]] == ["hóa", "thủy", "Ủy", "khỏe"]
    assert [text[s.start : s.stop] for s in words["last"]] == ["hoá", "thuỷ", "Uỷ", "UỶ"]
    assert [s.replacement for s in words["last"]] == ["hóa", "thủy", "Ủy", "ỦY"]


def test_mending_to_one_style_leaves_none_of_the_other():
    text = "hoá, hòa, loè, thuý, ủy, quỹ"
    assert mend(text, tone_words(text)["last"]) == "hóa, hòa, lòe, thúy, ủy, quỹ"
    assert mend(text, tone_words(text)["first"]) == "hoá, hoà, loè, thuý, uỷ, quỹ"


@pytest.mark.parametrize(
    ("text", "code", "mended"),
    [("HĐND  xã", "double-space", "HĐND xã"), ("HĐND xã ;\nUBND", "space-before", "HĐND xã;\nUBND"),
     ("xã , tỉnh", "space-before", "xã, tỉnh"), ("xã .", "space-before", "xã."),
     ("rà soát;đôn đốc", "space-missing", "rà soát; đôn đốc"),
     ("cán bộ,công chức", "space-missing", "cán bộ, công chức"),
     ("( TTHC )", "space-before", "(TTHC)")],
)  # fmt: skip
def test_a_spacing_slip_is_found_and_mended(text, code, mended):
    found = spacing(text)
    assert {slip.code for slip in found} == {code}
    assert mend(text, found) == mended


@pytest.mark.parametrize(
    "text",
    ["3,5%", "http://a.vn/x,y;z", "Số     /KH-UBND", "ngày      tháng 01", "a ...", "Lưu: VT"],
)
def test_numbers_addresses_and_blanks_are_no_spacing_slips(text):
    assert spacing(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [("Phòng Văn hóa- Xã hội", "Phòng Văn hóa - Xã hội"), ("HĐND -UBND xã", "HĐND - UBND xã"),
     ("Văn hóa– Xã hội", "Văn hóa – Xã hội")],
)  # fmt: skip
def test_a_dash_with_one_space_gets_both(text, mended):
    assert mend(text, dashes(text)) == mended


@pytest.mark.parametrize("text", ["57- NQ/TW", "164/TTr- SKHCN", "- Rà soát", "VH-XH", "a - b"])
def test_symbols_items_and_whole_dashes_are_no_dash_slips(text):
    assert dashes(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [("Công Dịch vụ công Quốc gia", "Cổng Dịch vụ công Quốc gia"), ("PHÂN ĐẤU", "PHẤN ĐẤU"),
     ("Phân đấu đạt", "Phấn đấu đạt"), ("CÁI CÁCH THỂ CHẾ", "CẢI CÁCH THỂ CHẾ"),
     ("chuyên đổi\nsố", "chuyển đổi số"), ("Các quan, tổ chức", "Các cơ quan, tổ chức"),
     ("nghiêm yết", "niêm yết"), ("Thường xuyên việc rà soát", "Thường xuyên rà soát")],
)  # fmt: skip
def test_a_known_slip_is_mended_with_its_capitals(text, mended):
    assert mend(text, slips(text)) == mended


def test_a_slip_inside_a_longer_word_is_left_alone():
    assert list(slips("hành chinhx, đuợcc")) == []


def test_every_known_slip_is_found_and_its_correction_is_clean():
    assert len(known_slips()) >= 50
    for wrong, right, *_ in data_rows("slips"):
        assert [slip.replacement for slip in slips(wrong)] == [right]
        assert list(slips(right)) == []
        assert unicodedata.is_normalized("NFC", wrong + right)


@pytest.mark.parametrize(("name", "width"), [("slips", 3), ("level", 3), ("abbreviations", 2)])
def test_every_row_of_a_table_is_complete_and_stands_once(name, width):
    table = data_rows(name)
    assert all(len(row) == width and all(row) for row in table)
    assert len({row[0].casefold() for row in table}) == len(table) > 0


def test_level_wording_and_abbreviations_hold_what_rules_need():
    assert "lãnh đạo tỉnh" in {row[0] for row in data_rows("level")}
    short = {row[0] for row in data_rows("abbreviations")}
    assert {"CCHC", "TTHC", "CBCCVC", "NSNN", "DVC", "PAKN", "ĐVSNCL", "VBQPPL"} <= short


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "a@" * 50_000, "·" * 100_000, " " * 100_000, "hóa" * 30_000, "a- " * 30_000],
    ids=["digits", "at", "dots", "spaces", "tones", "dashes"],
)  # fmt: skip
def test_hostile_text_of_100_kb_is_checked_in_a_few_calls_a_letter(text):
    assert calls(lambda: [list(check(text)) for check in [*CHECKS, tone_words]]) < 10 * len(text)


@given(st.text())
def test_any_text_is_checked_without_an_error_and_with_true_offsets(text):
    for found in [*(check(text) for check in CHECKS), *tone_words(text).values()]:
        for slip in found:
            assert 0 <= slip.start < slip.stop <= len(text)
            assert re.search(r"(?s).", text[slip.start : slip.stop])
            assert slip.replacement != text[slip.start : slip.stop]
