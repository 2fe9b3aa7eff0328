"""Names of units: spelling forgiven, words never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.language.names import bare, find_unit, fold, nearest

UNITS = {
    "vh-xh": ["Phòng Văn hóa - Xã hội", "Phòng VHXH"],
    "kinh-te": ["Phòng Kinh tế"],
    "van-phong": ["Văn phòng HĐND và UBND"],
    "pvhcc": ["Trung tâm Phục vụ hành chính công", "Trung tâm PVHCC"],
    "dich-vu": ["Trung tâm Dịch vụ tổng hợp"],
}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội"),
     ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa- Xã hội xã"),
     ("Phòng Văn hóa - Xã hội", "P. VH-XH"),
     ("Văn phòng HĐND và UBND", "Văn phòng HĐND – UBND xã"),
     ("Văn phòng HĐND và UBND", "VP HĐND-UBND"),
     ("Văn phòng HĐND và UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
     ("Trung tâm Phục vụ Hành chính công", "Trung tâm Phục vụ hành chính công xã"),
     ("Trung tâm PVHCC", "TT Phục vụ hành chính công"),
     ("Phòng Kinh tế", "phòng  Kinh tế\u00a0xã"), ("Ủy ban", "Uỷ ban"), ("thúy", "thuý"),
     ("Ho\u0301a", "Hoá"), ("UBMTTQ xã", "Uỷ ban Mặt trận Tổ quốc")],
)  # fmt: skip
def test_spellings_of_one_name_are_equal(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Trung tâm Dịch vụ hành chính công", "Trung tâm Phục vụ hành chính công"),
     ("UBND tỉnh", "UBND xã"), ("Phòng Kinh tế", "Phong Kinh tế"), ("quý", "quy"),
     ("Văn phòng UBND", "Văn phòng HĐND và UBND"), ("Thị xã", "Thị"), ("hoàn", "hòan")],
)  # fmt: skip
def test_different_names_stay_different(one, other):
    assert fold(one) != fold(other)


def test_the_tone_of_quy_stands_where_it_always_does():
    assert fold("Quý") == "quý"
    assert fold("Thuý") == "thúy"


def test_bare_is_what_people_type():
    assert bare("Phòng Kinh tế  Đặc khu") == "phong kinh te dac khu"


def test_the_nearest_name_comes_first_and_strangers_not_at_all():
    names = [name for known in UNITS.values() for name in known]
    assert nearest("Trung tâm Dịch vụ Hành chính công", names)[0].startswith("Trung tâm")
    assert "Trung tâm Phục vụ hành chính công" in nearest(
        "Trung tâm Dịch vụ Hành chính công", names
    )
    assert nearest("Phòng Văn hóa Xã hôi", names)[0] == "Phòng Văn hóa - Xã hội"
    assert nearest("Phong kinh te", names)[0] == "Phòng Kinh tế"
    assert nearest("Hợp tác xã nông nghiệp Bản Mới", names) == []
    assert len(nearest("Phòng", ["Phòng A", "Phòng B", "Phòng C", "Phòng D"], limit=2)) == 2


@pytest.mark.parametrize(
    ("query", "ids"),
    [("vh-xh", ["vh-xh"]), ("Phòng Kinh tế", ["kinh-te"]), ("Phòng Văn hoá – Xã hội", ["vh-xh"]),
     ("phong kinh te", ["kinh-te"]), ("phong van hoa xa hoi", ["vh-xh"]),
     ("van phong hdnd va ubnd", ["van-phong"]), ("Văn phòng", ["van-phong"]),
     ("kinh te", ["kinh-te"]), ("trung tam", ["pvhcc", "dich-vu"]), ("phòng", ["vh-xh", "kinh-te"]),
     ("hành chính công", ["pvhcc"]), ("Công an xã", []), ("", []), ("  ", [])],
)  # fmt: skip
def test_a_unit_is_found_at_the_first_level_that_matches(query, ids):
    assert find_unit(query, UNITS) == ids


@given(st.text(), st.text())
def test_any_text_is_compared_without_an_error_and_folding_twice_is_once(text, other):
    assert fold(fold(text)) == fold(text)
    bare(text)
    nearest(text, [other])
    find_unit(text, {"a": [other]})
