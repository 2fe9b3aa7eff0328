"""The closed list of places, and the names before it."""

from __future__ import annotations

from collections import Counter

import pytest

from cchc.language.places import (
    communes,
    communes_like,
    find_communes,
    find_former_commune,
    find_former_province,
    find_province,
    provinces,
)


def test_the_list_has_the_provinces_and_communes_of_today():
    assert Counter(one.kind for one in provinces()) == {"tỉnh": 28, "thành phố": 6}
    assert len(communes()) == 3321
    assert Counter(one.kind for one in communes()) == {"xã": 2621, "phường": 687, "đặc khu": 13}
    assert sum(one.province.name == "Thái Nguyên" for one in communes()) == 92


def test_no_two_communes_of_a_province_share_kind_and_name():
    for one in communes():
        assert find_communes(one.kind, one.name, one.province) == (one,)


def test_a_code_stands_for_one_commune():
    codes = [one.code for one in communes() if one.code]
    assert len(codes) == len(set(codes)) > 3000
    assert all(len(code) == 5 and code.isdigit() for code in codes)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tỉnh Thái Nguyên", "tỉnh Thái Nguyên"), ("Thái Nguyên", "tỉnh Thái Nguyên"),
        ("TỈNH THÁI NGUYÊN", "tỉnh Thái Nguyên"), ("tinh thai nguyen", "tỉnh Thái Nguyên"),
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"), ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("thành phố Hải Phòng", "thành phố Hải Phòng"), ("TP Huế", "thành phố Huế"),
        ("tỉnh Thanh Hoá", "tỉnh Thanh Hóa"), ("tỉnh  Đắk  Lắk", "tỉnh Đắk Lắk"),
    ],
)  # fmt: skip
def test_a_province_is_found_however_it_is_written(text, name):
    found = find_province(text)
    assert found is not None
    assert found.full_name == name


@pytest.mark.parametrize("text", ["", "tỉnh ủy", "tỉnh", "Bắc Kạn", "tỉnh ta", "Phú Thịnh"])
def test_what_is_no_province_of_today_is_not_found(text):
    assert find_province(text) is None


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("tỉnh Bắc Kạn", "Thái Nguyên"), ("Hải Dương", "Hải Phòng"),
        ("Bà Rịa - Vũng Tàu", "Hồ Chí Minh"), ("tỉnh Hoà Bình", "Phú Thọ"),
    ],
)  # fmt: skip
def test_a_former_province_leads_to_the_one_of_today(former, now):
    found = find_former_province(former)
    assert found is not None
    assert found.name == now
    assert find_province(former) is None


def test_provinces_of_today_and_former_ones_add_up_to_63():
    assert sum(1 + len(one.formerly) for one in provinces()) == 63


def test_one_name_may_stand_in_several_provinces():
    found = find_communes("xã", "Định Hoá")
    assert sorted(one.province.name for one in found) == ["Ninh Bình", "Thái Nguyên"]
    assert find_communes("phường", "Định Hóa") == ()


def test_the_five_plans_name_communes_of_the_list():
    for kind, name, province in [
        ("xã", "Phú Thịnh", "Thái Nguyên"), ("xã", "Nấm Dẩn", "Tuyên Quang"),
        ("xã", "Định Hóa", "Thái Nguyên"), ("xã", "Thanh Miện", "Hải Phòng"),
    ]:  # fmt: skip
        assert len(find_communes(kind, name, find_province(province))) == 1


def test_a_name_without_its_accents_finds_what_it_may_be():
    assert [one.name for one in communes_like("Nam Dan", find_province("Tuyên Quang"))] == [
        "Nấm Dẩn"
    ]


def test_former_communes_are_known():
    thai_nguyen = find_province("Thái Nguyên")
    assert find_former_commune("thị trấn", "Chợ Chu", thai_nguyen)[0].full_name == "xã Định Hóa"
    assert find_former_commune("xã", "Không Có Đâu") == ()
