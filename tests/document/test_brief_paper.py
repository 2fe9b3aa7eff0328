"""The page for a meeting: its figures are those of status, and it stays one page."""

from __future__ import annotations

import json
from datetime import date

import pytest

from cchc.document.brief_chat import LINES, chat
from cchc.document.dump import dumped_words
from cchc.document.papers.brief import COMING, LEADERS, UNITS, brief_paper
from cchc.outputs.json import dumps
from cchc.outputs.status_words import content
from cchc.views.brief import brief
from cchc.views.status import status
from tests.document.papers import printed
from tests.views.conftest import plan as plan_of
from tests.views.thirty_six import DAYS, FIGURES_BY_HAND, RATES_BY_HAND, thirty_six

__all__ = ["plan_of"]
MONDAY = date(2026, 7, 6)


def page(plan, day=MONDAY, before=None):
    return brief_paper(brief("a", plan, day, before), plan)


def large(make, count=200):
    """Return a plan of many tasks with long names: units and leaders are late, and most is due."""
    units = [
        {"id": f"u{n}", "name": f"Trung tâm Dịch vụ tổng hợp và Phục vụ hành chính công số {n}"}
        for n in range(40)
    ]
    rows = [
        {
            "deadline": ("Quý I", "Quý II", "31/7/2026", "Hằng tháng")[n % 4],
            "title": f"Rà soát, cập nhật và công khai thủ tục hành chính thuộc thẩm quyền, lần {n}",
            "lead": [f"u{n % 40}"], "leader": f"Phó Chủ tịch Nguyễn Văn Anh Tuấn số {n % 11}",
        }
        for n in range(count)
    ]  # fmt: skip
    return make(*rows, units=units, groups=[])


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_figures_of_36_tasks_are_those_worked_out_by_hand(plan_of, day):
    rows = {row.name: row.value for row in page(thirty_six(plan_of), day).figure}
    tasks = FIGURES_BY_HAND[day]["tasks"]
    assert rows["Tổng số nhiệm vụ"] == "36"
    for name, figure in (
        ("Hoàn thành đúng hạn", "done"), ("Hoàn thành sau hạn", "done_late"),
        ("Đang thực hiện", "running"), ("Quá hạn", "overdue"), ("Chưa đến hạn", "not_yet_due"),
        ("Định kỳ", "recurring"),
    ):  # fmt: skip
        assert rows[name] == str(tasks[figure])
    rate = RATES_BY_HAND[day]["tasks.rate"].replace(".", ",")
    assert rows["Tỷ lệ việc đến hạn đã xong (%)"] == rate


def test_page_chat_and_status_say_the_same(plan_of):
    made = thirty_six(plan_of)
    told = json.loads(dumps("status", content(status([("a", made)], MONDAY, by=()))))["tasks"]
    rows = {row.name: row.value for row in page(made).figure}
    assert rows["Quá hạn"] == str(told["overdue"])
    assert f"quá hạn {told['overdue']}," in chat(brief("a", made, MONDAY), made)


def test_last_month_stands_beside_and_what_is_unknown_is_blank(plan_of):
    made = plan_of(
        {"deadline": "Quý I", "progress": {"state": "done", "date": "05/7/2026"}},
        {"deadline": "Quý I"},
    )
    rows = {row.name: row for row in page(made, before=made).figure}
    assert (rows["Quá hạn"].value, rows["Quá hạn"].before, rows["Quá hạn"].change) == (
        "1",
        "2",
        "-1",
    )
    assert rows["Tỷ lệ việc đến hạn đã xong (%)"].change == "+50,00"
    assert {row.before + row.change for row in page(made).figure} == {""}


def test_who_is_late_and_who_has_recorded_nothing(plan_of):
    made = plan_of(
        {"deadline": "Quý I", "lead": ["vh-xh"], "leader": "Nguyễn Văn An"},
        {"deadline": "Hằng tháng", "lead": ["kinh-te"]},
        {"deadline": "Quý I", "lead": ["van-phong"],
         "progress": {"state": "done", "date": "01/3/2026"}},
    )  # fmt: skip
    paper = page(made)
    assert [(row.name, row.tasks, row.periods) for row in paper.unit] == [
        ("Phòng Văn hóa - Xã hội", "1", "0"), ("Phòng Kinh tế", "0", "6"),
    ]  # fmt: skip
    assert [(row.name, row.tasks) for row in paper.leader] == [("Nguyễn Văn An", "1")]
    assert paper.silent == "Phòng Văn hóa - Xã hội; Phòng Kinh tế."
    assert [row.due for row in paper.coming] == ["31/7/2026"]


def test_lists_of_a_large_plan_are_cut_and_say_so(plan_of):
    paper = page(large(plan_of))
    assert (len(paper.unit), len(paper.leader), len(paper.coming)) == (UNITS, LEADERS, COMING)
    assert paper.unit[-1].name == "và 27 đơn vị khác"
    assert paper.coming[-1].title.startswith("và ")
    late = [row for row in paper.figure if row.name == "Quá hạn"]
    assert sum(int(row.tasks) for row in paper.unit) == int(late[0].value)
    assert "đơn vị khác." in paper.silent


def test_the_chat_is_ten_lines_without_a_table(plan_of):
    made = large(plan_of)
    lines = chat(brief("a", made, MONDAY, made), made).splitlines()
    assert len(lines) <= LINES
    assert not any("|" in line or "\t" in line for line in lines)
    assert "cuối tháng trước" in lines[2]


def test_the_page_names_the_days_it_is_about(plan_of):
    text = dumped_words(printed(page(thirty_six(plan_of)), "giao-ban"))
    assert "(tính đến ngày 06/7/2026)" in text
    assert "4. Đến hạn đến ngày 31/7/2026" in text
    assert "| Chỉ tiêu | Đến 06/7/2026 | Mức độ | Đến 30/6/2026 |" in text
