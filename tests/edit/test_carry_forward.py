"""Last year's plan as the beginning of the next: nothing lost that is still true, nothing moved
that is cited.
"""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from cchc.edit.begin.carry_forward import carry_forward, summary
from cchc.edit.begin.years import Move, shift
from cchc.edit.yaml.plan_text import plan_text
from cchc.errors import UserError
from cchc.model.schema import json_schema
from cchc.read.load import read_source
from cchc.read.yaml.tree import parse_yaml


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Cải cách hành chính xã Phú Thịnh năm 2026", "Cải cách hành chính xã Phú Thịnh năm 2027"),
        ("Năm 2026, xã phấn đấu", "Năm 2027, xã phấn đấu"),
        ("trước ngày 20/01/2026", "trước ngày 20/01/2027"),
        ("trong Quý I/2026", "trong Quý I/2027"),
        ("quý III 2026, tháng 9/2026, 15-3-2026", "quý III 2027, tháng 9/2027, 15-3-2027"),
        ("tăng hạng so với năm 2025", "tăng hạng so với năm 2026"),
    ],
)
def test_the_plans_own_year_moves(text, after):
    assert shift(text, 2026, 2027).text == after


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 123/QĐ-UBND ngày 05/01/2026",
        "Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh Thái Nguyên về Kế hoạch cải "
        "cách hành chính tỉnh Thái Nguyên năm 2026",
        "Nghị quyết số 05/2026/NQ-CP",
        "theo mẫu 07/2026/ĐGTĐ",
        "Chương trình giai đoạn 2026 - 2030",
        "từ năm 2026 đến năm 2030",
        "năm học 2025-2026",
        "TCVN ISO 9001:2015, Đề án 06",
        "kết quả năm 2025 của xã",
        "đạt 2026 hồ sơ",
    ],
)
def test_what_is_cited_or_of_another_year_stays(text):
    assert shift(text, 2026, 2027).text == text


def test_years_that_were_not_moved_are_named_for_people_to_look_at():
    assert shift("năm 2025 xã đạt 87 điểm", 2026, 2027).left == ("năm 2025 xã đạt 87 …",)
    assert shift("29/02/2028", 2028, 2029).left == ("29/02/2028",)
    assert shift("giai đoạn 2026 - 2030", 2026, 2027).left == ()


def test_a_deadline_in_the_next_year_moves_too():
    assert shift("Quý I/2027", 2026, 2027, deadline=True).text == "Quý I/2028"
    assert shift("Quý I/2027", 2026, 2027).text == "Quý I/2027"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2026", "2027"), ("Trong 2026", "Trong 2027"), ("Cuối 2026", "Cuối 2027"),
        ("Quý IV, 2026", "Quý IV, 2027"), ("2026 và 2027", "2027 và 2028"), ("T12.2026", "T12.2027"),
        ("giai đoạn 2026 - 2030", "giai đoạn 2026 - 2030"), ("khi đạt 2026 hồ sơ", "khi đạt 2026 hồ sơ"),
        ("theo Kế hoạch số 188/KH-UBND ngày 27/12/2025", "theo Kế hoạch số 188/KH-UBND ngày 27/12/2025"),
    ],
)  # fmt: skip
def test_a_bare_year_is_a_deadline(text, after):
    assert shift(text, 2026, 2027, deadline=True).text == after


@given(st.text(st.sampled_from("năm 2026/-IQuý.5:(") | st.characters(), max_size=40))
def test_moving_a_year_changes_nothing_but_years(text):
    moved = shift(text, 2026, 2027)
    assert len(moved.text) == len(text)
    assert all(a == b or b.isdigit() for a, b in zip(text, moved.text, strict=True))


PLAN = """\
cchc: 1
kind: cchc
year: 2026
status: issued
commune: {level: xã, name: An Bình, province: tỉnh Phú Thọ}
document:
  number: 15
  symbol: KH-UBND
  date: 05/01/2026
  title: Cải cách hành chính xã An Bình năm 2026
  signer: {post: CHỦ TỊCH, name: Nguyễn Văn An}
bases:
  - Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ
  - Thực hiện Kế hoạch số 188/KH-UBND ngày 27/12/2025 của UBND tỉnh về cải cách hành chính năm 2026
units:
  - {id: vh-xh, name: Phòng Văn hóa - Xã hội}
groups:
  - {id: kiem-tra-q1-2026, name: Các đơn vị được kiểm tra năm 2026, members: [vh-xh]}
targets:
  - {measure: Chỉ số năm 2026, at_least: 90, unit: điểm, previous: 87}
body:
  - title: TỔ CHỨC THỰC HIỆN
    number: "IV."
    items:
      - {id: bao-cao, text: Báo cáo, deadline: Hằng quý, report: {to: Sở Nội vụ},
         progress: [{state: done, occurrence: 2026-Q1, date: 12/3/2026}]}
      - {text: Lập dự toán, deadline: trước ngày 20/01/2026}
appendices:
  - title: Danh mục năm 2026
    incomplete: mất trang 3
    areas:
      - title: CHỈ ĐẠO
        tasks:
          - {id: hop, title: Họp giao ban, deadline: Hằng tháng, lead: [vh-xh], product: Biên bản}
          - {id: kiem-tra, title: Kiểm tra, deadline: Quý III/2026, lead: [kiem-tra-q1-2026],
             progress: {state: done, date: 2026-08-01, evidence: 15/BC-UBND}}
          - {id: so-ket, title: Sơ kết, deadline: Quý II/2026, lead: [vh-xh]}
unplaced: [Đoạn lạc]
"""


