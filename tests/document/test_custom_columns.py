"""Custom columns: values under `extra`, by the heading of the column they are printed in."""

from __future__ import annotations

import pytest

from cchc.edit.yaml.plan_text import plan_text
from cchc.edit.yaml.take_back import with_values
from cchc.errors import UserError
from cchc.read.yaml.tree import parse_yaml
from tests.document.conftest import KE_HOACH, Paper, plan_of
from tests.document.printing import render_plan

TASK = {"id": "a", "title": "Tập huấn", "lead": ["vh-xh"], "extra": {"Nguồn vốn": "Ngân sách xã"}}
APPENDIX = {
    "title": "Danh mục",
    "columns": [
        {"key": "title", "heading": "Nhiệm vụ"}, {"key": "custom", "heading": "Nguồn  vốn"},
        {"key": "lead", "heading": "Chủ trì"}, {"key": "custom", "heading": "Số lớp"},
    ],
    "tasks": [TASK, {"id": "b", "title": "Rà soát", "lead": ["vh-xh"]}],
}  # fmt: skip
PLAN = {"appendices": [APPENDIX]}
ROWS = [
    ["Nhiệm vụ", "Nguồn  vốn", "Chủ trì", "Số lớp"],
    ["Tập huấn", "Ngân sách xã", "Phòng Văn hóa - Xã hội", ""],
    ["Rà soát", "", "Phòng Văn hóa - Xã hội", ""],
]


def test_they_are_printed_in_the_order_of_the_plan_in_a_sample_of_their_own_or_that_of_notes(
    with_template,
):
    assert Paper(render_plan(plan_of(**PLAN), KE_HOACH)).rows() == ROWS
    own = with_template(("{{ task.approver }}", "{{ task.custom }}"))
    assert Paper(render_plan(plan_of(**PLAN), own)).rows()[1][1] == "Ngân sách xã"
    typed = with_template(("{{ task.note }}", '{{ task.extra["Nguồn vốn"] }}'))
    with pytest.raises(UserError, match="Nguồn  vốn"):
        render_plan(plan_of(**PLAN), with_template(("{{ task.note }}", "")))
    assert Paper(render_plan(plan_of(**PLAN), typed)).rows()[1][1] == "Ngân sách xã"


FLOW = "{id: a, title: Tập huấn}"


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ({"Nguồn vốn": "Xã"}, "Tỉnh", {"Nguồn vốn": "Tỉnh"}),
        ({"Nguồn vốn": "Xã", "Số lớp": "2"}, None, {"Số lớp": "2"}),
        ({"Nguồn vốn": "Xã"}, None, None),
        ({"Số lớp": "2"}, "Tỉnh: 50 %", {"Số lớp": "2", "Nguồn vốn": "Tỉnh: 50 %"}),
        (None, "Tỉnh", {"Nguồn vốn": "Tỉnh"}),
    ],
)
def test_a_text_from_a_paper_goes_under_its_heading(before, value, after):
    task = {"id": "a", "title": "Tập huấn", **({"extra": before} if before else {})}
    for text in (plan_text({"appendices": [{"title": "Danh mục", "tasks": [task]}]}),
                 f"appendices:\n- tasks:\n  - {FLOW}\n" if before is None else None):  # fmt: skip
        if text is not None:
            place = ("appendices", 0, "tasks", 0)
            made = parse_yaml(with_values(text, {(place, "extra.Nguồn_vốn"): value})).data
            assert made["appendices"][0]["tasks"][0].get("extra") == after
