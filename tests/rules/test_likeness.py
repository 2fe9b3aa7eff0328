"""How alike two duties are: the window of lengths, the words, and the limits of the work."""

from __future__ import annotations

from difflib import SequenceMatcher

from cchc.rules import _likeness
from cchc.rules._likeness import Earlier, alike_but_for_slips

LEAST = 0.8


def found(text: str, *others: str, least: float = LEAST) -> str | None:
    earlier = Earlier(least)
    for n, other in enumerate(others):
        earlier.add(other, str(n))
    return earlier.find(text)


def test_the_first_that_is_alike_is_found_whatever_their_lengths():
    text = "rà soát thủ tục hành chính của các đơn vị"
    assert found(text, "công khai dự toán", text + " xã", text) == "1"
    assert found(text) is None


def test_lengths_may_differ_by_a_tenth_of_the_longer_one():
    base = " ".join(["aa"] * 30)  # 89 letters
    longest = base + " aa aa aa"  # 98: 9 of 98 are less than a tenth
    too_long = base + " aa aa aaa"  # 99: 10 of 99 are more
    assert found(base, longest) == "0"
    assert found(longest, base) == "0"
    assert found(base, too_long) is None
    assert found(too_long, base) is None


def test_one_word_in_place_of_another_is_another_thing():
    assert alike_but_for_slips("dịch vụ y tế của xã", "dịch vụ y tếs của xã")
    assert not alike_but_for_slips("dịch vụ y tế của xã", "dịch vụ giáo dục của xã")
    assert not alike_but_for_slips("thu ngân sách xã", "chi ngân sách xã")
    assert alike_but_for_slips("họp giao ban tuần", "họp giao ban")
    twelve = "một hai ba bốn năm sáu bảy tám chín mười mươi trăm"
    assert alike_but_for_slips(twelve, f"{twelve} nghìn triệu")
    assert not alike_but_for_slips("một hai ba bốn năm sáu", "một hai ba bốn năm sáu nghìn triệu")
    assert not alike_but_for_slips("họp giao ban tuần này", "họp giao")


def test_work_ends_at_its_limits(monkeypatch):
    calls = []

    class Counted(SequenceMatcher):
        def quick_ratio(self):
            calls.append(1)
            return 0.0

    monkeypatch.setattr(_likeness, "SequenceMatcher", Counted)
    earlier = Earlier(LEAST)
    text = "rà soát thủ tục hành chính của các đơn vị"
    for n in range(700):
        earlier.add(text, str(n))
    assert earlier.find(text) is None
    assert len(calls) == 400  # comparisons by letters
    assert earlier.find(text) is None
    assert len(calls) == 400


def test_glances_end_too():
    earlier = Earlier(LEAST)
    for n in range(1_000):
        earlier.add("công khai dự toán thu chi ngân", str(n))
    for _ in range(100):
        assert earlier.find("rà soát lại mọi thủ tục của xã") is None
    same = "công khai dự toán thu chi ngân"
    assert earlier.find(same) is None  # 100,000 pairs have been looked at


def test_only_the_first_letters_are_compared():
    long = " ".join(["việc"] * 200)
    assert found(long, long) == "0"
