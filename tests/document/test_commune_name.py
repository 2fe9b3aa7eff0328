"""Which commune a letterhead names."""

from __future__ import annotations

import pytest

from cchc.document.check.commune_name import _OWN


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("ỦY BAN NHÂN DÂN XÃ YÊN LÃNG", "YÊN LÃNG"),
        ("PHÒNG VĂN HÓA - XÃ HỘI", None),
        ("ỦY BAN NHÂN DÂN XÃ YÊN LÃNG PHÒNG VĂN HÓA - XÃ HỘI", "YÊN LÃNG PHÒNG VĂN HÓA - XÃ HỘI"),
        ("PHÒNG VĂN HÓA - XÃ HỘI XÃ YÊN LÃNG", "YÊN LÃNG"),
        ("ỦY BAN NHÂN DÂN XÃ HỘI AN", "HỘI AN"),
    ],
)
def test_a_department_of_social_affairs_is_no_commune(head, name):
    found = _OWN.search(head)
    assert (found and found[2]) == name
