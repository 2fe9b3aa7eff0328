"""A symbol named as proof must be right; other words are free."""

from __future__ import annotations

import pytest

from cchc.edit.progress.request import check_evidence, doubts
from cchc.edit.progress.request_error import RefusalError


@pytest.mark.parametrize(
    "text",
    [
        "15/BC-UBND",
        "57-NQ/TW",
        "118/2025/NĐ-CP",
        "15/BC-UBND, 16/BC-UBND; 17/BC-VHXH",
        "Báo cáo số 15/BC-UBND ngày 12/6/2026",
        "Biên bản họp ngày 12/6",
        "Biên bản họp ngày 12/6/2026 và ảnh chụp",
        "15/BC-UBND và Biên bản ngày 12-6",
        "Cổng dịch vụ công: 100% hồ sơ, 24/7",
        "15-BC-UBND.pdf",
        "https://xa.gov.vn/15/BC/van-ban",
        "Sổ theo dõi 2026",
        "02 hội nghị/120 lượt người",
    ],
)
def test_right_symbols_and_free_words_are_taken(text):
    check_evidence(text)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("15/BCUBND", "15/BCUBND", "15/BC-UBND"),
        ("15/BC–UBND", "15/BC–UBND", "15/BC-UBND"),
        ("15 / BC-UBND", "15 / BC-UBND", "15/BC-UBND"),
        ("76/ND-CP", "76/ND-CP", "76/NĐ-CP"),
        ("Báo cáo số 15/BCUBND ngày 12/6/2026", "15/BCUBND", "15/BC-UBND"),
        ("15/BC-UBND; 16/BCUBND", "16/BCUBND", "16/BC-UBND"),
        ("118/NĐ-CP", "118/NĐ-CP", None),
    ],
)
def test_a_broken_symbol_is_refused_with_what_was_meant(text, words, meant):
    with pytest.raises(RefusalError) as refusal:
        check_evidence(text)
    error = refusal.value
    assert error.field == "evidence"
    assert str(error.message) == f"“{words}” is not the symbol of a document"
    if meant:
        assert str(error.hint) == f"did you mean “{meant}”?"
    else:
        assert str(error.hint) == "write it as on the paper, for example 15/BC-UBND"


@pytest.mark.parametrize("text", ["5/BC-UBND", "Báo cáo số 5/BC-UBND ngày 12/6/2026"])
def test_a_number_without_its_zero_is_taken_and_doubted(text):
    check_evidence(text)
    (doubt,) = doubts(text)
    assert "“05/BC-UBND”" in str(doubt)


def test_nothing_is_doubted_of_what_is_right():
    assert list(doubts("15/BC-UBND; Biên bản họp")) == []
