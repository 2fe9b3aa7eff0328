"""What the rules say of plans of every level, and of the names of places."""

from __future__ import annotations

from cchc.edit.fix import fix
from cchc.read.load import load_bytes
from tests.rules.marked import find

TEXT = """\
cchc: 1
kind: cchc
year: 2026
{owner}
document: {{title: X, date: 01/2026}}
units: [{{id: a, name: Phòng A}}]
body: [{{title: NHIỆM VỤ, items: [Tổ chức đối thoại giữa lãnh đạo tỉnh với người dân.]}}]
"""
TN = "province: tỉnh Thái Nguyên"


def test_wording_of_a_province_is_right_in_a_province_and_told_in_the_words_of_a_ward():
    told = {}
    for owner in (
        "agency: {level: tỉnh, name: Thái Nguyên}",
        f"agency: {{level: sở, name: Nội vụ, {TN}}}",
        f"commune: {{level: phường, name: Sông Công, {TN}}}",
        f"agency: {{level: phòng, name: Kinh tế, commune: phường Sông Công, {TN}}}",
    ):
        found = [one.finding for one in find(TEXT.format(owner=owner))]
        told[owner] = [f"{one.message} {one.help}" for one in found if one.code == "L001"]
    assert list(map(len, told.values())) == [0, 0, 1, 1]
    for words in told.values():
        assert all("lãnh đạo phường" in one and "xã" not in one for one in words)


def test_a_plan_of_the_party_has_no_symbol_of_the_state_and_no_part_on_funding():
    parts = "body: [{role: purpose, title: MỤC ĐÍCH, items: [Nêu mục đích.]}, {role: organization, title: TỔ CHỨC}]\n"
    kept = "unplaced: [Số 21-KH/ĐU, T/M BAN THƯỜNG VỤ]\n"
    head = TEXT.split("body:")[0]
    told = {}
    for owner in (
        f"agency: {{level: đảng ủy, name: xã Phú Thịnh, {TN}}}",
        f"commune: {{level: xã, name: Phú Thịnh, {TN}}}",
    ):
        found = [one.finding for one in find(head.format(owner=owner) + parts + kept)]
        told[owner] = [
            sum(one.code == code and str(one.message).count(words) for one in found)
            for code, words in (("V005", "symbol"), ("N010", "funding"))
        ] + [one.severity.value for one in found if one.code == "V015"]
    assert list(told.values()) == [[0, 0, "info", "info"], [1, 1, "warning", "warning"]]


NAMES = [
    # what the plan says; what --fix makes of it
    (
        "commune: {level: xã, name: Phú Thịnh, province: Thái Nguyên}",
        "commune: {level: xã, name: Phú Thịnh, province: tỉnh Thái Nguyên}",
    ),
    (
        "agency: {level: thành phố, name: HCM, code: '79'}",
        "agency: {level: thành phố, name: Hồ Chí Minh, code: '79'}",
    ),
    (
        "agency: {level: sở, name: Nội vụ, province: TP. Hồ Chí Minh}",
        "agency: {level: sở, name: Nội vụ, province: Thành phố Hồ Chí Minh}",
    ),
    (
        f"commune: {{level: xã, name: Sông Công, {TN}}}",
        f"commune: {{level: phường, name: Sông Công, {TN}}}",
    ),
    (
        f"commune: {{level: xã, name: Phu Thinh, {TN}, code: '1'}}",
        f"commune: {{level: xã, name: Phú Thịnh, {TN}, code: '05800'}}",
    ),
    ("agency: {level: tỉnh, name: Hà Giang}", "agency: {level: tỉnh, name: Tuyên Quang}"),
    ("agency: {level: tỉnh, name: Hải Phòng}", "agency: {level: thành phố, name: Hải Phòng}"),
    (
        f"agency: {{level: phòng, name: Kinh tế, commune: Phú Thịnh, {TN}}}",
        f"agency: {{level: phòng, name: Kinh tế, commune: xã Phú Thịnh, {TN}}}",
    ),
]
RIGHT = [
    f"commune: {{level: xã, name: Phú Thịnh, {TN}, code: '05800'}}",
    f"commune: {{level: xã, name: Định Hoá, {TN}}}",
    "agency: {level: thành phố, name: Hồ Chí Minh}",
    "agency: {level: sở, name: Nội vụ, province: thành phố Hồ Chí Minh}",
    f"agency: {{level: đảng ủy, name: xã Phú Thịnh, {TN}}}",
]
NOT_MENDED = [
    # a commune of another province, or of several; a name the list does not have
    ("commune: {level: xã, name: Phú Thịnh, province: tỉnh Tuyên Quang}", "tỉnh Thái Nguyên"),
    (f"commune: {{level: xã, name: An Bình, {TN}}}", "tỉnh Phú Thọ, tỉnh Gia Lai"),
    (f"commune: {{level: xã, name: Không Có Tên, {TN}}}", "check the spelling"),
]


def told(owner: str) -> list[str]:
    found = [one.finding for one in find(TEXT.format(owner=owner))]
    return [f"{one.message} {one.help}" for one in found if one.code == "L002"]


def test_names_of_places_are_those_of_the_list(tmp_path):
    for wrong, right in NAMES:
        assert told(wrong), wrong
        source = load_bytes(tmp_path / "x.yaml", TEXT.format(owner=wrong).encode())
        assert fix(source).text.splitlines()[3] == right
    for owner in RIGHT:
        assert told(owner) == [], owner
    for owner, words in NOT_MENDED:
        (one,) = told(owner)
        assert words in one
        source = load_bytes(tmp_path / "x.yaml", TEXT.format(owner=owner).encode())
        assert fix(source).text.splitlines()[3] == owner


def test_old_names_were_right_until_they_went():
    old = TEXT.format(owner="agency: {level: tỉnh, name: Hà Giang}")
    assert "L002" in [one.finding.code for one in find(old)]
    assert "L002" not in [one.finding.code for one in find(old.replace("01/2026", "06/2025"))]