@pytest.fixture
def carried():
    return carry_forward(parse_yaml(PLAN).data, "an-binh", 2027)


def test_the_new_plan_is_a_sound_draft_for_the_new_year(carried, tmp_path):
    source = read_source(tmp_path / "x.yaml", plan_text(carried.data, carried.comments))
    assert source.findings == []
    jsonschema.validate(YAML(typ="safe").load(source.text), json_schema())
    assert (source.plan.year, source.plan.status) == (2027, "draft")
    assert source.plan.document.title == "Cải cách hành chính xã An Bình năm 2027"


def test_number_dates_progress_and_printed_numbers_are_left_out(carried):
    paper = carried.data["document"]
    assert paper["number"] is None
    assert "date" not in paper
    assert "date: 01/2027" in carried.comments["document",]
    text = plan_text(carried.data)
    for gone in ("progress", "evidence", "previous", "incomplete", "unplaced", "IV."):
        assert gone not in text
    assert carried.left_out == {"progress": 2, "number": 1, "previous": 1, "incomplete": 1}
    assert carried.unplaced == 1


def test_units_groups_tasks_and_their_ids_stay(carried):
    assert carried.data["groups"][0]["id"] == "kiem-tra-q1-2026"
    assert carried.data["groups"][0]["name"] == "Các đơn vị được kiểm tra năm 2027"
    tasks = carried.data["appendices"][0]["areas"][0]["tasks"]
    assert [task["id"] for task in tasks] == ["hop", "kiem-tra", "so-ket"]
    assert [task["deadline"] for task in tasks] == ["Hằng tháng", "Quý III/2027", "Quý II/2027"]
    assert tasks[1]["lead"] == ["kiem-tra-q1-2026"]
    kept = {"unit": 1, "group": 1, "base": 2, "area": 1, "recurring": 1, "other": 2, "section": 3}
    assert carried.kept == kept


def test_work_that_does_not_come_again_by_itself_is_marked(carried):
    at = ("appendices", 0, "areas", 0, "tasks")
    assert (*at, 0) not in carried.comments
    assert carried.comments[*at, 1].startswith("KIỂM TRA: việc của năm 2026 (đã hoàn thành)")
    assert "chưa ghi là hoàn thành" in carried.comments[*at, 2]
    assert ("body", 0, "items", 0) not in carried.comments
    assert carried.comments["body", 0, "items", 1].startswith("KIỂM TRA")
    assert carried.comments["appendices", 0] == "ĐIỀN: bản năm 2026 còn thiếu: mất trang 3"


def test_bases_stay_and_yearly_ones_are_marked(carried):
    assert carried.data["bases"] == parse_yaml(PLAN).data["bases"]
    assert ("bases", 0) not in carried.comments
    assert "thay bằng văn bản cho năm 2027" in carried.comments["bases", 1]
    assert carried.cited == {"76/NQ-CP (15/07/2021)": False, "188/KH-UBND (27/12/2025)": True}


def test_what_was_done_is_told(carried):
    lines = [f"{heading} {details}" for heading, details in summary(carried, 2027)]
    assert lines[0].startswith("kept: 1 units, 1 groups, 2 bases, 3 sections of the text, 1 areas,")
    assert "Quý III/2026 → Quý III/2027" in lines[1]
    assert "2 records of progress, 1 printed numbers" in lines[2]
    assert "* 188/KH-UBND (27/12/2025)" in lines[3]
    assert carried.moved[Move("Quý II/2026", "Quý II/2027")] == 1


def test_a_plan_is_never_carried_back_in_time():
    with pytest.raises(UserError, match="cannot be carried forward to 2026"):
        carry_forward(parse_yaml(PLAN).data, "an-binh", 2026)


@pytest.mark.parametrize("name", ["phu-thinh", "nam-dan", "dinh-hoa", "dinh-hoa-kstthc"])
def test_real_plans_are_carried_forward_whole(plans, name, tmp_path):
    old = parse_yaml((plans / f"{name}.yaml").read_text("utf-8")).data
    new = carry_forward(old, name, 2027)
    source = read_source(tmp_path / "x.yaml", plan_text(new.data, new.comments))
    assert source.findings == []
    assert new.data["bases"] == old["bases"]
    assert [unit["id"] for unit in new.data["units"]] == [unit["id"] for unit in old["units"]]
    assert "2027" in source.plan.document.title
