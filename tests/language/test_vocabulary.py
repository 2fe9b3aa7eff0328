"""Which phrases can stand in a text: told from its words, and never wrongly denied."""

from __future__ import annotations

import pytest

from cchc.language.hygiene import known_slips, possible_slips, slips
from cchc.language.vocabulary import Vocabulary

TEXT = "Trình UBND tỉnh phê duyệt,\nbáo cáo Hội đồng  nhân dân (HĐND) xã."


@pytest.mark.parametrize(
    "phrase",
    ["tỉnh", "trình ubnd tỉnh", "duyệt, báo cáo", "NHÂN DÂN", "hội đồng nhân dân (HĐND) xã", ""],
)
def test_words_side_by_side_may_stand_there(phrase):
    assert Vocabulary(TEXT).may_hold(phrase)


@pytest.mark.parametrize(
    "phrase", ["huyện", "tỉn", "tỉnh ubnd", "trình tỉnh", "báo cáo xã", "nhân dân hđnd"]
)
def test_words_missing_or_apart_cannot_stand_there(phrase):
    assert not Vocabulary(TEXT).may_hold(phrase)


def test_the_slips_of_a_whole_plan_are_found_in_each_of_its_texts():
    texts = [f"Đẩy mạnh {wrong.title()};\n{wrong}" for wrong in known_slips()]
    forms = possible_slips(Vocabulary("\n".join(texts)))
    assert set(forms) == set(known_slips())
    for text in texts:
        assert list(slips(text, forms)) == list(slips(text)) != []


@pytest.mark.parametrize("letters", ["UBND", "HĐND", "hê duy", "UBND xã", ""])
def test_letters_may_stand_inside_words_and_capitals_count(letters):
    assert Vocabulary(TEXT).may_have(letters)
    assert not letters or not Vocabulary(TEXT.swapcase()).may_have(letters)
