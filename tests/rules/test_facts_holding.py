"""One search of a whole plan names every text that a search of each text would find."""

from __future__ import annotations

import random
import re

import pytest

from cchc.language.citation import CITED, find_citations
from cchc.language.hygiene import DASHED, MARKED, SPACED, dashes, spacing, tone_words
from cchc.read.load import load, required_plan
from cchc.rules._facts import Facts


@pytest.fixture(scope="module", params=["nam-dan", "phu-thinh", "dinh-hoa"])
def facts(request) -> Facts:
    from tests.conftest import ROOT

    return Facts(required_plan(load(ROOT / "plans" / f"{request.param}.yaml")))


@pytest.mark.parametrize(
    "pattern", [r"\bhóa\b", r"[;,]\s", r"\w\s+\w", "^.", ".$", r"(?<!\w)Phòng", r"\d+(?:[.,]\d+)?"]
)
def test_every_text_with_a_match_is_named_once_and_in_order(facts, pattern):
    search = re.compile(pattern)
    found = facts.holding(search)
    assert len(set(found)) == len(found)
    assert found == [one for one in facts.printed if one in set(found)]
    if "^" not in pattern and "$" not in pattern:
        assert {one for one in facts.printed if search.search(one.text)} <= set(found)


def test_small_letters_are_looked_for_in_small_letters(facts):
    found = facts.texts_holding(re.compile("phòng"), lowercase=True)
    assert found == [one for one in facts.texts if "phòng" in one.text.casefold()]


def test_what_is_searched_for_first_stands_in_every_text_with_a_slip():
    chance = random.Random(2)
    pieces = ["văn hóa", "văn hoá", " - ", "- ", " -", "–", ",", ";", " ,", "(", " (", "( ", ")", " ", "  ",
              ". ", " .", ":", "ủy", "uỷ", "a", "1", "http://x,y", "…", "ngày"]  # fmt: skip
    slips = 0
    for _ in range(20_000):
        text = "".join(chance.choices(pieces, k=chance.randrange(1, 7)))
        for find, first in ((spacing, SPACED), (dashes, DASHED)):
            if find(text):
                slips += 1
                assert any(pattern.search(text) for pattern in first), (find, text)
        if any(tone_words(text).values()):
            slips += 1
            assert MARKED.search(text)
    assert slips > 5000


def test_looking_for_symbols_and_dates_first_loses_no_citation(facts):
    everywhere = [(place, one) for place, text in facts.texts for one in find_citations(text)]
    assert list(facts.citations) == everywhere != []


def test_every_text_with_a_citation_is_found_by_its_symbol_or_its_date():
    chance = random.Random(5)
    pieces = ["Quyết định", " số ", "Luật Cán bộ, công chức", " ngày 01/7/2025", "ngày  1", "12/QĐ-UBND", "7",
              "Quyết định số 12/qđ-ubnd", "76/NQ - CP", "57- NQ/TW", "/KH-UBND", " ", "\n", ", ", " của UBND xã"]  # fmt: skip
    cited = 0
    for _ in range(5_000):
        text = "".join(chance.choices(pieces, k=chance.randrange(1, 6)))
        if find_citations(text):
            cited += 1
            assert any(pattern.search(f"\n{text}\n") for pattern in CITED), text
    assert cited > 500
