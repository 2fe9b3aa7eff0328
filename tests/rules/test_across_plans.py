"""The rules over several plans: their pages are true, and places are in the right file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.read.load import read_source
from cchc.rules import rule_name
from cchc.rules._catalogue import page
from cchc.rules.across_plans import ComparingRule, all_rules

from .all_findings import diagnose_all
from .pages import whole_plan

RULES = [pytest.param(rule, id=rule_name(rule)) for rule in all_rules()]


def found(example: str) -> list[tuple[str, str]]:
    sources = [
        read_source(Path(f"{name}.yaml"), whole_plan(snippet))
        for name, snippet in zip("ab", example.split("---\n"), strict=False)
    ]
    return [(one.path, one.finding.code) for one in diagnose_all(sources)]


def test_there_are_rules():
    assert len(all_rules()) >= 3


@pytest.mark.parametrize("rule", RULES)
def test_the_bad_example_gives_this_code_in_the_second_plan(rule: ComparingRule):
    assert found(page(rule.__doc__).bad) == [("b.yaml", rule.CODE)]


@pytest.mark.parametrize("rule", RULES)
def test_the_good_example_gives_nothing(rule: ComparingRule):
    assert found(page(rule.__doc__).good) == []


def test_a_plan_alone_has_nothing_to_compare_with():
    rule = all_rules()[0]
    assert found(page(rule.__doc__).bad.split("---\n")[0]) == []


def test_plans_of_two_communes_are_not_compared():
    bad = page(all_rules()[0].__doc__).bad
    other = bad + "commune: {level: xã, name: Yên Lạc, province: tỉnh Thái Nguyên}\n"
    assert all(code != "X001" for _, code in found(other))


def test_a_plan_that_amends_another_is_no_second_plan():
    head = "document: {number: %s, symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính%s}"
    first, second = head % ("05", ""), head % ("06", " sửa, amends: {number: 5, date: 05/01/2026}")
    assert found(f"{first}\n---\n{second}\n") == []
    assert found(f"{first}\n---\n{head % ('06', '')}\n") == [("b.yaml", "X005")]
    # whichever comes first
    codes = {code for _, code in found(f"{second.replace('5,', '7,')}\n---\n{first}\n")}
    assert codes == {"X008"}


def test_what_is_amended_is_older_than_the_amendment():
    text = (
        "document: {number: 06, symbol: KH-UBND, date: 05/01/2026, title: Cải cách hành chính, "
        "amends: {number: 5, date: %s}}\n"
    )
    assert found(text % "06/01/2026") == [("a.yaml", "V016")]
    assert found(text % "01/2026") == found(text % "04/01/2026") == []


SAME = """\
appendices:
  - title: Danh mục nhiệm vụ
    tasks:
      - {id: a, title: Tổ chức tập huấn nghiệp vụ cải cách hành chính năm 2026, product: Báo cáo, deadline: Quý I, lead: [vh-xh]%s}
      - {id: b, title: Kiểm tra việc công khai thủ tục hành chính ở thôn, product: Báo cáo, deadline: Quý I, lead: [vh-xh]%s}
"""


@pytest.mark.parametrize(
    ("first", "second", "title", "links"),
    [
        (True, "", "Công tác tập huấn nghiệp vụ CCHC", ""),
        (True, "", "Kiểm tra việc công khai thủ tục hành chinh ở thôn", ""),
        (True, "tinh#x", "Mở hai lớp học cho công chức phụ trách", "tinh#x"),
        (False, "", "Tập huấn nghiệp vụ văn thư, lưu trữ", ""),
        (False, "", "Kiểm tra việc công khai thủ tục thi đua ở thôn", ""),
        (False, "tinh#y", "Mở hai lớp học cho công chức phụ trách", "tinh#x"),
        (False, "tinh#x tinh#x", "Mở hai lớp học cho công chức phụ trách", "tinh#x"),
    ],
)
def test_a_task_is_the_same_by_its_words_and_by_the_task_above(first, second, title, links):
    linked = [f", carries_out: [{{task: {one}}}]" for one in second.split()] + ["", ""]
    own = f", carries_out: [{{task: {links}}}]" if links else ""
    later = (
        "kind: kstthc\nappendices:\n  - title: Danh mục\n    tasks:\n"
        f"      - {{id: c, title: '{title}', product: Báo cáo, deadline: Quý III, lead: [vh-xh]{own}}}\n"
    )
    codes = [
        code
        for path, code in found(SAME % (linked[0], linked[1]) + "---\n" + later)
        if path == "b.yaml"
    ]
    assert ("X002" in codes) is first


def test_a_task_is_the_same_by_its_criterion_when_titles_have_words_in_common():
    book = "criteria: [{code: '1', title: Chỉ đạo, parts: [{code: '1.1', title: Kế hoạch kiểm tra, maximum: '2'}]}]\n"
    first = book + SAME % ("", ", criteria: ['1.1']")
    later = (
        book + "kind: kstthc\nappendices:\n  - title: Danh mục\n    tasks:\n"
        "      - {id: c, title: '%s', product: Báo cáo, deadline: Quý III, lead: [vh-xh], criteria: ['1.1']}\n"
    )
    for title, same in (
        ("Kiểm tra thực tế công khai thủ tục hành chính", True),
        ("Mở hội thi tìm hiểu pháp luật cho thanh niên", False),
    ):
        codes = [code for path, code in found(f"{first}---\n{later % title}") if path == "b.yaml"]
        assert ("X002" in codes) is same, title
