"""Another commune's name where the plan speaks of its own."""

from __future__ import annotations

import re

import pytest

from .marked import WHOLE, find

POINT = "          - Tiếp nhận phản ánh của người dân.\n"
TITLE = "title: Phân công thực hiện Kế hoạch\n"
OPENING = "opening: Ủy ban nhân dân xã Định Hóa ban hành Kế hoạch như sau"
CLOSING = re.search(r"closing: .*", WHOLE)[0]


def count(old: str, new: str) -> int:
    assert WHOLE.count(old) == 1, old
    return [one.finding.code for one in find(WHOLE.replace(old, new))].count("L005")


@pytest.mark.parametrize(
    ("words", "found"),
    [("Trên đây là Kế hoạch năm 2026 của xã Bình Minh, yêu cầu các đơn vị thực hiện", 1),
     ("Trên đây là Kế hoạch năm 2026 của xã Định Hóa, yêu cầu các đơn vị thực hiện", 0),
     ("Trên đây là Kế hoạch năm 2026 của UBND phường Định Hóa", 1), ("Trên đây là Kế hoạch năm 2026 trên địa bàn xã Phú Lương", 1),
     ("Các xã Bình Minh, xã Phú Lương phối hợp", 0), ("Kế hoạch này thay thế Kế hoạch của UBND xã Chợ Chu cũ", 0)],
)  # fmt: skip
def test_the_closing(words, found):
    assert count(CLOSING, f'closing: "{words}"') == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("Ủy ban nhân dân xã Bình Minh ban hành Kế hoạch như sau", 1), ("Ủy ban nhân dân xã Định Hoá ban hành Kế hoạch như sau", 0),
     ("Thực hiện Kế hoạch số 18/KH-UBND ngày 27/12/2025 của UBND xã Phú Đô, UBND xã xây dựng Kế hoạch như sau", 0)],
)  # fmt: skip
def test_the_opening(words, found):
    assert count(OPENING, f"opening: {words}") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("PHÂN CÔNG NHIỆM VỤ CỦA XÃ BÌNH MINH NĂM 2026", 1), ("PHÂN CÔNG NHIỆM VỤ CỦA XÃ ĐỊNH HÓA NĂM 2026", 0),
     ("PHÂN CÔNG NHIỆM VỤ KINH TẾ - XÃ HỘI NĂM 2026", 0), ("PHÂN CÔNG NHIỆM VỤ XÃ NÔNG THÔN MỚI NĂM 2026", 0),
     ("DANH MỤC NHIỆM VỤ TRÊN ĐỊA BÀN PHƯỜNG ĐỊNH HÓA", 1)],
)  # fmt: skip
def test_the_title_of_an_appendix(words, found):
    assert count(TITLE, f"title: {words}\n") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("Tuyên truyền trên địa bàn xã Bình Minh.", 1), ("Học tập kinh nghiệm tại xã Bình Minh.", 0),
     ("Phối hợp với UBND xã Bình Minh giải quyết hồ sơ liên thông.", 0), ("Trụ sở xã Bình Minh cũ làm điểm tiếp nhận.", 0),
     ("Xã Phú Đô là xã kết nghĩa.", 0)],
)  # fmt: skip
def test_a_sentence_of_the_body(words, found):
    assert count(POINT, f"          - {words}\n") == found


@pytest.mark.parametrize(
    ("own", "words", "found"),
    [("Móng Cái 1", "phường Móng Cái 1", 0), ("Móng Cái 1", "phường Móng Cái 2", 1), ("Móng Cái 1", "phường Bình Minh", 1),
     ("Móng Cái 1", "phường Móng Cái", 1), ("Uông Bí", "phường Uông Bí 2 lần", 0)],
)  # fmt: skip
def test_a_number_may_belong_to_the_name(own, words, found):
    owner = "level: xã, name: Định Hóa, province: tỉnh Thái Nguyên"
    assert WHOLE.count(owner) == 1
    text = WHOLE.replace(owner, f"level: phường, name: {own}, province: tỉnh Quảng Ninh")
    text = text.replace(CLOSING, f'closing: "Trên đây là Kế hoạch của {words}"')
    assert [
        one.finding.within
        for one in find(text)
        if one.finding.code == "L005" and one.finding.place == ("closing",)
    ] == [words] * found
