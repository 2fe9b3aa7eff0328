"""`cchc assignments`: who has to do what, over one plan or all."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
def answer(cchc):
    def ask(*arguments: str):
        ran = cchc("assignments", *arguments, "--format", "json")
        assert ran.code == 0, ran.err
        whole = json.loads(ran.out)
        assert (whole["schema_version"], whole["kind"]) == (1, "assignments")
        return whole["units"]

    return ask


@pytest.mark.parametrize(
    "query",
    [
        "kinh-te",
        "Phòng Kinh tế",
        "Phòng Kinh tế xã",
        "phong kinh te",
        "PHÒNG KINH TẾ",
        "phòng  kinh tế",
    ],
)
def test_a_unit_is_found_however_it_is_written(answer, query):
    (unit,) = answer("--unit", query, "nam-dan")
    assert (unit["id"], unit["name"]) == ("kinh-te", "Phòng Kinh tế")


def test_a_unit_has_its_tasks_of_every_plan(answer):
    units = answer("--unit", "phong kinh te")
    named = {
        (one["plan"], one["number"])
        for unit in units for one in unit["lead"] if one["via"] is None
    }  # fmt: skip
    assert {one for one in named if one[0] == "nam-dan"} == {
        ("nam-dan", str(n)) for n in range(35, 40)
    }
    assert {one for one in named if one[0] == "phu-thinh"} == {
        ("phu-thinh", number) for number in ("6.1.1", "6.1.3", "6.2.1", "6.2.2", "6.2.3", "8.2")
    }
    assert {one["plan"] for unit in units for one in unit["duties"]} >= {
        "dinh-hoa", "nam-dan", "thanh-mien",
    }  # fmt: skip


def test_units_of_several_communes_are_told_apart(answer, cchc):
    units = answer("--unit", "phong kinh te")
    assert [unit["commune"] for unit in units] == [
        "xã Định Hóa", "xã Nấm Dẩn", "xã Phú Thịnh", "xã Thanh Miện",
    ]  # fmt: skip
    for unit in units:
        parts = (unit["lead"], unit["support"], unit["duties"], unit["reports"])
        plans = {one["plan"] for part in parts for one in part}
        assert len(plans) == 1 or plans == {"dinh-hoa", "dinh-hoa-kstthc"}
    assert "\nxã Nấm Dẩn - Phòng Kinh tế" in cchc("assignments").out
    assert [one["commune"] for one in answer("--unit", "kinh-te", "nam-dan")] == [None]


def test_what_comes_through_a_collective_name_says_so(answer):
    (unit,) = answer("--unit", "phong kinh te", "--plan", "phu-thinh")
    through = {one["number"]: one["via"] for one in unit["lead"] if one["via"]}
    assert through["2.3"] == "Các cơ quan, tổ chức, đơn vị"
    assert through["1.4"] == "Các cơ quan, tổ chức, đơn vị thuộc UBND xã"


def test_a_unit_does_not_support_what_it_leads(answer):
    (unit,) = answer("--unit", "vh-xh", "--plan", "nam-dan")
    led = {one["task"] for one in unit["lead"]}
    assert led
    assert not led & {one["task"] for one in unit["support"]}


def test_a_report_is_listed_with_its_dates(answer):
    (unit,) = answer("--unit", "van-phong", "--plan", "thanh-mien")
    (report,) = [one for one in unit["reports"] if one["due"]]
    assert report["due"] == ["2026-03-04", "2026-06-04", "2026-09-04", "2026-12-06"]


def test_a_group_is_answered_by_its_members(answer):
    found = answer("--unit", "phong-chuyen-mon", "--plan", "thanh-mien")
    assert {unit["id"] for unit in found} == {"vh-xh", "van-phong", "kinh-te"}


def test_the_overview_has_one_line_for_each_unit(cchc, answer):
    ran = cchc("assignments", "--plan", "nam-dan")
    assert ran.code == 0
    names = [unit["name"] for unit in answer("--plan", "nam-dan")]
    assert [line for line in ran.out.splitlines()[1:] if line.startswith(tuple(names))]
    assert ran.out.splitlines()[0].split()[:3] == ["Unit", "Leads", "Supports"]
    assert len(ran.out.splitlines()) == len(names) + 3


def test_the_text_names_the_parts(cchc):
    ran = cchc("assignments", "--unit", "kinh-te", "--plan", "thanh-mien")
    assert ran.code == 0
    assert ran.out.startswith("Phòng Kinh tế (kinh-te)\n\nReports: ")
    assert "trong Quý I/2026" in ran.out


def test_an_unknown_unit_is_refused_with_near_names(cchc):
    ran = cchc("assignments", "--unit", "Phòng Kinh tê ")
    assert ran.code == 0  # a slip in a tone is understood
    ran = cchc("assignments", "--unit", "Phòng Nông nghiệp", "--plan", "nam-dan")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cchc: no plan has a unit “Phòng Nông nghiệp”\n")
