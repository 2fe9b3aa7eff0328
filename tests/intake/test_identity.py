"""Whose plan a paper is, and of which year: from its own statements, else blank and told."""

from __future__ import annotations

import pytest

from cchc.intake.identity import identify
from cchc.intake.letterhead import Letterhead


def who(title="Cải cách hành chính năm 2026", own=(), cited="", text="", **head):
    return identify(text or "\n".join([title, *own, cited]), title, Letterhead(**head), own, cited)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Cải cách hành chính năm 2026", "2026"),
        ("Cải cách hành chính năm 2026 và định hướng đến năm 2030", "2026"),
        ("Chuyển đổi số năm 2026, định hướng đến năm 2030, tầm nhìn 2035", "2026"),
        ("Khắc phục tồn tại năm 2025 và nhiệm vụ năm 2026", "2026"),
        ("Phát triển giai đoạn 2026 - 2030, đến năm 2030", None),
    ],
)
def test_a_horizon_is_not_the_year_of_the_plan(title, year):
    assert who(title).year == year


def test_a_date_in_december_does_not_tell_the_year():
    assert who("Cải cách hành chính", date="29/12/2025").year is None
    assert who("Cải cách hành chính", date="05/01/2026").year == "2026"


def test_a_name_of_one_province_only_is_looked_up_and_marked():
    found = who(level="xã", name="Phú Thịnh")
    assert found.province == "tỉnh Thái Nguyên"
    assert "province" in found.remarks


def test_a_name_of_several_provinces_leaves_the_province_blank():
    assert who(level="xã", name="An Bình").province is None


def test_the_province_behind_a_body_without_a_name_is_read():
    cited = "Căn cứ Kế hoạch của UBND tỉnh về cải cách hành chính tỉnh Phú Thọ năm 2026"
    assert who(level="xã", name="An Bình", cited=cited).province == "tỉnh Phú Thọ"


def test_the_list_against_the_paper_is_told_and_left_blank():
    found = who(level="xã", name="Phú Thịnh", cited="Căn cứ Quyết định của UBND tỉnh Cà Mau")
    assert found.province is None
    assert "tỉnh Cà Mau" in str(found.remarks["province"])


@pytest.mark.parametrize(
    "cited",
    [
        "Căn cứ Nghị quyết của Ban Thường vụ Tỉnh ủy về chuyển đổi số",
        "theo chỉ đạo của Chủ tịch UBND tỉnh tại văn bản",
        "các cơ quan thuộc UBND tỉnh, thành phố trực thuộc trung ương",
    ],
)
def test_a_body_of_the_province_without_its_name_names_no_province(cited):
    assert who(level="xã", name="An Bình", cited=cited).province is None


def test_what_the_paper_states_of_itself_is_sure():
    found = who(own=["UBND xã An Lập, tỉnh Lào Cai ban hành"], cited="UBND tỉnh Cà Mau")
    assert (found.level, found.name, found.province) == ("xã", "An Lập", "tỉnh Lào Cai")
    assert "province" not in found.remarks


def test_names_of_before_the_merger_are_known_as_former():
    found = who(own=["UBND xã Tân Cương ban hành"], superior="UBND TỈNH HÀ GIANG")
    assert found.province == "tỉnh Hà Giang"
    assert "Tuyên Quang" in str(found.remarks["province"])


def test_a_name_that_is_in_no_list_is_a_remark_and_stays():
    found = who(level="xã", name="Sông Mây")
    assert (found.name, "name" in found.remarks) == ("Sông Mây", True)


def test_a_sentence_about_another_commune_names_nobody():
    found = who(text="Học tập kinh nghiệm của xã Phú Thịnh, xã Phú Thịnh làm tốt.")
    assert (found.level, found.name) == (None, None)


@pytest.mark.parametrize("line", ["UBND xã\n4", "địa bàn xã ổn định", "PHÒNG XÃ HỘI"])
def test_a_word_after_the_level_is_no_name(line):
    assert who(own=[line]).name is None


@pytest.mark.parametrize(
    ("title", "kind", "sure"),
    [("Cải cách hành chính năm 2026", "cchc", True), ("Nâng cao Chỉ số cải cách hành chính năm 2026", "par-index", True),
     ("Cải cách hành chính và nâng cao Chỉ số cải cách hành chính năm 2026", "par-index", False),
     ("Chuyển đổi số năm 2026", "cchc", False)],
)  # fmt: skip
def test_a_title_of_two_kinds_is_asked_about(title, kind, sure):
    found = who(title)
    assert (found.kind, found.kind_is_sure) == (kind, sure)
