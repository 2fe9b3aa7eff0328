"""Whose plan it is: the names of each level, and what a plan must say of it."""

from __future__ import annotations

from typing import Any

import pytest

from cchc.model.agency import Agency
from cchc.model.levels import LEVELS
from cchc.read.schema import to_plan

TN = "tỉnh Thái Nguyên"
NAMES: list[tuple[dict[str, str], str, str, str]] = [
    # agency; its full name; the committee's place behind it; the province
    ({"level": "tỉnh", "name": "Thái Nguyên"}, TN, TN, TN),
    ({"level": "thành phố", "name": "Huế"}, "thành phố Huế", "thành phố Huế", "thành phố Huế"),
    ({"level": "thành phố", "name": "Hồ Chí Minh"}, *["Thành phố Hồ Chí Minh"] * 3),
    ({"level": "phường", "name": "Sông Công", "province": TN}, *["phường Sông Công"] * 2, TN),
    ({"level": "đặc khu", "name": "Cô Tô", "province": "tỉnh Quảng Ninh"},
     "đặc khu Cô Tô", "đặc khu Cô Tô", "tỉnh Quảng Ninh"),
    ({"level": "sở", "name": "Nội vụ", "province": TN}, f"Sở Nội vụ {TN}", TN, TN),
    ({"level": "đơn vị cấp tỉnh", "name": f"Thanh tra {TN}", "province": TN},
     f"Thanh tra {TN}", TN, TN),
    ({"level": "phòng", "name": "Kinh tế", "commune": "xã Phú Thịnh", "province": TN},
     "Phòng Kinh tế xã Phú Thịnh", "xã Phú Thịnh", TN),
    ({"level": "trung tâm", "name": "Phục vụ hành chính công", "commune": "phường Sông Công",
      "province": TN}, "Trung tâm Phục vụ hành chính công phường Sông Công", "phường Sông Công", TN),
    ({"level": "đơn vị cấp xã", "name": "Văn phòng HĐND và UBND", "commune": "xã Phú Thịnh",
      "province": TN}, "Văn phòng HĐND và UBND xã Phú Thịnh", "xã Phú Thịnh", TN),
    ({"level": "đảng ủy", "name": "xã Phú Thịnh", "province": TN}, "Đảng ủy xã Phú Thịnh", TN, TN),
    ({"level": "tỉnh ủy", "name": "Thái Nguyên"}, "Tỉnh ủy Thái Nguyên", "", ""),
]  # fmt: skip


def plan(**keys: Any) -> dict[str, Any]:
    return {"cchc": "1", "kind": "cchc", "year": "2026", "document": {"title": "X"},
            "units": [{"id": "a", "name": "Phòng A"}], "body": ["Một câu"], **keys}  # fmt: skip


def test_names():
    for data, full, body, home in NAMES:
        found = Agency.model_validate(data)
        assert (found.full_name, found.body, found.home) == (full, body, home), data
    known = {data["level"] for data, *_ in NAMES}
    assert known >= LEVELS.keys() - {"xã", "thành ủy"}


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"agency": {"level": "tỉnh", "name": "Thái Nguyên", "code": "19"}}, []),
        ({"commune": {"level": "xã", "name": "An Bình", "province": TN, "code": "05503"}}, []),
        ({}, [("S002", ("commune",))]),
        ({"commune": None}, [("S006", ("commune",))]),
        ({"agency": {"level": "sở", "name": "Nội vụ"}}, [("S002", ("agency", "province"))]),
        ({"agency": {"level": "phòng", "name": "Kinh tế", "province": TN}},
         [("S002", ("agency", "commune"))]),
        ({"agency": {"level": "huyện", "name": "Đại Từ"}}, [("S004", ("agency", "level"))]),
        ({"agency": {"level": "tỉnh", "name": "Thái Nguyên"},
          "commune": {"level": "xã", "name": "An Bình", "province": TN}},
         [("S004", ("commune",))]),
    ],
)  # fmt: skip
def test_a_plan_says_once_whose_it_is(keys, told):
    found = to_plan(plan(**keys))
    assert [(one.code, one.place) for one in found] == told if told else not isinstance(found, list)


def test_a_commune_is_an_agency_too():
    found = to_plan(plan(commune={"level": "xã", "name": "An Bình", "province": TN}))
    assert (found.owner.full_name, found.owner.home) == ("xã An Bình", TN)
